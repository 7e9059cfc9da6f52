package import Stories

/// What a secret link holds: which thing, and 128 bits that only we can make.
///
/// It follows from the thing and a purpose, so a repeated answer can show it again, and a stolen
/// database does not give it away. A link of one purpose opens nothing of another.
package struct LinkToken: Hashable, Sendable {
    package let id: OpaqueID

    /// 64 hexadecimal digits.
    package let text: String

    package init(of id: OpaqueID, for purpose: Code, _ keys: Keys) {
        self.id = id
        text = id.description + hexadecimal(keys.mark(purpose, id.bytes).prefix(16))
    }

    /// Reads a link's token; nil for one that we did not make.
    package init?(_ typed: String, for purpose: Code, _ keys: Keys) {
        let typed = typed.lowercased()
        guard typed.utf8.count == 64, let id = OpaqueID(typed.prefix(32)) else { return nil }
        self.init(of: id, for: purpose, keys)
        // Both hexadecimal and equally long; compared without an early end.
        let difference = zip(text.utf8, typed.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        guard difference == 0 else { return nil }
    }
}
