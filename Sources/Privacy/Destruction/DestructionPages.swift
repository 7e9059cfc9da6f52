import Press
import Site
import Stories

/// What is past its time of keeping, to be ticked, and the batches so far.
struct DestructionsPage: Page {
    var batches: [ListedDestruction]
    var past: [PastKeeping]
    var permanent: [PastKeeping] = []
    var toJudge: [PastKeeping] = []
    var problem: PrivacyRefusal?

    var frame: Frame {
        Frame(backTo: Link(.peoplesData, "/kelola/data-pribadi"), refusing: problem)
    }

    func title(for visit: Visit) -> String { Words.destruction.text(in: visit.language) }

    func body(_ html: HTML) {
        if let problem { html(ErrorSummary([("perkara", Words(problem))])) }
        html(.h1, .destruction)
        html(.p, .destructionWhat)
        html(.h2, .pastKeeping)
        if past.isEmpty {
            html(EmptyState(.nothingPast))
        } else {
            html(form(past, "perkara", .whichToDestroy, .destroying, .propose, html))
        }
        if !permanent.isEmpty {
            html(.h2, .keptForGood)
            html(.p, .keptForGoodWhat)
            html(
                form(permanent, "arsip", .whichToHandOver, .handingOver, .proposeHandingOver, html)
            )
        }
        if !toJudge.isEmpty { judging(html) }
        html(
            DataTable(
                .batches,
                [
                    .init(.proposedOn), .init(.whatFor), .init(.howManyCases, isNumber: true),
                    .init(.state),
                ],
                batches.map { line in
                    DataTable.Line([
                        .link(
                            Link(
                                html.visit.words(of: line.proposed),
                                "/kelola/data-pribadi/pemusnahan/\(line.id)"
                            )
                        ),
                        .words(line.purpose.words), .number("\(line.cases)"),
                        .tag(line.phase.tag),
                    ])
                }
            )
            .whenEmpty(.noBatches)
        )
    }

    private func form(
        _ cases: [PastKeeping],
        _ name: String,
        _ question: Words,
        _ purpose: Destruction.Purpose,
        _ button: Words,
        _ html: HTML
    ) -> Form {
        let options = cases.map { line in
            let day = DateWords.longDate(html.visit.installation.zone.day(line.ended))
            return Option(
                line.dossier.id.description,
                line.dossier.titleByNumber,
                hint: Words(
                    "Berakhir \(day.indonesian). \(line.rule.indonesian)",
                    "Ended \(day.text(in: .english)). \(line.rule.text(in: .english))"
                )
            )
        }
        let ticked = cases.map(\.dossier.id.description)
        return Form(
            to: "/kelola/data-pribadi/pemusnahan",
            [Field(name, question, .choices(ticked, options))],
            hidden: [("guna", purpose.rawValue)],
            buttons: [Button(button)]
        )
    }

    private func judging(_ html: HTML) {
        html(.h2, .toJudgeAnew)
        html(.p, .toJudgeAnewWhat)
        html(
            DataTable(
                .casesToJudge,
                [.init(.itemNumber), .init(.whatItIs), .init(.endedOn)],
                toJudge.map { line in
                    let zone = html.visit.installation.zone
                    let day = DateWords.longDate(zone.day(line.ended))
                    let address: Address = "/kelola/data-pribadi/penilaian/\(line.dossier.id)"
                    return DataTable.Line([
                        .link(Link(Words(line.dossier.number), address)),
                        .words(line.dossier.titled), .words(day),
                    ])
                }
            )
        )
    }
}

/// One batch: what is in it, who proposed and approved, what is left.
struct DestructionPage: Page {
    var loaded: LoadedDestruction
    var me: Actor
    var problem: PrivacyRefusal?

    private var batch: Destruction { loaded.batch }

    var frame: Frame {
        Frame(backTo: Link(.destruction, "/kelola/data-pribadi/pemusnahan"), refusing: problem)
    }

    func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    private var heading: Words {
        switch batch.purpose {
        case .destroying: .oneBatch
        case .handingOver: .oneHandingOver
        }
    }

    func body(_ html: HTML) {
        if let problem { html(ErrorSummary([("isi", Words(problem))])) }
        html(.h1, heading)
        html(.p, .role("status")) { html(batch.phase.tag) }
        var items = [SummaryList.Item(.proposedBy, [.text(loaded.proposer)])]
        if let name = loaded.approver { items.append(SummaryList.Item(.approvedBy, [.text(name)])) }
        if let words = loaded.refusal { items.append(SummaryList.Item(.reason, [.text(words)])) }
        if let words = loaded.receipt { items.append(SummaryList.Item(.receipt, [.text(words)])) }
        if batch.purpose == .destroying {
            items.append(SummaryList.Item(.destroyedCount, [.text("\(batch.gone.count)")]))
            items.append(SummaryList.Item(.keptCount, [.text("\(batch.kept.count)")]))
        }
        html(SummaryList(items))
        html(.div, .id("isi")) { deeds(html) }
        let kept = Set(batch.kept)
        html(
            DataTable(
                .casesOfBatch,
                Dossier.headings,
                loaded.dossiers.map { DataTable.Line($0.cells(isHeld: kept.contains($0.id))) }
            )
        )
    }

    private func deeds(_ html: HTML) {
        switch batch.phase {
        case .unborn, .refused: break
        case .proposed:
            guard batch.proposer != me else { return html(.p, .waitsForAnother) }
            if batch.purpose == .destroying {
                html(Notice(.danger, .destructionIsFinal))
                html(form("setuju", [], Button(.approveDestruction, .danger)))
            } else {
                html(Notice(.info, .nothingGoesBeforeReceipt))
                html(form("setuju", [], Button(.approveHandingOver)))
            }
            html(
                form(
                    "tolak",
                    [Field("alasan", .whyRefused, .longText("", most: 2000))],
                    Button(.refuseDestruction, .secondary)
                )
            )
        case .destroying:
            html(.p, .leftToDestroy(batch.left.count))
            html(form("setuju", [], Button(.goOnDestroying, .danger)))
        case .handing:
            html(.p, .waitsForReceipt)
            lists(html)
            html(
                form(
                    "terima",
                    [
                        Field(
                            "bukti",
                            .whatReceipt,
                            hint: .whatReceiptHint,
                            .longText("", most: 2000)
                        )
                    ],
                    Button(.recordReceipt)
                )
            )
        case .done:
            guard batch.purpose == .destroying else { return lists(html) }
            html(ButtonRow(links: [Link(.minutes, loaded.address("berita-acara.pdf"))]))
        }
    }

    private func lists(_ html: HTML) {
        html(
            ButtonRow(links: [
                Link(.listOfHandingOver, loaded.address("daftar-serah.pdf")),
                Link(.listAsTable, loaded.address("daftar-serah.csv")),
            ])
        )
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

/// The minutes of a destruction, to be signed.
struct DestructionPaper {
    let loaded: LoadedDestruction
    let now: Instant

    func pdf() throws(PressError) -> [UInt8] {
        let (regency, batch) = (loaded.regency, loaded.batch)
        let kept = Set(batch.kept)
        let day = DateWords.longDate(regency.installation.zone.day(now)).indonesian
        let rows = loaded.dossiers.map { dossier in
            [
                dossier.number, dossier.titled.indonesian, dossier.unit,
                kept.contains(dossier.id) ? "Ditahan, tidak dimusnahkan" : "Dimusnahkan",
            ]
        }
        let opening =
            "Data pribadi berikut sudah lewat masa simpannya. Kuncinya dihancurkan dan "
            + "isinya dihapus, sehingga tidak bisa dibaca lagi oleh siapa pun."
        var paper = regency.paper(
            "Berita Acara Pemusnahan",
            sections: [
                .init(
                    nil,
                    [
                        .facts([
                            Passage.Fact("Dicetak", day),
                            Passage.Fact("Diusulkan oleh", loaded.proposer),
                            Passage.Fact("Disetujui oleh", loaded.approver ?? "–"),
                            Passage.Fact("Dimusnahkan", "\(batch.gone.count) berkas"),
                            Passage.Fact("Tetap disimpan", "\(batch.kept.count) berkas"),
                        ]),
                        .paragraph(opening),
                        .table(
                            SheetTable(
                                head: ["Nomor", "Apa", "Unit", "Hasil"],
                                rows: rows,
                                shares: [3, 4, 3, 3]
                            )
                        ),
                    ]
                ),
                .signedBy([("Pengusul", loaded.proposer), ("Penyetuju", loaded.approver ?? "–")]),
            ],
            at: now
        )
        paper.subtitle = "Catatan \(loaded.number)"
        return try PaperPress.pdf(of: paper)
    }
}

extension Destruction.Phase {
    var tag: StatusTag {
        switch self {
        case .unborn, .proposed:
            StatusTag(Words("Menunggu petugas kedua", "Waits for a second official"), .attention)
        case .refused: StatusTag(Words("Ditolak", "Refused"), .danger)
        case .destroying: StatusTag(Words("Sedang dimusnahkan", "Being destroyed"), .attention)
        case .handing:
            StatusTag(Words("Menunggu tanda terima", "Waits for the receipt"), .attention)
        case .done: StatusTag(Words("Selesai", "Done"), .done)
        }
    }
}
