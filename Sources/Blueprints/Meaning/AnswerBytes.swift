import Feel

extension TypedAnswers {
    /// The one byte form of these answers, for sealing: equal answers give equal bytes.
    ///
    /// Every part says its kind and its length first, so nothing needs escaping.
    package var canonicalBytes: [UInt8] {
        var bytes = Array("A1".utf8)
        let sorted = values.sorted { $0.key < $1.key }
        bytes += Array("c\(sorted.count):".utf8)
        for (id, value) in sorted {
            AnswerBytes.write("k", id.text, to: &bytes)
            AnswerBytes.write(value, to: &bytes)
        }
        return bytes
    }

    /// Reads what `canonicalBytes` wrote; nil for anything else.
    package init?(canonicalBytes bytes: [UInt8]) {
        guard bytes.starts(with: "A1".utf8) else { return nil }
        var reader = AnswerBytes(bytes.dropFirst(2))
        guard case .context(let fields) = reader.value(), reader.isAtEnd else { return nil }
        self.init(
            Dictionary(
                fields.map { (ID($0.key), $0.value) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }
}

/// The kinds and lengths of which sealed answers are made.
///
/// A letter for the kind, a length or a count, a colon, the content: `s6:warung`.
struct AnswerBytes {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    static func write(_ kind: String, _ text: String, to bytes: inout [UInt8]) {
        bytes += Array("\(kind)\(text.utf8.count):".utf8)
        bytes += Array(text.utf8)
    }

    static func write(_ value: FeelValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += Array("n0:".utf8)
        case .boolean(let truth): write("b", truth ? "1" : "0", to: &bytes)
        case .number(let number): write("d", number.description, to: &bytes)
        case .string(let text): write("s", text, to: &bytes)
        case .date(let day): write("y", "\(day.year)-\(day.month)-\(day.day)", to: &bytes)
        case .list(let items):
            bytes += Array("l\(items.count):".utf8)
            for item in items { write(item, to: &bytes) }
        case .context(let fields):
            bytes += Array("c\(fields.count):".utf8)
            for (name, field) in fields.sorted(by: { ID($0.key) < ID($1.key) }) {
                write("k", name, to: &bytes)
                write(field, to: &bytes)
            }
        case .time, .dateTime, .daysDuration, .monthsDuration, .range, .function:
            // Only computed values can be one of these, and what is computed later is no loss.
            bytes += Array("n0:".utf8)
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
        guard let kind = rest.popFirst(), let colon = rest.firstIndex(of: UInt8(ascii: ":")),
            let size = Int(String(decoding: rest[rest.startIndex..<colon], as: UTF8.self)),
            size >= 0, size <= rest.count
        else { return nil }
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
