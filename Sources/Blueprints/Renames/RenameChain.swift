/// The renames of one version after the other, ready to be made in trees and edits.
///
/// A version may be skipped, and a thing may be renamed twice on the way, so each list speaks about
/// the tree that the one before it leaves. Along with its slot a thing gets its new name wherever
/// something refers to it.
package struct RenameChain: Sendable {
    /// What the base is after all of them.
    package let base: Tree

    /// The renames that did not fit; the things they speak about may have been removed.
    package let idle: [Rename]
    private let links: [Link]

    /// The renames of one version.
    private struct Link: Sendable {
        let references: RenamedReferences
        let slots: Renaming
    }

    package init(_ versions: [[Rename]], in base: Tree) {
        var (tree, links, idle) = (base, [Link](), [Rename]())
        for renames in versions where !renames.isEmpty {
            let declared = Renaming(renames, in: tree)
            idle += declared.idle
            let fit = renames.filter { !declared.idle.contains($0) }
            let references = RenamedReferences(NewNames(fit, in: tree), in: tree)
            let following = references.names.following(references)
            let slots = Renaming(fit + following, in: tree)
            links.append(Link(references: references, slots: slots))
            tree = slots(references(tree))
        }
        (self.base, self.links, self.idle) = (tree, links, idle)
    }

    /// Where a slot of the old tree is in the new one.
    package func callAsFunction(_ slot: Slot) -> Slot {
        links.reduce(slot) { $1.slots($0) }
    }

    /// An edit of the old tree, as one of the new.
    package func callAsFunction(_ edit: Edit) -> Edit {
        links.reduce(edit) { edit, link in
            link.slots(
                Edit(
                    at: edit.at,
                    was: edit.was.map { link.references($0, at: edit.at) },
                    now: edit.now.map { link.references($0, at: edit.at) },
                    after: edit.after,
                    why: edit.why
                )
            )
        }
    }
}
