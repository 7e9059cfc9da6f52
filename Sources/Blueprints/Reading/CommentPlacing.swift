/// Which slot a comment speaks about: that of its line, or the next one below.
enum CommentPlacing {
    static func place(_ comments: [Comment], by places: [Slot: Place]) -> [Slot: [Comment]] {
        var byLine: [Int: Slot] = [:]
        for (slot, place) in places {
            guard let other = byLine[place.line], let otherPlace = places[other] else {
                byLine[place.line] = slot
                continue
            }
            let (this, that) = (
                (place.column, slot.path.count), (otherPlace.column, other.path.count)
            )
            if this < that || this == that && slot < other { byLine[place.line] = slot }
        }
        let lines = byLine.keys.sorted()
        var placed: [Slot: [Comment]] = [:]
        for comment in comments {
            let line =
                comment.isBehind
                ? lines.last { $0 <= comment.place.line } : lines.first { $0 > comment.place.line }
            let slot = line.flatMap { byLine[$0] } ?? .root
            placed[slot, default: []].append(comment)
        }
        return placed
    }
}
