/// Figures of so few people that somebody could tell whose they are.
package enum FewPeople {
    /// Fewer than these are not told.
    package static let least = 5

    /// Which parts of a whole are hidden, by their place.
    ///
    /// The whole is told beside them: where a single small part would follow from it by
    /// subtracting, the next smallest is hidden with it, until those hidden together are enough.
    package static func hidden(_ counts: [Int]) -> Set<Int> {
        var hidden = Set(counts.indices.filter { (1..<least).contains(counts[$0]) })
        guard !hidden.isEmpty else { return [] }
        var rest = counts.indices.filter { counts[$0] >= least }
            .sorted { (counts[$0], $0) < (counts[$1], $1) }[...]
        while hidden.reduce(0, { $0 + counts[$1] }) < least, let next = rest.popFirst() {
            hidden.insert(next)
        }
        return hidden
    }

    /// A part of so many that both it and the rest are enough people; nil where one is not.
    package static func part(_ part: Int, of whole: Int) -> Int? {
        part >= least && whole - part >= least ? part : nil
    }
}
