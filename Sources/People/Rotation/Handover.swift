import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// What lies with somebody who leaves a post: on a page, and on paper to be signed.

extension PeopleFeature {
    func addHandovers(to router: Router<some SiteContext>) {
        router.get("kelola/pengguna/:petugas/serah-terima") { request, context in
            try await self.deed(request, context) { found, keeper in
                let page = try await self.handover(of: found)
                return try self.page(page, context, found, keeper)
            }
        }
        router.get("kelola/pengguna/:petugas/serah-terima.pdf") { request, context in
            try await self.deed(request, context) { found, _ in
                let page = try await self.handover(of: found)
                return Answer.pdf(try page.pdf(self.now()), name: "serah-terima.pdf")
            }
        }
        router.get("kelola/mutasi/:mutasi/serah-terima/:petugas") { request, context in
            try await self.rotating(request, context) { loaded, keeper in
                let page = try await self.handover(loaded, context)
                return Answer.page(page, for: try self.visit(context, loaded.regency, of: keeper))
            }
        }
        router.get("kelola/mutasi/:mutasi/serah-terima/:petugas/cetak.pdf") { request, context in
            try await self.rotating(request, context) { loaded, _ in
                let page = try await self.handover(loaded, context)
                return Answer.pdf(try page.pdf(self.now()), name: "serah-terima.pdf")
            }
        }
    }

    /// What somebody holds now, or held at the moment of leaving.
    private func handover(of found: FoundOfficial) async throws -> HandoverPage {
        let (work, id, isServing) = (work, found.id, found.line.isServing)
        let (cases, left) = try await store.read { reader in
            isServing
                ? (try work.taken(id, reader), nil) : try reader.handover(ofLeaving: id, work)
        }
        let day = left.map { found.regency.installation.zone.day($0) }
        return HandoverPage(
            name: found.line.official.name,
            when: day.map { day in
                Words(
                    "Dipegang sampai keluar, \(DateWords.date(day, in: .indonesian))",
                    "Held until leaving, \(DateWords.date(day, in: .english))"
                )
            } ?? Words("Dipegang sampai hari ini", "Held until today"),
            cases: cases,
            regency: found.regency,
            print: "/kelola/pengguna/\(id)/serah-terima.pdf",
            back: found.back
        )
    }

    /// What lay with somebody on the day of a rotation, as the record has it.
    private func handover(
        _ loaded: LoadedRotation,
        _ context: some SiteContext
    ) async throws -> HandoverPage {
        guard let id = context.parameters.get("petugas").flatMap({ OpaqueID($0) }),
            let day = loaded.rotation.day,
            loaded.rotation.moves.contains(where: { $0.official == id })
        else { throw PeopleRefusal.noSuchOfficial }
        let handed = loaded.rotation.handed.filter { $0.official == id }
        let work = work
        let cases = try await store.read { reader in
            try handed.compactMap { try work.found($0.caseID, dueThen: $0.due, reader) }
        }
        return HandoverPage(
            name: loaded.name(of: id),
            when: Words(
                "Dipegang sampai \(DateWords.date(day.adding(days: -1), in: .indonesian))",
                "Held until \(DateWords.date(day.adding(days: -1), in: .english))"
            ),
            cases: cases,
            regency: loaded.regency,
            print: "/kelola/mutasi/\(loaded.id)/serah-terima/\(id)/cetak.pdf",
            back: Link(.rotation, "/kelola/mutasi/\(loaded.id)")
        )
    }
}

extension Reader {
    /// What lay with somebody at the last leaving, and when that was; as the record has it.
    fileprivate func handover(
        ofLeaving official: OpaqueID,
        _ work: WorkAtHand
    ) throws -> (cases: [TakenCase], left: Instant?) {
        var handed: [HandedOver] = []
        var left: Instant?
        for event in try history(of: Stream(OfficialStory.kind, official)) {
            switch try event.fact(OfficialFact.self) {
            case .handedOver(let cases): handed = cases
            case .left: left = event.at
            case .returned: (handed, left) = ([], nil)
            case .added, .placed, .relieved, .downloaded, .corrected, .unplaced, .invited,
                .activated, .secondFactorSet, .secondFactorCleared:
                continue
            }
        }
        return (try handed.compactMap { try work.found($0.caseID, dueThen: $0.due, self) }, left)
    }
}

extension WorkAtHand {
    /// A case as it was handed over: with the date that it had then.
    fileprivate func found(
        _ id: OpaqueID,
        dueThen due: Instant?,
        _ reader: Reader
    ) throws -> TakenCase? {
        try named(id, reader).map { found in
            TakenCase(
                id: found.id,
                number: found.number,
                service: found.service,
                step: found.step,
                unit: found.unit,
                due: due
            )
        }
    }
}

/// The cases that lay with one official.
struct HandoverPage: Page {
    var name: String
    var when: Words
    var cases: [TakenCase]
    var regency: RegencyNow
    var print: Address
    var back: Link

    var frame: Frame { Frame(width: .page, back: back) }

    func title(for visit: Visit) -> String {
        Words.handover.text(in: visit.language) + ": " + name
    }

    func body(_ html: HTML) {
        html(.h1, title(for: html.visit))
        html(.p, when)
        html(ButtonRow(Button(.downloadPDF, .secondary, .go(print))))
        html(
            DataTable(
                .handover,
                Self.headings.map { DataTable.Heading($0) },
                cases.map { one in
                    DataTable.Line([
                        .number(Self.shown(one.number)), .words(one.service), .words(one.step),
                        .text(regency.office.unit(one.unit)?.name ?? one.unit.text),
                        .words(due(one)),
                    ])
                }
            )
        )
    }

    private static let headings = [
        Words("Nomor", "Number"), Words("Layanan", "Service"), Words("Langkah", "Step"),
        Words("Unit", "Unit"), Words("Dijanjikan sampai", "Promised by"),
    ]

    /// `4829-1037-5527`, as citizens read it.
    private static func shown(_ number: String) -> String {
        let digits = Array(number)
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: "-")
    }

    private func due(_ one: TakenCase) -> Words {
        one.due.map { .date(regency.installation.zone.day($0)) } ?? Words("-", "-")
    }

    func pdf(_ now: Instant) throws(PressError) -> [UInt8] {
        let installation = regency.installation
        let table = SheetTable(
            head: Self.headings.map(\.indonesian),
            rows: cases.map { one in
                [
                    Self.shown(one.number), one.service.indonesian, one.step.indonesian,
                    regency.office.unit(one.unit)?.name ?? one.unit.text, due(one).indonesian,
                ]
            },
            shares: [0.17, 0.25, 0.18, 0.2, 0.2]
        )
        var paper = PaperSheet(
            Words.handover.indonesian,
            sections: [
                .init(
                    nil,
                    [
                        .facts([
                            Passage.Fact("Petugas", name),
                            Passage.Fact("Permohonan", "\(cases.count)"),
                        ]),
                        cases.isEmpty
                            ? .paragraph("Tidak ada permohonan yang masih terbuka.")
                            : .table(table),
                        .paragraph(
                            "Yang menyerahkan:\n\n\n\n\nYang menerima:\n\n\n\n\nTanggal:"
                        ),
                    ]
                )
            ],
            facts: DocumentFacts(
                title: Words.handover.indonesian,
                author: installation.regency,
                createdAt: SlipPaper.moment(now, installation.zone)
            )
        )
        paper.office = installation.regency
        paper.subtitle = when.indonesian
        paper.sample = installation.isDemo
        return try PaperPress.pdf(of: paper)
    }
}
