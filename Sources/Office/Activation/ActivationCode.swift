package import Stories

/// The code of an activation slip: twelve letters and digits in groups of four, 59 bits.
///
/// Letters that look alike are left out; what is typed may be in either case, with or without
/// dashes.
package struct ActivationCode: Hashable, Sendable {
    /// `7kq2-m4xp-h9rt`.
    package let text: String

    private static let letters = Array("23456789abcdefghjkmnpqrstuvwxyz".utf8)
    private static let length = 12

    /// From the bytes of a keyed mark.
    init(mark: some Collection<UInt8>) {
        var number = mark.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var drawn: [UInt8] = []
        for _ in 0..<Self.length {
            drawn.append(Self.letters[Int(number % UInt64(Self.letters.count))])
            number /= UInt64(Self.letters.count)
        }
        self.init(drawn)
    }

    /// What somebody typed; nil where it can be no code.
    package init?(typed: String) {
        let typed = typed.lowercased().utf8.filter { $0 != 0x2D && $0 != 0x20 }
        guard typed.count == Self.length, typed.allSatisfy(Self.letters.contains)
        else { return nil }
        self.init(Array(typed))
    }

    private init(_ letters: [UInt8]) {
        text = stride(from: 0, to: letters.count, by: 4)
            .map { String(decoding: letters[$0..<$0 + 4], as: UTF8.self) }
            .joined(separator: "-")
    }
}

/// A slip that was issued, with the code that only its issuer sees.
package struct IssuedSlip: Hashable, Sendable {
    package let official: OpaqueID
    package let code: ActivationCode
    package let until: Instant
}
