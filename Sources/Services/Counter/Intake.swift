import Blueprints
import Cases
import Feel
import Ledger
import Office
import Site
import Stories

/// Papers being taken in at a counter: the whole form of a service, and when it was received.
///
/// What was typed stands in a draft like a citizen's, so a mistake loses nothing and a file is
/// sent once. The counter's own fields have names that no question can have.
struct Intake {
    var form: OpenForm
    let official: WorkingOfficial

    /// What is wrong, by the names of fields.
    var problems: [String: Words] = [:]
    var found: FoundVillages?

    /// What keeps it from being recorded that no field can mend.
    var refusal: Words?
    var duplicates: [Duplicate] = []
    var status = 200

    /// The number of a printed form, where one was brought back.
    var reserved: TrackingNumber?

    /// Another request of the same person for the same service.
    struct Duplicate: Sendable {
        let number: String
        let received: Day
    }

    enum Names {
        static let day = "loket.hari"
        static let hour = "loket.jam"
        static let delay = "loket.alasan"
        static let noPhone = "loket.tanpa-hp"
        static let scan = "loket.pindaian"
        static let all = [day, hour, delay, noPhone]
    }

    var service: PublicService { form.service }

    /// The questions in their order, without those that are worked out.
    var questions: [Question] {
        service.allPages.flatMap(\.questions).compactMap { id in
            service.allQuestions.first { $0.id == id && $0.type.isAsked }
        }
    }

    private func typed(_ name: String) -> String { form.draft.fields[name]?.first ?? "" }

    var hasNoPhone: Bool { typed(Names.noPhone) == "ya" }

    var delay: String { typed(Names.delay) }

    var scan: SentFile? { form.draft.files[Names.scan]?.last }

    var date: DateInput {
        DateInput(
            day: typed("\(Names.day)-tanggal"),
            month: typed("\(Names.day)-bulan"),
            year: typed("\(Names.day)-tahun")
        )
    }

    var hour: String { typed(Names.hour) }

    /// Fills in what is known before anybody types: now, and the counter's own village.
    mutating func begin(at now: Instant) {
        let (day, minute) = official.force.zone.wall(now)
        let (year, month, number) = day.parts
        form.draft.fields["\(Names.day)-tanggal"] = [String(number)]
        form.draft.fields["\(Names.day)-bulan"] = [String(month)]
        form.draft.fields["\(Names.day)-tahun"] = [String(year)]
        form.draft.fields[Names.hour] = [DateWords.clock(minute: minute, in: .indonesian)]
        let villages = official.units(with: WorkingOfficial.counterDuty).compactMap(\.village)
        if let place = service.at, villages.count == 1, let village = villages.first {
            form.draft.fields[place.text] = [village.text]
        }
    }

    /// Puts what the page sent into the draft.
    mutating func take(_ posted: Posted) {
        form.take(posted, of: questions)
        for name in Names.all {
            for key in form.draft.fields.keys where key == name || key.hasPrefix("\(name)-") {
                form.draft.fields[key] = nil
            }
            for (key, value) in posted.values where key == name || key.hasPrefix("\(name)-") {
                form.draft.fields[key] = [String(value.prefix(2_000))]
            }
        }
        form.leavesOut = hasNoPhone ? OpenForm.aboutPhones : []
    }

    /// When it was received, as typed; nil where that is no moment.
    var received: Instant? {
        guard let day, let minute else { return nil }
        return official.force.zone.instant(day, minute: minute)
    }

    private var day: Day? {
        guard let year = Int(date.year), let month = Int(date.month), let number = Int(date.day),
            (1000...9999).contains(year), (1...12).contains(month), (1...31).contains(number)
        else { return nil }
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return Day("\(year)-\(two(month))-\(two(number))")
    }

    private var minute: Int? {
        let digits = hour.filter(\.isNumber)
        guard digits.count == 4 || digits.count == 3,
            hour.allSatisfy({ $0.isNumber || ".: ".contains($0) }),
            let hours = Int(digits.dropLast(2)), let rest = Int(digits.suffix(2)),
            hours < 24, rest < 60
        else { return nil }
        return hours * 60 + rest
    }

    /// The answers, read as on the day on which they came.
    func read() -> FormReading {
        var onThatDay = OpenForm(
            draft: form.draft,
            service: service,
            force: form.force,
            now: received ?? form.now
        )
        onThatDay.leavesOut = form.leavesOut
        return onThatDay.read()
    }

    /// Notes what is wrong; a failed check stands at the last question that it names.
    mutating func check(_ reading: FormReading) {
        if day == nil { problems[Names.day] = .dayNotRead }
        if minute == nil { problems[Names.hour] = .hourNotRead }
        for (name, words) in form.problems(of: questions, in: reading) where problems[name] == nil {
            problems[name] = words
        }
        for failed in reading.failedChecks {
            let at = questions.last { failed.that.names.contains($0.id.text) }
            problems[at?.id.text ?? Names.day] = Words(failed.say)
        }
        if !problems.isEmpty { status = 422 }
    }

    /// A rule of the case that says no: at its field, or above the form.
    mutating func refuse(_ refused: CaseRefusal) {
        let words = Words(refused.sentence, refused.sentenceInEnglish)
        status = refused.status
        switch refused {
        case .receivedInFuture, .receivedTooLongAgo: problems[Names.day] = words
        case .delayReasonMissing: problems[Names.delay] = words
        case _: refusal = words
        }
    }
}
