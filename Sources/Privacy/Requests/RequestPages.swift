import Office
import Site
import Stories

/// All requests: what is owed first, and of that what is due first.
struct RequestsPage: Page {
    var lines: [ListedRequest]
    var now: Instant

    var frame: Frame { Frame(width: .workbench) }

    func title(for visit: Visit) -> String { Words.peoplesData.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .peoplesData)
        html(.p, .peoplesDataWhat)
        html(
            ButtonRow(
                Button(.newRequest, .primary, .go("/kelola/data-pribadi/baru")),
                Button(.holds, .secondary, .go("/kelola/data-pribadi/penahanan")),
                Button(.breaches, .secondary, .go("/kelola/data-pribadi/kebocoran")),
                Button(.destruction, .secondary, .go("/kelola/data-pribadi/pemusnahan"))
            )
        )
        html(
            DataTable(
                .peoplesData,
                [
                    .init(.whatIsAsked), .init(.requestNumber), .init(.received), .init(.left),
                    .init(.state),
                ],
                lines.map { line in
                    DataTable.Line([
                        .link(Link(line.asks.words, "/kelola/data-pribadi/\(line.id)")),
                        .number(line.number), .part(WholeMoment(at: line.received)),
                        line.phase.isOpen ? .part(TimeLeft(due: line.due, now: now)) : "–",
                        .tag(line.phase.tag),
                    ])
                }
            )
            .whenEmpty(.noRequests)
        )
        html(.h2, .documentsOfLaw)
        html(
            Lines(
                DraftDocument.Kind.allCases.map { kind in
                    .link(Link(kind.words, "/kelola/data-pribadi/\(kind.rawValue)"))
                }
            )
        )
    }
}

/// One request: who asks, how long is left, which cases, what is decided, what can be done.
struct RequestPage: Page {
    var loaded: LoadedRequest
    var me: Actor
    var now: Instant
    var isSaved: Bool
    var problem: PrivacyRefusal?

    private var request: PersonRequest { loaded.request }

    var frame: Frame {
        Frame(backTo: Link(.peoplesData, "/kelola/data-pribadi"), refusing: problem)
    }

    func title(for visit: Visit) -> String { loaded.opening.asks.words.text(in: visit.language) }

    func body(_ html: HTML) {
        if let problem { html(ErrorSummary([("isi", Words(problem))])) }
        html(.h1, loaded.opening.asks.words)
        if isSaved { html(Notice(.done, .saved)) }
        html(.p, .role("status")) { html(request.phase.tag) }
        facts(html)
        html(.div, .id("isi")) {
            cases(html)
            verdict(html)
            deeds(html)
            restrictions(html)
        }
    }

    private func facts(_ html: HTML) {
        var facts: [(Words, Inline)] = [
            (.received, .part(WholeMoment(at: loaded.opening.received))),
            (.answerBy, .part(WholeMoment(at: loaded.opening.due))),
        ]
        if request.phase.isOpen {
            facts.append((.left, .part(TimeLeft(due: loaded.opening.due, now: now))))
        }
        if let identity = loaded.identity {
            facts.append((.fullName, .text(identity.name)))
            if !identity.nik.isEmpty { facts.append((.nik, .part(MaskedValue(identity.nik)))) }
            if !identity.phone.isEmpty { facts.append((.phone, .text(identity.phone))) }
            let isOwn = loaded.opening.check == .receiptLink
            facts.append((isOwn ? .whatTheyWrote : .paperSeen, .text(identity.paper)))
        }
        facts.append((.howChecked, .words(loaded.opening.check.words)))
        html(SummaryList(heading: .whoAsks, facts.map { SummaryList.Item($0.0, [$0.1]) }))
    }

    private func cases(_ html: HTML) {
        html(.h2, .theirCases)
        html(
            DataTable(
                .theirCases,
                Dossier.headings,
                loaded.ticked.map { dossier in
                    DataTable.Line(
                        dossier.cells(isHeld: loaded.held.contains(dossier.id))
                    )
                }
            )
            .whenEmpty(.noCasesTicked)
        )
        grounds(html)
        if request.phase == .open {
            let kind: Button.Kind = loaded.ticked.isEmpty ? .primary : .secondary
            html(ButtonRow(Button(.chooseCases, kind, .go(loaded.address("perkara")))))
        }
    }

    /// Why each thing is kept and until when, and what of it stays where it is erased.
    private func grounds(_ html: HTML) {
        let isErasure = loaded.opening.asks == .erasure
        let lines = loaded.ticked.filter { !$0.isErased }.compactMap { dossier in
            let stays = isErasure ? dossier.stays : []
            let words = [dossier.mustStay].compactMap(\.self) + dossier.grounds + stays
            return words.isEmpty ? nil : SummaryList.Item(dossier.title, words.map { .words($0) })
        }
        if !lines.isEmpty { html(SummaryList(heading: .whyKept, lines)) }
    }

    private func verdict(_ html: HTML) {
        if let returned = loaded.words.returned {
            html(Notice(.attention, heading: .sentBack, Words(returned)))
        }
        guard let verdict = request.verdict else { return }
        var items = [
            SummaryList.Item(.decision, [.words(verdict.ground?.words ?? .grant)]),
            SummaryList.Item(.answerToPerson, loaded.words.verdict.map { [.text($0)] } ?? []),
            SummaryList.Item(.decidedBy, loaded.words.decider.map { [.text($0)] } ?? []),
        ]
        if let name = loaded.words.approver {
            items.append(SummaryList.Item(.approvedBy, [.text(name)]))
        }
        if let outcome = loaded.words.outcome {
            items.append(SummaryList.Item(.outcome, [.text(outcome)]))
        }
        html(SummaryList(heading: .decision, items))
    }

    private func deeds(_ html: HTML) {
        switch request.phase {
        case .unborn, .refused, .done: break
        case .open: decideForm(html)
        case .awaitsSecond:
            guard request.verdict?.by != me else { return html(.p, .waitsForOther) }
            html(Notice(.danger, .erasureIsFinal))
            html(form("setuju", [], Button(.approveErasure, .danger)))
            html(form("kembalikan", [words(.whySentBack)], Button(.sendBack, .secondary)))
        case .erasing: html(form("setuju", [], Button(.finishErasure, .danger)))
        case .granted:
            if loaded.opening.asks == .access { downloads(html) }
            if loaded.opening.asks == .correction { corrections(html) }
            if loaded.awaitsRestriction {
                return html(form("laksanakan", [], Button(.restrictNow)))
            }
            html(form("selesai", [words(.whatWasDone)], Button(.finish)))
        }
    }

    private func decideForm(_ html: HTML) {
        let options = [Option("kabul", .grant)] + Ground.allCases.map(\.option)
        html(.h2, .decision)
        html(
            form(
                "putusan",
                [
                    Field("putusan", .decideQuestion, .choice(nil, options)),
                    words(.answerToPerson),
                ],
                Button(.saveDecision, loaded.ticked.isEmpty ? .secondary : .primary)
            )
        )
    }

    private func corrections(_ html: HTML) {
        html(
            ButtonRow(
                links: loaded.ticked.filter { !$0.isErased }.map { dossier in
                    Link(
                        Words.correctAnswer.map { "\($0) \(dossier.number)" },
                        loaded.correction(of: dossier)
                    )
                }
            )
        )
    }

    /// A restriction ends by a reason, case by case; without consent it never does.
    private func restrictions(_ html: HTML) {
        for dossier in loaded.ticked where dossier.isRestricted {
            guard !dossier.isWithoutConsent else { continue }
            html(.details, .class("rinci")) {
                html(.summary, Words.liftRestriction.map { "\($0) \(dossier.number)" })
                var form = form(
                    "longgarkan",
                    [
                        Field(
                            "alasan-\(dossier.id)",
                            .whyLifted,
                            .longText("", most: 4000)
                        )
                    ],
                    Button(.liftRestriction, .secondary)
                )
                form.hidden.append(("perkara", dossier.id.description))
                html(form)
            }
        }
    }

    private func downloads(_ html: HTML) {
        html(.h2, .copyOfData)
        html(.p, .downloadWhat)
        var form = form(
            "unduh",
            [],
            Button(.downloadJSON, .secondary, .send(name: "bentuk", value: "json"))
        )
        form.buttons.append(
            Button(.downloadPage, .secondary, .send(name: "bentuk", value: "cetak"))
        )
        html(form)
    }

    private func words(_ label: Words) -> Field {
        Field("kata", label, .longText("", most: 4000))
    }

    private func form(_ deed: String, _ fields: [Field], _ button: Button) -> Form {
        Form(
            to: loaded.address(deed),
            fields,
            hidden: [("versi", "\(loaded.version.count)")],
            buttons: [button]
        )
    }
}

extension Dossier {
    static let headings: [DataTable.Heading] = [
        .init(.itemNumber), .init(.whatItIs), .init(.unit), .init(.received), .init(.state),
    ]

    /// What whoever protects data sees of it: that it is there, and nothing of what it says.
    func cells(isHeld: Bool) -> [Inline] {
        [
            .number(number), .words(titled), .text(unit), .part(WholeMoment(at: received)),
            state(isHeld: isHeld),
        ]
    }

    private func state(isHeld: Bool) -> Inline {
        if isErased { return .tag(StatusTag(.erased, .done)) }
        if isHeld { return .tag(StatusTag(.isHeld, .attention)) }
        if mustStay != nil { return .tag(StatusTag(.mustBeKept, .attention)) }
        if isRestricted { return .tag(StatusTag(.restricted, .info)) }
        return "–"
    }

    /// What kind of thing it is, and which: of a case, the service says it.
    var titled: Words {
        guard kind != .request else { return service }
        return Words(
            "\(kind.words.indonesian): \(service.indonesian)",
            "\(kind.words.text(in: .english)): \(service.text(in: .english))"
        )
    }

    /// The same with its number, as a heading; the other way round where people choose by number.
    var title: Words { titled.map { "\($0), \(number)" } }
    var titleByNumber: Words { titled.map { "\(number): \($0)" } }
}

extension Dossier.Kind {
    var words: Words {
        switch self {
        case .request: Words("Permohonan", "Request")
        case .record: Words("Catatan register", "Record of a register")
        case .file: Words("Berkas yang diserahkan", "File handed over")
        case .consent: Words("Persetujuan", "Consent")
        }
    }
}

/// The cases that may be this person's, to be ticked.
struct CasesOfPersonPage: Page {
    var loaded: LoadedRequest
    var found: [Dossier]

    var frame: Frame {
        Frame(width: .page, back: Link(loaded.opening.asks.words, loaded.address))
    }

    func title(for visit: Visit) -> String { Words.chooseCases.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .chooseCases)
        html(.p, .chooseCasesWhat)
        guard !found.isEmpty else { return html(EmptyState(.nothingFound)) }
        let options = found.map { dossier in
            let day = DateWords.longDate(html.visit.installation.zone.day(dossier.received))
            return Option(
                dossier.id.description,
                dossier.titleByNumber,
                hint: day.map { "\(dossier.unit), \($0)" }
            )
        }
        html(
            Form(
                to: loaded.address("perkara"),
                [
                    Field(
                        "perkara",
                        .theirCases,
                        .choices(loaded.request.cases.map(\.description), options)
                    )
                ],
                hidden: [("versi", "\(loaded.version.count)")],
                buttons: [Button(.saveTicks)]
            )
        )
    }
}
