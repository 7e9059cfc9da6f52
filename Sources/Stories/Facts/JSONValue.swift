/// Any JSON value.
///
/// Numbers are the doubles that RFC 8785 speaks of; an event holds whole ones only (`FactValue`).
package enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue: JSONBuilt {
    static func null() -> JSONValue { .null }

    static func number(written: ArraySlice<UInt8>) throws(FactUnreadable) -> JSONValue {
        .number(try double(written))
    }

    fileprivate static func double(_ written: ArraySlice<UInt8>) throws(FactUnreadable) -> Double {
        guard let number = Double(String(decoding: written, as: UTF8.self)), number.isFinite else {
            throw FactUnreadable("byte \(written.startIndex): a number that no double holds")
        }
        return number
    }
}

extension [String: JSONValue]: JSONMembers {
    mutating func add(_ name: String, _ value: JSONValue) -> Bool {
        updateValue(value, forKey: name) == nil
    }
}

/// What may stand in an event has no null and no fraction.
extension FactValue: JSONBuilt {
    static func null() throws(FactUnreadable) -> FactValue {
        throw FactUnreadable("null does not stand in an event")
    }

    static func number(written: ArraySlice<UInt8>) throws(FactUnreadable) -> FactValue {
        let digits = written.first == UInt8(ascii: "-") ? written.dropFirst() : written
        // Sixteen digits fit; what has a point or an exponent goes the long way.
        if digits.count <= 16, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            let magnitude = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
            guard magnitude.magnitude <= CanonicalJSON.largest else { throw tooLarge(written) }
            return .number(digits.count == written.count ? magnitude : -magnitude)
        }
        let double = try JSONValue.double(written)
        guard let whole = Int64(exactly: double), whole.magnitude <= CanonicalJSON.largest else {
            throw tooLarge(written)
        }
        return .number(whole)
    }

    private static func tooLarge(_ written: ArraySlice<UInt8>) -> FactUnreadable {
        FactUnreadable("\(String(decoding: written, as: UTF8.self)) is no whole number of an event")
    }
}

extension FactFields: JSONMembers {
    typealias Member = FactValue
}
