extension CanonicalJSON {
    /// Reads what stands in an event.
    package static func read(_ bytes: [UInt8]) throws(FactUnreadable) -> FactValue {
        try JSONReader<FactValue>.whole(bytes)
    }

    /// Reads any JSON text, strictly: no name twice, no half of a surrogate pair, nothing after.
    package static func readAny(_ bytes: [UInt8]) throws(FactUnreadable) -> JSONValue {
        try JSONReader<JSONValue>.whole(bytes)
    }
}

/// What can be made of a JSON text: any value, or one that may stand in an event.
protocol JSONBuilt {
    associatedtype Members: JSONMembers where Members.Member == Self

    static func null() throws(FactUnreadable) -> Self
    static func flag(_ flag: Bool) -> Self
    static func text(_ text: String) -> Self
    static func list(_ items: [Self]) -> Self
    static func object(_ members: Members) -> Self

    /// From the digits, sign, point and exponent of a number that JSON allows.
    static func number(written: ArraySlice<UInt8>) throws(FactUnreadable) -> Self
}

/// The members of an object while it is read.
protocol JSONMembers {
    associatedtype Member

    init()

    /// Adds a member; false where there is one of that name.
    mutating func add(_ name: String, _ value: Member) -> Bool
}

/// Reads one JSON text from its bytes.
private struct JSONReader<Value: JSONBuilt> {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    static func whole(_ bytes: [UInt8]) throws(FactUnreadable) -> Value {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.place == bytes.count else { throw reader.failure("something follows") }
        return value
    }

    private static var deepest: Int { 64 }

    func failure(_ why: String) -> FactUnreadable { FactUnreadable("byte \(place): \(why)") }

    var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            place += 1
        }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        place += 1
        return true
    }

    mutating func value(depth: Int) throws(FactUnreadable) -> Value {
        guard depth < Self.deepest else { throw failure("too deep") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"):
            try take(word: "true")
            return .flag(true)
        case UInt8(ascii: "f"):
            try take(word: "false")
            return .flag(false)
        case UInt8(ascii: "n"):
            try take(word: "null")
            return try .null()
        case nil: throw failure("it ends too early")
        case .some: return try .number(written: number())
        }
    }

    private mutating func take(word: String) throws(FactUnreadable) {
        guard bytes[place...].starts(with: word.utf8) else { throw failure("no JSON value") }
        place += word.utf8.count
    }

    private mutating func object(depth: Int) throws(FactUnreadable) -> Value {
        var members = Value.Members()
        place += 1
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw failure("a name is missing") }
            let name = try text()
            guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
            guard members.add(name, try value(depth: depth + 1)) else {
                throw failure("a name stands twice")
            }
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw failure("the object does not end") }
        return .object(members)
    }

    private mutating func list(depth: Int) throws(FactUnreadable) -> Value {
        var items: [Value] = []
        place += 1
        if take(UInt8(ascii: "]")) { return .list(items) }
        repeat { items.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw failure("the list does not end") }
        return .list(items)
    }

    private mutating func text() throws(FactUnreadable) -> String {
        place += 1
        // Most texts hold nothing that is escaped.
        let start = place
        while place < bytes.count, Self.isPlain(bytes[place]) { place += 1 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
            guard let text = String(validating: bytes[start..<place], as: UTF8.self) else {
                throw failure("no UTF-8")
            }
            place += 1
            return text
        }
        var content = Array(bytes[start..<place])
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw failure("no UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): try escaped(to: &content)
            case 0..<0x20: throw failure("a control character in a text")
            default: content.append(byte)
            }
        }
        throw failure("the text does not end")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private mutating func escaped(to content: inout [UInt8]) throws(FactUnreadable) {
        guard let byte = next else { throw failure("the text does not end") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content += try scalar()
        default: throw failure("an unknown escape")
        }
    }

    private mutating func scalar() throws(FactUnreadable) -> [UInt8] {
        var code = try unit()
        if (0xD800..<0xDC00).contains(code) {
            guard next == UInt8(ascii: "\\") else { throw failure("half a surrogate pair") }
            place += 1
            guard next == UInt8(ascii: "u") else { throw failure("half a surrogate pair") }
            place += 1
            let low = try unit()
            guard (0xDC00..<0xE000).contains(low) else { throw failure("half a surrogate pair") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw failure("half a surrogate pair") }
        return Array(Character(scalar).utf8)
    }

    private mutating func unit() throws(FactUnreadable) -> UInt32 {
        guard place + 4 <= bytes.count else { throw failure("four digits are missing") }
        var code: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            guard let digit = hexadecimalValue(byte) else { throw failure("no hexadecimal digit") }
            code = code << 4 | UInt32(digit)
        }
        place += 4
        return code
    }

    private mutating func number() throws(FactUnreadable) -> ArraySlice<UInt8> {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        let whole = digits()
        guard whole > 0 else { throw failure("no JSON value") }
        if whole > 1, bytes[place - whole] == UInt8(ascii: "0") {
            throw failure("a number does not begin with 0")
        }
        if next == UInt8(ascii: ".") {
            place += 1
            guard digits() > 0 else { throw failure("digits are missing") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            guard digits() > 0 else { throw failure("digits are missing") }
        }
        return bytes[start..<place]
    }

    private mutating func digits() -> Int {
        let start = place
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
        return place - start
    }
}
