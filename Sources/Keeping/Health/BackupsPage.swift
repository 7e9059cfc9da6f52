import Site
import Stories

/// Each place of backups: the last good one, when all of it was last read, how it stands; and the
/// restores that were tried.
struct BackupsPage: Page {
    var machine: Machine

    /// False while a restored record was not told that it takes over.
    var mayUsePlaces: Bool
    var age: DrillAge
    var drills: [DrillLine]
    var people: [(id: OpaqueID, name: String)]
    var typed: TypedDrill
    var message: Words?

    private var places: [Machine.Place] { machine.places }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.manage, "/kelola"),
            status: typed.problems.isEmpty ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.backups.text(in: visit.language) }

    private var form: Form { typed.form(places: places.map(\.name), people: people) }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, .backups)
        if let message { html(Notice(.done, message)) }
        if machine.isOnServer { byServer(html) } else { byUs(html) }
        drillPart(html)
    }

    private func byUs(_ html: HTML) {
        if !mayUsePlaces { takingOver(html) }
        if let words = lack { html(Notice(machine.isTrial ? .info : .danger, words)) }
        for place in places { troubles(of: place, html) }
        if !places.isEmpty { html(table) }
        if mayUsePlaces, !places.isEmpty { html(.p, .nextBackup) }
    }

    /// The server's own tools back it up; here is the keyring alone.
    private func byServer(_ html: HTML) {
        if machine.isTrial { html(Notice(.info, .trialPlaces)) }
        html(Notice(.info, .backedUpByServer))
        if places.isEmpty, !machine.isTrial { html(Notice(.attention, .noKeyringPlace)) }
        for place in places {
            if let why = place.failure {
                html(Notice(.attention, .failedBackup(place.name, why)))
            }
        }
        guard !places.isEmpty else { return }
        html(tableOfKeyrings)
        html(.p, .nextKeyring)
    }

    private var tableOfKeyrings: DataTable {
        DataTable(
            .backups,
            [
                DataTable.Heading(.backupPlace), DataTable.Heading(.lastKeyring),
                DataTable.Heading(.state),
            ],
            places.map { place in
                DataTable.Line([
                    .text(place.name),
                    place.made.map { .part(Moment(at: $0)) } ?? .words(.neverBackedUp),
                    .tag(place.wellness.tag),
                ])
            }
        )
    }

    /// That there are not two places.
    private var lack: Words? {
        guard places.count < 2 else { return nil }
        if machine.isTrial { return .trialPlaces }
        return places.isEmpty ? .noBackupPlace : .oneBackupPlace
    }

    private func takingOver(_ html: HTML) {
        html(Notice(.danger, heading: .placesNotTakenHead, .placesNotTaken))
        html(Form(to: "/kelola/cadangan/tempat", [], buttons: [Button(.takePlaces, .danger)]))
    }

    private func troubles(of place: Machine.Place, _ html: HTML) {
        if let why = place.unread { html(Notice(.danger, .failedReading(place.name, why))) }
        // What a restored record is asked stands above already.
        if let why = place.failure, mayUsePlaces {
            html(Notice(.attention, .failedBackup(place.name, why)))
        }
    }

    private var table: DataTable {
        DataTable(
            .backups,
            [
                DataTable.Heading(.backupPlace), DataTable.Heading(.lastGood),
                DataTable.Heading(.lastReadThrough),
                DataTable.Heading(.backupSize, isNumber: true),
                DataTable.Heading(.backupSeconds, isNumber: true),
                DataTable.Heading(.state),
            ],
            places.map { place in
                DataTable.Line([
                    .text(place.name),
                    place.made.map { .part(Moment(at: $0)) } ?? .words(.neverBackedUp),
                    place.read.map { .part(Moment(at: $0)) } ?? .words(.neverReadThrough),
                    .number(
                        place.bytes.map {
                            NumberWords.size(bytes: Int($0), in: .indonesian)
                        } ?? "-"
                    ),
                    .number(place.seconds.map { String($0) } ?? "-"),
                    .tag(place.wellness.tag),
                ])
            }
        )
    }

    private func drillPart(_ html: HTML) {
        html(.h2, .drills)
        html(.p, .drillsWhat)
        if !machine.isTrial {
            switch age.wellness {
            case .well: html(.p, age.words)
            case .look: html(Notice(.attention, age.words))
            case .broken: html(Notice(.danger, age.words))
            }
        }
        var table = DataTable(
            .drills,
            [
                DataTable.Heading(.dayOfDrill), DataTable.Heading(.resultOfDrill),
                DataTable.Heading(.wayOfDrill), DataTable.Heading(.whoTried),
                DataTable.Heading(.backupPlace), DataTable.Heading(.backupTried),
                DataTable.Heading(.backupSeconds, isNumber: true),
            ],
            drills.map(Self.line)
        )
        .whenEmpty(.noDrills)
        table.hidesCaption = true
        html(table)
        html(.h2, .noteByHand)
        html(form)
    }

    private static func line(_ drill: DrillLine) -> DataTable.Line {
        DataTable.Line([
            .words(DateWords.longDate(drill.day)),
            .tag(
                drill.trouble.map { StatusTag($0.words, .danger) }
                    ?? StatusTag(.drillWorked, .done)
            ),
            .words(drill.way.words),
            drill.who.map { .text($0) } ?? .words(.nobodyNamed),
            drill.place.map { .text($0) } ?? .words(.anotherPlace),
            drill.backup.map { .part(Moment(at: $0)) } ?? .text("-"),
            .number(drill.seconds.map { String($0) } ?? "-"),
        ])
    }
}

extension Words {
    static let backups = Words("Cadangan", "Backups")
    static let backupPlace = Words("Tempat", "Place")
    static let lastGood = Words("Cadangan terakhir", "Last backup")
    static let backupSize = Words("Ukuran", "Size")
    static let backupSeconds = Words("Lama (detik)", "Took (seconds)")
    static let neverBackedUp = Words("Belum ada", "None yet")
    static let noBackupPlace = Words(
        "Belum ada tempat cadangan. Tulis backup_targets di serasan.conf: dua tempat, satu di "
            + "gedung lain.",
        "There is no backup place. Set backup_targets in serasan.conf: two places, one of them in "
            + "another building."
    )
    static let oneBackupPlace = Words(
        "Hanya satu tempat cadangan. Tambahkan yang kedua, di gedung lain.",
        "There is only one backup place. Add a second one, in another building."
    )
    static let nextBackup = Words(
        "Cadangan berikutnya: paling lambat seperempat jam lagi. Sekali seminggu tiap tempat "
            + "dibaca sampai habis.",
        "The next backup: within a quarter of an hour. Once a week each place is read to its end."
    )
}
