import Foundation
import Press
import Testing

@Suite struct PaperTests {
    @Test(arguments: [
        (ReceiptSheet.Form.a4, 595.276), (.strip58, 164.409), (.strip80, 226.772),
    ])
    func `a receipt has the number, the code and the next steps`(
        form: ReceiptSheet.Form,
        width: Double
    ) throws {
        try SecondTool.reading(ReceiptPress.pdf(of: Samples.receipt(form))) { tool in
            let text = words(try tool.text()).joined(separator: " ")
            for piece in [
                "4829-1037-5527", "Surat keterangan usaha", "Apa yang terjadi berikutnya",
                "Rabu, 25 November 2026", "Lurah menandatangani.", "(0734) 555-0199",
            ] {
                #expect(text.contains(piece))
            }
            try #expect(tool.info("Pages") == "1")
            try #expect(tool.info("Page size")?.hasPrefix("\(width) x") == true)
            try #expect(tool.codes() == ["https://contoh.go.id/t/5JX2Q8MW4RNB7KTD"])
            try #expect(tool.check().contains("No syntax or stream encoding errors found"))
        }
    }

    @Test func `a receipt on a page carries its proof, printed and as a file`() throws {
        var receipt = Samples.receipt(.a4)
        let hash = String(repeating: "0123456789abcdef", count: 4)
        receipt.proof = ReceiptSheet.Proof(
            "Bukti catatan",
            what: "Simpan halaman ini.",
            parts: [.init("Jalur", Array(repeating: hash, count: 40)), .init("Kunci", ["k+1"])]
        )
        let file = Array("{\"bukti\":\"(endobj) >> \u{E9}\"}\n".utf8)
        receipt.attached = AttachedFile(
            name: "bukti (4829).json",
            type: "application/json",
            bytes: file
        )
        try SecondTool.reading(ReceiptPress.pdf(of: receipt)) { tool in
            try #expect(tool.check().contains("No syntax or stream encoding errors found"))
            try #expect(tool.info("Pages") == "2")
            try #expect(tool.text(ofPage: 2).components(separatedBy: hash).count == 41)
            try #expect(tool.attachments() == ["bukti4829.json": file])
        }
        receipt.form = .strip58
        try SecondTool.reading(ReceiptPress.pdf(of: receipt)) { tool in
            try #expect(!tool.text().contains(hash))
        }
    }

    @Test func `a strip is as long as what is on it`() throws {
        func length(_ steps: Int) throws -> Double {
            var receipt = Samples.receipt(.strip58)
            receipt.next = (0..<steps).map { "Langkah \($0)" }
            return try SecondTool.reading(ReceiptPress.pdf(of: receipt)) { tool in
                let words = try tool.info("Page size")?.split(separator: " ") ?? []
                return try #require(words.count > 2 ? Double(words[2]) : nil)
            }
        }
        let short = try length(2)
        try #expect(length(20) > short + 150)
        #expect(throws: PressError.self) { try length(5000) }
    }

    @Test func `a number too long for the strip gets smaller, not broken`() throws {
        var receipt = Samples.receipt(.strip58)
        receipt.number = "4829-1037-5527-9999-0001"
        receipt.sample = true
        try SecondTool.reading(ReceiptPress.pdf(of: receipt)) { tool in
            try #expect(tool.text().contains(receipt.number))
            try #expect(tool.text().contains("DATA CONTOH"))
        }
    }

    @Test func `a service standard prints section by section`() throws {
        try SecondTool.reading(PaperPress.pdf(of: Samples.standard)) { tool in
            try expectGolden(try tool.text(layout: true), "standar")
            try #expect(tool.check().contains("No syntax or stream encoding errors found"))
        }
    }

    @Test func `a heading never stands at the end of a page`() throws {
        var paper = Samples.standard
        paper.sections = (1...90).map {
            .init("Judul \($0)", [.paragraph("Isi bagian \($0), yang pendek.")])
        }
        try SecondTool.reading(PaperPress.pdf(of: paper)) { tool in
            let count = try #require(try tool.info("Pages").flatMap { Int($0) })
            #expect(count > 2)
            for page in 1...count {
                let lines = try tool.text(ofPage: page).split { $0.isNewline || $0 == "\u{0C}" }
                #expect(lines.last?.hasPrefix("Isi bagian") == true, "page \(page)")
            }
        }
    }

    @Test func `a list of three thousand lines stays within the limit of pages`() throws {
        var paper = Samples.standard
        let rows = (1...3000).map { ["\($0)", "Warga Contoh \($0)"] }
        let table = SheetTable(head: ["No", "Nama"], rows: rows)
        paper.sections = [.init(nil, [.table(table)])]
        let pdf = try PaperPress.pdf(of: paper)
        try SecondTool.reading(pdf) { tool in
            try #expect(tool.text().contains("Warga Contoh 3000"))
        }
        #expect(throws: PressError.tooManyPages(limit: 20)) {
            try PaperPress.pdf(of: paper, limits: PressLimits(pages: 20))
        }
    }
}
