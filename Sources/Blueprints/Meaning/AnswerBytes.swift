package import Feel

extension TypedAnswers {
    /// The one byte form of these answers, for sealing: equal answers give equal bytes.
    ///
    /// Every part says its kind and its length first, so nothing needs escaping.
    package var canonicalBytes: [UInt8] {
        var bytes = Array("A1".utf8)
        bytes.reserveCapacity(32 * (values.count + 1))
        let sorted = values.sorted { $0.key < $1.key }
        AnswerBytes.open("c", sorted.count, to: &bytes)
        for (id, value) in sorted {
            AnswerBytes.write("k", id.text, to: &bytes)
            AnswerBytes.write(value, to: &bytes)
        }
        return bytes
    }

    /// Reads what `canonicalBytes` wrote; nil for anything else.
    package init?(canonicalBytes bytes: [UInt8]) {
        guard var reader = AnswerBytes(canonical: bytes) else { return nil }
        guard case .context(let fields) = reader.value(), reader.isAtEnd else { return nil }
        self.init(
            Dictionary(
                fields.map { (ID($0.key), $0.value) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }
}

extension TypedAnswers {
    /// One answer out of `canonicalBytes`, without reading the others.
    package static func answer(_ id: ID, inCanonical bytes: [UInt8]) -> FeelValue? {
        guard var reader = AnswerBytes(canonical: bytes) else { return nil }
        return reader.field(id)
    }
}

/// The kinds and lengths of which sealed answers are made.
///
/// A letter for the kind, a length or a count, a colon, the content: `s6:warung`.
struct AnswerBytes {
    private var rest: ArraySlice<UInt8>

    /// Begins behind the version; nil for another version.
    init?(canonical bytes: [UInt8]) {
        guard bytes.starts(with: "A1".utf8) else { return nil }
        rest = bytes.dropFirst(2)
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Writes a kind and a length or count.
    static func open(_ kind: Unicode.Scalar, _ count: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: kind))
        bytes += String(count).utf8
        bytes.append(UInt8(ascii: ":"))
    }

    static func write(_ kind: Unicode.Scalar, _ text: String, to bytes: inout [UInt8]) {
        open(kind, text.utf8.count, to: &bytes)
        bytes += text.utf8
    }

    static func write(_ value: FeelValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: open("n", 0, to: &bytes)
        case .boolean(let truth): write("b", truth ? "1" : "0", to: &bytes)
        case .number(let number): write("d", number.description, to: &bytes)
        case .string(let text): write("s", text, to: &bytes)
        case .date(let day): write("y", "\(day.year)-\(day.month)-\(day.day)", to: &bytes)
        case .list(let items):
            open("l", items.count, to: &bytes)
            for item in items { write(item, to: &bytes) }
        case .context(let fields):
            open("c", fields.count, to: &bytes)
            for (name, field) in fields.sorted(by: { ID($0.key) < ID($1.key) }) {
                write("k", name, to: &bytes)
                write(field, to: &bytes)
            }
        case .time, .dateTime, .daysDuration, .monthsDuration, .range, .function:
            // Only computed values can be one of these, and what is computed later is no loss.
            open("n", 0, to: &bytes)
        }
    }

    /// The field of that name in a context; leaves off behind it.
    mutating func field(_ name: ID) -> FeelValue? {
        guard let (kind, count) = head(), kind == UInt8(ascii: "c") else { return nil }
        for _ in 0..<count {
            guard let (kind, size) = head(), kind == UInt8(ascii: "k") else { return nil }
            let isWanted = rest.prefix(size).elementsEqual(name.text.utf8)
            rest = rest.dropFirst(size)
            if isWanted { return value() }
            guard skip() else { return nil }
        }
        return nil
    }

    /// Goes past one value; false where there is none.
    private mutating func skip() -> Bool {
        guard let (kind, size) = head() else { return false }
        switch kind {
        case UInt8(ascii: "n"), UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "s"),
            UInt8(ascii: "y"):
            rest = rest.dropFirst(size)
            return true
        case UInt8(ascii: "l"): return (0..<size).allSatisfy { _ in skip() }
        case UInt8(ascii: "c"):
            return (0..<size).allSatisfy { _ in
                guard let (_, length) = head() else { return false }
                rest = rest.dropFirst(length)
                return skip()
            }
        default: return false
        }
    }

    mutating func value() -> FeelValue? {
        guard let (kind, size) = head() else { return nil }
        switch kind {
        case UInt8(ascii: "n"): return size == 0 ? .null : nil
        case UInt8(ascii: "b"): return text(size).map { .boolean($0 == "1") }
        case UInt8(ascii: "d"): return text(size).flatMap { Decimal34($0) }.map { .number($0) }
        case UInt8(ascii: "s"): return text(size).map { .string($0) }
        case UInt8(ascii: "y"): return text(size).flatMap(Self.date)
        case UInt8(ascii: "l"): return list(size)
        case UInt8(ascii: "c"): return context(size)
        default: return nil
        }
    }

    private mutating func list(_ count: Int) -> FeelValue? {
        var items: [FeelValue] = []
        for _ in 0..<count {
            guard let item = value() else { return nil }
            items.append(item)
        }
        return .list(items)
    }

    private mutating func context(_ count: Int) -> FeelValue? {
        var fields: [String: FeelValue] = [:]
        for _ in 0..<count {
            guard let (kind, size) = head(), kind == UInt8(ascii: "k"), let name = text(size),
                let field = value()
            else { return nil }
            fields[name] = field
        }
        return .context(fields)
    }

    private mutating func head() -> (kind: UInt8, size: Int)? {
        guard let kind = rest.popFirst(), let colon = rest.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        var size = 0
        for digit in rest[rest.startIndex..<colon] {
            guard digit >= 0x30, digit <= 0x39, size <= rest.count else { return nil }
            size = size * 10 + Int(digit - 0x30)
        }
        guard colon > rest.startIndex, size <= rest.count else { return nil }
        rest = rest[(colon + 1)...]
        return (kind, size)
    }

    private mutating func text(_ size: Int) -> String? {
        guard size <= rest.count else { return nil }
        let bytes = rest.prefix(size)
        rest = rest.dropFirst(size)
        return String(validating: bytes, as: UTF8.self)
    }

    private static func date(_ text: String) -> FeelValue? {
        guard case .date(let day) = DateReading(text) else { return nil }
        return .date(day)
    }
}
