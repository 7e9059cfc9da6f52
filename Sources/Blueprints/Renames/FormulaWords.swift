/// An expression cut into its names, its texts in quotes, and what stands between.
///
/// It only cuts: whether the expression can be read at all does not matter, so a rename reaches a
/// faulty one too, and every byte that is no renamed name stays.
struct FormulaWords {
    private enum Word {
        case name(String, isMember: Bool)
        case literal(String)
        case other(String)
    }

    private var words: [Word] = []

    init(_ text: String) {
        var rest = Array(text.utf8)[...]
        var isMember = false
        while let first = rest.first {
            if first == UInt8(ascii: "\"") {
                words.append(.literal(Self.text(Self.quoted(&rest))))
                isMember = false
            } else if Self.begins(first) {
                let name = rest.prefix(while: Self.continues)
                rest = rest.dropFirst(name.count)
                words.append(.name(Self.text(name), isMember: isMember))
                isMember = false
            } else {
                let other = rest.prefix { !Self.begins($0) && $0 != UInt8(ascii: "\"") }
                rest = rest.dropFirst(other.count)
                isMember = other.last == UInt8(ascii: ".")
                words.append(.other(Self.text(other)))
            }
        }
    }

    /// The names that are no member of something else.
    var names: [String] {
        words.compactMap { word in
            guard case .name(let name, isMember: false) = word else { return nil }
            return name
        }
    }

    func renamed(_ names: [ID: ID], members: [ID: ID], literals: [ID: ID]) -> String {
        words.map { word in
            switch word {
            case .name(let name, let isMember):
                (isMember ? members : names)[ID(name)]?.text ?? name
            case .literal(let text):
                literals[ID(String(text.dropFirst().dropLast()))].map { "\"\($0)\"" } ?? text
            case .other(let text): text
            }
        }.joined()
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = rest.startIndex + 1
        while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") {
            end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        let found = rest[..<min(end + 1, rest.endIndex)]
        rest = rest[found.endIndex...]
        return found
    }

    /// A letter beyond ASCII may be part of a name, so it is kept with one.
    private static func begins(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }

    private static func continues(_ byte: UInt8) -> Bool {
        begins(byte) || (0x30...0x39).contains(byte)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
