/// Which slot a comment speaks about: that of its line, or the next one below.
///
/// The first line of a file belongs to the whole of it and to its first value: what stands above
/// speaks about the whole, what stands behind it about the value.
enum CommentPlacing {
    static func place(_ comments: [Comment], by places: [Slot: Place]) -> [Slot: [Comment]] {
        guard !comments.isEmpty else { return [:] }
        let whole = places.keys.min { $0.path.count < $1.path.count }
        var above: [Int: Slot] = [:]
        var behind: [Int: Slot] = [:]
        for (slot, place) in places {
            func isBefore(_ other: Slot?) -> Bool {
                guard let other, let there = places[other] else { return true }
                let (this, that) = (
                    (place.column, slot.path.count), (there.column, other.path.count)
                )
                return this < that || this == that && slot < other
            }
            if isBefore(above[place.line]) { above[place.line] = slot }
            if slot != whole, isBefore(behind[place.line]) { behind[place.line] = slot }
        }
        let lines = above.keys.sorted()
        var placed: [Slot: [Comment]] = [:]
        for comment in comments {
            let slot =
                comment.isBehind
                ? lines.last { $0 <= comment.place.line }.flatMap { behind[$0] ?? above[$0] }
                : lines.first { $0 > comment.place.line }.flatMap { above[$0] }
            placed[slot ?? .root, default: []].append(comment)
        }
        return placed
    }
}
