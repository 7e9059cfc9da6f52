package import Stories

/// The story of one draft: what somebody is making of a publication, change after change.
///
/// A draft begins from the files of an edition (or from none), and each change says which files it
/// left behind. It ends when it is thrown away; a new one begins in the same stream. What is asked
/// for and published is told by `PublicationStory`.
package enum DraftStory: Story {
    package static let kind: StreamKind = "draft"
    package static let beginning = DraftOfBlueprint()

    package static func evolve(_ state: inout DraftOfBlueprint, _ fact: DraftFact) {
        switch fact {
        case .started(let name, let base, _):
            state = DraftOfBlueprint(name: name, base: base)
        case .changed(let change, _):
            state.changes.append(change)
            state.taken = []
        case .undone:
            if let last = state.changes.popLast() { state.taken.append(last) }
        case .redone:
            if let last = state.taken.popLast() { state.changes.append(last) }
        case .closed:
            state.base = nil
            state.changes = []
            state.taken = []
        }
    }

    package static func decide(
        _ state: DraftOfBlueprint,
        _ command: DraftCommand,
        _ known: Void
    ) throws(DraftRefusal) -> Decision<DraftFact> {
        switch command {
        case .start(let name, let base, let actor):
            guard state.base == nil else { throw .open }
            return Decision([.started(name, base: base, by: actor)])
        case .change(let change, let actor):
            guard state.base != nil else { throw .none }
            guard state.changes.count < mostChanges else { throw .tooMany }
            return Decision([.changed(change, by: actor)])
        case .undo(let actor):
            guard !state.changes.isEmpty else { throw .nothingToUndo }
            return Decision([.undone(by: actor)])
        case .redo(let actor):
            guard !state.taken.isEmpty else { throw .nothingToUndo }
            return Decision([.redone(by: actor)])
        case .close(let actor):
            guard state.base != nil else { throw .none }
            return Decision([.closed(by: actor)])
        }
    }

    /// All of them are read whenever the draft is opened.
    package static let mostChanges = 2_000
}

/// A draft as the facts leave it.
package struct DraftOfBlueprint: Hashable, Sendable {
    /// `16.03/umkm`.
    package var name: Code?

    /// The archive that it begins from; nil while there is no draft.
    package var base: Public?
    package var changes: [DraftChange] = []

    /// What was undone, and may be done again until something else is changed.
    package var taken: [DraftChange] = []
}

/// One change of a draft.
package struct DraftChange: Hashable, Sendable {
    /// An archive of the files that it changed; an empty file is gone.
    package let patch: Public

    /// The edits in the form of an overlay, with reason, author and date.
    package let edits: Public

    package init(patch: Public, edits: Public) {
        self.patch = patch
        self.edits = edits
    }
}

/// What can be asked of a draft.
package enum DraftCommand: Hashable, Sendable {
    case start(Code, base: Public, by: Actor)
    case change(DraftChange, by: Actor)
    case undo(by: Actor)
    case redo(by: Actor)
    case close(by: Actor)
}

/// What happened to a draft.
package enum DraftFact: Hashable, Sendable {
    case started(Code, base: Public, by: Actor)
    case changed(DraftChange, by: Actor)
    case undone(by: Actor)
    case redone(by: Actor)
    case closed(by: Actor)

    /// Who did it.
    package var actor: Actor {
        switch self {
        case .started(_, _, let actor), .changed(_, let actor), .undone(let actor),
            .redone(let actor), .closed(let actor):
            actor
        }
    }
}

extension DraftFact: FactShape {
    package var kind: Code {
        switch self {
        case .started: "started"
        case .changed: "changed"
        case .undone: "undone"
        case .redone: "redone"
        case .closed: "closed"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .started(let name, let base, _):
            fields.put("name", name)
            fields.put("base", base)
        case .changed(let change, _):
            fields.put("patch", change.patch)
            fields.put("edits", change.edits)
        case .undone, .redone, .closed: break
        }
        fields.put("editor", actor)
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        let actor: Actor = try fields.get("editor")
        switch kind.text {
        case "started":
            self = .started(try fields.get("name"), base: try fields.get("base"), by: actor)
        case "changed":
            let change = DraftChange(
                patch: try fields.get("patch"),
                edits: try fields.get("edits")
            )
            self = .changed(change, by: actor)
        case "undone": self = .undone(by: actor)
        case "redone": self = .redone(by: actor)
        case "closed": self = .closed(by: actor)
        default: throw FactUnreadable("no fact of a draft: \(kind)")
        }
    }
}

/// What a draft refuses.
package enum DraftRefusal: Refusal, Hashable {
    case none
    case open
    case nothingToUndo
    case tooMany
    case changedMeanwhile
    case doesNotFit

    package var sentence: String {
        switch self {
        case .none: "Draf ini sudah tidak ada. Buka lagi halamannya."
        case .open: "Draf ini sudah dimulai. Buka lagi halamannya."
        case .nothingToUndo: "Tidak ada yang bisa dibatalkan."
        case .tooMany: "Draf ini sudah terlalu panjang. Terbitkan dulu, lalu lanjutkan."
        case .changedMeanwhile: "Orang lain mengubah draf ini pada saat yang sama. Coba lagi."
        case .doesNotFit: "Bagian ini sudah diubah orang lain. Lihat isinya yang baru dulu."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .none: "This draft is not there any more. Open the page again."
        case .open: "This draft was begun already. Open the page again."
        case .nothingToUndo: "There is nothing to undo."
        case .tooMany: "This draft has become too long. Publish it first, then go on."
        case .changedMeanwhile: "Somebody else changed this draft at the same moment. Try again."
        case .doesNotFit: "Somebody else has changed this part. See what it says now first."
        }
    }

    package var status: Int {
        switch self {
        case .none: 404
        case .open, .nothingToUndo, .changedMeanwhile, .doesNotFit: 409
        case .tooMany: 422
        }
    }
}
