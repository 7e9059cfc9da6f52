/// Sixteen random bytes that name something without saying anything about it.
///
/// Shown as 32 lower-case hexadecimal digits. Actors, cases, dossiers, files and payloads have one.
package struct OpaqueID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    @inlinable
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads exactly 32 hexadecimal digits.
    package init?(_ text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 32 else { return nil }
        var halves: [UInt64] = [0, 0]
        for (index, digit) in digits.enumerated() {
            guard let value = hexadecimalValue(digit) else { return nil }
            halves[index / 16] = halves[index / 16] << 4 | UInt64(value)
        }
        self.init(high: halves[0], low: halves[1])
    }

    /// Reads exactly 16 bytes, the most significant first.
    @inlinable
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        let halves = bytes.reduce(into: (UInt64(0), UInt64(0))) { sum, byte in
            sum.0 = sum.0 << 8 | sum.1 >> 56
            sum.1 = sum.1 << 8 | UInt64(byte)
        }
        self.init(high: halves.0, low: halves.1)
    }

    /// The same of an array, as each row of the record hands it over: without a view of each byte.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        let (high, low) = bytes.withUnsafeBytes { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        self.init(high: high, low: low)
    }

    /// The 16 bytes, the most significant first.
    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { bytes, count in
            for place in 0..<8 {
                let shift = 56 - 8 * UInt64(place)
                bytes[place] = UInt8(truncatingIfNeeded: high >> shift)
                bytes[place + 8] = UInt8(truncatingIfNeeded: low >> shift)
            }
            count = 16
        }
    }

    package var description: String { hexadecimal(bytes) }

    package static func < (a: OpaqueID, b: OpaqueID) -> Bool {
        (a.high, a.low) < (b.high, b.low)
    }
}

/// The name of one sealed payload.
package struct PayloadID: Hashable, Sendable {
    package let id: OpaqueID

    package init(_ id: OpaqueID) { self.id = id }
}

/// The name of a dossier: what is sealed under one key, and erased with it.
package struct DossierID: Hashable, Sendable {
    package let id: OpaqueID

    package init(_ id: OpaqueID) { self.id = id }
}

/// Who acts: an opaque id of an official, a citizen's case, or the installation itself.
package struct Actor: Hashable, Sendable {
    package let id: OpaqueID

    package init(_ id: OpaqueID) { self.id = id }

    /// The clock, a command at the console: nobody in particular.
    package static let system = Actor(OpaqueID(high: 0, low: 0))
}

/// Where random identifiers come from.
///
/// A test hands in a counted one, so that a decision can be compared word for word.
package struct Draw: Sendable {
    package let id: @Sendable () -> OpaqueID

    package init(id: @escaping @Sendable () -> OpaqueID) { self.id = id }

    /// From the system's cryptographic generator.
    package static let random = Draw {
        var generator = SystemRandomNumberGenerator()
        return OpaqueID(high: generator.next(), low: generator.next())
    }

    /// Random numbers below `bound`, without bias.
    package func below(_ bound: UInt64) -> UInt64 {
        precondition(bound > 0, "a draw needs at least one possibility")
        let limit = UInt64.max - UInt64.max % bound
        var drawn = id().low
        while drawn >= limit { drawn = id().low }
        return drawn % bound
    }
}

/// Bytes as lower-case hexadecimal digits.
@inlinable
package func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    return String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
        for (index, byte) in bytes.enumerated() {
            buffer[2 * index] = digit(byte >> 4)
            buffer[2 * index + 1] = digit(byte & 15)
        }
        return bytes.count * 2
    }
}

func hexadecimalValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
}
