import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// What is kept for good goes to the archive office: by a list of two officials, against a receipt.

extension PrivacyFeature {
    func addHandingOver(to router: Router<some SiteContext>) {
        router.get("kelola/data-pribadi/pemusnahan/:usulan/daftar-serah.pdf") { request, context in
            try await self.handingOver(request, context) { list in
                Answer.pdf(try list.pdf(at: self.now()), name: "daftar-arsip-diserahkan.pdf")
            }
        }
        router.get("kelola/data-pribadi/pemusnahan/:usulan/daftar-serah.csv") { request, context in
            try await self.handingOver(request, context) { list in
                Answer.download(
                    Spreadsheet([ListOfHandingOver.head] + list.rows).bytes,
                    type: "text/csv; charset=utf-8",
                    name: "daftar-arsip-diserahkan.csv"
                )
            }
        }
        router.post("kelola/data-pribadi/pemusnahan/:usulan/terima") { request, context in
            try await self.changingDestruction(request, context) { posted, loaded, official in
                try await self.decide(
                    .receive(words: Self.words(posted, "bukti")),
                    on: loaded,
                    by: official
                )
            }
        }
    }

    private func handingOver(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (ListOfHandingOver) throws -> Response
    ) async throws -> Response {
        try await destruction(request, context) { loaded, _ in
            guard let list = ListOfHandingOver(of: loaded) else { throw PrivacyRefusal.movedOn }
            return try body(list)
        }
    }
}

/// The list that goes with what is handed to the archive office.
struct ListOfHandingOver {
    let loaded: LoadedDestruction

    /// Nil before two officials agreed on it.
    init?(of loaded: LoadedDestruction) {
        let phase = loaded.batch.phase
        guard loaded.batch.purpose == .handingOver, phase == .handing || phase == .done else {
            return nil
        }
        self.loaded = loaded
    }

    static let head = [
        "No.", "Nomor berkas", "Kode klasifikasi", "Uraian informasi", "Tanggal",
        "Jumlah berkas", "Keterangan",
    ]

    /// One line a case, in the columns of a list of records.
    var rows: [[String]] {
        let zone = loaded.regency.installation.zone
        return loaded.dossiers.enumerated().map { index, dossier in
            let days = [dossier.received, dossier.ended].compactMap { $0.map(zone.day) }
                .map { DateWords.date($0, in: .indonesian) }
            return [
                "\(index + 1)", dossier.number, dossier.classification ?? "–",
                dossier.service.indonesian, days.joined(separator: " – "), "1",
                dossier.unit,
            ]
        }
    }

    func pdf(at now: Instant) throws(PressError) -> [UInt8] {
        let regency = loaded.regency
        let day = DateWords.longDate(regency.installation.zone.day(now)).indonesian
        var facts = [
            Passage.Fact("Dicetak", day), Passage.Fact("Diusulkan oleh", loaded.proposer),
            Passage.Fact("Disetujui oleh", loaded.approver ?? "–"),
            Passage.Fact("Banyaknya", "\(loaded.dossiers.count) berkas"),
        ]
        if let receipt = loaded.receipt { facts.append(Passage.Fact("Tanda terima", receipt)) }
        let opening =
            "Arsip berikut bernasib akhir permanen dan sudah lewat masa simpannya. Arsip diserahkan "
            + "kepada lembaga kearsipan daerah. Di sini tidak ada yang dimusnahkan sebelum tanda "
            + "terimanya dicatat."
        var paper = regency.paper(
            "Daftar Arsip yang Diserahkan",
            sections: [
                .init(
                    nil,
                    [
                        .facts(facts), .paragraph(opening),
                        .table(
                            SheetTable(
                                head: Self.head,
                                rows: rows,
                                shares: [1, 3.4, 2.4, 3.8, 4.6, 1.6, 3.4]
                            )
                        ),
                    ]
                ),
                .signedBy([
                    ("Yang menyerahkan", loaded.proposer), ("Yang menerima", "(nama dan jabatan)"),
                ]),
            ],
            at: now
        )
        paper.subtitle = "Catatan \(loaded.number)"
        return try PaperPress.pdf(of: paper)
    }
}

extension LoadedDestruction {
    /// What people name it by: "A1B2-C3D4".
    var number: String { id.shortNumber }
}
