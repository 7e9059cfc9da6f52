extension Wording {
    /// What came to the rows of a rule's table, what went, and whether their order decides.
    ///
    /// Under F, R, O and P the order of rows is a rule by itself, so a row that only moved is said
    /// as one. Nil where something else than rows stands on a side.
    func rows(_ edit: Edit, _ owner: String) -> String? {
        guard case .atom(let was)? = edit.was, case .atom(let now)? = edit.now else { return nil }
        let added = now.filter { !was.contains($0) }.count
        let removed = was.filter { !now.contains($0) }.count
        let staying = was.filter(now.contains)
        var said: [String] = []
        if added > 0 { said.append(pick("\(added) baris ditambah", "\(count(added)) added")) }
        if removed > 0 {
            said.append(pick("\(removed) baris dihapus", "\(count(removed)) removed"))
        }
        if staying != now.filter(was.contains) { said.append(order(of: edit.at.parent)) }
        guard !said.isEmpty else { return nil }
        let subject = pick("baris \(owner)", "rows of \(owner)")
        return "\(subject): \(said.joined(separator: "; "))"
    }

    private func count(_ rows: Int) -> String { rows == 1 ? "1 row" : "\(rows) rows" }

    private func order(of rule: Slot) -> String {
        let hit = tree.text(at: rule.child("hit")) ?? "U"
        guard ["F", "R", "O", "P"].contains(hit) else {
            return pick("urutannya berubah, hasilnya tetap", "their order changed, not the result")
        }
        return pick(
            "urutannya berubah, dan urutan ini ikut menentukan hasil",
            "their order changed, and this order decides the result"
        )
    }
}
