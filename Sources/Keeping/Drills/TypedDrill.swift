import Office
import Site
import Stories

/// A drill that was done by hand, as it stands in the form, and what is wrong with it.
struct TypedDrill: Sendable {
    /// In the place of a place's name where it was another one.
    static let elsewhere = "lain"

    var date = DateInput()
    var place = ""
    var who = ""
    var result = ""
    var problems: [String: Words] = [:]

    init(on today: Day, by keeper: OpaqueID) {
        let parts = today.parts
        date = DateInput(day: "\(parts.day)", month: "\(parts.month)", year: "\(parts.year)")
        who = keeper.description
    }

    init(_ posted: Posted) {
        date = posted.date("latihan")
        place = posted["tempat"] ?? ""
        who = posted["siapa"] ?? ""
        result = posted["hasil"] ?? ""
    }

    /// What was tried, where everything that is needed was typed.
    mutating func checked(
        places: [String],
        people: [(id: OpaqueID, name: String)]
    ) -> TriedRestore? {
        problems = [:]
        let person = people.first { $0.id.description == who }
        let day = date.typedDay
        if day == nil { problems["latihan"] = .dateUnreadable }
        if person == nil { problems["siapa"] = Words(.unknownPerson) }
        if !places.contains(place), place != Self.elsewhere {
            problems["tempat"] = Words(.unknownPlace)
        }
        if !["cocok", "gagal"].contains(result) { problems["hasil"] = .chooseResult }
        guard problems.isEmpty, let day, let person else { return nil }
        var tried = TriedRestore(.hand, on: day, by: person.id)
        tried.trouble = result == "cocok" ? nil : .other
        return tried
    }

    /// The place as the settings name it; nil where it was another one.
    var named: String? { place == Self.elsewhere ? nil : place }

    func form(places: [String], people: [(id: OpaqueID, name: String)]) -> Form {
        Form(
            to: "/kelola/cadangan",
            [
                Field("latihan", .dayOfDrill, .date(date)),
                Field(
                    "tempat",
                    .backupPlace,
                    .choice(
                        place,
                        places.map { Option($0, Words($0, $0)) }
                            + [Option(Self.elsewhere, .anotherPlace)]
                    )
                ),
                Field(
                    "siapa",
                    .whoTried,
                    .pick(
                        who,
                        people.map { Option($0.id.description, Words($0.name, $0.name)) }
                    )
                ),
                Field(
                    "hasil",
                    .resultOfDrill,
                    hint: .resultHint,
                    .choice(
                        result,
                        [Option("cocok", .drillWorked), Option("gagal", .drillFailed)]
                    )
                ),
            ].map { $0.with(error: problems[$0.name]) },
            buttons: [Button(.noteDrill)]
        )
    }
}

extension Words {
    /// A refusal, as the sentence beside a question.
    init(_ refusal: DrillRefusal) {
        self.init(refusal.sentence, refusal.sentenceInEnglish)
    }
}
