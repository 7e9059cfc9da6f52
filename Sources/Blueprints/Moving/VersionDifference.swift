/// What one version of a service changes against another, and whether its running cases may follow.
package struct VersionDifference: Sendable {
    /// One change, with what it means for a running case.
    package struct Change: Hashable, Sendable {
        package let edit: Edit
        package let kind: KindOfChange
    }

    package let changes: [Change]

    /// What the publisher declared for exactly these two versions.
    package let declared: RenamesOfVersion?

    /// Whether answers or steps have to be read under other names.
    package let isMapped: Bool

    /// The older tree, with the declared new names in it: what the changes are made to.
    private let base: Tree

    /// One side of the comparison.
    package struct Side: Sendable {
        package let tree: Tree
        package let service: PublicService

        package init(tree: Tree, service: PublicService) {
            self.tree = tree
            self.service = service
        }
    }

    package init(from old: Side, to new: Side, declared: RenamesOfVersion? = nil) {
        let own = declared?.of(old.service.id)
        let renaming = Renaming(own?.allRenames ?? [], in: old.tree)
        base = renaming(old.tree)
        let reach = old.service.reach.map { renaming($0) } + new.service.reach
        changes = diff(base, new.tree)
            .filter { edit in reach.contains { edit.at.touches($0) } }
            .map { Change(edit: $0, kind: KindOfChange(of: $0)) }
        isMapped = own.map { !$0.allRenames.isEmpty || !$0.answers.isEmpty } ?? false
        self.declared = declared
    }

    /// Whether and how a running case may follow.
    package enum Way: Hashable, Sendable {
        /// Only what is read has changed: nobody has to agree.
        case free
        /// As the publisher declared it, once a second person has agreed.
        case mapped
        /// Rules have changed, and nobody declared how a case could follow.
        case undeclared
        /// The publisher wants cases to stay.
        case publisherKeeps
    }

    package var way: Way {
        if declared?.cases == .stay { return .publisherKeeps }
        guard changes.allSatisfy(\.kind.movesFreely) else {
            return declared?.cases == .move ? .mapped : .undeclared
        }
        return isMapped ? .mapped : .free
    }

    /// How many changes of each kind there are, the kinds in their order.
    package var counts: [(kind: KindOfChange, count: Int)] {
        KindOfChange.allCases.compactMap { kind in
            let count = changes.count { $0.kind == kind }
            return count > 0 ? (kind, count) : nil
        }
    }

    /// Sentences for the changes of these kinds, in the order of their slots.
    package func sentences(
        of kinds: Set<KindOfChange> = Set(KindOfChange.allCases),
        language: Language = .indonesian
    ) -> [String] {
        let edits = changes.filter { kinds.contains($0.kind) }.map(\.edit)
        return Blueprints.sentences(of: edits, in: base, language: language)
    }
}

extension Slot {
    /// Whether a change here is a change of that slot, of a part of it, or of its translation.
    fileprivate func touches(_ other: Slot) -> Bool {
        guard path.first == "text", other.path.first != "text" else {
            return other.holds(self) || holds(other)
        }
        let there = Slot(Array(path.dropFirst(2)))
        return other.holds(there) || there.holds(other)
    }
}
