import Beans
import Ledger
import Press
import Site
import Stories

/// The same file for eyes: what a bank's officer reads, in Indonesian.
struct FinancingPaper {
    let made: FinancingDesk.Made
    let vocabulary: CoffeeVocabulary
    let zone: Zone
    let installation: Installation
    let keys: Keys

    private var file: FinancingFile { made.file }

    private var digest: String { hexadecimal(Public(of: made.bytes).digest) }

    func sheet() throws -> PaperSheet {
        var paper = PaperSheet(
            "Berkas pembiayaan petani kopi",
            sections: sections,
            facts: DocumentFacts(
                title: "Berkas pembiayaan petani kopi",
                author: installation.regency,
                createdAt: "\(file.made)T00:00:00+0\(zone.hours):00"
            )
        )
        paper.office = installation.name
        paper.subtitle =
            "Untuk \(file.terms.bank), dibuat \(DateWords.date(file.made, in: .indonesian))"
        paper.footnote =
            "Berisi hanya yang diizinkan petaninya. Tidak berisi penilaian: keputusan "
            + "ada pada bank."
        paper.code = CodeStamp(
            try link(),
            caption: "Cek keaslian: \(page)\nSHA-256 berkas data: \(digest)"
        )
        paper.sample = installation.isDemo
        paper.isPractice = installation.isPractice
        return paper
    }

    private var page: String { "\(installation.base)/kopi/berkas/\(made.code)" }

    /// The page that checks it, and what it says with the signature behind `#`, as on letters.
    private func link() throws -> String {
        let facts = "Bank=\(file.terms.bank)\nTanggal=\(file.made)\nSHA-256=\(digest)"
        let signed = try SignedFacts(
            "serasan.financing-paper.v1",
            made.code,
            Array(facts.utf8),
            keys
        )
        return "\(page)#\(signed.fragment)"
    }

    private var sections: [PaperSheet.Section] {
        var sections = [consent]
        if let identity = file.identity { sections.append(Self.section(identity)) }
        if let plots = file.plots { sections.append(section(plots)) }
        if let sums = file.sums { sections.append(section(sums)) }
        if let deliveries = file.deliveries, !deliveries.isEmpty {
            sections.append(section(deliveries))
        }
        if let plan = file.plan { sections += Self.sections(plan) }
        return sections
    }

    private var consent: PaperSheet.Section {
        let parts = FinancingPart.allCases.filter { file.terms.parts.contains($0) }
            .map { $0.words.indonesian }
        let how =
            file.isWithOfficial
            ? "di depan penyuluh" : "lewat halaman petani sendiri"
        return PaperSheet.Section(
            "Izin petani",
            [
                .facts([
                    .init("Diberikan", "\(Self.date(file.consented)), \(how)"),
                    .init("Kepada", file.terms.bank),
                    .init("Untuk", file.terms.purpose),
                    .init("Bagian", parts.joined(separator: "; ")),
                ])
            ]
        )
    }

    private static func section(_ identity: FinancingFile.Identity) -> PaperSheet.Section {
        PaperSheet.Section(
            FinancingPart.identity.words.indonesian,
            [
                .facts([
                    .init("Nama", identity.name), .init("NIK", identity.nik),
                    .init("Desa", identity.village),
                ])
            ]
        )
    }

    private func section(_ plots: [NamedPlot]) -> PaperSheet.Section {
        let rows = plots.map { plot in
            [
                plot.name, plot.village, Self.hectares(plot.plot.area),
                plot.isMeasured ? "diukur" : "perkiraan", plot.plot.planted.map(String.init) ?? "-",
            ]
        }
        let whole = plots.reduce(0) { $0 + $1.plot.area }
        return PaperSheet.Section(
            FinancingPart.plots.words.indonesian,
            [
                .table(
                    SheetTable(
                        head: ["Kebun", "Desa", "Luas (ha)", "Cara", "Tanam"],
                        rows: rows,
                        amounts: [2]
                    )
                ),
                .paragraph("Jumlah \(plots.count) kebun, \(Self.hectares(whole)) hektare."),
            ]
        )
    }

    private func section(_ sums: [SumOfSeason]) -> PaperSheet.Section {
        PaperSheet.Section(
            "Setoran menurut tahun panen",
            [
                .table(
                    SheetTable(
                        head: [
                            "Panen", "Jenis", "Setoran", "Kilogram", "Nilai (Rp)", "Tunai (Rp)",
                        ],
                        rows: sums.map { sum in
                            [
                                "\(sum.season)", vocabulary.what(sum.what).indonesian,
                                "\(sum.deliveries)", Kilograms.text(sum.grams, in: .indonesian),
                                Self.whole(sum.worth), Self.whole(sum.paidOut),
                            ]
                        },
                        amounts: [2, 3, 4, 5]
                    )
                )
            ]
        )
    }

    private func section(_ deliveries: [DeliveryOfDay]) -> PaperSheet.Section {
        PaperSheet.Section(
            FinancingPart.deliveries.words.indonesian,
            [
                .table(
                    SheetTable(
                        head: ["Tanggal", "Jenis", "Kilogram", "Harga (Rp)", "Nilai (Rp)", "Mutu"],
                        rows: deliveries.map { line in
                            [
                                "\(zone.day(line.entry.at))",
                                vocabulary.what(line.lot.what).indonesian,
                                Kilograms.text(line.entry.grams, in: .indonesian),
                                Self.whole(line.entry.price ?? 0), Self.whole(line.entry.worth),
                                line.lot.grade ?? line.entry.grade?.words.indonesian ?? "-",
                            ]
                        },
                        amounts: [2, 3, 4]
                    )
                )
            ]
        )
    }

    private static func sections(_ plan: RepaymentPlan) -> [PaperSheet.Section] {
        let schedule = plan.schedule
        return [
            PaperSheet.Section(
                FinancingPart.plan.words.indonesian,
                [.facts(plan.lines.map { .init($0.name.indonesian, $0.value.indonesian) })]
            ),
            PaperSheet.Section(
                nil,
                [
                    .table(
                        SheetTable(
                            head: ["Bulan", "Pokok", "Bunga", "Angsuran", "Sisa"],
                            rows: schedule.instalments.map { row in
                                [
                                    "\(row.number)", whole(row.principal), whole(row.interest),
                                    whole(row.payment), whole(row.balance),
                                ]
                            },
                            amounts: [0, 1, 2, 3, 4]
                        )
                    ),
                    .paragraph(Words.howRupiahIsRounded.indonesian),
                ]
            ),
        ]
    }

    private static func date(_ day: Day) -> String { DateWords.date(day, in: .indonesian) }

    private static func whole(_ rupiah: Int64) -> String {
        NumberWords.whole(Int(rupiah), in: .indonesian)
    }

    /// Two decimals, as areas stand on land papers.
    private static func hectares(_ squareMetres: Int64) -> String {
        let hundredths = (squareMetres + 50) / 100
        let rest = hundredths % 100
        return NumberWords.decimal(
            "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)",
            in: .indonesian
        )
    }
}
