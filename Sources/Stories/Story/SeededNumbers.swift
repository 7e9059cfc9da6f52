import Synchronization

/// Numbers that look like chance and are the same again for the same seed (SplitMix64).
package struct SeededNumbers: Sendable {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    /// The numbers of one thing among many: a case, a lane, an official.
    package init(_ seed: UInt64, of index: Int) {
        var first = SeededNumbers(seed)
        state = first.next() ^ (UInt64(bitPattern: Int64(index)) &* 0xD1B5_4A32_D192_ED03)
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// From 0 up to, not with, 1.
    package mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number in a range; a seed needs no care for the last bit of bias.
    package mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// Whether something happens that does so in this share of cases.
    package mutating func happens(_ share: Double) -> Bool { self.share() < share }

    package mutating func pick<T>(_ items: [T]) -> T { items[whole(0...items.count - 1)] }

    /// Early items more often than late ones, as with names: the weight falls with the place.
    package mutating func pickFalling<T>(_ items: [T]) -> T {
        let place = Double(items.count) * share() * share()
        return items[min(items.count - 1, Int(place))]
    }
}

extension Draw {
    /// Identifiers that are the same again for the same seed.
    ///
    /// `first` is what the first number below a bound comes to: unique among many draws, where
    /// chance would give the same twice.
    package static func seeded(_ numbers: SeededNumbers, first: UInt64? = nil) -> Draw {
        let source = SeededSource(numbers, first: first)
        return Draw { source.id() }
    }
}

private final class SeededSource: Sendable {
    private let state: Mutex<(numbers: SeededNumbers, first: UInt64?)>

    init(_ numbers: SeededNumbers, first: UInt64?) { state = Mutex((numbers, first)) }

    func id() -> OpaqueID {
        state.withLock { state in
            defer { state.first = nil }
            return OpaqueID(
                high: state.numbers.next(),
                low: state.first ?? state.numbers.next()
            )
        }
    }
}
