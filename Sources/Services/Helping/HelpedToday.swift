import Cases
import Ledger
import Stories

/// The people whom a helper has helped since signing in: who, and what became of it.
///
/// Kept sealed like a draft, under an id that follows from the session: after the helper signs out
/// nothing leads to it any more, and it is swept with the drafts.
struct HelpedToday: Hashable, Sendable {
    var people: [Person] = []

    /// Somebody who was there and agreed.
    struct Person: Hashable, Sendable {
        let id: OpaqueID
        let title: String
        let name: String
        let hasNoPhone: Bool
        let help: Assistance
        var sheets: [Sheet] = []

        /// "Ibu Siti A.": enough to know whom, on a phone that others see.
        var shownName: String {
            let parts = name.split(whereSeparator: \.isWhitespace)
            let short = parts.count > 1 ? "\(parts[0]) \(parts[parts.count - 1].prefix(1))." : name
            return title.isEmpty ? short : "\(title) \(short)"
        }
    }

    /// A form that was begun for somebody.
    struct Sheet: Hashable, Sendable {
        let draft: OpaqueID
        let service: String

        /// Twelve digits once it is sent.
        var number: String?
    }

    subscript(id: OpaqueID) -> Person? { people.first { $0.id == id } }

    /// The person for whom a request was sent.
    func person(of number: String) -> Person? {
        people.first { $0.sheets.contains { $0.number == number } }
    }

    mutating func begin(_ sheet: Sheet, for person: OpaqueID) {
        guard let index = people.firstIndex(where: { $0.id == person }) else { return }
        people[index].sheets.append(sheet)
    }

    mutating func sent(_ draft: OpaqueID, as number: String) {
        for (index, person) in people.enumerated() {
            guard let sheet = person.sheets.firstIndex(where: { $0.draft == draft }) else {
                continue
            }
            people[index].sheets[sheet].number = number
        }
    }
}

extension HelpedToday {
    /// Written as a draft is, since it is kept and swept among them.
    func bytes(at now: Instant) throws -> [UInt8] {
        try CanonicalJSON.write(
            JSONValue.object([
                "caseID": .text(OpaqueID(high: 0, low: 0).description),
                "service": .text("bantu"),
                "digest": .text(""),
                "started": .number(Double(now.milliseconds)),
                "saved": .number(Double(now.milliseconds)),
                "people": .list(people.map(\.json)),
            ])
        )
    }

    init(bytes: [UInt8]) throws {
        let written = try CanonicalJSON.readAny(bytes)
        guard case .list(let people)? = written["people"] else { return }
        self.people = people.compactMap(Person.init(json:))
    }
}

extension HelpedToday.Person {
    fileprivate var json: JSONValue {
        .object([
            "id": .text(id.description), "title": .text(title), "name": .text(name),
            "phone": .text(hasNoPhone ? "tidak" : "ya"), "help": help.draftJSON,
            "sheets": .list(sheets.map(\.json)),
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard let id = json["id"]?.text.flatMap({ OpaqueID($0) }), let title = json["title"]?.text,
            let name = json["name"]?.text, let help = json["help"].flatMap(Assistance.init(draft:))
        else { return nil }
        self.init(
            id: id,
            title: title,
            name: name,
            hasNoPhone: json["phone"]?.text == "tidak",
            help: help
        )
        guard case .list(let sheets)? = json["sheets"] else { return }
        self.sheets = sheets.compactMap(HelpedToday.Sheet.init(json:))
    }
}

extension HelpedToday.Sheet {
    fileprivate var json: JSONValue {
        var fields: [String: JSONValue] = [
            "draft": .text(draft.description), "service": .text(service),
        ]
        if let number { fields["number"] = .text(number) }
        return .object(fields)
    }

    fileprivate init?(json: JSONValue) {
        guard let draft = json["draft"]?.text.flatMap({ OpaqueID($0) }),
            let service = json["service"]?.text
        else { return nil }
        self.init(draft: draft, service: service, number: json["number"]?.text)
    }
}

extension Assistance {
    /// How a draft holds it, until it becomes a fact.
    var draftJSON: JSONValue {
        .object([
            "by": .text(by.id.description), "post": .text(post.text),
            "agreed": .number(Double(agreed.milliseconds)), "script": .text(script.text),
        ])
    }

    init?(draft json: JSONValue) {
        guard let by = json["by"]?.text.flatMap({ OpaqueID($0) }),
            let post = json["post"]?.text.flatMap({ Code($0) }),
            let agreed = json["agreed"]?.instant,
            let script = json["script"]?.text.flatMap({ Code($0) })
        else { return nil }
        self.init(by: Actor(by), post: post, agreed: agreed, script: script)
    }
}
