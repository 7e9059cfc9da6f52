package import Blueprints
import Stories

/// Chosen entries of a proposal as edits of the publisher's own files, with the thanks for them.
package struct TakenEntries: Sendable {
    /// What changes in the tree, the thanks and the new version among it.
    package let edits: [Edit]

    /// What lost its local name on the way, so that the proposer's entry is known as the same.
    package let renames: RenamesOfVersion?

    /// The version that it will be in.
    package let version: String

    /// The slots of the proposal that were taken.
    package let slots: [Slot]
}

/// What somebody decides about a proposal.
package struct ProposalChoice: Sendable {
    /// The slots of the entries to take, as the proposal names them.
    package let slots: [Slot]

    /// Who decided, why and when; stands in the draft beside each edit.
    package let why: Why

    /// Whether the present version went out already, so that the next change is another.
    package let isReleased: Bool

    package init(slots: [Slot], why: Why, isReleased: Bool) {
        self.slots = slots
        self.why = why
        self.isReleased = isReleased
    }
}

extension ReadProposal {
    /// Every entry that goes in without a question.
    package var plain: [Slot] { lines.filter { $0.outcome == .keepOurs }.map(\.edit.at) }

    /// The chosen entries as edits of what the publisher has now.
    package func taking(_ choice: ProposalChoice) throws(ProposalProblem) -> TakenEntries {
        guard !choice.slots.isEmpty else { throw .nothingChosen }
        let known = Set(lines.map(\.edit.at))
        let unknown = choice.slots.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw .unknownEntries(unknown.map(\.description)) }
        guard !isTaken(choice.slots) else { throw .takenBefore }
        let chosen = lines.filter { choice.slots.contains($0.edit.at) }
        let refused = chosen.filter { !$0.mayBeTaken }
        guard refused.isEmpty else {
            throw .cannotBeTaken(refused.map(\.edit.at.description))
        }
        let entries = anchored(chosen.map { $0.edit(why: choice.why) })
        // What is said in another language is of the old words until somebody looks.
        let marks = tree.staleMarks(after: entries, ContentDigest.of).map {
            Edit(at: $0.at, was: $0.was, now: $0.now, why: choice.why)
        }
        let edits = entries + marks
        let (result, clashes) = apply(edits, to: tree.withRoom(for: edits))
        guard clashes.isEmpty else { throw .doNotFit(clashes.map(\.edit.at.description)) }
        let renames = Self.ownNames(for: edits, in: result)
        let chain = RenameChain([renames], in: result)
        let next = nextVersion(choice.isReleased)
        let slots = chosen.map(\.edit.at)
        var all = edits.map { chain($0) }
        all.append(credit(for: slots, in: next, on: choice.why))
        if next != version {
            all.append(
                Edit(
                    at: "blueprint/version",
                    was: .text(version),
                    now: .text(next),
                    why: choice.why
                )
            )
        }
        return TakenEntries(
            edits: all,
            renames: renames.isEmpty
                ? nil
                : RenamesOfVersion(
                    from: version,
                    to: next,
                    renames: renames,
                    name: ID(next)
                ),
            version: next,
            slots: slots
        )
    }

    /// What was to stand after something that is not taken, at the end.
    private func anchored(_ edits: [Edit]) -> [Edit] {
        let added = Set(edits.filter { $0.was == nil }.map(\.at))
        return edits.map { edit in
            guard edit.was == nil, let after = edit.after, after != .first else { return edit }
            let ids = tree[at: edit.at.parent]?.ids ?? []
            guard !ids.contains(after), !added.contains(edit.at.parent.child(after)) else {
                return edit
            }
            return Edit(
                at: edit.at,
                was: nil,
                now: edit.now,
                after: ids.last ?? .first,
                why: edit.why
            )
        }
    }

    /// Whether the thanks for all of these stand in the blueprint already.
    private func isTaken(_ slots: [Slot]) -> Bool {
        let document = digestText(proposal.bytes)
        let thanked = Credit.all(in: tree).filter { $0.proposal == document }
            .flatMap(\.entries)
        return Set(slots.map(\.description)).isSubset(of: thanked)
    }

    /// `lokal_jam` was the proposer's; with the publisher it is `jam`, where that is free.
    private static func ownNames(for edits: [Edit], in tree: Tree) -> [Rename] {
        edits.compactMap { edit in
            guard edit.was == nil, edit.isOfThing, let id = edit.at.last, id.isLocal else {
                return nil
            }
            let name = ID(String(id.text.dropFirst(ID.localPrefix.count)))
            let own = edit.at.parent.child(name)
            guard !name.text.isEmpty, tree[at: own] == nil else { return nil }
            return Rename(from: edit.at, to: own)
        }
    }

    /// What the proposer has is released; so is what went out since.
    private func nextVersion(_ isReleased: Bool) -> String {
        let isNewer = VersionNumber(version) > VersionNumber(proposal.version)
        guard isReleased || !isNewer else { return version }
        var numbers = version.split(separator: ".").map { Int($0) ?? 0 }
        while numbers.count < 3 { numbers.append(0) }
        return "\(numbers[0]).\(numbers[1] + 1).0"
    }

    private func credit(for slots: [Slot], in next: String, on why: Why) -> Edit {
        let slot: Slot = "blueprint/credits"
        let thanks = Credit(proposal, slots: slots, version: next, date: why.date)
        let before = tree[at: slot]
        return Edit(
            at: slot,
            was: before,
            now: .atom((before?.partsOfAtom ?? []) + [thanks.tree]),
            why: why
        )
    }
}

extension ReadProposal.Line {
    /// The entry as an edit of what is there now, with the reason of whoever takes it.
    fileprivate func edit(why: Why) -> Edit {
        if here.at.last == .order {
            let (was, now) = (found?.partsOfAtom ?? [], here.now?.partsOfAtom ?? [])
            return Edit(
                at: here.at,
                was: .atom(was.filter(now.contains)),
                now: .atom(now.filter(was.contains)),
                why: why
            )
        }
        return Edit(
            at: here.at,
            was: found,
            now: here.now,
            after: found == nil ? here.after : nil,
            why: why
        )
    }
}

/// Thanks to a regency for what it proposed, as a blueprint carries it.
package struct Credit: Hashable, Sendable {
    package let regency: String
    package let name: String
    package let version: String
    package let date: String
    package let proposal: String
    package let entries: [String]

    init(_ proposal: Proposal, slots: [Slot], version: String, date: String) {
        regency = proposal.proposer
        name = proposal.proposerName
        self.version = version
        self.date = date
        self.proposal = digestText(proposal.bytes)
        entries = slots.map(\.description)
    }

    private init?(_ tree: Tree) {
        guard let regency = tree["regency"]?.text, let name = tree["name"]?.text,
            let version = tree["version"]?.text, let date = tree["date"]?.text,
            let proposal = tree["proposal"]?.text
        else { return nil }
        self.regency = regency
        self.name = name
        self.version = version
        self.date = date
        self.proposal = proposal
        entries = tree["entries"]?.partsOfAtom.compactMap(\.text) ?? []
    }

    /// The thanks of a blueprint, the oldest first.
    package static func all(in blueprint: Tree) -> [Credit] {
        (blueprint["blueprint"]?["credits"]?.partsOfAtom ?? []).compactMap(Credit.init)
    }

    fileprivate var tree: Tree {
        .record([
            "regency": .text(regency), "name": .text(name), "version": .text(version),
            "date": .text(date), "proposal": .text(proposal),
            "entries": .atom(entries.map { .text($0) }),
        ])
    }
}
