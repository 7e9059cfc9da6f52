import Office
import Site
import Stories

/// The way of an agreement: which stages were reached, with what document.
struct StagesOfAgreement: Component {
    let loaded: LoadedAgreement
    let isOpen: Bool

    func write(to html: HTML) {
        html(
            DataTable(
                .stages,
                [.init(.stage), .init(.dayOfStage), .init(.documentOut), .init(.note)],
                loaded.way.map { line($0, html.visit.language) }
            )
        )
        html(.h2, .documents)
        html(
            Lines(
                loaded.rules.documents.filter { $0.form != .report }.map { document in
                    .link(
                        Link(
                            .documentWithClauses(
                                document.name,
                                loaded.state.clauses[document.id, default: []].count,
                                document.clauses.count
                            ),
                            "/kerja/kerja-sama/\(loaded.id)/naskah/\(document.id)"
                        )
                    )
                }
            )
        )
        if isOpen, loaded.state.council != nil {
            html(
                ButtonRow(links: [
                    Link(.councilAgain, AgreementDeed.council.address(of: loaded.id))
                ])
            )
        }
    }

    private func line(_ stage: CooperationRules.Stage, _ language: Language) -> DataTable.Line {
        if loaded.state.skips(stage) {
            let why = loaded.texts(loaded.state.council?.words)["pertimbangan"]
            return DataTable.Line([
                .words(stage.name), .words(.skipped), "–", .text(why.orErased),
            ])
        }
        guard let reached = loaded.state.stages[stage.id] else {
            let isNext = loaded.next?.id == stage.id
            let state = isNext ? StatusTag(.comesNext, .info) : StatusTag(.notYet)
            return DataTable.Line([
                .words(stage.name), .tag(state), .text(stage.yields), .text(stage.by),
            ])
        }
        let texts = loaded.texts(reached.words)
        let words = [texts["nomor"], texts["catatan"], texts["alasan"]].filter { !$0.isEmpty }
        let name: Inline =
            isOpen
            ? .link(Link(stage.name, AgreementDeed.stage.address(of: loaded.id, stage.id)))
            : .words(stage.name)
        return DataTable.Line([
            name, .text(DateWords.date(reached.on, in: language)),
            reached.paper.map { .link(loaded.link(to: $0, of: stage.name)) } ?? .text(stage.yields),
            .text(words.isEmpty ? "–" : words.joined(separator: ". ")),
        ])
    }
}

extension LoadedAgreement {
    func link(to paper: Paper, of thing: Words) -> Link {
        Link(
            .fileOf(thing, paper.type),
            "/kerja/kerja-sama/\(id)/berkas/\(paper.file)"
        )
    }
}

/// What is owed, and what the plan says against what came of it.
struct DutiesOfAgreement: Component {
    let loaded: LoadedAgreement
    let records: Bool
    let isOpen: Bool

    func write(to html: HTML) {
        let language = html.visit.language
        html(
            DataTable(
                .duties,
                [
                    .init(.whatIsOwed), .init(.whoOwes), .init(.dueDay), .init(.state),
                    .init(.evidence),
                ],
                loaded.state.duties.map { line($0, language) }
            )
            .headed(whenEmpty: .noDuties)
        )
        if isOpen { html(ButtonRow(links: [new(.addDuty, .duty)])) }
        html(
            DataTable(
                .planAndRealisation,
                [
                    .init(.activity), .init(.yearOfPlan), .init(.budget, isNumber: true),
                    .init(.spent, isNumber: true), .init(.result),
                ],
                loaded.state.plan.map { line($0, language) }
            )
            .headed(whenEmpty: .noPlan)
        )
        if isOpen, loaded.state.signed != nil {
            html(ButtonRow(links: [new(.addActivity, .plan)]))
        }
    }

    private func new(_ words: Words, _ deed: AgreementDeed) -> Link {
        Link(words, deed.address(of: loaded.id))
    }

    private func line(
        _ duty: Agreement.Item<OwedDuty, Fulfilment>,
        _ language: Language
    ) -> DataTable.Line {
        let texts = loaded.texts(duty.promise.words)
        let who = texts["pihak"] == "mitra" ? Words("Mitra", "The partner") : Words("Kami", "We")
        let unit = duty.promise.unit.flatMap { loaded.regency.office.unit($0)?.name }
        let name: Inline =
            isOpen
            ? .link(
                Link(
                    Words(texts["apa"].orErased),
                    AgreementDeed.duty.address(of: loaded.id, duty.id)
                )
            )
            : .text(texts["apa"].orErased)
        return DataTable.Line([
            name, .text([who.text(in: language), unit].compactMap(\.self).joined(separator: ", ")),
            .text(DateWords.date(duty.promise.due, in: language)),
            .tag(.of(duty.promise.due, done: duty.result?.on, loaded.today)),
            evidence(duty, language),
        ])
    }

    private func evidence(
        _ duty: Agreement.Item<OwedDuty, Fulfilment>,
        _ language: Language
    ) -> Inline {
        let form = AgreementDeed.fulfilment.address(of: loaded.id, duty.id)
        guard let done = duty.result else {
            return records ? .link(Link(.recordDone, form)) : "–"
        }
        let text = loaded.texts(done.words)["bukti"].orErased
        guard let paper = done.paper else { return .text(text) }
        return .link(loaded.link(to: paper, of: Words(text)))
    }

    private func line(
        _ activity: Agreement.Item<PlannedActivity, Realisation>,
        _ language: Language
    ) -> DataTable.Line {
        let texts = loaded.texts(activity.promise.words)
        let name: Inline =
            isOpen
            ? .link(
                Link(
                    Words(texts["kegiatan"].orErased),
                    AgreementDeed.plan.address(of: loaded.id, activity.id)
                )
            ) : .text(texts["kegiatan"].orErased)
        let realised = activity.result
        let form = AgreementDeed.realisation.address(of: loaded.id, activity.id)
        let result: Inline =
            realised.map { realised in
                let text = Words(loaded.texts(realised.words)["hasil"].orErased)
                return realised.paper.map { .link(loaded.link(to: $0, of: text)) } ?? .words(text)
            } ?? (records ? .link(Link(.recordResult, form)) : "–")
        return DataTable.Line([
            name, .number("\(activity.promise.year)"),
            .number(NumberWords.rupiah(activity.promise.budget, in: language)),
            .number(realised.map { NumberWords.rupiah($0.spent, in: language) } ?? "–"), result,
        ])
    }
}

extension StatusTag {
    /// Done in time or late, or how many days are left.
    static func of(_ due: Day, done: Day?, _ today: Day) -> StatusTag {
        guard let done else { return .daysLeft(until: due, today) }
        let late = done.number - due.number
        guard late > 0 else { return StatusTag(Words("Selesai tepat waktu", "Done on time")) }
        return StatusTag(
            Words(
                "Selesai terlambat \(late) hari",
                late == 1 ? "Done 1 day late" : "Done \(late) days late"
            ),
            .danger
        )
    }
}

extension NumberWords {
    /// "Rp25.000", "Rp0": a budget of nothing is not free of charge.
    static func rupiah(_ amount: Int, in language: Language) -> String {
        "Rp" + whole(amount, in: language)
    }
}

/// What may be transferred, whose root was pinned, and what was transferred.
struct TransfersOfAgreement: Component {
    let loaded: LoadedAgreement
    let isOpen: Bool

    func write(to html: HTML) {
        let language = html.visit.language
        html(.h2, .transfers)
        html(.p, .openPackagesNeedNone)
        guard !loaded.begun.partners.isEmpty else { return html(.p, .transfersOnlyToRegions) }
        let given = TransferDirection.allCases.compactMap { direction -> SummaryList.Item? in
            let allowed = loaded.state.permissions[direction, default: []].map(\.text).sorted()
            return SummaryList.Item(direction.option.label, allowed.map(Inline.text))
        }
        let roots = loaded.begun.partners.map { code in
            SummaryList.Item(.rootOf(code), [root(of: code)])
        }
        html(SummaryList(given + roots))
        if isOpen {
            var links = [
                Link(AgreementDeed.transfer.heading, AgreementDeed.transfer.address(of: loaded.id))
            ]
            if loaded.state.signed != nil,
                loaded.begun.partners.contains(where: { loaded.state.roots[$0] == nil })
            {
                links.append(
                    Link(AgreementDeed.root.heading, AgreementDeed.root.address(of: loaded.id))
                )
            }
            html(ButtonRow(links: links))
        }
        html(
            DataTable(
                .madeTransfers,
                [
                    .init(.blueprintName), .init(.direction), .init(.day), .init(.digest),
                    .init(.official),
                ],
                loaded.transfers.map { made in
                    DataTable.Line([
                        .text("\(made.blueprint) \(made.version)"),
                        .words(made.direction.option.label),
                        .text(DateWords.date(made.on, in: language)),
                        .number(String(made.digest.prefix(16))),
                        .text(made.official.flatMap { loaded.names[$0] } ?? "–"),
                    ])
                }
            )
            .headed(whenEmpty: .noTransfers)
        )
    }

    /// Never the words themselves: the second person types them from the paper.
    private func root(of code: Code) -> Inline {
        if let root = loaded.state.roots[code] { return .words(.pinned(root)) }
        if loaded.state.typedRoots[code] != nil {
            return .tag(StatusTag(.waitsForSecondTypist, .attention))
        }
        let differed = loaded.history.contains { $0.fact == .rootsDiffered(partner: code) }
        return .tag(
            differed ? StatusTag(.wordsDiffered, .danger) : StatusTag(.notPinned, .plain)
        )
    }
}

extension Agreement.PermittedPackage {
    var text: String {
        switch self {
        case .every: "*"
        case .named(let code): code.text
        }
    }
}

/// Everything that happened, the newest first: nothing of it can be taken away.
struct HistoryOfAgreement: Component {
    let loaded: LoadedAgreement

    func write(to html: HTML) {
        let (zone, language) = (html.visit.installation.zone, html.visit.language)
        let timeline = Timeline(
            loaded.history.reversed().map { moment in
                let reason = loaded.texts(moment.fact.words)["alasan"]
                let who = loaded.names[moment.by.id].map { [Inline.text($0)] } ?? []
                return Timeline.Moment(
                    DateWords.moment(moment.at, zone: zone, in: language, withYear: true),
                    .words(moment.fact.told(by: loaded.rules)),
                    detail: who + (reason.isEmpty ? [] : [.text(reason)])
                )
            }
        )
        html(Disclosure(.history, timeline))
    }
}

/// A table that keeps its heading where it has no lines.
struct HeadedTable: Component {
    let table: DataTable

    func write(to html: HTML) {
        if table.lines.isEmpty { html(.h2, table.caption) }
        html(table)
    }
}

extension DataTable {
    /// The same with other words for where there are no lines, under its heading.
    func headed(whenEmpty words: Words) -> HeadedTable { HeadedTable(table: whenEmpty(words)) }
}
