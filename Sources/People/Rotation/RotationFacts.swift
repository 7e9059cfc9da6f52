import Office
package import Stories

/// What happened to a rotation.
package enum RotationFact: Hashable, Sendable {
    /// Its whole content, anew with every change.
    case planned(day: Day, moves: [Move])
    case accepted(vacant: [Vacancy])
    case cancelled

    /// Skipped are steps that had become impossible: somebody left before.
    case tookEffect(handed: [HandedCase], skipped: Int)
}

extension RotationFact: FactShape {
    package var kind: Code {
        switch self {
        case .planned: "planned"
        case .accepted: "accepted"
        case .cancelled: "cancelled"
        case .tookEffect: "took-effect"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .planned(let day, let moves):
            fields.put("day", day)
            fields.put("moves", each: moves)
        case .accepted(let vacant): fields.put("vacant", each: vacant)
        case .cancelled: break
        case .tookEffect(let handed, let skipped):
            fields.put("handed", each: handed)
            fields.put("skipped", skipped)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "planned":
            self = .planned(day: try fields.get("day"), moves: try fields.list("moves"))
        case "accepted": self = .accepted(vacant: try fields.list("vacant"))
        case "cancelled": self = .cancelled
        case "took-effect":
            self = .tookEffect(
                handed: try fields.list("handed"),
                skipped: try fields.get("skipped")
            )
        default: throw FactUnreadable("no fact of a rotation: \(kind)")
        }
    }
}

extension Move: FactField {
    package var json: FactValue {
        switch self {
        case .relieve(let official, let post):
            return .object(["official": official.json, "relieve": post.json])
        case .place(let official, let post, let capacity, let last):
            var fields: FactFields = [
                "capacity": capacity.json, "official": official.json, "place": post.json,
            ]
            fields["last"] = last?.json
            return .object(fields)
        }
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let official = fields["official"].flatMap(OpaqueID.init(json:))
        else { return nil }
        if let post = fields["relieve"].flatMap(Code.init(json:)) {
            self = .relieve(official, post: post)
            return
        }
        guard let post = fields["place"].flatMap(Code.init(json:)),
            let capacity = fields["capacity"].flatMap(Capacity.init(json:))
        else { return nil }
        let last = fields["last"].flatMap(Day.init(json:))
        // A deputy's last day that cannot be read must not become a post for good.
        guard (last == nil) == (fields["last"] == nil) else { return nil }
        self = .place(official, post: post, capacity, last: last)
    }
}

extension Vacancy: FactField {
    package var json: FactValue { .object(["duty": duty.json, "unit": unit.json]) }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let unit = fields["unit"].flatMap(Code.init(json:)),
            let duty = fields["duty"].flatMap(Code.init(json:))
        else { return nil }
        self.init(unit: unit, duty: duty)
    }
}

extension HandedCase: FactField {
    package var json: FactValue {
        var fields: FactFields = ["case": caseID.json, "official": official.json]
        fields["due"] = due?.json
        return .object(fields)
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let official = fields["official"].flatMap(OpaqueID.init(json:)),
            let caseID = fields["case"].flatMap(OpaqueID.init(json:))
        else { return nil }
        self.init(
            official: official,
            caseID: caseID,
            due: fields["due"].flatMap(Instant.init(json:))
        )
    }
}
