import Blueprints
import Exchange
import Stories

/// A proposal as a person reads it, against what the publisher has now.
struct ProposalText {
    let proposal: Proposal
    let signer: ProposalSigner?
    let read: ReadProposal?

    var text: String {
        let head = [
            "Usulan \(proposal.proposerName) (\(proposal.proposer)) untuk \(proposal.blueprint)",
            "dibuat atas versi \(proposal.version), \(Moment.text(proposal.written).prefix(10))",
            "sidik \(hexadecimal(proposal.document.digest))",
            signed,
        ]
        return (head + [""] + entries).joined(separator: "\n") + "\n"
    }

    private var signed: String {
        switch signer {
        case .known(let catalogue):
            "penandatangan: kunci kerja \(proposal.proposer) menurut katalog nomor \(catalogue)"
        case .unknown:
            "penandatangan belum dikenal: akar atau katalog \(proposal.proposer) belum ada di sini"
        case nil: "penandatangan tidak diperiksa (beri --dir)"
        }
    }

    private var entries: [String] {
        guard let read else {
            return zip(proposal.edits, sentences(of: proposal.edits, in: .record([:]))).flatMap {
                ["- \($1)", "    alamat: \($0.at)"] + reason($0)
            }
        }
        return read.lines.flatMap { line in
            [
                "- \(line.sentence.indonesian)", "    alamat: \(line.edit.at)",
                "    hasil: \(line.title.indonesian)",
                "    mereka lihat: \(words(for: line.edit.was))",
                "    usul mereka:  \(words(for: line.here.now))",
                "    kita sekarang: \(words(for: line.found))",
            ] + line.regencies.map { "    perhatian: menyebut \($0)" } + reason(line.edit)
        }
    }

    private func reason(_ edit: Edit) -> [String] {
        ["    alasan: \(edit.why.reason) (\(edit.why.author), \(edit.why.date))"]
    }
}

/// A proposal as a program reads it.
struct ToldProposal: Encodable {
    let blueprint, version, digest, proposer, name, written: String

    /// Whether its signer is known here; absent where nobody looked.
    let known: Bool?
    let entries: [Entry]

    struct Entry: Encodable {
        let at, reason, by, date: String
        let outcome, sentence, english: String?
        let takeable: Bool?
        let was, now, found: ToldTree?
    }

    init(_ proposal: Proposal, signer: ProposalSigner?, read: ReadProposal?) {
        blueprint = proposal.blueprint.description
        version = proposal.version
        digest = hexadecimal(proposal.document.digest)
        proposer = proposal.proposer
        name = proposal.proposerName
        written = Moment.text(proposal.written)
        known = signer.map { $0 != .unknown }
        entries = proposal.edits.enumerated().map { number, edit in
            let line = read?.lines[number]
            return Entry(
                at: edit.at.description,
                reason: edit.why.reason,
                by: edit.why.author,
                date: edit.why.date,
                outcome: line?.outcome.word,
                sentence: line?.sentence.indonesian,
                english: line?.sentence.english,
                takeable: line?.mayBeTaken,
                was: ToldTree(edit.was),
                now: ToldTree(edit.now),
                found: ToldTree(line?.found)
            )
        }
    }
}
