import FoundationEssentials
import Press
import Testing

/// Blank forms for hours without power: numbers, codes, and room to write in.
@Suite struct BlankFormTests {
    private func sheet(
        _ numbers: [String] = ["4829-1037-5527", "4829-1037-5538"],
        questions: [BlankFormSheet.Question]? = nil
    ) -> BlankFormSheet {
        var sheet = BlankFormSheet(
            "Surat keterangan usaha",
            from: "Kelurahan Pasar Tanjung",
            forms: numbers.map {
                BlankFormSheet.Form(
                    number: $0,
                    address: "https://contoh.go.id/lacak/\($0.filter(\.isNumber))"
                )
            },
            sections: [
                BlankFormSheet.Section(
                    "Tentang Anda",
                    questions ?? [
                        .init("Siapa nama lengkap Anda?", hint: "Seperti di KTP.", .line),
                        .init("Berapa NIK Anda?", .letters([6, 6, 4])),
                        .init("Alamat usaha", .lines(3)),
                        .init(
                            "Status tempat",
                            .options(["Milik sendiri", "Sewa", "Menumpang", "Tidak tahu"])
                        ),
                    ]
                )
            ],
            words: BlankFormSheet.Words(
                number: "Nomor permohonan",
                forCitizen: "Untuk warga",
                tearHere: "Sobek di sini",
                notRecordedYet: "Belum dicatat.",
                receivedOn: "Diterima tanggal ________",
                signature: "Tanda tangan pemohon:"
            ),
            facts: Samples.facts("Borang")
        )
        sheet.contact = ["Jalan Kenanga No. 17", "(0734) 555-0199"]
        return sheet
    }

    @Test func `each form is a page of its own, with its number above and on the torn-off part`()
        throws
    {
        try SecondTool.reading(BlankFormPress.pdf(of: sheet())) { tool in
            try #expect(tool.info("Pages") == "2")
            try #expect(tool.info("Page size")?.hasPrefix("595.276 x 841.89") == true)
            for (page, number) in [(1, "4829-1037-5527"), (2, "4829-1037-5538")] {
                let text = try tool.text(ofPage: page)
                #expect(text.components(separatedBy: number).count == 3, "\(text)")
                for said in [
                    "Untuk warga", "Sobek di sini", "Belum dicatat.", "Siapa nama lengkap Anda?",
                    "Seperti di KTP.", "Milik sendiri", "Menumpang", "Tanda tangan pemohon:",
                    "(0734) 555-0199",
                ] {
                    #expect(text.contains(said), "\(said)")
                }
                try #expect(
                    tool.codes(page: page)
                        == ["https://contoh.go.id/lacak/\(number.filter(\.isNumber))"]
                )
            }
            try #expect(tool.check().contains("No syntax or stream encoding errors found"))
        }
    }

    @Test func `a long form goes on to a second page that says whose it is`() throws {
        let many = (1...40).map { BlankFormSheet.Question("Pertanyaan \($0)", .lines(2)) }
        let pdf = try BlankFormPress.pdf(of: sheet(["4829-1037-5527"], questions: many))
        try SecondTool.reading(pdf) { tool in
            let pages = try #require(try tool.info("Pages").flatMap { Int($0) })
            #expect(pages > 2)
            for page in 1...pages {
                let text = try tool.text(ofPage: page)
                #expect(text.contains("4829-1037-5527"), "page \(page)")
                // A question never stands at the end of a page without its room.
                let lines = text.split { $0.isNewline || $0 == "\u{0C}" }
                #expect(lines.last?.hasPrefix("Pertanyaan") != true || page < pages, "\(page)")
            }
            #expect(try tool.text().contains("Pertanyaan 40"))
        }
    }

    @Test func `more than the press takes is refused, and odd letters are printed`() throws {
        let much = String(repeating: "kata ", count: 4000)
        let many = (1...200).map { _ in BlankFormSheet.Question(much, .line) }
        #expect(throws: PressError.self) {
            try BlankFormPress.pdf(of: sheet(questions: many))
        }
        let odd = sheet(["4829-1037-5527"], questions: [.init("Ñandú \u{202E} \u{0} é", .line)])
        try SecondTool.reading(BlankFormPress.pdf(of: odd)) { tool in
            try #expect(tool.text().contains("andú"))
        }
    }

    @Test func `a number of the queue is printed so large that it is read from afar`() throws {
        for form in ReceiptSheet.Form.allCases {
            var slip = Samples.receipt(form)
            slip.number = "012"
            slip.isLarge = true
            try SecondTool.reading(ReceiptPress.pdf(of: slip)) { tool in
                try #expect(tool.text().contains("012"))
                try #expect(tool.info("Pages") == "1")
            }
        }
    }
}
