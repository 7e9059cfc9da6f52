import Blueprints
import Stories

// The figures of a statement as JSON, read as strictly as they are written.

extension EvidenceStatement.Line {
    var document: JSONValue {
        .object([
            "service": .text(service.text), "title": .text(title),
            "blueprint": .text(blueprint.description), "version": .text(version),
            "digest": .text(digest), "adapted": .list(adapted.map(\.document)),
            "figures": figures.document,
        ])
    }

    init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        guard let service = Code(try object.text("service")) else { throw FormFault() }
        var adapted: [Adaptation] = []
        for item in try object.list("adapted") { adapted.append(try Adaptation(item)) }
        let said = EvidenceService(
            service,
            title: try object.text("title"),
            blueprint: try BlueprintName(strict: try object.text("blueprint")),
            version: try object.text("version"),
            digest: try object.digest("digest"),
            adapted: adapted
        )
        let figures = try PublishedFigures(try object.value("figures"))
        try object.end()
        self.init(said, figures)
    }
}

extension Adaptation {
    fileprivate var document: JSONValue {
        .object(["at": .text(at), "sentence": .text(sentence), "reason": .text(reason)])
    }

    fileprivate init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        self.init(
            at: try object.text("at"),
            sentence: try object.text("sentence"),
            reason: try object.text("reason")
        )
        try object.end()
    }
}

extension PublishedFigures {
    var document: JSONValue {
        .object([
            "received": received.document, "decided": decided.document,
            "in_time": inTime.document,
            "median_days": medianDays.map { .number(Double($0)) } ?? .null,
            "satisfaction": satisfaction.map { said in
                .object([
                    "answers": .number(Double(said.answers)),
                    "index": .number(Double(said.hundredths)),
                ])
            } ?? .null,
            "cost": cost.map { cost in
                .object([
                    "year": .number(Double(cost.year)),
                    "per_request": .number(Double(cost.perRequest)),
                ])
            } ?? .null,
        ])
    }

    init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        received = try PublishedCount(try object.value("received"))
        decided = try PublishedCount(try object.value("decided"))
        inTime = try PublishedCount(try object.value("in_time"))
        medianDays = try object.wholeOrNull("median_days")
        satisfaction = try Self.satisfaction(try object.value("satisfaction"))
        cost = try Self.cost(try object.value("cost"))
        try object.end()
        guard fits else { throw FormFault() }
    }

    private static func satisfaction(_ value: JSONValue) throws(FormFault) -> Satisfaction? {
        guard value != .null else { return nil }
        var object = try StrictObject(value)
        let said = Satisfaction(
            answers: try object.whole("answers"),
            hundredths: try object.whole("index")
        )
        try object.end()
        return said
    }

    private static func cost(_ value: JSONValue) throws(FormFault) -> Cost? {
        guard value != .null else { return nil }
        var object = try StrictObject(value)
        let cost = Cost(
            year: try object.whole("year"),
            perRequest: try object.whole("per_request")
        )
        try object.end()
        return cost
    }

    /// Whether the grid would have told it so: a finer figure, or one of a few, is none of ours.
    private var fits: Bool {
        guard received.isTold, decided.isTold else { return false }
        let isOfNone = inTime == .hidden && medianDays == nil && satisfaction == nil
        guard let all = decided.number else { return isOfNone && costFits }
        switch inTime {
        case .count(let part): guard part <= all else { return false }
        case .few, .most: guard all >= 2 * Suppression.fewest else { return false }
        case .hidden: break
        }
        if let medianDays {
            guard all >= Suppression.fewestForMiddle, medianDays <= 10_000 else { return false }
        }
        if let said = satisfaction {
            guard said.answers >= Suppression.fewestForMiddle, said.answers % 5 == 0,
                (2500...10_000).contains(said.hundredths), said.answers <= PublishedCount.largest
            else { return false }
        }
        return costFits
    }

    private var costFits: Bool {
        guard let cost else { return true }
        return (2000...9998).contains(cost.year)
            && Suppression.twoDigits(cost.perRequest) == cost.perRequest
    }
}

extension PublishedCount {
    /// No count is larger.
    static let largest = 100_000_000

    /// Whether it may stand for a count of its own; "all but a few" is a part of another.
    var isTold: Bool { self != .most }

    var document: JSONValue {
        switch self {
        case .count(let count): .number(Double(count))
        case .few: .text("few")
        case .most: .text("most")
        case .hidden: .text("hidden")
        }
    }

    init(_ value: JSONValue) throws(FormFault) {
        switch value {
        case .number(let number):
            guard let count = Int(exactly: number), count >= Suppression.fewest, count % 5 == 0,
                count <= Self.largest
            else { throw FormFault() }
            self = .count(count)
        case .text("few"): self = .few
        case .text("most"): self = .most
        case .text("hidden"): self = .hidden
        case .text, .null, .flag, .list, .object: throw FormFault()
        }
    }
}

extension StrictObject {
    /// Any value that is there.
    mutating func value(_ key: String) throws(FormFault) -> JSONValue {
        guard let value = take(key) else { throw FormFault() }
        return value
    }

    /// A whole number that is not negative, or null in its place.
    mutating func wholeOrNull(_ key: String) throws(FormFault) -> Int? {
        let value = try value(key)
        guard value != .null else { return nil }
        guard case .number(let number) = value, let whole = Int(exactly: number), whole >= 0 else {
            throw FormFault()
        }
        return whole
    }
}
