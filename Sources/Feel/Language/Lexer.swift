/// A word, number, string or sign of an expression.
struct Token: Sendable {
    let kind: Kind
    let range: Range<Int>

    enum Kind: Hashable, Sendable {
        case word(String)
        case number(Decimal34)
        case string(String)
        /// A string behind `@`: a date, time or duration.
        case at(String)
        case sign(String)
        case end
    }

    /// The token as the author wrote it, for a sentence.
    var spelling: String {
        switch kind {
        case .word(let word): word
        case .number(let number): number.description
        case .string(let text): FeelValue.quoted(text)
        case .at(let text): "@" + FeelValue.quoted(text)
        case .sign(let sign): sign
        case .end: ""
        }
    }
}

/// Cuts an expression into tokens.
struct Lexer {
    private let bytes: [UInt8]
    private var place = 0

    static let limit = 20_000

    private init(_ source: String) { bytes = Array(source.utf8) }

    static func tokens(of source: String) throws(FeelProblem) -> [Token] {
        var lexer = Lexer(source)
        guard lexer.bytes.count <= limit else {
            throw FeelProblem(.tooLong(limit: limit), at: 0..<lexer.bytes.count)
        }
        var tokens: [Token] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private func byte(_ ahead: Int = 0) -> UInt8? {
        place + ahead < bytes.count ? bytes[place + ahead] : nil
    }

    private func isAt(_ text: StaticString) -> Bool {
        guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }

    private mutating func next() throws(FeelProblem) -> Token {
        try skipSpace()
        let start = place
        guard let first = byte() else { return Token(kind: .end, range: start..<start) }
        let kind: Token.Kind
        switch first {
        case UInt8(ascii: "\""): kind = .string(try string())
        case UInt8(ascii: "@") where byte(1) == UInt8(ascii: "\""):
            place += 1
            kind = .at(try string())
        case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = try number()
        case UInt8(ascii: ".") where byte(1).map(Lexer.isDigit) ?? false: kind = try number()
        default:
            if let word = word() { kind = word } else { kind = try sign() }
        }
        return Token(kind: kind, range: start..<place)
    }

    private mutating func skipSpace() throws(FeelProblem) {
        while let next = byte() {
            if next <= 0x20 {
                place += 1
            } else if isAt("//") {
                while let inside = byte(), inside != 0x0A { place += 1 }
            } else if isAt("/*") {
                let start = place
                while !isAt("*/") {
                    guard byte() != nil else {
                        throw FeelProblem(
                            .syntax(found: "/*", expected: "\"*/\" di akhir komentar"),
                            at: start..<start + 2
                        )
                    }
                    place += 1
                }
                place += 2
            } else if let (scalar, length) = scalar(), scalar.properties.isWhitespace {
                place += length
            } else {
                return
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private mutating func number() throws(FeelProblem) -> Token.Kind {
        let start = place
        while byte().map(Lexer.isDigit) ?? false { place += 1 }
        if byte() == UInt8(ascii: "."), byte(1).map(Lexer.isDigit) ?? false {
            place += 1
            while byte().map(Lexer.isDigit) ?? false { place += 1 }
        }
        if byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") {
            let signed = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
            if byte(signed ? 2 : 1).map(Lexer.isDigit) ?? false {
                place += signed ? 2 : 1
                while byte().map(Lexer.isDigit) ?? false { place += 1 }
            }
        }
        guard let number = Decimal34(bytes: bytes[start..<place]) else {
            let text = String(decoding: bytes[start..<place], as: UTF8.self)
            throw FeelProblem(.badLiteral(kind: .number, text: text), at: start..<place)
        }
        return .number(number)
    }

    private func scalar() -> (Unicode.Scalar, Int)? {
        guard place < bytes.count else { return nil }
        var decoder = UTF8()
        var iterator = bytes[place..<min(place + 4, bytes.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, UTF8.width(scalar))
    }

    private static func startsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "?" || scalar.properties.isAlphabetic
            || (!scalar.isASCII && scalar.value >= 0x1F000)
    }

    private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
        startsWord(scalar) && scalar != "?" || ("0"..."9").contains(scalar)
            || (!scalar.isASCII && (scalar.properties.isIDContinue || scalar.value == 0x200D))
    }

    private mutating func word() -> Token.Kind? {
        guard let (first, length) = scalar(), Lexer.startsWord(first) else { return nil }
        let start = place
        place += length
        if first == "?" { return .word("?") }
        while let (scalar, length) = scalar(), Lexer.continuesWord(scalar) { place += length }
        return .word(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func sign() throws(FeelProblem) -> Token.Kind {
        for sign in ["**", "<=", ">=", "!=", "..", "->"] where isAtText(sign) {
            place += 2
            return .sign(sign)
        }
        if let byte = byte(), "+-*/=<>()[]{},:.'".utf8.contains(byte) {
            place += 1
            return .sign(String(UnicodeScalar(byte)))
        }
        let (scalar, length) = scalar() ?? ("\u{FFFD}", 1)
        let found = String(scalar)
        let hints = [
            "&": "\"and\" di antara dua syarat", "|": "\"or\" di antara dua syarat",
            "!": "\"not(…)\" di sekeliling syarat", "“": "tanda kutip lurus (\")",
            "”": "tanda kutip lurus (\")", "×": "\"*\" untuk kali", "≤": "\"<=\"", "≥": "\">=\"",
            "≠": "\"!=\"", "÷": "\"/\" untuk bagi", ";": "koma (,)", "%": "pembagian dengan 100",
        ]
        throw FeelProblem(
            .syntax(found: found, expected: hints[found] ?? "nama, angka, teks, atau tanda hitung"),
            at: place..<place + length
        )
    }

    private func isAtText(_ text: String) -> Bool {
        bytes[place...].starts(with: text.utf8)
    }

    private mutating func string() throws(FeelProblem) -> String {
        let start = place
        place += 1
        var text: [UInt8] = []
        while let next = byte() {
            place += 1
            switch next {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            default: text.append(next)
            }
        }
        throw FeelProblem(
            .syntax(found: "", expected: "tanda kutip (\") di akhir teks"),
            at: start..<place
        )
    }

    private mutating func escape(into text: inout [UInt8]) throws(FeelProblem) {
        let start = place - 1
        let letter = byte()
        place += 1
        switch letter {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "/"):
            text.append(letter ?? 0x5C)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            var value = hex(letter == UInt8(ascii: "u") ? 4 : 6)
            if let lead = value, (0xD800..<0xDC00).contains(lead), isAt("\\u") {
                place += 2
                value = hex(4).map { 0x10000 + (lead - 0xD800) << 10 + ($0 & 0x3FF) }
            }
            guard let value, let scalar = Unicode.Scalar(value) else {
                throw FeelProblem(
                    .syntax(found: "\\", expected: "kode Unicode, misalnya \\u00E9"),
                    at: start..<min(place, bytes.count)
                )
            }
            text.append(contentsOf: Array(String(scalar).utf8))
        default:
            // What is not an escape stands for itself: patterns are full of `\d`.
            text.append(0x5C)
            if let letter { text.append(letter) }
        }
    }

    private mutating func hex(_ count: Int) -> UInt32? {
        guard place + count <= bytes.count else { return nil }
        let digits = String(decoding: bytes[place..<place + count], as: UTF8.self)
        place += count
        return UInt32(digits, radix: 16)
    }
}
