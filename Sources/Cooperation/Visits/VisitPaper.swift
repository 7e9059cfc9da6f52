import Press
import Site
import Stories

/// The report of a visit on paper, to be signed and kept.
struct VisitPaper {
    let loaded: LoadedVisit

    func pdf(at now: Instant) throws(PressError) -> [UInt8] {
        let texts = loaded.texts(loaded.held.words)
        var paper = loaded.regency.paper(
            "Laporan kunjungan kerja",
            sections: [
                .init("Siapa", paragraphs(texts["siapa"])),
                .init("Tujuan", paragraphs(texts["tujuan"])),
                .init("Yang dilihat", paragraphs(texts["dilihat"])),
                .init("Yang dipelajari", paragraphs(texts["dipelajari"])),
                .init(
                    "Apa jadinya",
                    paragraphs(
                        loaded.state.outcomes.map { loaded.texts($0)["jadi"] }
                            .joined(separator: "\n")
                    )
                ),
                followUps, hands,
            ],
            at: now
        )
        let way = loaded.held.isIncoming ? Words.theyCame : .weWent
        paper.subtitle =
            loaded.days(in: .indonesian) + ". " + way.indonesian + ". "
            + (loaded.partner.map { "\($0)." } ?? "")
        return try PaperPress.pdf(of: paper)
    }

    private func paragraphs(_ text: String) -> [Passage] {
        let lines = text.split(whereSeparator: \.isNewline).map { Passage.paragraph(String($0)) }
        return lines.isEmpty ? [.paragraph("Belum dicatat.")] : lines
    }

    private var followUps: PaperSheet.Section {
        guard !loaded.state.followUps.isEmpty else {
            return .init("Tindak lanjut", [.paragraph("Belum ada.")])
        }
        let rows = loaded.state.followUps.map { item in
            [
                loaded.texts(item.promise.words)["apa"],
                DateWords.date(item.promise.due, in: .indonesian),
                item.result.map { DateWords.date($0.on, in: .indonesian) } ?? "",
                item.result.map { loaded.texts($0.words)["bukti"] } ?? "",
            ]
        }
        let head = ["Tindak lanjut", "Paling lambat", "Selesai", "Hasil"]
        return .init(
            "Tindak lanjut",
            [.table(SheetTable(head: head, rows: rows, shares: [0.4, 0.15, 0.15, 0.3]))]
        )
    }

    private var hands: PaperSheet.Section {
        .init(
            nil,
            [
                .table(
                    SheetTable(
                        head: ["Tempat dan tanggal", "Tanda tangan"],
                        rows: [["\n\n\n\n(diisi)", "\n\n\n\n(nama dan jabatan)"]],
                        shares: [1, 1]
                    )
                )
            ]
        )
    }
}
