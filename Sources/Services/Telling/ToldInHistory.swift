import Site
import Stories

extension Timeline.Moment {
    /// Two lists, each with its newest first, as one.
    static func newestFirst(
        _ one: [(Instant, Timeline.Moment)],
        _ other: [(Instant, Timeline.Moment)]
    ) -> [Timeline.Moment] {
        var (one, other) = (one[...], other[...])
        var all: [Timeline.Moment] = []
        while let first = one.first ?? other.first {
            // What was told follows what it tells of.
            let isOne =
                one.first.map { mine in other.first.map { mine.0 >= $0.0 } ?? true } ?? false
            all.append(isOne ? first.1 : (other.first ?? first).1)
            if isOne { one = one.dropFirst() } else { other = other.dropFirst() }
        }
        return all
    }
}
