/// A new id for a thing that stays the same thing: declared by the publisher, never guessed.
///
/// `from` names the slot as the base has it, parents included; of `to` only the last id counts, for
/// a rename never moves (`stays` says whether it was written that way).
package struct Rename: Hashable, Sendable {
    package let from: Slot
    package let to: Slot

    package init(from: Slot, to: Slot) {
        self.from = from
        self.to = to
    }

    /// Whether both ends have the same depth and none is the root.
    package var stays: Bool {
        !from.path.isEmpty && from.path.count == to.path.count
    }
}
