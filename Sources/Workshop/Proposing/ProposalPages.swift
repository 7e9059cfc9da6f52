import Blueprints
import Exchange
import Site
import Stories

/// Where a proposal is handed in, and what came before.
struct ProposalsPage: Page {
    let listed: [ListedProposal]
    let days: [Day]
    var words = ""
    var problems: [String: Words] = [:]

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.blueprints, "/kelola/cetak-biru"),
            status: problems.isEmpty ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.proposals.text(in: visit.language) }

    private var fields: [Field] {
        [
            Field("usulan", .proposalFile, hint: .proposalFileHint, .file(FileInput(.any)))
                .with(error: problems["usulan"])
        ] + PapersOfPublisher(words: words, problem: problems["akar"]).fields
    }

    func body(_ html: HTML) {
        html(ErrorSummary(of: fields))
        html(.h1, .proposals)
        html(Paragraphs(.proposalsWhat))
        var form = Form(
            to: "/kelola/cetak-biru/usulan",
            fields,
            buttons: [Button(.readProposal)]
        )
        form.headings = [1: .keysOfProposer]
        html(form)
        guard !listed.isEmpty else { return html(.p, .noProposals) }
        let language = html.visit.language
        html(
            DataTable(
                .proposals,
                [
                    .init(.proposer), .init(.nameOfBlueprint), .init(.cameOn),
                    .init(.decisionWord),
                ],
                zip(listed, days).map { proposal, day in
                    let page = Self.address(of: proposal.document)
                    let name = "\(proposal.blueprint) \(proposal.version)"
                    return DataTable.Line([
                        .text(proposal.proposer.text), .link(Link(Words(name), page)),
                        .text(DateWords.date(day, in: language)), .tag(proposal.tag),
                    ])
                }
            )
        )
    }

    static func address(of document: Public) -> Address {
        "/kelola/cetak-biru/usulan/\(hexadecimal(document.digest))"
    }
}

extension ListedProposal {
    fileprivate var tag: StatusTag {
        guard isDecided else { return StatusTag(.notDecided, .attention) }
        return taken > 0 ? StatusTag(.takenOf(taken), .done) : StatusTag(.nothingTaken, .plain)
    }
}

/// One proposal against what stands here now, each entry to be ticked.
struct ProposalPage: Page {
    let known: KnownProposal
    let read: ReadProposal
    let signer: Signer
    let names: [OpaqueID: String]
    let day: @Sendable (Instant) -> Day
    var posted: Posted?
    var problem: Words?

    /// Whose signature is on it, or why it is not believed.
    enum Signer {
        case seen(ProposalSigner)
        case refused(TrustRefusal)

        /// Why nothing of it may be taken; nil where that is for people to decide.
        var hindrance: Words? {
            switch self {
            case .seen: nil
            case .refused(let refusal): Words(refusal.sentence, refusal.sentenceInEnglish)
            }
        }
    }

    private var proposal: Proposal { known.proposal }

    var frame: Frame {
        Frame(
            width: .workbench,
            back: Link(.proposals, "/kelola/cetak-biru/usulan"),
            status: problem == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String {
        "\(proposal.blueprint): \(proposal.proposerName)"
    }

    private func long(_ at: Instant, _ html: HTML) -> String {
        DateWords.longDate(day(at), in: html.visit.language)
    }

    func body(_ html: HTML) {
        if problem != nil { html(ErrorSummary(of: [reason])) }
        html(.h1, "\(proposal.proposerName): \(proposal.blueprint)")
        html(
            KeyFacts([
                (.proposer, .text("\(proposal.proposerName) (\(proposal.proposer))")),
                (.madeOn, .text(proposal.version)), (.ourVersionNow, .text(read.version)),
                (
                    .fingerprintOfPackage,
                    .number(String(hexadecimal(proposal.document.digest).prefix(16)))
                ),
            ])
        )
        html(notice)
        html(.p, .knownSince(long(known.at, html), names[known.by] ?? "–"))
        decisions(html)
        html(.h2, .entriesProposed(read.lines.count))
        html(
            .form,
            .method("post"),
            .action(ProposalsPage.address(of: proposal.document))
        ) {
            if let token = html.visit.formToken {
                html(.input, .type("hidden"), .name(Form.tokenName), .value(token))
            }
            for (number, line) in read.lines.enumerated() {
                html(ProposedEntry(line: line, number: number, posted: posted))
            }
            reason.write(to: html)
            html(.div, .class("tombol-baris")) {
                html(Button(.takeTicked, .primary, .send(name: "putus", value: "ambil")))
                html(Button(.takeNothing, .secondary, .send(name: "putus", value: "tolak")))
            }
        }
    }

    private var reason: Field {
        Field(
            "alasan",
            .whyDecided,
            hint: .whyDecidedHint,
            .text(TextInput(posted?["alasan"] ?? ""))
        ).with(error: problem)
    }

    private var notice: Notice {
        switch signer {
        case .seen(.known(let number)):
            return Notice(.done, .signerKnown(proposal.proposer, number))
        case .seen(.unknown):
            return Notice(.attention, heading: .signerUnknownTitle, .signerUnknown)
        case .refused(let refusal):
            return Notice(
                .danger,
                heading: .signerUnknownTitle,
                Words(refusal.sentence, refusal.sentenceInEnglish)
            )
        }
    }

    private func decisions(_ html: HTML) {
        guard !known.decisions.isEmpty else { return }
        html(.h2, .whatHappened)
        html(.ul, .class("ubahan")) {
            for decided in known.decisions {
                html(.li) {
                    let (taken, refused) = (decided.what.taken.count, decided.what.refused.count)
                    html.text(.decidedOn(long(decided.at, html), taken, refused))
                    html(.small, " \(decided.reason) (\(names[decided.by] ?? "–"))")
                }
            }
        }
    }
}

/// One entry: what they had, what they propose, what is here, and whether it is taken.
private struct ProposedEntry: Component {
    let line: ReadProposal.Line
    let number: Int
    let posted: Posted?

    func write(to html: HTML) {
        html(.div, .class("putusan")) {
            html(.h3, Naming.words(line.sentence))
            html(.p) { html(StatusTag(Naming.words(line.title), mark)) }
            html(.div, .class("tiga")) {
                column(.theySaw, line.edit.was, html)
                column(.theyPropose, line.here.now, html)
                column(.weHave, line.found, html)
            }
            html(.p) {
                html.text(line.edit.why.reason)
                html(.small, " (\(line.edit.why.author), \(line.edit.why.date))")
            }
            for name in line.regencies { html(Notice(.attention, .namesRegency(name))) }
            if line.mayBeTaken {
                let name = Self.name(number)
                Field(
                    name,
                    .yourDecision,
                    .choices(
                        posted?.all(name) ?? [],
                        [Option("ya", line.isConflict ? .takeOverOurs : .takeThis)]
                    )
                ).write(to: html)
            }
        }
    }

    static func name(_ number: Int) -> String { "ambil-\(number)" }

    private var mark: StatusTag.Kind {
        switch line.outcome {
        case .keepOurs: .info
        case .same: .done
        case .conflict, .orphaned, .mustStay, .doesNotCheck: .attention
        case .takeTheirs, .newDefault, .removedThere: .plain
        }
    }

    private func column(_ heading: Words, _ value: Tree?, _ html: HTML) {
        let isEnglish = html.visit.language == .english
        html(.div) {
            html(.h4, heading)
            html(.p, words(for: value, language: isEnglish ? .english : .indonesian))
        }
    }
}

extension Posted {
    /// The places of the entries that were ticked.
    func tickedEntries(of count: Int) -> [Int] {
        (0..<count).filter { self["ambil-\($0)"] == "ya" }
    }
}
