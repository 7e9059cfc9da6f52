import Press
import Site
import Stories

/// What happened under an agreement in a period: plan and result, obligations, visits, transfers.
struct SemesterReport {
    let loaded: LoadedAgreement
    let period: ReportPeriod

    private func isIn(_ day: Day) -> Bool { period.first <= day && day <= period.last }

    /// As a report in the language of the law says it.
    private static func day(_ day: Day) -> String { DateWords.date(day, in: .indonesian) }

    private var plan: [[String]] { PlanTable(loaded: loaded, year: period.year).rows }

    /// Those that fall into the period, or were done in it, or were still open then.
    private var duties: [[String]] {
        loaded.state.duties
            .filter { duty in
                let done = duty.result?.on
                return isIn(duty.promise.due) || done.map(isIn) ?? (duty.promise.due < period.first)
            }
            .map { duty in
                let texts = loaded.texts(duty.promise.words)
                let (due, done) = (duty.promise.due, duty.result?.on)
                let late = (done ?? loaded.today).number - due.number
                let state =
                    done == nil
                    ? (late > 0 ? "Lewat \(late) hari" : "Belum")
                    : (late > 0 ? "Selesai terlambat \(late) hari" : "Selesai tepat waktu")
                return [
                    texts["apa"], texts["pihak"] == "mitra" ? "Mitra" : "Kami", Self.day(due),
                    done.map(Self.day) ?? "", state,
                    duty.result.map { loaded.texts($0.words)["bukti"] } ?? "",
                ]
            }
    }

    private var visits: [[String]] {
        loaded.visits.filter { isIn($0.from) }.map { visit in
            [Self.day(visit.from), visit.texts["tujuan"], visit.texts["dipelajari"]]
        }
    }

    private var transfers: [[String]] {
        loaded.transfers.filter { isIn($0.on) }.map { made in
            [
                Self.day(made.on), made.direction.option.label.indonesian,
                "\(made.blueprint) \(made.version)", made.digest,
            ]
        }
    }

    // MARK: - As it is handed over

    /// One row each, told apart by its first cell.
    var spreadsheet: Spreadsheet {
        let title = loaded.subject["judul"]
        func rows(_ part: String, _ head: [String], _ rows: [[String]]) -> [[String]] {
            guard !rows.isEmpty else { return [] }
            return [["bagian"] + head] + rows.map { [part] + $0 }
        }
        return Spreadsheet(
            [["kerja sama", title], ["waktu", period.words.indonesian]]
                + rows("rencana dan realisasi", PlanTable.head, plan)
                + rows("kewajiban", Self.headOfDuties, duties)
                + rows("kunjungan", ["Tanggal", "Tujuan", "Yang dipelajari"], visits)
                + rows("pengalihan", ["Tanggal", "Arah", "Paket", "SHA-256"], transfers)
        )
    }

    private static let headOfDuties = [
        "Kewajiban", "Pihak", "Jatuh tempo", "Dikerjakan", "Keadaan", "Bukti",
    ]

    func pdf(at now: Instant) throws(PressError) -> [UInt8] {
        var paper = loaded.regency.paper(
            "Laporan pelaksanaan kerja sama",
            sections: sections,
            at: now
        )
        paper.subtitle = loaded.subject["judul"] + "\n" + period.words.indonesian
        paper.footnote =
            "Kepada \(loaded.rules.report.to). Dasar: \(loaded.rules.report.basis.text)."
        return try PaperPress.pdf(of: paper)
    }

    private var sections: [PaperSheet.Section] {
        let budget = loaded.state.plan.filter { $0.promise.year == period.year }
        let planned = budget.reduce(0) { $0 + $1.promise.budget }
        let spent = budget.reduce(0) { $0 + ($1.result?.spent ?? 0) }
        let facts = [
            Passage.Fact("Mitra", loaded.partners.map(\.name).joined(separator: ", ")),
            Passage.Fact("Jenis", loaded.begun.kind.words.indonesian),
            Passage.Fact("Keadaan", loaded.standing.words.indonesian),
            Passage.Fact(
                "Anggaran tahun \(period.year)",
                NumberWords.rupiah(planned, in: .indonesian)
            ),
            Passage.Fact("Realisasi", NumberWords.rupiah(spent, in: .indonesian)),
        ]
        func table(_ heading: String, _ head: [String], _ rows: [[String]]) -> PaperSheet.Section {
            guard !rows.isEmpty else {
                return PaperSheet.Section(heading, [.paragraph("Tidak ada dalam waktu ini.")])
            }
            return PaperSheet.Section(heading, [.table(SheetTable(head: head, rows: rows))])
        }
        let plan = PlanTable(loaded: loaded, year: period.year).table
        return [
            .init(nil, [.facts(facts)]),
            plan.rows.isEmpty
                ? table("Rencana dan realisasi", [], [])
                : .init("Rencana dan realisasi", [.table(plan)]),
            table("Kewajiban", Self.headOfDuties, duties),
            table("Kunjungan kerja", ["Tanggal", "Tujuan", "Yang dipelajari"], visits),
            table("Cetak biru yang dialihkan", ["Tanggal", "Arah", "Paket", "SHA-256"], transfers),
            .init(
                "Kendala dan tindak lanjut",
                [.paragraph("…………………………………………………………………………")]
            ),
        ]
    }
}
