/// What a publisher says of single slots beyond what every file fixes: they must stay, or they are
/// there to be changed.
///
/// The nearest mark above a slot decides, so that a knob may stand inside of what must stay.
package struct MarkedSlots: Hashable, Sendable {
    package let keeps: [MarkedSlot]
    package let knobs: [MarkedSlot]

    /// Those of a blueprint's tree.
    package init(of tree: Tree) {
        keeps = Self.marks("keeps", in: tree)
        knobs = Self.marks("knobs", in: tree)
    }

    /// The mark by which a slot must stay as the publisher has it; nil where it may be changed.
    package func keeping(_ slot: Slot) -> MarkedSlot? {
        guard let kept = nearest(to: slot, among: keeps) else { return nil }
        guard let knob = nearest(to: slot, among: knobs) else { return kept }
        return knob.at.path.count > kept.at.path.count ? nil : kept
    }

    /// Whether a slot must stay as it is, by the meaning of the file or by a mark.
    package func mustStay(_ slot: Slot) -> Bool {
        Shape.mustStay(slot) || keeping(slot) != nil
    }

    private func nearest(to slot: Slot, among marks: [MarkedSlot]) -> MarkedSlot? {
        marks.filter { slot.path.starts(with: $0.at.path) }
            .max { $0.at.path.count < $1.at.path.count }
    }

    private static func marks(_ key: ID, in tree: Tree) -> [MarkedSlot] {
        guard case .atom(let parts)? = tree["blueprint"]?[key] else { return [] }
        return parts.compactMap { part in
            guard let at = part["at"]?.text, !at.isEmpty else { return nil }
            return MarkedSlot(at: Slot(at), why: part["why"]?.text ?? "")
        }
    }
}

/// One slot of which a publisher says why it must stay, or why others may want to change it.
package struct MarkedSlot: Hashable, Sendable {
    package let at: Slot
    package let why: String
}
