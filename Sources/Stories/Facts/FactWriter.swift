/// Collects the fields of one fact.
package struct FactWriter: Sendable {
    package private(set) var fields: [String: FactValue] = [:]

    package init() {}

    /// Sets a field; an absent value writes nothing.
    package mutating func put(_ name: StaticString, _ value: (some FactField)?) {
        guard let value else { return }
        fields["\(name)"] = value.json
    }

    /// Sets a field to a list.
    package mutating func put(_ name: StaticString, each values: [some FactField]) {
        fields["\(name)"] = .list(values.map(\.json))
    }
}

/// Reads the fields of one fact.
package struct FactReader: Sendable {
    package let fields: [String: FactValue]

    package init(_ fields: [String: FactValue]) { self.fields = fields }

    /// A field that every fact of this kind has.
    package func get<F: FactField>(_ name: StaticString) throws(FactUnreadable) -> F {
        guard let value: F = try find(name) else {
            throw FactUnreadable("the field \(name) is missing")
        }
        return value
    }

    /// A field that may be absent.
    package func find<F: FactField>(_ name: StaticString) throws(FactUnreadable) -> F? {
        guard let json = fields["\(name)"] else { return nil }
        guard let value = F(json: json) else {
            throw FactUnreadable("the field \(name) is not a \(F.self)")
        }
        return value
    }

    /// A field that holds a list; an absent one is empty.
    package func list<F: FactField>(_ name: StaticString) throws(FactUnreadable) -> [F] {
        guard let json = fields["\(name)"] else { return [] }
        guard case .list(let items) = json else {
            throw FactUnreadable("the field \(name) is not a list")
        }
        var values: [F] = []
        for item in items {
            guard let value = F(json: item) else {
                throw FactUnreadable("the field \(name) holds something that is not a \(F.self)")
            }
            values.append(value)
        }
        return values
    }
}
