package import Stories

/// What a secret link holds: which thing, and 128 bits that only we can make.
///
/// It follows from the thing, a purpose and how often the link was changed, so a repeated answer
/// can show it again, a stolen database does not give it away, and an earlier one opens nothing.
/// A link of one purpose opens nothing of another.
package struct LinkToken: Hashable, Sendable {
    package let id: OpaqueID

    /// 64 hexadecimal digits.
    package let text: String

    package init(of id: OpaqueID, for purpose: Code, changes: Int = 0, _ keys: Keys) {
        self.id = id
        let count = changes == 0 ? [] : Array("/\(changes)".utf8)
        text = id.description + hexadecimal(keys.mark(purpose, id.bytes + count).prefix(16))
    }

    /// Reads a link's token that never changes; nil for one that we did not make.
    package init?(_ typed: String, for purpose: Code, _ keys: Keys) {
        guard let id = Self.id(in: typed) else { return nil }
        self.init(of: id, for: purpose, keys)
        guard matches(typed) else { return nil }
    }

    /// The thing that a link speaks of; whether it may, `matches` says.
    package static func id(in typed: String) -> OpaqueID? {
        typed.utf8.count == 64 ? OpaqueID(typed.prefix(32)) : nil
    }

    /// Whether this is the token that came; both are equally long and compared without an early end.
    package func matches(_ typed: String) -> Bool {
        // Letters may change their length with their case: counted as they are compared.
        let typed = typed.lowercased()
        guard typed.utf8.count == text.utf8.count else { return false }
        return zip(text.utf8, typed.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
