package import Blueprints

/// A proposal held against what its publisher has now.
package struct ReadProposal: Sendable {
    package let proposal: Proposal

    /// What the publisher has now.
    package let tree: Tree
    package let version: String

    /// One for each entry, in the proposal's order.
    package let lines: [Line]

    /// One entry, and what becomes of it here.
    package struct Line: Sendable {
        /// As it was proposed: by its slot it is named.
        package let edit: Edit

        /// The same under the names that things have now.
        package let here: Edit
        package let outcome: Outcome

        /// What stands there now.
        package let found: Tree?
        package let sentence: Meaning

        /// Names of regencies in what is proposed, which elsewhere would be wrong.
        package let regencies: [String]

        /// Whether it can be taken: as it is, or over what stands there now.
        package var mayBeTaken: Bool {
            switch outcome {
            case .keepOurs: true
            case .conflict(let slot, _): slot == here.at
            case .same, .takeTheirs, .newDefault, .removedThere, .orphaned, .mustStay,
                .doesNotCheck:
                false
            }
        }

        package var isConflict: Bool {
            guard case .conflict = outcome else { return false }
            return true
        }
    }

    /// - Parameters:
    ///   - tree: what the publisher's files say now.
    ///   - before: what they said in the version that was adapted, where it is known; only what was
    ///     renamed since is looked up in it.
    package init(
        _ proposal: Proposal,
        on tree: Tree,
        renames: [RenamesOfVersion] = [],
        before: Tree? = nil
    ) {
        self.proposal = proposal
        self.tree = tree
        version = tree.text(at: "blueprint/version") ?? ""
        let (from, to) = (VersionNumber(proposal.version), VersionNumber(version))
        let chain = RenameChain(
            renames.filter { VersionNumber($0.to) > from && VersionNumber($0.to) <= to }
                .sorted { VersionNumber($0.to) < VersionNumber($1.to) }.map(\.renames),
            in: before ?? tree
        )
        let edits = proposal.edits.map { chain($0) }
        let verdicts = Self.verdicts(edits, on: tree)
        let indonesian = sentences(of: edits, in: tree, language: .indonesian)
        let english = sentences(of: edits, in: tree, language: .english)
        lines = edits.enumerated().map { number, edit in
            Line(
                edit: proposal.edits[number],
                here: edit.standing(after: verdicts[number].after),
                outcome: verdicts[number].outcome,
                found: tree[at: edit.at],
                sentence: Meaning(indonesian[number], english[number]),
                regencies: edit.now?.regencies ?? []
            )
        }
    }

    /// What becomes of each entry, on a base that is as the entries say it was.
    private static func verdicts(_ edits: [Edit], on tree: Tree) -> [Verdict] {
        let next = tree.withRoom(for: edits)
        let base = apply(edits.compactMap { $0.undoing(next) }, to: next).0
        let rebasing = Rebasing(from: base, onto: next, isFixed: Shape.mustStay)
        let all = rebasing.rebase(edits).filter(\.1.isOfOurs)
        return edits.map { edit in
            if next[at: edit.at] == edit.now { return Verdict(outcome: .same, after: nil) }
            let own = all.filter { edit.at.holds($0.0.at) }
            return Verdict(
                outcome: own.map(\.1).worst(at: edit.at, in: next),
                after: own.first { $0.0.at == edit.at }?.0.after ?? edit.after
            )
        }
    }

    /// What becomes of an entry, and what it stands after now where it adds something.
    private struct Verdict {
        let outcome: Outcome
        let after: ID?
    }
}

extension [Outcome] {
    /// What the parts of one entry come to: one that cannot be made counts for all.
    fileprivate func worst(at slot: Slot, in tree: Tree) -> Outcome {
        if let fixed = first(where: { if case .mustStay = $0 { true } else { false } }) {
            return fixed
        }
        let conflicts = compactMap { outcome -> Slot? in
            guard case .conflict(let at, _) = outcome else { return nil }
            return at
        }
        if let above = conflicts.first(where: { !slot.holds($0) }) {
            return .conflict(at: above, theirs: tree[at: above])
        }
        if !conflicts.isEmpty { return .conflict(at: slot, theirs: tree[at: slot]) }
        if isEmpty || contains(.orphaned) { return .orphaned }
        return allSatisfy { $0 == .same } ? .same : .keepOurs
    }
}

extension Edit {
    fileprivate func standing(after id: ID?) -> Edit {
        Edit(at: at, was: was, now: now, after: id, why: why)
    }

    /// What makes of the present value the one that this edit saw; nil where it is that.
    fileprivate func undoing(_ tree: Tree) -> Edit? {
        let found = tree[at: at]
        guard found != was else { return nil }
        if at.last == .order {
            let ids = Set(was?.partsOfAtom.compactMap(\.text) ?? [])
            let staying = (found?.partsOfAtom ?? []).filter { $0.text.map(ids.contains) ?? false }
            let present = Set(staying.compactMap(\.text))
            let before = (was?.partsOfAtom ?? []).filter {
                $0.text.map(present.contains) ?? false
            }
            guard staying != before else { return nil }
            return Edit(at: at, was: .atom(staying), now: .atom(before))
        }
        let isInOrder = tree[at: at.parent]?.ids.isEmpty == false
        return Edit(
            at: at,
            was: found,
            now: was,
            after: found == nil && isInOrder ? ID.first : nil
        )
    }
}

extension Tree {
    /// `Kabupaten Tapanuli Selatan` in any text of it.
    fileprivate var regencies: [String] {
        switch self {
        case .text(let text): BindingsOfReplica.regencyNamed(in: text).map { [$0] } ?? []
        case .atom(let parts): parts.flatMap(\.regencies)
        case .keyed: children.flatMap(\.tree.regencies)
        }
    }
}
