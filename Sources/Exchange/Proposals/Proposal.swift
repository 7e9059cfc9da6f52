package import Blueprints
package import Stories

/// What a regency that adapted a blueprint offers to its publisher: entries of its overlay.
///
/// It says on which version they were made, so that the publisher sees them against what it has
/// now. Posts decide in it, no persons. It is signed with a working key.
package struct Proposal: Hashable, Sendable {
    package let blueprint: BlueprintName

    /// The publisher's version that was adapted.
    package let version: String

    /// SHA-256 of the publisher's files in that version, as the lock says it.
    package let digest: String

    /// The code of the regency that proposes.
    package let proposer: String

    /// What that regency is called.
    package let proposerName: String
    package let written: Instant

    /// Sorted by slot, one at each.
    package let edits: [Edit]

    /// More than anybody reads through is none.
    package static let mostEdits = 200
    package static let mostBytes = 1_000_000

    /// What is signed.
    package var bytes: [UInt8] {
        canonical([
            "blueprint": .text(blueprint.description), "version": .text(version),
            "digest": .text(digest), "proposer": .text(proposer),
            "proposer_name": .text(proposerName), "written": .text(Moment.text(written)),
            "entries": .text(entriesText),
        ])
    }

    /// The entries in the form of an `overlay.yaml`: what both regencies read already.
    package var entriesText: String { String(decoding: entriesFile.bytes, as: UTF8.self) }

    private var entriesFile: SourceFile { writeOverlay(Overlay(fill: [:], edits: edits)) }

    /// SHA-256 of what is signed: by it the same proposal is known again.
    package var document: Public { Public(digest: digestBytes(bytes)) }

    /// How its file is called.
    package var fileName: String {
        "usulan-\(proposer)-\(blueprint.publisher).\(blueprint.name)-\(version).json"
    }
}

/// Who proposes, and when.
package struct Proposer: Hashable, Sendable {
    package let code: String
    package let name: String
    package let at: Instant

    package init(code: String, name: String, at: Instant) {
        self.code = code
        self.name = name
        self.at = at
    }
}

extension Proposal {
    /// Reads what `bytes` writes, and nothing else; nobody is believed by that.
    package init(reading bytes: [UInt8]) throws(ProposalProblem) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        do {
            var object = try StrictObject.reading(bytes)
            blueprint = try BlueprintName(strict: try object.text("blueprint"))
            version = try object.text("version")
            digest = try object.digest("digest")
            proposer = try object.text("proposer")
            proposerName = try object.text("proposer_name")
            written = try object.moment("written")
            edits = try Self.entries(try object.text("entries", most: Self.mostBytes))
            try object.end()
            guard Code(version) != nil, Code(proposer) != nil, !proposerName.isEmpty,
                proposer != blueprint.publisher,
                BlueprintName(reading: "\(proposer)/a") != nil
            else { throw FormFault() }
        } catch {
            throw .notAProposal
        }
        guard self.bytes == bytes else { throw .notAProposal }
        try checkPeople()
    }

    /// Reads an envelope's payload; whose signature is on it, `ProposalSigner` says.
    package init(_ envelope: Envelope) throws(ProposalProblem) {
        guard envelope.kind == .proposal else { throw .notAProposal }
        try self.init(reading: envelope.payload)
    }

    private static func entries(_ text: String) throws(FormFault) -> [Edit] {
        let file = SourceFile(path: FileKind.overlay.location, text: text)
        let read = readBlueprint([file], at: "")
        let wrong = read.diagnostics.contains {
            $0.severity == .error && $0.place.file == file.path
        }
        guard !wrong, let overlay = read.overlay, overlay.fill.isEmpty else { throw FormFault() }
        let edits = overlay.edits
        let slots = edits.map(\.at)
        guard (1...mostEdits).contains(edits.count), Set(slots).count == slots.count,
            slots == slots.sorted(), edits.allSatisfy({ $0.was != $0.now }),
            edits.allSatisfy({ !$0.why.reason.isEmpty && !$0.why.author.isEmpty })
        else { throw FormFault() }
        return edits
    }

    /// Nobody real may stand in a proposal, as in a package.
    func checkPeople() throws(ProposalProblem) {
        for edit in edits {
            let text = writeOverlay(Overlay(fill: [:], edits: [edit])).bytes
            let isExample = edit.at.path.first == "example"
            guard InventedPeople.areAll(in: text, isExample: isExample) else {
                throw .realPerson(edit.at.description)
            }
        }
    }
}
