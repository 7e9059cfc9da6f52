import Cases
import Foundation
import Ledger
import Satisfaction
import Site
import Stories
import Testing

/// From the answers to the report, and from the report to what everybody sees.
struct ReportRouteTests {
    private static let list = "/kerja/ikm?periode=2026-t4"
    private static let report = "/kerja/ikm/laporan?unit=kel-contoh&layanan=sku&periode=2026-t4"

    private static func officials() throws -> [SignedIn] {
        [
            try SurveyedRegency.official("rina", "petugas-pelayanan", in: "kel-contoh"),
            try SurveyedRegency.official("yanto", "petugas-pelayanan", in: "kel-dua"),
            try SurveyedRegency.official("syahrul", "pimpinan", in: "kel-dua"),
        ]
    }

    /// A regency with so many finished cases, of which the worked example was answered.
    private static func surveyed(answers: Int = 29, of count: Int = 32) async throws
        -> SurveyedRegency
    {
        let regency = try await SurveyedRegency()
        var cases: [CaseID] = []
        for _ in 0..<count { cases.append(try await regency.finishedCase()) }
        let grades = try WorkedExample.questionnaires().prefix(answers)
        let desk = regency.desk
        for (index, (id, grades)) in zip(cases, grades).enumerated() {
            let profile = Respondent(
                sex: index < 3 ? .man : .woman,
                age: index < 20 ? .forties : nil
            )
            let remark = index == 0 ? "=Kursinya kurang" : ""
            try await desk.answer(id, in: .wib, .answer(grades, profile, remark: remark))
        }
        try await regency.store.catchUp()
        return regency
    }

    @Test func `an official sees the figures of the own unit, the worked example to the digit`()
        async throws
    {
        let regency = try await Self.surveyed()
        try await regency.open(officials: try Self.officials()) { client in
            let rina = Visitor(client, as: "rina")
            try await rina.get(Self.list)
            #expect(rina.page.contains("29 / 32"))
            #expect(rina.page.contains("Belum cukup jawaban (29 dari 30)"))
        }
        let id = try await regency.finishedCase()
        try await regency.desk.answer(
            id,
            in: .wib,
            .answer(try Samples.grades(.good), Respondent(), remark: "")
        )
        try await regency.store.catchUp()
        try await regency.open(officials: try Self.officials()) { client in
            let rina = Visitor(client, as: "rina")
            try await rina.get(Self.report)
            // 25 x (955 + 27) / (30 x 9), half up.
            #expect(rina.page.contains("90,93"))
            #expect(rina.page.contains("A, sangat baik"))
            #expect(rina.page.contains("U3 Waktu Penyelesaian"))
            #expect(rina.page.contains("=Kursinya kurang"))
            // Three men and the one who did not say hide each other.
            #expect(rina.page.contains(">tidak dirinci<"))
            #expect(!rina.page.contains(">3<"))
            #expect(rina.page.contains(">26<"))
            #expect(rina.page.contains(">20<"), "twenty in their forties, ten who did not say")
            #expect(!rina.page.contains("Setujui dan terbitkan"), "only leaders approve")
        }
        try await regency.store.close()
    }

    @Test func `below the sample nothing is told but how many are missing`() async throws {
        let regency = try await Self.surveyed(answers: 12)
        try await regency.open(officials: try Self.officials()) { client in
            let rina = Visitor(client, as: "rina")
            try await rina.get(Self.report)
            #expect(rina.page.contains("Belum cukup jawaban (12 dari 30)"))
            #expect(!rina.page.contains("Kursinya"))
            #expect(!rina.page.contains("U3 "))
            try await rina.get(Self.report.replacing("laporan?", with: "laporan.csv?"))
            #expect(rina.page.contains("Belum cukup jawaban (12 dari 30)"))
            #expect(!rina.page.contains("U3;"))
        }
        try await regency.store.close()
    }

    @Test func `nobody sees what is not theirs`() async throws {
        let regency = try await Self.surveyed()
        try await regency.open(officials: try Self.officials()) { client in
            let yanto = Visitor(client, as: "yanto")
            for address in [
                Self.report, Self.report.replacing("laporan?", with: "laporan.pdf?"),
                Self.report.replacing("laporan?", with: "laporan.csv?"),
                "/kerja/ikm/laporan?periode=2026-t4", "/pimpinan/ikm",
            ] {
                try await yanto.get(address)
                #expect(yanto.status == 403, "\(address)")
            }
            try await yanto.get(Self.list)
            #expect(!yanto.page.contains("Kelurahan Contoh"))
            let nobody = Visitor(client)
            try await nobody.get(Self.report)
            #expect(nobody.path.hasPrefix("/petugas/masuk?lalu="))
            for address in [
                "/kerja/ikm/laporan", "/kerja/ikm/laporan?periode=2026-t9&unit=kel-dua",
            ] {
                try await yanto.get(address)
                #expect(yanto.status == 404, "\(address)")
            }
        }
        try await regency.store.close()
    }

    @Test func `a leader approves, and only then everybody sees the figures`() async throws {
        let regency = try await Self.surveyed()
        let whole = "/kerja/ikm/laporan?unit=kel-contoh&periode=2026-t4"
        // A second office's case makes no difference to the first.
        _ = try await regency.finishedCase(in: "kel-dua")
        let id = try await regency.finishedCase()
        try await regency.desk.answer(
            id,
            in: .wib,
            .answer(try Samples.grades(.good), Respondent(), remark: "")
        )
        try await regency.store.catchUp()
        try await regency.open(officials: try Self.officials()) { client in
            let citizen = Visitor(client)
            try await citizen.get("/kinerja")
            #expect(citizen.page.contains("Belum diterbitkan"))
            #expect(!citizen.page.contains("90,93"))
            let leader = Visitor(client, as: "syahrul")
            try await leader.get("/pimpinan/ikm?periode=2026-t4")
            #expect(leader.page.contains("Semua kantor"))
            try await leader.get(whole)
            try await leader.send([("rencana", "Loket ditambah.\r\nLurah, Januari <2027>.")])
            #expect(leader.page.contains("Angka ini sekarang ada di halaman kinerja"))
            #expect(leader.page.contains("Terbit Senin, 23 November 2026"))
            try await citizen.get("/kinerja")
            #expect(citizen.page.contains("90,93"))
            #expect(citizen.page.contains("Kelurahan Dua"), "of which nothing is published")
            try await citizen.get("/kinerja/kel-contoh")
            #expect(citizen.page.contains("Lurah, Januari &lt;2027&gt;."))
            #expect(!citizen.page.contains("Kursinya"))
            try await citizen.get("/kinerja.csv")
            #expect(citizen.type == "text/csv; charset=utf-8")
            #expect(
                citizen.page.contains(
                    "Kelurahan Contoh;Semua layanan;2026-t4;30;33;90,93;A;1/9 tepat;2026-11-23;"
                )
            )
            try await citizen.get("/kinerja/tidak-ada")
            #expect(citizen.status == 404)
        }
        try await regency.store.close()
    }

    @Test func `what changed since a leader looked is looked at again`() async throws {
        let regency = try await Self.surveyed(of: 30)
        let (one, two) = (try await regency.finishedCase(), try await regency.finishedCase())
        let answer = SurveyCommand.answer(try Samples.grades(.good), Respondent(), remark: "")
        try await regency.desk.answer(one, in: .wib, answer)
        try await regency.store.catchUp()
        try await regency.open(officials: try Self.officials()) { client in
            let leader = Visitor(client, as: "syahrul")
            try await leader.get(Self.report)
            try await regency.desk.answer(two, in: .wib, answer)
            try await leader.send([("rencana", "")])
            #expect(leader.status == 409)
            #expect(leader.page.contains("Ada jawaban baru"))
            try await leader.get(Self.report)
            try await leader.send([("rencana", "")])
            #expect(leader.page.contains("Angka ini sekarang ada"))
            try await leader.get(Self.report)
            try await leader.send([("rencana", "")])
            #expect(leader.status == 409, "nothing new")
            // Who no longer leads cannot send the form that still stands there.
            try await leader.get(Self.report)
            leader.become("rina")
            try await leader.send([("rencana", "Baru")])
            #expect(leader.status == 403)
        }
        try await regency.store.close()
    }

    @Test func `a report prints, and opens in a spreadsheet`() async throws {
        let regency = try await Self.surveyed()
        let id = try await regency.finishedCase()
        try await regency.desk.answer(
            id,
            in: .wib,
            .answer(try Samples.grades(.good), Respondent(), remark: "")
        )
        try await regency.store.catchUp()
        try await regency.open(officials: try Self.officials()) { client in
            let rina = Visitor(client, as: "rina")
            try await rina.get(Self.report.replacing("laporan?", with: "laporan.pdf?"))
            #expect(rina.type == "application/pdf")
            let text = try Self.text(ofPDF: rina.bytes)
            for piece in [
                "Laporan kepuasan warga", "Kelurahan Contoh", "Surat keterangan usaha",
                "Triwulan IV 2026", "90,93", "A, sangat baik", "U3 Waktu Penyelesaian",
                "DATA CONTOH", "tidak dirinci",
            ] {
                #expect(text.contains(piece), "\(piece) in \(text)")
            }
            #expect(!text.contains("Kursinya"))
            try await rina.get(Self.report.replacing("laporan?", with: "laporan.csv?"))
            #expect(rina.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(rina.page.contains(";IKM;Mutu A;90,93;\r\n"))
            #expect(rina.page.contains(";U3;Waktu Penyelesaian;"))
        }
        try await regency.store.close()
    }

    @Test func `a period without cases has a report that says so, as page, PDF and CSV`()
        async throws
    {
        let regency = try await Self.surveyed(answers: 1, of: 1)
        try await regency.open(officials: try Self.officials()) { client in
            let rina = Visitor(client, as: "rina")
            let empty = Self.report.replacing("2026-t4", with: "2024-t1")
            try await rina.get(empty)
            #expect(rina.status == 200, "\(rina.page)")
            #expect(
                rina.page.contains("Tidak ada permohonan yang selesai dalam waktu ini"),
                "\(rina.page)"
            )
            try await rina.get(empty.replacing("laporan?", with: "laporan.pdf?"))
            #expect(rina.status == 200 && rina.type == "application/pdf")
            #expect(try Self.text(ofPDF: rina.bytes).contains("Tidak ada permohonan"))
            try await rina.get(empty.replacing("laporan?", with: "laporan.csv?"))
            #expect(rina.status == 200)
            #expect(rina.page.contains(";0;0;5;IKM;Tidak ada permohonan yang selesai"))
        }
        try await regency.store.close()
    }

    @Test func `views made again say the same`() async throws {
        let regency = try await Self.surveyed()
        let scope = ReportScope(unit: "kel-contoh", service: nil, try #require(Period("2026-t4")))
        try await regency.publish(scope)
        func tables() async throws -> [[[SQLValue]]] {
            try await regency.store.read { reader in
                try ["survey_answers", "survey_cases", "survey_reports"].map { table in
                    try reader.rows(SQL(text: "SELECT * FROM \(table) ORDER BY id"))
                        .map(\.values)
                }
            }
        }
        let before = try await tables()
        #expect(before.map(\.count) == [29, 32, 1])
        try await regency.store.rebuild()
        #expect(try await tables() == before)
        try await regency.store.close()
    }

    private static func text(ofPDF bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "report-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pdftotext", "-enc", "UTF-8", "-layout", file.path, "-"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try FileManager.default.removeItem(at: file)
        return String(decoding: data, as: UTF8.self)
    }
}

extension SurveyedRegency {
    /// Records a publication as a fact.
    fileprivate func publish(_ scope: ReportScope) async throws {
        let figures = ReportFigures(try WorkedExample.tally(), of: 32, by: .exact)
        let stream = Stream(ReportStory.kind, Draw.random.id())
        let append = try Append(
            Decision([ReportFact.published(Publication(scope, figures, through: 93))]),
            to: stream,
            at: now,
            by: .system,
            expecting: [stream: 0]
        )
        guard case .recorded = try await store.append(append) else {
            throw StoreError(.engine, "the publication was not recorded")
        }
    }
}

@Suite struct SpreadsheetTests {
    @Test func `a cell that would be run as a formula is made harmless`() {
        let sheet = Spreadsheet([
            ["=1+1", "+62", "-5", "@nama", "\tx", "biasa"], ["a;b", "\"c\""],
        ])
        let text = String(decoding: sheet.bytes.dropFirst(3), as: UTF8.self)
        #expect(text == "'=1+1;'+62;'-5;'@nama;'\tx;biasa\r\n\"a;b\";\"\"\"c\"\"\"\r\n")
        #expect(sheet.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }
}
