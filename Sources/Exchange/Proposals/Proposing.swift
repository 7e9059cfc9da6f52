package import Blueprints
import Stories

extension AdaptedFolder {
    /// The entries that may be offered to the publisher, by slot.
    ///
    /// What stands where the publisher left a hole is a matter of this regency alone. Which words
    /// a translation is of goes along with the translation, and is no entry to choose.
    package var offerable: [Edit] {
        overlay.edits.filter { !$0.isLocalMatter && !$0.saysWhatIsTranslated }
            .sorted { $0.at < $1.at }
    }

    /// A proposal of chosen entries; of all that may be offered where none are named.
    package func proposal(
        of chosen: [Slot]?,
        from proposer: Proposer
    ) throws(ProposalProblem) -> Proposal {
        guard let blueprint = BlueprintName(reading: name), blueprint.publisher != proposer.code
        else { throw .notAReplica(name) }
        guard directEdit == nil else { throw .editedDirectly(name) }
        let edits = try entries(chosen)
        guard apply(edits, to: read.tree.withRoom(for: edits)).1.isEmpty else {
            throw .doNotFit(edits.map(\.at.description))
        }
        let proposal = Proposal(
            blueprint: blueprint,
            version: version,
            digest: read.lock?.digest ?? digest,
            proposer: proposer.code,
            proposerName: proposer.name,
            written: proposer.at,
            edits: edits
        )
        try proposal.checkPeople()
        // What an overlay cannot say again, nobody could read.
        return try Proposal(reading: proposal.bytes)
    }

    private func entries(_ chosen: [Slot]?) throws(ProposalProblem) -> [Edit] {
        let offered = offerable
        guard let chosen else {
            guard !offered.isEmpty else { throw .nothingToOffer }
            return alongWithSources(offered)
        }
        guard !chosen.isEmpty else { throw .nothingChosen }
        let known = Set(overlay.edits.map(\.at))
        let unknown = chosen.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw .unknownEntries(unknown.map(\.description)) }
        let local = chosen.filter { slot in !offered.contains { $0.at == slot } }
        guard local.isEmpty else { throw .localMatters(local.map(\.description)) }
        return alongWithSources(offered.filter { chosen.contains($0.at) })
    }

    /// The same with what they say of their sources, where they are translations.
    private func alongWithSources(_ edits: [Edit]) -> [Edit] {
        let sources = edits.filter { $0.at.last == "text" }.map { $0.at.parent.child("of") }
        let along = overlay.edits.filter { $0.saysWhatIsTranslated && sources.contains($0.at) }
        return (edits + along).sorted { $0.at < $1.at }
    }
}

extension Edit {
    /// Whether it puts something where the publisher left a hole.
    fileprivate var isLocalMatter: Bool {
        guard let was else { return false }
        return !was.slotsWithHoles.isEmpty
    }

    /// Whether it only says which words a translation is of.
    fileprivate var saysWhatIsTranslated: Bool {
        at.path.first == "text" && at.last == "of" && at.path.count > 3
    }
}
