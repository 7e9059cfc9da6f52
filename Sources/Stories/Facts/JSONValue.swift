/// Any JSON value.
///
/// Numbers are the doubles that RFC 8785 speaks of; an event holds whole ones only (`FactValue`).
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
}

extension FactValue {
    /// The same value where it may stand in an event: no null, no fraction.
    package init(_ value: JSONValue) throws(FactUnreadable) {
        switch value {
        case .null: throw FactUnreadable("null does not stand in an event")
        case .flag(let flag): self = .flag(flag)
        case .number(let double):
            guard let whole = Int64(exactly: double), whole.magnitude <= CanonicalJSON.largest
            else {
                throw FactUnreadable("\(double) is no whole number of an event")
            }
            self = .number(whole)
        case .text(let text): self = .text(text)
        case .list(let items):
            var values: [FactValue] = []
            values.reserveCapacity(items.count)
            for item in items { values.append(try FactValue(item)) }
            self = .list(values)
        case .object(let fields):
            var values: [String: FactValue] = [:]
            values.reserveCapacity(fields.count)
            for (name, field) in fields { values[name] = try FactValue(field) }
            self = .object(values)
        }
    }
}
