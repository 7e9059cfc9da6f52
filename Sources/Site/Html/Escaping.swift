/// How text becomes harmless in element content and in quoted attribute values.
enum Escaping {
    /// Appends the text; the five characters with a meaning become references.
    ///
    /// Control characters that HTML forbids become the replacement character, so that what a
    /// person sees and what a parser makes of it are the same.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var plainFrom = 0
            for index in source.indices {
                guard let replacement = reference(for: source[index]) else { continue }
                bytes.append(contentsOf: source[plainFrom..<index])
                bytes.append(
                    contentsOf: UnsafeBufferPointer(
                        start: replacement.utf8Start,
                        count: replacement.utf8CodeUnitCount
                    )
                )
                plainFrom = index + 1
            }
            bytes.append(contentsOf: source[plainFrom...])
        }
    }

    private static func reference(for byte: UInt8) -> StaticString? {
        // Most bytes are letters: one comparison lets them through.
        guard byte < 0x40 || byte == 0x7F else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case UInt8(ascii: "'"): return "&#39;"
        case 0x09, 0x0A, 0x0D: return nil
        case 0x00..<0x20, 0x7F: return "\u{FFFD}"
        default: return nil
        }
    }
}
