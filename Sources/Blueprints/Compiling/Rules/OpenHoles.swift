/// Holes that the receiver has not filled.
enum Holes {
    static func check(_ draft: Draft) -> [Diagnostic] {
        open(in: draft.root).map { hole in
            draft.diagnostic(
                .holeOpen,
                at: hole.slot,
                "Bagian ini masih harus diisi: \"\(hole.name)\".",
                fix: "Isi di overlay.yaml, pada \"fill\": \(hole.name)."
            )
        }
    }

    /// One hole and where it stands.
    struct Hole {
        let name: ID
        let slot: Slot
    }

    static func open(in node: Node) -> [Hole] {
        if let name = node.tree.holeName { return [Hole(name: name, slot: node.slot)] }
        if case .atom(let parts) = node.tree {
            return parts.enumerated().flatMap { index, part in
                open(in: Node(slot: node.slot.child(ID(String(index))), tree: part))
            }
        }
        return node.children.flatMap(open)
    }
}
