package import Blueprints

/// What differs between two blueprints, by meaning.
package struct Difference: Sendable {
    /// What kind of change an edit is, to an official.
    package enum Group: String, Hashable, Sendable, CaseIterable {
        case added, removed, changed, moved
    }

    package let edits: [(Group, Edit)]
    private let old: Tree

    /// From one tree to another, our own edits made on both sides.
    package init(from old: Tree, to new: Tree) {
        self.old = old
        edits = diff(old, new).map { (Self.group(of: $0), $0) }
    }

    package var isEmpty: Bool { edits.isEmpty }

    package func edits(in group: Group) -> [Edit] {
        edits.filter { $0.0 == group }.map(\.1)
    }

    /// One sentence for each edit.
    package func sentences(of edits: [Edit], language: Language) -> [String] {
        Blueprints.sentences(of: edits, in: old, language: language)
    }

    private static func group(of edit: Edit) -> Group {
        if edit.at.last == .order || edit.at.last == .place { return .moved }
        if edit.was == nil { return .added }
        return edit.now == nil ? .removed : .changed
    }
}

extension Difference.Group {
    package var title: Meaning {
        switch self {
        case .added: Meaning("Ditambah", "Added")
        case .removed: Meaning("Dihapus", "Removed")
        case .changed: Meaning("Diubah", "Changed")
        case .moved: Meaning("Dipindah", "Moved")
        }
    }
}
