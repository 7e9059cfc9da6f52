import Foundation
import Services
import Site
import Stories
import Testing

/// The pages as bytes; a change of the look is seen in the golden files beside the tests.
struct PageLookTests {
    private static let status = StatusOfRequest(
        stage: 2,
        stageName: Site.Words("Berkas diperiksa", "Documents checked"),
        isFinished: false,
        side: StatusTag(Site.Words("Ditolak", "Refused"), .danger)
    )

    private var visit: Visit {
        let installation = Installation(
            name: "Kabupaten Contoh",
            base: "https://layanan.contoh.go.id"
        )
        return Visit(to: installation, now: WorkingRegency.morning)
    }

    private static func request() -> RequestPage {
        var page = RequestPage(
            service: "Laporan jalan rusak",
            number: "4829-1037-5527",
            status: status,
            office: "Kelurahan Contoh"
        )
        var notice = Site.Notice(
            .info,
            heading: Site.Words("Belum puas dengan keputusan ini?", "Not content with this?"),
            "Anda boleh mengajukan keberatan sampai Selasa, 22 Desember 2026."
        )
        notice.links = [Link(Site.Words("Ajukan keberatan", "Object"), "/permohonan/keberatan")]
        page.objection = notice
        return page
    }

    private static func check() -> CheckPage {
        var item = SummaryList.Item("Ada berapa lubang?", [.text("12")], change: "/isi/a/lubang")
        item.remark = "Pertanyaan ini berubah sejak Anda mengisinya. Periksa lagi."
        var page = CheckPage(
            draft: "/isi/a",
            send: "/kirim/a",
            sections: [SummaryList(heading: "Jalan yang rusak", [item])],
            problems: [],
            fee: "Gratis"
        )
        page.version = "a1b2"
        page.moved = Site.Notice(.attention, heading: "Formulir ini sudah berubah")
        return page
    }

    private static func work() -> CasePage {
        var next = CasePage.NextStep(title: "Jawab keberatan", officer: "Belum diambil")
        next.actions = [Link("Jawab keberatan", "/kerja/perkara/1/jawab-keberatan")]
        next.others = [Link("Tugaskan kepada rekan", "/kerja/perkara/1/tugaskan")]
        var page = CasePage(
            service: "Laporan jalan rusak",
            number: "4829-1037-5527",
            status: status,
            next: next,
            applicant: SummaryList(
                heading: "Pemohon",
                [SummaryList.Item("Nama lengkap", [.text("Nama dirahasiakan")])]
            ),
            rules: "16.03/jalan 1.0.0"
        )
        page.objection = Site.Notice(.attention, heading: "Warga mengajukan keberatan")
        return page
    }

    private static let pages: [(String, any Page)] = [
        ("permohonan-ditolak", request()), ("periksa-berubah", check()),
        ("perkara-keberatan", work()),
        (
            "periksa-keberatan",
            ObjectionCheckPage(
                reason: "Jalan ini jalan desa.\r\n\r\nSaya punya <fotonya>.",
                until: "Selasa, 22 Desember 2026",
                version: 3
            )
        ),
    ]

    @Test(arguments: pages.indices)
    func `a page is written as its golden file has it`(index: Int) throws {
        let (name, page) = Self.pages[index]
        let text = String(decoding: page.write(for: visit), as: UTF8.self)
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Golden/\(name).html")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
            return
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name) looks different")
    }
}
