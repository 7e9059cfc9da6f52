import Blueprints
import Site
import Stories

/// The running cases of a service by version, and the moves that were asked for.
struct RunningVersionsPage: Page {
    var service: Code
    var name: Site.Words
    var versions: [Version]
    var moves: [Move]

    struct Version: Sendable {
        var digest: Code
        var name: String
        var since: Site.Words
        var count: Int

        /// Nil: it is the one in force.
        var way: VersionDifference.Way?
    }

    struct Move: Sendable {
        var plan: OpaqueID
        var asked: Site.Words
        var names: String
        var tag: StatusTag
        var moved: Int?
    }

    static func address(_ service: Code) -> Address {
        Address("/kelola/layanan/berjalan").with("layanan", service.text)
    }

    var frame: Frame { Frame(width: .workbench, back: Link(.services, "/kelola/layanan")) }

    func title(for visit: Visit) -> String {
        Words.runningCases.text(in: visit.language) + ": " + name.text(in: visit.language)
    }

    func body(_ html: HTML) {
        html(.h1, title(for: html.visit))
        html(.p, .whatMoveKeeps)
        let language = html.visit.language
        var table = DataTable(
            .casesByVersion,
            [
                DataTable.Heading(.versionOfRules), DataTable.Heading(.inForceFrom),
                DataTable.Heading(.runningCases, isNumber: true), DataTable.Heading(.state),
                DataTable.Heading(Words("Tindakan", "Action")),
            ],
            versions.map { version in
                DataTable.Line([
                    .text(version.name), .words(version.since),
                    .number(NumberWords.whole(version.count, in: language)),
                    .tag(version.way?.tag ?? StatusTag(Words("Berlaku", "In force"), .done)),
                    version.way == nil
                        ? .text("–")
                        : .link(
                            Link(.openMovePlan, MovePlanPage.address(service, version.digest))
                        ),
                ])
            }
        )
        table.empty = .noRunningCases
        html(table)
        guard !moves.isEmpty else { return }
        html(
            DataTable(
                .movesSoFar,
                [
                    DataTable.Heading(.moveFromTo), DataTable.Heading(.askedOn),
                    DataTable.Heading(.state), DataTable.Heading(.haveMoved, isNumber: true),
                ],
                moves.map { move in
                    DataTable.Line([
                        .link(Link(Words(move.names), MovePage.address(move.plan))),
                        .words(move.asked), .tag(move.tag),
                        .number(move.moved.map { NumberWords.whole($0, in: language) } ?? "–"),
                    ])
                }
            )
        )
    }
}

/// What would become of the running cases of one version, before anything happens.
struct MovePlanPage: Page {
    var plan: MovePlan

    /// The id that a request from this page gets.
    var id: OpaqueID
    var sample: [RunningCase]

    static func address(_ service: Code, _ version: Code) -> Address {
        Address("/kelola/layanan/berjalan/rencana").with("layanan", service.text)
            .with("dari", version.text)
    }

    var frame: Frame {
        let list = RunningVersionsPage.address(plan.order.service)
        return Frame(width: .page, back: Link(.runningCases, list))
    }

    func title(for visit: Visit) -> String {
        let words = Words(
            "\(plan.service.title.indonesian): versi \(plan.from.name) ke \(plan.to.name)",
            "\(Words(plan.service.title).text(in: .english)): version \(plan.from.name) to "
                + plan.to.name
        )
        return words.text(in: visit.language)
    }

    func body(_ html: HTML) {
        let language = html.visit.language
        html(.h1, title(for: html.visit))
        html(plan.rules.difference.way.notice)
        html(
            KeyFacts([
                (.wouldMove, .number(NumberWords.whole(plan.moving, in: language))),
                (.wouldStay, .number(NumberWords.whole(plan.left, in: language))),
            ])
        )
        html(.p, .whatMoveKeeps)
        if plan.moving > 0 { html(start) }
        html(ReasonsToStay(staying: plan.staying))
        html(ChangesOfVersion(difference: plan.rules.difference))
        guard !sample.isEmpty else { return }
        html(RunningCaseTable(caption: .sampleOfMoving, cases: sample, service: plan.service))
    }

    private var start: Form {
        let isMapped = plan.order.isMapped
        return Form(
            to: "/kelola/layanan/berjalan/mulai",
            [],
            hidden: [
                ("layanan", plan.order.service.text), ("dari", plan.order.from.text),
                ("ke", plan.order.to.text), ("rencana", id.description),
            ],
            buttons: [Button(isMapped ? .askForMove : .startMove)]
        )
    }
}

/// Why cases stay, with how many each.
struct ReasonsToStay: Component {
    var staying: [(why: Staying, count: Int)]

    func write(to html: HTML) {
        guard !staying.isEmpty else { return }
        html(
            DataTable(
                .whyStay,
                [DataTable.Heading(.because), DataTable.Heading(.runningCases, isNumber: true)],
                staying.map { why, count in
                    DataTable.Line([
                        .words(why.words),
                        .number(NumberWords.whole(count, in: html.visit.language)),
                    ])
                }
            )
        )
    }
}

/// What a version changes, kind by kind, in sentences.
struct ChangesOfVersion: Component {
    var difference: VersionDifference

    /// As many as somebody reads at once.
    private static let most = 60

    func write(to html: HTML) {
        html(.h2, .whatVersionChanges)
        for (kind, count) in difference.counts {
            let shown = zip(
                difference.sentences(of: [kind]),
                difference.sentences(of: [kind], language: .english)
            )
            html(.h3, kind.words)
            html(.ul, .class("ubahan")) {
                for (indonesian, english) in shown.prefix(Self.most) {
                    html(.li, Words(indonesian, english))
                }
            }
            let more = count - Self.most
            if more > 0 {
                html(.p, Words("Dan \(more) perubahan lain.", "And \(more) other changes."))
            }
        }
    }
}

/// Running cases by number and step, without names: whoever may look into one opens it elsewhere.
struct RunningCaseTable: Component {
    var caption: Site.Words
    var cases: [RunningCase]
    var service: PublicService

    func write(to html: HTML) {
        html(
            DataTable(
                caption,
                [
                    DataTable.Heading(Words("Nomor", "Number")),
                    DataTable.Heading(Words("Langkah", "Step")), DataTable.Heading(.state),
                ],
                cases.map { found in
                    let step = service.step(ID(found.step.text)).map { Words($0.title) }
                    return DataTable.Line([
                        .number(Self.grouped(found.number)),
                        .words(step ?? Words(found.step.text)),
                        .words(found.staying?.words ?? .wouldMove),
                    ])
                }
            )
        )
    }

    /// `1234-5678-9012`, as receipts have it.
    static func grouped(_ digits: String) -> String {
        stride(from: 0, to: digits.count, by: 4).map { start in
            String(digits.dropFirst(start).prefix(4))
        }.joined(separator: "-")
    }
}

/// One move: who asked, how far it is, what is left, and the way back.
struct MovePage: Page {
    var row: MovePlanRow
    var name: Site.Words
    var names: String
    var asker: Site.Words
    var asked: Site.Words
    var isOwn: Bool

    /// Who decided it last; nil where nobody had to.
    var decider: String?
    var moved: (all: Int, alone: Int)
    var left: Left
    var difference: VersionDifference
    var error: Site.Words?

    /// A page of the list of cases that are not where they should be.
    struct Left: Sendable {
        var caption: Site.Words
        var lines: [(number: String, why: Site.Words)]
        var next: Address?
    }

    static func address(_ plan: OpaqueID) -> Address {
        Address("/kelola/layanan/berjalan/pindah").with("rencana", plan.description)
    }

    var frame: Frame {
        let list = RunningVersionsPage.address(row.order.service)
        return Frame(
            width: .page,
            back: Link(.runningCases, list),
            status: error == nil ? 200 : 409
        )
    }

    func title(for visit: Visit) -> String { name.text(in: visit.language) + ": " + names }

    func body(_ html: HTML) {
        let language = html.visit.language
        func number(_ count: Int) -> String { NumberWords.whole(count, in: language) }
        html(.h1, title(for: html.visit))
        if let error { html(Notice(.danger, error)) }
        let isEnded = row.progress?.ended != nil
        let isBack = row.phase == .undoing
        html(
            KeyFacts(
                [
                    (.state, .tag(row.phase.tag(isEnded: isEnded))), (.askedOn, .words(asked)),
                    (Words("Oleh", "By"), .words(asker)),
                ] + settled + [
                    (isBack ? .stillMoved : .haveMoved, .number(number(moved.all)))
                ]
            )
        )
        progress(html)
        deeds(html)
        if row.phase == .running || row.phase == .undoing {
            html(
                DataTable(
                    left.caption,
                    [DataTable.Heading(Words("Nomor", "Number")), DataTable.Heading(.because)],
                    left.lines.map { DataTable.Line([.number($0.number), .words($0.why)]) }
                ).whenEmpty(isBack ? .allBack : .noneLeft)
            )
            if let next = left.next { html(ButtonRow(links: [Link(.moveNext, next)])) }
        }
        html(ChangesOfVersion(difference: difference))
    }

    /// Who decided it, in the word for what was decided.
    private var settled: [(name: Site.Words, value: Inline)] {
        guard let decider else { return [] }
        switch row.phase {
        case .unborn, .waiting: return []
        case .running: return [(.approvedBy, .text(decider))]
        case .declined: return [(.declinedBy, .text(decider))]
        case .undoing: return [(.takenBackBy, .text(decider))]
        }
    }

    private func progress(_ html: HTML) {
        guard let run = row.progress, row.phase == .running || row.phase == .undoing else { return }
        func number(_ count: Int) -> String { NumberWords.whole(count, in: html.visit.language) }
        let (looked, total, moved) = (number(run.looked), number(run.total), number(run.moved))
        let isBack = row.phase == .undoing
        if run.ended != nil {
            html(Notice(.done, isBack ? .undoDone(moved, total) : .moveDone(moved, total)))
        } else {
            html(
                Notice(
                    .info,
                    isBack
                        ? .undoProgress(looked, total, moved) : .moveProgress(looked, total, moved)
                )
            )
        }
    }

    private func deeds(_ html: HTML) {
        let hidden = [("rencana", row.plan.description)]
        func form(_ deed: String, _ button: Button) -> Form {
            Form(
                to: "/kelola/layanan/berjalan/\(deed)",
                [],
                hidden: hidden,
                buttons: [button]
            )
        }
        switch row.phase {
        case .waiting:
            if isOwn {
                html(Notice(.info, .waitsForSecondKeeper))
            } else {
                html(form("setujui", Button(.approveMove)))
            }
            html(form("tolak", Button(.declineMove, .secondary)))
        case .running where moved.all > 0:
            html(.h2, .undoMove)
            html(.p, .undoMoveExplained)
            let language = html.visit.language
            html(
                .p,
                .undoCounts(
                    NumberWords.whole(moved.alone, in: language),
                    NumberWords.whole(moved.all - moved.alone, in: language)
                )
            )
            html(form("kembalikan", Button(.undoMove, .danger)))
        case .unborn, .running, .declined, .undoing: break
        }
    }
}
