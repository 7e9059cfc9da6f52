package import Stories

/// A post held by somebody, for a time.
package struct Holding: Hashable, Sendable {
    package let post: Code
    package let capacity: Capacity
    package let first: Day

    /// The last day of it; nil where no end is known.
    package let last: Day?

    package init(post: Code, capacity: Capacity, first: Day, last: Day?) {
        self.post = post
        self.capacity = capacity
        self.first = first
        self.last = last
    }

    package func isHeld(on day: Day) -> Bool {
        first <= day && (last.map { day <= $0 } ?? true)
    }

    /// The same, but not longer than this day; what ended before stays as it was.
    func ending(on day: Day) -> Holding {
        if let last, last <= day { return self }
        return Holding(post: post, capacity: capacity, first: first, last: day)
    }
}

/// In which capacity a post is held (Permendagri 1/2023).
package enum Capacity: String, FactWord {
    case definitive = "definitif"

    /// Acting while the post is vacant.
    case acting = "plt"

    /// Standing in for a day's absence or a short leave.
    case standIn = "plh"

    /// What stands before the title under a letter; empty for the holder.
    package var prefix: String {
        switch self {
        case .definitive: ""
        case .acting: "Plt. "
        case .standIn: "Plh. "
        }
    }
}

extension Holding: FactField {
    package var json: FactValue {
        var fields: FactFields = [
            "post": post.json, "capacity": capacity.json, "first": first.json,
        ]
        fields["last"] = last?.json
        return .object(fields)
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let post = fields["post"].flatMap(Code.init(json:)),
            let capacity = fields["capacity"].flatMap(Capacity.init(json:)),
            let first = fields["first"].flatMap(Day.init(json:))
        else { return nil }
        let last = fields["last"].flatMap(Day.init(json:))
        // A deputy's last day that cannot be read must not become a post for good.
        guard (last == nil) == (fields["last"] == nil) else { return nil }
        self.init(
            post: post,
            capacity: capacity,
            first: first,
            last: last
        )
    }
}
