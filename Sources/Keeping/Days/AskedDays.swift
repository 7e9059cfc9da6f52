import Office
import Site
import Stories

/// What was typed about days on which a unit is closed.
struct AskedClosure {
    var unit = ""
    var first = DateInput()
    var last = DateInput()
    var reason = ""
    var errors: [String: Words] = [:]

    init() {}

    init(_ posted: Posted) {
        unit = posted["unit"] ?? ""
        first = posted.date("tutup-mulai")
        last = posted.date("tutup-sampai")
        reason = posted["tutup-alasan"] ?? ""
    }

    /// As many days as one closure may have.
    private static let longest = 60

    mutating func checked(_ map: OfficeMap) -> Closure? {
        let code = unit.isEmpty ? nil : Code(unit).flatMap { map.unit($0) }?.id
        if !unit.isEmpty, code == nil { errors["unit"] = .choiceUnknown }
        let (from, until) = (first.typedDay, last.typedDay)
        if from == nil { errors["tutup-mulai"] = .dateUnreadable }
        if until == nil { errors["tutup-sampai"] = .dateUnreadable }
        if let from, let until, until < from || until.number - from.number > Self.longest {
            errors["tutup-sampai"] = .closureTooLong
        }
        if reason.allSatisfy(\.isWhitespace) { errors["tutup-alasan"] = .reasonOfClosureMissing }
        guard errors.isEmpty, let from, let until else { return nil }
        return Closure(
            unit: code,
            first: from,
            last: until,
            reason: PublicationsDesk.digest(of: Array(reason.utf8))
        )
    }

    func fields(_ map: OfficeMap) -> [Field] {
        [
            Field(
                "unit",
                .unit,
                .pick(
                    unit,
                    [Option("", .allUnits)]
                        + map.units.map { Option($0.id.text, Words($0.name, $0.name)) }
                )
            ),
            Field("tutup-mulai", .fromDay, .date(first)),
            Field("tutup-sampai", .untilDay, .date(last)),
            Field("tutup-alasan", .reason, .text(TextInput(reason, most: 200))),
        ]
        .map { $0.with(error: errors[$0.name]) }
    }
}

/// What was typed about a time in which the services could not work.
struct AskedOutage {
    var first = DateInput()
    var firstClock = ""
    var last = DateInput()
    var lastClock = ""
    var reason = ""
    var errors: [String: Words] = [:]

    init() {}

    init(_ posted: Posted) {
        first = posted.date("mulai")
        firstClock = posted["jam-mulai"] ?? ""
        last = posted.date("selesai")
        lastClock = posted["jam-selesai"] ?? ""
        reason = posted["yang-kena"] ?? ""
    }

    mutating func checked(_ zone: Zone, now: Instant) -> DeclaredOutage? {
        let (from, until) = (first.typedDay, last.typedDay)
        let (start, end) = (Self.minute(firstClock), Self.minute(lastClock))
        if from == nil { errors["mulai"] = .dateUnreadable }
        if start == nil { errors["jam-mulai"] = .clockUnreadable }
        if until == nil { errors["selesai"] = .dateUnreadable }
        if end == nil { errors["jam-selesai"] = .clockUnreadable }
        if reason.allSatisfy(\.isWhitespace) { errors["yang-kena"] = .whatWasHitMissing }
        guard let from, let until, let start, let end else { return nil }
        let (begins, ends) = (zone.instant(from, minute: start), zone.instant(until, minute: end))
        if begins >= ends || until.number - from.number > 60 { errors["selesai"] = .closureTooLong }
        guard errors.isEmpty else { return nil }
        return DeclaredOutage(
            from: begins,
            to: ends,
            reason: PublicationsDesk.digest(of: Array(reason.utf8))
        )
    }

    var fields: [Field] {
        [
            Field("mulai", .fromDay, .date(first)),
            Field("jam-mulai", .fromClock, hint: .clockHint, .text(TextInput(firstClock))),
            Field("selesai", .untilDay, .date(last)),
            Field("jam-selesai", .untilClock, hint: .clockHint, .text(TextInput(lastClock))),
            Field("yang-kena", .whatWasHit, .text(TextInput(reason, most: 200))),
        ]
        .map { $0.with(error: errors[$0.name]) }
    }

    /// `14.30` or `14:30`.
    private static func minute(_ text: String) -> Int? {
        let parts = text.split { $0 == "." || $0 == ":" }.compactMap { Int($0) }
        guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1])
        else { return nil }
        return parts[0] * 60 + parts[1]
    }
}

extension DateInput {
    /// The date that was typed; nil where it is none.
    var typedDay: Day? {
        guard let day = Int(day.filter { $0 != " " }), let month = Int(month.filter { $0 != " " }),
            let year = Int(year.filter { $0 != " " }), (1945...2200).contains(year)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}

extension Words {
    static let workingCalendar = Words("Kalender kerja", "Working calendar")
    static let decreedYears = Words("Tahun yang dimasukkan di sini", "Years taken in here")
    static let nationalCount = Words("Libur nasional", "National holidays")
    static let leaveCount = Words("Cuti bersama", "Joint leave")
    static let estimateBeyond = Words(
        "Tahun lain memakai berkas yang terbit. Di luar tahun yang dikenal hanya akhir pekan yang "
            + "dihitung, dan tanggalnya bertanda perkiraan.",
        "Other years come from the published file. Beyond the known years only weekends count, and "
            + "dates are marked as estimates."
    )
    static let takeInYear = Words(
        "Masukkan hari libur setahun",
        "Take in the holidays of a year"
    )
    static let decreeFile = Words("Berkas SKB sebagai CSV", "The decree as CSV")
    static let decreeFileHint = Words(
        "Kolom: tanggal; nama; jenis (libur nasional atau cuti bersama). Satu tahun setiap berkas",
        "Columns: date; name; kind (libur nasional or cuti bersama). One year a file"
    )
    static let closures = Words("Kantor tutup", "Closures")
    static let unit = Words("Unit", "Unit")
    static let allUnits = Words("Semua unit", "All units")
    static let fromDay = Words("Mulai", "From")
    static let untilDay = Words("Sampai", "Until")
    static let fromClock = Words("Mulai pukul", "From (time)")
    static let untilClock = Words("Sampai pukul", "Until (time)")
    static let clockHint = Words("Contoh: 14.30", "Example: 14.30")
    static let clockUnreadable = Words("Tulis jam seperti 14.30", "Write a time like 14.30")
    static let reason = Words("Keterangan", "Reason")
    static let addClosure = Words("Catat kantor tutup", "Note a closure")
    static let closureTooLong = Words(
        "Waktu selesai harus setelah mulai, paling lama 60 hari",
        "The end must be after the beginning, and at most 60 days later"
    )
    static let outages = Words("Gangguan yang dinyatakan", "Declared outages")
    static let whatWasHit = Words("Yang kena", "What was hit")
    static let addOutage = Words("Nyatakan gangguan", "Declare an outage")
    static let addOutageWhat = Words(
        "Yang jatuh tempo di hari gangguan bergeser ke hari kerja pertama sesudahnya, dan semua "
            + "orang bisa membacanya di halaman keadaan sistem.",
        "What was due on these days moves to the first working day after, and everybody can read "
            + "it on the page about the system."
    )
    static let systemState = Words("Keadaan sistem", "State of the system")
    static let systemStateWhat = Words(
        "Gangguan yang pernah terjadi. Batas waktu yang jatuh di hari gangguan bergeser untuk Anda.",
        "What has failed so far. Deadlines on such days were moved for you."
    )
    static let decreeContradicts = Words(
        "Daftar ini belum bisa dipakai. Perbaiki yang berikut, lalu kirim lagi.",
        "This list cannot be used yet. Fix these and send it again."
    )
    static let holidays = Words("Hari libur", "Holidays")
    static let noYears = Words(
        "Belum ada tahun yang dimasukkan di sini.",
        "No year was taken in here yet."
    )
    static let reasonOfClosureMissing = Words(
        "Tulis mengapa tutup, misalnya banjir",
        "Write why it is closed, a flood for example"
    )
    static let whatWasHitMissing = Words(
        "Tulis apa yang kena, misalnya listrik padam di pusat data",
        "Write what was hit, a power cut in the data centre for example"
    )
    static let noClosures = Words("Belum ada kantor tutup.", "No closures yet.")
    static let noOutages = Words("Belum ada gangguan.", "No outages so far.")
    static let kindOfDay = Words("Jenis", "Kind")
    static let calendarSaved = Words(
        "Kalender tersimpan.",
        "The calendar is saved."
    )

    static func inLine(_ line: Int, _ words: Words) -> Words {
        Words(
            "Baris \(line): \(words.indonesian)",
            "Line \(line): \(words.text(in: .english))"
        )
    }
}
