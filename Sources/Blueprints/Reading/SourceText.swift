/// A file's text with the place of every single value in it.
///
/// It lets one value change in the text while everything else stays byte for byte: the author's
/// order, spaces and comments.
package struct SourceText: Sendable {
    package let path: String
    package let bytes: [UInt8]

    /// Which comment lines stand above or behind a slot.
    package let comments: [Slot: [Comment]]
    let values: [Slot: ValueInText]

    /// The bytes with another value at one slot; nil where the file says no single value there.
    package func replacing(value slot: Slot, with text: String) -> [UInt8]? {
        guard let value = values[slot], let range = value.range(in: bytes) else { return nil }
        var changed = bytes
        let written = ScalarWriting.inline(text, inFlow: value.isInFlow)
        changed.replaceSubrange(range, with: Array(written.utf8))
        return changed
    }

    /// The bytes of one value as they stand in the text, quotes included.
    package func range(of slot: Slot) -> Range<Int>? { values[slot]?.range(in: bytes) }
}

/// Where a value begins in a text, and how it is written there.
struct ValueInText: Sendable {
    enum Style: Sendable {
        case plain, quoted(UInt8), block
    }

    let start: Int
    let style: Style
    let text: String
    let isInFlow: Bool

    func range(in bytes: [UInt8]) -> Range<Int>? {
        guard start < bytes.count else { return nil }
        switch style {
        case .plain: return plainRange(in: bytes)
        case .quoted(let quote): return quotedRange(in: bytes, quote)
        case .block: return blockRange(in: bytes)
        }
    }

    /// A plain value may go on over lines; each break then is one space.
    private func plainRange(in bytes: [UInt8]) -> Range<Int>? {
        var index = start
        for byte in text.utf8 {
            guard index < bytes.count else { return nil }
            let here = bytes[index]
            if byte == here {
                index += 1
            } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
                guard here == UInt8(ascii: "\n") || here == UInt8(ascii: "\r") else { return nil }
                while index < bytes.count, [0x20, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
            } else {
                return nil
            }
        }
        return start..<index
    }

    private func quotedRange(in bytes: [UInt8], _ quote: UInt8) -> Range<Int>? {
        guard bytes[start] == quote else { return nil }
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
            } else if bytes[index] == quote {
                guard quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote
                else { return start..<index + 1 }
                index += 2
            } else {
                index += 1
            }
        }
        return nil
    }

    /// From the `|` to the last line that is not empty.
    private func blockRange(in bytes: [UInt8]) -> Range<Int>? {
        var end = start
        var line = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        end = line
        var indent: Int?
        while line < bytes.count {
            let begin = line + 1
            let stop =
                bytes[min(begin, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            guard begin < stop || stop < bytes.count else { break }
            let spaces = bytes[begin..<stop].prefix { $0 == UInt8(ascii: " ") }.count
            let isEmpty = bytes[begin..<stop].allSatisfy { $0 == 0x20 || $0 == 0x0D }
            if !isEmpty {
                if spaces < indent ?? 1 { break }
                indent = indent ?? spaces
                end = stop
            }
            line = stop
        }
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }
}
