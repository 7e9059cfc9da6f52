import Press
import Site
import Stories

/// What is past its time of keeping, to be ticked, and the batches so far.
struct DestructionsPage: Page {
    var batches: [ListedDestruction]
    var past: [PastKeeping]
    var problem: PrivacyRefusal?

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.peoplesData, "/kelola/data-pribadi"),
            status: problem?.status ?? 200
        )
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
            let options = past.map { line in
                let day = DateWords.longDate(html.visit.installation.zone.day(line.ended))
                return Option(
                    line.dossier.id.description,
                    line.dossier.service.map { "\(line.dossier.number): \($0)" },
                    hint: Words(
                        "Ditutup \(day.indonesian). \(line.rule.indonesian)",
                        "Closed \(day.text(in: .english)). \(line.rule.text(in: .english))"
                    )
                )
            }
            html(
                Form(
                    to: "/kelola/data-pribadi/pemusnahan",
                    [
                        Field(
                            "perkara",
                            .whichToDestroy,
                            .choices(past.map(\.dossier.id.description), options)
                        )
                    ],
                    buttons: [Button(.propose)]
                )
            )
        }
        html(
            DataTable(
                .batches,
                [.init(.proposedOn), .init(.howManyCases, isNumber: true), .init(.state)],
                batches.map { line in
                    DataTable.Line([
                        .link(
                            Link(
                                html.visit.words(of: line.proposed),
                                "/kelola/data-pribadi/pemusnahan/\(line.id)"
                            )
                        ),
                        .number("\(line.cases)"), .tag(line.phase.tag),
                    ])
                }
            )
            .whenEmpty(.noBatches)
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
        Frame(
            width: .page,
            back: Link(.destruction, "/kelola/data-pribadi/pemusnahan"),
            status: problem?.status ?? 200
        )
    }

    func title(for visit: Visit) -> String { Words.oneBatch.text(in: visit.language) }

    func body(_ html: HTML) {
        if let problem { html(ErrorSummary([("isi", Words(problem))])) }
        html(.h1, .oneBatch)
        html(.p, .role("status")) { html(batch.phase.tag) }
        var items = [SummaryList.Item(.proposedBy, [.text(loaded.proposer)])]
        if let name = loaded.approver { items.append(SummaryList.Item(.approvedBy, [.text(name)])) }
        if let words = loaded.refusal { items.append(SummaryList.Item(.reason, [.text(words)])) }
        items.append(SummaryList.Item(.destroyedCount, [.text("\(batch.gone.count)")]))
        items.append(SummaryList.Item(.keptCount, [.text("\(batch.kept.count)")]))
        html(SummaryList(items))
        html(.div, .id("isi")) { deeds(html) }
        let kept = Set(batch.kept)
        html(
            DataTable(
                .casesOfBatch,
                [
                    .init(.caseNumber), .init(.service), .init(.unit), .init(.received),
                    .init(.state),
                ],
                loaded.dossiers.map { DataTable.Line($0.cells(isHeld: kept.contains($0.id))) }
            )
        )
    }

    private func deeds(_ html: HTML) {
        switch batch.phase {
        case .unborn, .refused: break
        case .proposed:
            guard batch.proposer != me else { return html(.p, .waitsForAnother) }
            html(Notice(.danger, .destructionIsFinal))
            html(form("setuju", [], Button(.approveDestruction, .danger)))
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
        case .done:
            html(ButtonRow(links: [Link(.minutes, loaded.address("berita-acara.pdf"))]))
        }
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
                dossier.number, dossier.service.indonesian, dossier.unit,
                kept.contains(dossier.id) ? "Ditahan, tidak dimusnahkan" : "Dimusnahkan",
            ]
        }
        let opening =
            "Data pribadi permohonan berikut sudah lewat masa simpannya. Kuncinya dihancurkan dan "
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
                            Passage.Fact("Dimusnahkan", "\(batch.gone.count) permohonan"),
                            Passage.Fact("Tetap disimpan", "\(batch.kept.count) permohonan"),
                        ]),
                        .paragraph(opening),
                        .table(
                            SheetTable(
                                head: ["Nomor", "Layanan", "Unit", "Hasil"],
                                rows: rows,
                                shares: [3, 4, 3, 3]
                            )
                        ),
                        .paragraph(
                            "Tanda tangan pengusul: ________________\n\n"
                                + "Tanda tangan penyetuju: ________________"
                        ),
                    ]
                )
            ],
            at: now
        )
        paper.subtitle = "Catatan \(loaded.id)"
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
        case .done: StatusTag(Words("Selesai", "Done"), .done)
        }
    }
}

extension Words {
    static let destruction = Words("Pemusnahan data", "Destruction of data")
    static let destructionWhat = Words(
        "Yang lewat masa simpan tidak musnah sendiri. Satu petugas mengusulkan, petugas lain menyetujui.",
        "What is past its time does not go by itself. One official proposes, another approves."
    )
    static let pastKeeping = Words("Lewat masa simpan", "Past its time of keeping")
    static let nothingPast = Words(
        "Tidak ada yang lewat masa simpan.",
        "Nothing is past its time of keeping."
    )
    static let whichToDestroy = Words("Yang diusulkan musnah", "What is to be destroyed")
    static let propose = Words("Usulkan pemusnahan", "Propose the destruction")
    static let batches = Words("Usulan sebelumnya", "Earlier proposals")
    static let noBatches = Words("Belum ada usulan.", "There is no proposal yet.")
    static let proposedOn = Words("Diusulkan", "Proposed")
    static let howManyCases = Words("Permohonan", "Cases")
    static let oneBatch = Words("Usulan pemusnahan", "A proposed destruction")
    static let proposedBy = Words("Diusulkan oleh", "Proposed by")
    static let destroyedCount = Words("Sudah dimusnahkan", "Destroyed")
    static let keptCount = Words("Tetap disimpan karena ditahan", "Kept because of a hold")
    static let casesOfBatch = Words("Permohonan dalam usulan ini", "Cases of this proposal")
    static let waitsForAnother = Words(
        "Menunggu persetujuan petugas lain. Anda yang mengusulkan.",
        "Waits for another official. You proposed it."
    )
    static let destructionIsFinal = Words(
        "Data permohonan di bawah dimusnahkan untuk selamanya. Yang ditahan tetap disimpan.",
        "The data of the cases below are destroyed for ever. What is held is kept."
    )
    static let approveDestruction = Words("Setujui dan musnahkan", "Approve and destroy")
    static let refuseDestruction = Words("Tolak usulan", "Refuse the proposal")
    static let whyRefused = Words("Mengapa ditolak?", "Why is it refused?")
    static let goOnDestroying = Words("Lanjutkan pemusnahan", "Go on destroying")
    static let minutes = Words("Berita acara (PDF)", "Minutes (PDF)")

    static func leftToDestroy(_ count: Int) -> Words {
        Words("Masih \(count) permohonan.", "\(count) cases are left.")
    }
}
