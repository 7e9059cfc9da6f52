/// Which slot a comment speaks about: that of its line, or the next one below.
///
/// The first line of a thing belongs to the thing and to its first value: what stands above it
/// speaks about the thing, what stands behind it about the value.
enum CommentPlacing {
    static func place(_ comments: [Comment], by places: [Slot: Place]) -> [Slot: [Comment]] {
        guard !comments.isEmpty else { return [:] }
        var widest: [Int: Slot] = [:]
        var narrowest: [Int: Slot] = [:]
        for (slot, place) in places {
            func isBefore(_ other: Slot?, _ depth: (Slot) -> Int) -> Bool {
                guard let other, let there = places[other] else { return true }
                let (this, that) = ((place.column, depth(slot)), (there.column, depth(other)))
                return this < that || this == that && slot < other
            }
            if isBefore(widest[place.line], { $0.path.count }) { widest[place.line] = slot }
            if isBefore(narrowest[place.line], { -$0.path.count }) { narrowest[place.line] = slot }
        }
        let lines = widest.keys.sorted()
        var placed: [Slot: [Comment]] = [:]
        for comment in comments {
            let slot =
                comment.isBehind
                ? lines.last { $0 <= comment.place.line }.flatMap { narrowest[$0] }
                : lines.first { $0 > comment.place.line }.flatMap { widest[$0] }
            placed[slot ?? .root, default: []].append(comment)
        }
        return placed
    }
}
