/// Why somebody changed something: the part of an overlay entry that no upgrade may lose.
package struct Why: Hashable, Sendable {
    package let reason: String
    package let author: String
    /// The day as ISO 8601 (`2026-03-01`).
    package let date: String
    /// The day on which to think again; it only reminds.
    package let until: String?

    package init(reason: String, author: String, date: String, until: String? = nil) {
        self.reason = reason
        self.author = author
        self.date = date
        self.until = until
    }

    /// No reason given: what a computed difference carries.
    package static let unsaid = Why(reason: "", author: "", date: "")
}

/// One change at one slot.
///
/// `was` nil: added; `now` nil: removed. Adding or removing a thing is one edit with its whole
/// subtree. A collection that is only reordered is an edit at its `ID.order` slot, whose `was` and
/// `now` are atoms of the ids that stay. All edits of a set speak about the same tree: they are not
/// steps that follow each other.
package struct Edit: Hashable, Sendable {
    package let at: Slot
    package let was: Tree?
    package let now: Tree?
    /// What an added thing stands after; `ID.first` for the front, nil in a record.
    package let after: ID?
    package let why: Why

    package init(at: Slot, was: Tree?, now: Tree?, after: ID? = nil, why: Why = .unsaid) {
        self.at = at
        self.was = was
        self.now = now
        self.after = after
        self.why = why
    }
}

/// An edit whose slot is not as it expects; it was left out.
package struct Clash: Hashable, Sendable {
    /// What stood in the way.
    package enum Cause: Hashable, Sendable {
        /// The slot holds something other than `was`.
        case differs
        /// Another edit of the set replaces or removes what this one is part of.
        case overlapped
        /// Another edit of the set wants something else at the same slot.
        case contradicted
        /// What it wants to stand after is nowhere.
        case noAnchor
        /// It says nothing that could be done.
        case meaningless
    }

    package let edit: Edit
    package let found: Tree?
    package let cause: Cause

    package init(edit: Edit, found: Tree?, cause: Cause) {
        self.edit = edit
        self.found = found
        self.cause = cause
    }
}

extension Edit {
    /// The same wish, now made knowing what they have: the answer "ours" to a conflict at this slot.
    package func answering(theirs: Tree?) -> Edit {
        Edit(at: at, was: theirs, now: now, after: theirs == nil ? after : nil, why: why)
    }
}
