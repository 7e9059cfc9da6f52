/// Which subtrees a proof is made of, and whether a proof holds: RFC 9162, 2.1.3 and 2.1.4.
///
/// Leaves count from 0 here, so the event `seq` is the leaf `seq - 1`.
package enum TreeProof {
    /// The subtrees beside the way from a leaf up to the root, nearest first; nil where the tree
    /// has no such leaf.
    package static func inclusion(of index: Int64, in size: Int64) -> [Range<Int64>]? {
        guard index >= 0, index < size else { return nil }
        var path: [Range<Int64>] = []
        var around = 0..<size
        while around.count > 1 {
            let (left, right) = halves(of: around)
            path.append(left.contains(index) ? right : left)
            around = left.contains(index) ? left : right
        }
        return path.reversed()
    }

    /// The subtrees that show a tree of `from` leaves to be the beginning of one of `to`.
    package static func consistency(from: Int64, to: Int64) -> [Range<Int64>]? {
        guard from > 0, from <= to else { return nil }
        var path: [Range<Int64>] = []
        var around = 0..<to
        while around.upperBound != from {
            let (left, right) = halves(of: around)
            path.append(from <= left.upperBound ? right : left)
            around = from <= left.upperBound ? left : right
        }
        // The old tree itself needs no telling: whoever checks has its root.
        if around.lowerBound > 0 { path.append(around) }
        return path.reversed()
    }

    /// Whether a leaf stands at an index of the tree with this root.
    package static func includes(
        _ leaf: TreeHash,
        at index: Int64,
        in size: Int64,
        root: TreeHash,
        by path: [TreeHash]
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var (place, last, hash) = (index, size - 1, leaf)
        for beside in path {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                hash = .node(beside, hash)
                while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                hash = .node(hash, beside)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && hash == root
    }

    /// Whether the tree with the root `old` is the beginning of the one with the root `new`.
    package static func grows(
        from: Int64,
        _ old: TreeHash,
        to: Int64,
        _ new: TreeHash,
        by path: [TreeHash]
    ) -> Bool {
        guard from > 0, from <= to else { return false }
        if from == to { return path.isEmpty && old == new }
        var rest = path[...]
        if from.nonzeroBitCount == 1 { rest = [old] + rest }
        guard let first = rest.popFirst() else { return false }
        var (place, last) = (from - 1, to - 1)
        while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
        var (before, after) = (first, first)
        for beside in rest {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                (before, after) = (.node(beside, before), .node(beside, after))
                while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                after = .node(after, beside)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && before == old && after == new
    }

    /// The left half holds the largest power of two that is smaller than the whole.
    private static func halves(of range: Range<Int64>) -> (Range<Int64>, Range<Int64>) {
        let count = range.upperBound - range.lowerBound
        let half: Int64 = 1 << Int64(Int64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
        let middle = range.lowerBound + half
        return (range.lowerBound..<middle, middle..<range.upperBound)
    }
}
