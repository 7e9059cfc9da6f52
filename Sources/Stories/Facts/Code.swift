/// A short word from a closed alphabet: an id of a blueprint, a place code, a letter number.
///
/// 1 to 120 bytes of `A-Z a-z 0-9 . _ - / : +`. It is the only text that an event may hold,
/// and names, notes and reasons do not fit in it.
package struct Code: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard Self.fits(text.utf8) else { return nil }
        self.text = text
    }

    package init(literal: StaticString) {
        let text = "\(literal)"
        precondition(Self.fits(text.utf8), "not a code: \(text)")
        self.text = text
    }

    package var description: String { text }

    package static func < (a: Code, b: Code) -> Bool { a.text < b.text }

    private static func fits(_ bytes: some Collection<UInt8>) -> Bool {
        (1...120).contains(bytes.count)
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "+"):
                    true
                default: false
                }
            }
    }
}

extension Code: ExpressibleByStringLiteral {
    package init(stringLiteral value: StaticString) { self.init(literal: value) }
}
