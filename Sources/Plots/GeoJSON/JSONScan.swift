/// Goes over a JSON text from one byte to the next.
///
/// It keeps what is open in a list of its own, so that a text of brackets alone ends at the bound
/// on depth and not at the end of the stack.
struct JSONScan {
    let bytes: [UInt8]
    var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func skipSpace() {
        while at < bytes.count {
            let byte = bytes[at]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            at += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        at += 1
        return true
    }

    /// Goes over one value with everything in it.
    mutating func skipValue() throws(JSONFault) {
        var open: [UInt8] = []
        repeat {
            skipSpace()
            guard let byte = next else { throw JSONFault(.endsTooEarly, at: at) }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                guard open.count < JSONText.deepest else { throw JSONFault(.tooDeep, at: at) }
                at += 1
                // The two signs that close stand two behind those that open.
                if take(byte + 2) {
                    try close(&open)
                } else {
                    open.append(byte)
                    if byte == UInt8(ascii: "{") { try skipName() }
                }
            } else {
                try skipPlain(byte)
                try close(&open)
            }
        } while !open.isEmpty
    }

    /// After a value: a comma leads to the next one, a closing sign ends a list or object.
    private mutating func close(_ open: inout [UInt8]) throws(JSONFault) {
        while let opened = open.last {
            if take(UInt8(ascii: ",")) {
                skipSpace()
                if next == UInt8(ascii: "]") || next == UInt8(ascii: "}") {
                    throw JSONFault(.comma, at: at)
                }
                if opened == UInt8(ascii: "{") { try skipName() }
                return
            }
            guard take(opened + 2) else {
                throw JSONFault(next == nil ? .endsTooEarly : .comma, at: at)
            }
            open.removeLast()
        }
    }

    private mutating func skipName() throws(JSONFault) {
        skipSpace()
        guard let byte = next else { throw JSONFault(.endsTooEarly, at: at) }
        guard byte == UInt8(ascii: "\"") else { throw JSONFault(.missingName, at: at) }
        try skipText()
        guard take(UInt8(ascii: ":")) else { throw JSONFault(.missingColon, at: at) }
    }

    private mutating func skipPlain(_ byte: UInt8) throws(JSONFault) {
        switch byte {
        case UInt8(ascii: "\""): try skipText()
        case UInt8(ascii: "t"): try skip(word: "true")
        case UInt8(ascii: "f"): try skip(word: "false")
        case UInt8(ascii: "n"): try skip(word: "null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
        case UInt8(ascii: "N"), UInt8(ascii: "I"): throw JSONFault(.notANumber, at: at)
        case _: throw JSONFault(.noValue, at: at)
        }
    }

    private mutating func skip(word: StaticString) throws(JSONFault) {
        let start = at
        for index in 0..<word.utf8CodeUnitCount {
            guard next == word.utf8Start[index] else {
                // `nan` is what some programs write for a number that is none.
                let isNaN = bytes[start...].prefix(3).elementsEqual("nan".utf8)
                throw JSONFault(isNaN ? .notANumber : .noValue, at: start)
            }
            at += 1
        }
    }

    private mutating func skipText() throws(JSONFault) {
        let start = at
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return
            }
            guard byte >= 0x20 else { throw JSONFault(.control, at: at) }
            at += byte == UInt8(ascii: "\\") ? try escapeLength() : 1
        }
        throw JSONFault(.endsTooEarly, at: start)
    }

    private func escapeLength() throws(JSONFault) -> Int {
        guard at + 1 < bytes.count else { throw JSONFault(.endsTooEarly, at: at) }
        if bytes[at + 1] == UInt8(ascii: "u") {
            guard at + 6 <= bytes.count, bytes[at + 2..<at + 6].allSatisfy(Self.isHexadecimal)
            else {
                throw JSONFault(.escape, at: at)
            }
            return 6
        }
        guard "\"\\/bfnrt".utf8.contains(bytes[at + 1]) else { throw JSONFault(.escape, at: at) }
        return 2
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        case _: false
        }
    }

    private mutating func skipNumber() throws(JSONFault) {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let first = at
        guard skipDigits() > 0 else {
            let isInfinite = next == UInt8(ascii: "I") || next == UInt8(ascii: "N")
            throw JSONFault(isInfinite ? .notANumber : .noValue, at: start)
        }
        if at > first + 1, bytes[first] == UInt8(ascii: "0") {
            throw JSONFault(.leadingZero, at: start)
        }
        if next == UInt8(ascii: ".") {
            at += 1
            guard skipDigits() > 0 else { throw JSONFault(.noValue, at: start) }
        }
        guard next == UInt8(ascii: "e") || next == UInt8(ascii: "E") else { return }
        at += 1
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
        guard skipDigits() > 0 else { throw JSONFault(.noValue, at: start) }
    }

    private mutating func skipDigits() -> Int {
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        return at - start
    }
}

extension JSONScan {
    /// The text that begins here, in a file that was read through; half a pair becomes a sign of
    /// its own.
    mutating func text() -> String {
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
        var content = Array(bytes[start..<at])
        var units: [UInt16] = []
        func flush() {
            guard !units.isEmpty else { return }
            content += String(decoding: units, as: UTF16.self).utf8
            units = []
        }
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), at + 5 < bytes.count, bytes[at + 1] == UInt8(ascii: "u")
            {
                let digits = String(decoding: bytes[at + 2..<at + 6], as: UTF8.self)
                units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
                at += 6
                continue
            }
            flush()
            if byte == UInt8(ascii: "\\"), at + 1 < bytes.count {
                content.append(Self.escapes[bytes[at + 1]] ?? bytes[at + 1])
                at += 2
            } else {
                content.append(byte)
                at += 1
            }
        }
        flush()
        at += 1
        return String(decoding: content, as: UTF8.self)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
}
