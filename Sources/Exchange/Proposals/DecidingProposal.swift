package import Blueprints
import Stories

extension DecidedProposal {
    /// What taking some entries, and with them not the others, comes to.
    package init(_ taken: TakenEntries, of proposal: Proposal, reason: String) {
        let slots = proposal.edits.map(\.at)
        self.init(
            taken: slots.indices.filter { taken.slots.contains(slots[$0]) },
            refused: slots.indices.filter { !taken.slots.contains(slots[$0]) },
            version: Code(taken.version),
            words: Public(digest: digestBytes(Array(reason.utf8)))
        )
    }

    /// What taking nothing comes to.
    package init(refusing proposal: Proposal, reason: String) {
        self.init(
            taken: [],
            refused: Array(proposal.edits.indices),
            version: nil,
            words: Public(digest: digestBytes(Array(reason.utf8)))
        )
    }
}

extension Proposal {
    /// The first entry that names one of these people.
    package func edit(naming people: [String]) -> Edit? {
        let names = people.map { $0.lowercased() }.filter { $0.contains(" ") }
        return edits.first { edit in
            let said = writeOverlay(Overlay(fill: [:], edits: [edit])).bytes
            let text = String(decoding: said, as: UTF8.self).lowercased()
            return names.contains { text.contains($0) }
        }
    }
}

extension BlueprintFiles {
    /// The file of the new names of a version, with those that stand in it already.
    package func renaming(_ taken: TakenEntries) -> [SourceFile] {
        guard let fresh = taken.renames else { return [] }
        let there = folder.renames.first { $0.to == fresh.to }
        return [
            writeRenames(
                RenamesOfVersion(
                    from: there?.from ?? fresh.from,
                    to: fresh.to,
                    renames: (there?.renames ?? []) + fresh.renames,
                    answers: there?.answers ?? [],
                    cases: there?.cases,
                    name: there?.name ?? fresh.name
                )
            )
        ]
    }
}

extension ReadProposal.Line {
    /// What an official reads above an entry that came out so.
    package var title: Meaning {
        switch outcome {
        case .keepOurs: Meaning("Bisa langsung diambil", "Can be taken as it is")
        case .same: Meaning("Sudah sama di sini", "The same here already")
        case .conflict:
            mayBeTaken
                ? Meaning(
                    "Bentrok: di sini sudah diubah sesudahnya",
                    "Conflict: it was changed here since"
                )
                : Meaning(
                    "Bentrok: bagian yang memuatnya sudah lain",
                    "Conflict: what it stands in is another by now"
                )
        case .orphaned: Meaning("Tempatnya sudah tidak ada", "Its place is gone")
        case .mustStay:
            Meaning(
                "Harus tetap; ubah sendiri bila memang perlu",
                "Must stay; change it yourself if it has to be"
            )
        case .takeTheirs, .newDefault, .removedThere, .doesNotCheck: outcome.title
        }
    }
}
