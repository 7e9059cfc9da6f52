/// What became of one edit when the ground under it changed.
package enum Outcome: Hashable, Sendable {
    /// Both sides made the same change: our entry has nothing left to do.
    case same
    /// Only they changed the slot. The edit beside it is theirs.
    case takeTheirs
    /// Only we changed the slot. The edit beside it is ours, rebased: it applies to the next version.
    case keepOurs
    /// They added the slot. The edit beside it is theirs.
    case newDefault
    /// They removed the slot, which we had not touched. The edit beside it is theirs.
    case removedThere
    /// Both changed the slot, differently. `at` is the one slot to decide about; it may lie above
    /// the edit, where a subtree was removed that the other side had changed.
    case conflict(at: Slot, theirs: Tree?)
    /// What our edit speaks about is not in the base, or is gone from both.
    case orphaned
    /// Our edit touches a slot that must stay as it is.
    case mustStay(Slot)
    /// It merges, but the result has a diagnostic that neither side had; only the caller can tell.
    case doesNotCheck([String])

    /// Whether the edit belongs to the rebased overlay.
    package var applies: Bool {
        self == .keepOurs
    }

    /// Whether the edit beside it is one of ours.
    package var isOfOurs: Bool {
        switch self {
        case .same, .keepOurs, .conflict, .orphaned, .mustStay, .doesNotCheck: true
        case .takeTheirs, .newDefault, .removedThere: false
        }
    }

    /// The one word for it, in the conformance cases and in what programs read.
    package var word: String {
        switch self {
        case .same: "same"
        case .takeTheirs: "take-theirs"
        case .keepOurs: "keep-ours"
        case .newDefault: "new-default"
        case .removedThere: "removed-there"
        case .conflict: "conflict"
        case .orphaned: "orphaned"
        case .mustStay: "must-stay"
        case .doesNotCheck: "does-not-check"
        }
    }
}
