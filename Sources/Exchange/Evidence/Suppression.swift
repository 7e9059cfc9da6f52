/// What is hidden of the counts of a quarter, and how the others are rounded.
///
/// Whoever knows every published count exactly, and the sum too, still cannot tell a count that
/// is said to be below ten from any other below ten.
package enum Suppression {
    /// Counts below this are told as "fewer than ten".
    package static let fewest = 10

    /// A median, and an index, are of at least so many.
    package static let fewestForMiddle = 20

    private static let step = 5

    /// To the nearest five, half of it upwards.
    package static func rounded(_ count: Int) -> Int { (count + step / 2) / step * step }

    /// How a list of counts and their sum are told.
    ///
    /// One count below ten could be found by subtracting the others from the sum; so another one
    /// is hidden beside it, the smallest that is large enough to say nothing about it. Where there
    /// is none, the sum is hidden.
    package static func protected(
        _ counts: [Int]
    ) -> (counts: [PublishedCount], sum: PublishedCount) {
        let sum = counts.reduce(0, +)
        var told = counts.map { $0 < fewest ? PublishedCount.few : .count(rounded($0)) }
        guard sum >= fewest else { return (told, .few) }
        let few = counts.filter { $0 < fewest }
        guard !few.isEmpty, !areSafe(few) else {
            return (told, .count(rounded(sum)))
        }
        // Never less than what is enough whatever the few are: their number alone decides.
        let enough = counts.indices.filter { counts[$0] >= leastBeside }
        guard let chosen = enough.min(by: { (counts[$0], $0) < (counts[$1], $1) }) else {
            return (told, .hidden)
        }
        told[chosen] = .hidden
        return (told, .count(rounded(sum)))
    }

    /// What a count beside few ones has to be, so that with it any of them could be 0 to 9.
    private static var leastBeside: Int { 2 * fewest - 1 }

    /// Whether each of the few could be anything from 0 to 9 for one who knows their sum.
    private static func areSafe(_ few: [Int]) -> Bool {
        let most = fewest - 1
        return (most...max(most, most * (few.count - 1))).contains(few.reduce(0, +))
            && few.count > 1
    }

    /// How the part of the decided ones that was in time is told.
    ///
    /// The rest follows from the two, so it is protected like a count of its own.
    package static func inTime(_ inTime: Int, of decided: Int) -> PublishedCount {
        let late = decided - inTime
        if inTime >= fewest, late >= fewest { return .count(rounded(inTime)) }
        // With fewer decided ones a small part would say something about the other part.
        guard decided >= leastBeside else { return .hidden }
        return late < fewest ? .most : .few
    }

    /// A number of rupiah by its first two digits.
    package static func twoDigits(_ amount: Int) -> Int {
        var (scale, rest) = (1, amount)
        while rest >= 100 {
            rest /= 10
            scale *= 10
        }
        return (amount + scale / 2) / scale * scale
    }
}
