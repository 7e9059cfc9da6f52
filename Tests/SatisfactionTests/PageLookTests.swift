import Blueprints
import Foundation
import Satisfaction
import Site
import Stories
import Testing

/// The pages as bytes; a change of the look is seen in the golden files beside the tests.
struct PageLookTests {
    private static var visit: Visit {
        Visit(to: SurveyedRegency.installation, now: SurveyedRegency.morning)
    }

    private static func scope() throws -> ReportScope {
        ReportScope(unit: "kel-contoh", service: "sku", try #require(Period("2026-t4")))
    }

    private static func report(_ answers: Int) throws -> ReportPage {
        let tally = try WorkedExample.questionnaires().prefix(answers)
            .reduce(into: Tally()) { $0.add($1) }
        let report = Report(
            try scope(),
            ReportFigures(tally, of: answers == 12 ? 32 : 29, by: .exact),
            profile: [
                Report.ProfileLine(.sex, "perempuan", 26), Report.ProfileLine(.sex, "laki_laki", 3),
                Report.ProfileLine(.age, nil, 29), Report.ProfileLine(.education, "sma", 29),
                Report.ProfileLine(.work, "tani", 20), Report.ProfileLine(.work, "usaha", 9),
            ],
            remarks: ["Antreannya <lama>."],
            through: 812,
            at: SurveyedRegency.morning
        )
        var page = ReportPage(
            unit: "Kelurahan Contoh",
            service: "Surat keterangan usaha",
            report: report,
            counted: "Senin, 23 November 2026, 09.14 WIB",
            downloads: [Link(.downloadPDF, "/kerja/ikm/laporan.pdf?periode=2026-t4")],
            back: "/kerja/ikm?periode=2026-t4"
        )
        page.approve = Form(
            to: "/kerja/ikm/laporan",
            [],
            hidden: [("periode", "2026-t4")],
            buttons: [Button("Setujui dan terbitkan")]
        )
        return page
    }

    private static func performance() throws -> PerformancePage {
        let figures = ReportFigures(try WorkedExample.tally(), of: 29, by: .hundredths)
        return PerformancePage(
            [
                PerformancePage.Line(
                    unit: "Kelurahan Contoh",
                    address: "/kinerja/kel-contoh",
                    service: "Semua layanan",
                    period: "Triwulan IV 2026",
                    figures: figures
                )
            ],
            silent: ["Kelurahan Dua"]
        )
    }

    private static func unit() throws -> UnitPerformancePage {
        let figures = ReportFigures(try WorkedExample.tally(), of: 29, by: .exact)
        return UnitPerformancePage(
            unit: "Kelurahan Contoh",
            [
                UnitPerformancePage.Published(
                    service: "Semua layanan",
                    period: "Triwulan IV 2026",
                    date: "Senin, 23 November 2026",
                    figures: figures,
                    plan: "Loket ditambah.\nLurah, Januari 2027."
                )
            ]
        )
    }

    @Test(arguments: [
        "survei", "terima-kasih", "laporan", "laporan-belum-cukup", "kinerja", "kinerja-kantor",
    ])
    func `a page is written as its golden file has it`(name: String) throws {
        let page: any Page =
            switch name {
            case "survei": SurveyPage(service: "Surat keterangan usaha", address: "/survei/0")
            case "terima-kasih": ThanksPage()
            case "laporan": try Self.report(29)
            case "laporan-belum-cukup": try Self.report(12)
            case "kinerja": try Self.performance()
            default: try Self.unit()
            }
        let text = String(decoding: page.write(for: Self.visit), as: UTF8.self)
            .replacing(/\/aset\/(\w+)\.[0-9a-f]+\./) { "/aset/\($0.1)." }
            .replacing("><", with: ">\n<")
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/\(name).html")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
            return
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name) looks different")
    }

    @Test func `every sentence of the questionnaire is plain`() {
        var visit = Self.visit
        // Schools and services that everybody calls so, and the band of sample data.
        let known: Set = [
            "SD", "SMP", "SMA", "SMK", "ASN", "TNI", "DATA", "CONTOH", "SAMPLE",
        ]
        for language in Site.Language.allCases {
            visit.language = language
            let page = SurveyPage(service: "Surat keterangan usaha", address: "/survei/0")
            let text = String(decoding: page.write(for: visit), as: UTF8.self)
            #expect(!text.contains("lang=\"id\"><span"), "nothing is left without a translation")
            for sentence in text.matches(of: />([^<>]{12,})</).map({ String($0.1) }) {
                #expect(PlainLanguage.findings(in: sentence, explained: known) == [], "\(sentence)")
            }
        }
    }
}
