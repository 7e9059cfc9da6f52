package import Stories

/// Why a document is not of its form; told to its reader as one refusal of the reader's own.
struct FormFault: Error {}

/// The members of one JSON object, each asked for once; what nobody asked for is a fault.
///
/// A document that is signed says nothing beyond its form: a member that this program does not
/// know could change what the others mean.
struct StrictObject {
    private var members: [String: JSONValue]

    /// Reads the canonical bytes of one object, and no others.
    static func reading(_ bytes: [UInt8]) throws(FormFault) -> StrictObject {
        do {
            let value = try CanonicalJSON.readAny(bytes)
            guard try CanonicalJSON.write(value) == bytes else { throw FormFault() }
            return try StrictObject(value)
        } catch {
            throw FormFault()
        }
    }

    init(_ value: JSONValue?) throws(FormFault) {
        guard case .object(let members)? = value else { throw FormFault() }
        self.members = members
    }

    /// A member of any kind; nil where there is none.
    mutating func take(_ key: String) -> JSONValue? { members.removeValue(forKey: key) }

    mutating func text(_ key: String, most: Int = 2_000) throws(FormFault) -> String {
        guard case .text(let text)? = members.removeValue(forKey: key), text.utf8.count <= most
        else { throw FormFault() }
        return text
    }

    mutating func whole(_ key: String) throws(FormFault) -> Int {
        guard case .number(let number)? = members.removeValue(forKey: key),
            let whole = Int(exactly: number), whole >= 0
        else { throw FormFault() }
        return whole
    }

    mutating func list(_ key: String) throws(FormFault) -> [JSONValue] {
        guard case .list(let items)? = members.removeValue(forKey: key), items.count <= 100_000
        else { throw FormFault() }
        return items
    }

    /// A text, or null in its place.
    mutating func optional(_ key: String) throws(FormFault) -> String? {
        guard members[key] == .null else { return try text(key) }
        members[key] = nil
        return nil
    }

    mutating func digest(_ key: String) throws(FormFault) -> String {
        try Self.hexadecimal(try text(key), bytes: 32)
    }

    mutating func moment(_ key: String) throws(FormFault) -> Instant {
        guard let moment = Moment.read(try text(key)) else { throw FormFault() }
        return moment
    }

    /// Ends the reading: nothing may be left.
    func end() throws(FormFault) {
        guard members.isEmpty else { throw FormFault() }
    }

    /// Lower-case hexadecimal digits of so many bytes, as they were given.
    static func hexadecimal(_ text: String, bytes: Int) throws(FormFault) -> String {
        let isFit = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
        }
        guard isFit, text.utf8.count == 2 * bytes else { throw FormFault() }
        return text
    }
}

/// Moments as they stand in documents: `2026-11-26T16:00:00Z`, whole seconds.
package enum Moment {
    package static func text(_ instant: Instant) -> String {
        let seconds = instant.seconds(since: Instant(milliseconds: 0))
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = Int(seconds) - day * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(Day(number: day))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    package static func read(_ text: String) -> Instant? {
        guard text.utf8.count == 20, let day = Day(text.prefix(10)) else { return nil }
        let numbers = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        let seconds =
            Int64(day.number) * 86_400 + Int64(numbers[0] * 3600 + numbers[1] * 60 + numbers[2])
        let instant = Instant(milliseconds: seconds * 1000)
        // One moment, one text: what would be written otherwise is none.
        return Moment.text(instant) == text ? instant : nil
    }
}
