/// Collects the fields of one fact.
package struct FactWriter: Sendable {
    package private(set) var fields = FactFields()

    package init() {}

    package mutating func put(_ name: String, json value: FactValue) { fields[name] = value }

    /// Sets a field; an absent value writes nothing.
    @inlinable
    package mutating func put(_ name: StaticString, _ value: (some FactField)?) {
        guard let value else { return }
        put(name.text, json: value.json)
    }

    /// Sets a field to a list.
    @inlinable
    package mutating func put(_ name: StaticString, each values: [some FactField]) {
        put(name.text, json: .list(values.map(\.json)))
    }
}

/// Reads the fields of one fact.
package struct FactReader: Sendable {
    package let fields: FactFields

    package init(_ fields: FactFields) { self.fields = fields }

    /// A field that every fact of this kind has.
    @inlinable
    package func get<F: FactField>(_ name: StaticString) throws(FactUnreadable) -> F {
        guard let value: F = try find(name) else {
            throw FactUnreadable("the field \(name) is missing")
        }
        return value
    }

    /// A field that may be absent.
    @inlinable
    package func find<F: FactField>(_ name: StaticString) throws(FactUnreadable) -> F? {
        guard let json = fields[name.text] else { return nil }
        guard let value = F(json: json) else {
            throw FactUnreadable("the field \(name) is not a \(F.self)")
        }
        return value
    }

    /// A field that holds a list; an absent one is empty.
    @inlinable
    package func list<F: FactField>(_ name: StaticString) throws(FactUnreadable) -> [F] {
        guard let json = fields[name.text] else { return [] }
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

extension StaticString {
    /// The same text; much cheaper than interpolating it.
    package var text: String {
        withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }
}
