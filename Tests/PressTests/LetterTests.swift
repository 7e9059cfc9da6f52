import Press
import Testing

@Suite struct LetterTests {
    @Test(arguments: [("judul-tengah", Samples.certificate), ("korespondensi", Samples.invitation)])
    func `a letter reads as it always did`(name: String, letter: LetterSheet) throws {
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            try expectGolden(try tool.text(layout: true), name)
        }
    }

    @Test func `a letter in English has its fixed words in English`() throws {
        var letter = Samples.invitation
        letter.facts.language = "en"
        letter.mark = .konsep
        letter.sample = true
        letter.copies = ["Archive"]
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            let text = try tool.text(layout: true)
            for word in ["Number", "Subject", "Copies to:", "DRAFT – SAMPLE DATA"] {
                #expect(text.contains(word), "\(word)")
            }
            for word in ["Nomor", "Hal ", "Yth.", "Tembusan", "KONSEP", "CONTOH –"] {
                #expect(!text.contains(word), "\(word)")
            }
        }
    }

    @Test func `text copied out of a letter is the text, in its order`() throws {
        let letter = Samples.certificate
        let copied = try SecondTool.reading(LetterPress.pdf(of: letter)) { words(try $0.text()) }
        for case .paragraph(let text) in letter.passages {
            let wanted = words(text)
            let found = copied.indices.contains { copied[$0...].starts(with: wanted) }
            #expect(found, "not copied as it stands: \(text)")
        }
        let order = ["SURAT", "Nomor:", "Nama", "NIK", "Alamat", "benar", "Rahayu"]
        #expect(copied.filter { order.contains(String($0)) }.map(String.init).starts(with: order))
    }

    @Test func `letters that a font would join are copied one by one`() throws {
        var letter = Samples.certificate
        let text = "efisien afiliasi definisi grafik tarif fluktuasi office AVA Wafer To. Yth."
        letter.passages = [.paragraph(text)]
        let copied = try SecondTool.reading(LetterPress.pdf(of: letter)) { words(try $0.text()) }
        #expect(copied.joined(separator: " ").contains(text))
    }

    @Test(arguments: [(Paper.a4, "595.276 x 841.89 pts (A4)"), (.f4, "609.449 x 935.433 pts")])
    func `a page has the size of its paper`(paper: Paper, size: String) throws {
        var letter = Samples.certificate
        letter.paper = paper
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            try #expect(tool.info("Page size") == size)
        }
    }

    @Test func `the file says what it is, by whom, since when and in which language`() throws {
        var letter = Samples.certificate
        letter.facts.language = "id-ID"
        let pdf = try LetterPress.pdf(of: letter)
        try SecondTool.reading(pdf) { tool in
            try #expect(tool.info("Title") == letter.facts.title)
            try #expect(tool.info("Author") == "Kelurahan Pasar Tanjung")
            try #expect(tool.info("CreationDate")?.hasPrefix("2026-11-23T09:30:00+07") == true)
            try #expect(tool.check().contains("No syntax or stream encoding errors found"))
        }
        #expect(String(decoding: pdf, as: UTF8.self).contains("/Lang (id-ID)"))
    }

    @Test func `the same sheet gives the same bytes`() throws {
        let letter = Samples.long(rows: 40)
        try #expect(LetterPress.pdf(of: letter) == LetterPress.pdf(of: letter))
    }

    @Test func `the code on the letter can be scanned, on a draft too`() throws {
        var letter = Samples.certificate
        letter.mark = .konsep
        letter.code?.content += String(repeating: "&nama=SITI", count: 40)
        let codes = try SecondTool.reading(LetterPress.pdf(of: letter)) { try $0.codes() }
        #expect(codes == [letter.code?.content])
    }

    @Test func `a table repeats its head, and pages count from the second`() throws {
        try SecondTool.reading(LetterPress.pdf(of: Samples.long(rows: 70))) { tool in
            let count = try #require(try tool.info("Pages").flatMap { Int($0) })
            #expect(count >= 3)
            for page in 1...count {
                let text = try tool.text(ofPage: page)
                let hasRows = text.contains("Warga Contoh")
                #expect(text.contains("Keterangan\n") == hasRows, "page \(page)")
                #expect(page == 1 || text.split(separator: "\n").contains("\(page)"))
            }
        }
    }

    @Test(arguments: 22...47)
    func `no signature stands alone on a page`(rows: Int) throws {
        try SecondTool.reading(LetterPress.pdf(of: Samples.long(rows: rows))) { tool in
            let last = try #require(try tool.info("Pages").flatMap { Int($0) })
            let text = try tool.text(ofPage: last)
            #expect(text.contains("Rahayu Wulandari, S.Sos."))
            #expect(text.contains("bulan sejak tanggal diterbitkan."))
        }
    }

    @Test func `a draft and sample data say so on every page, and letters do not`() throws {
        var letter = Samples.long(rows: 60)
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            try #expect(tool.greyShare(page: 2) < 0.005)
            try #expect(!tool.text().contains("KONSEP"))
        }
        letter.mark = .konsep
        letter.sample = true
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            let count = try #require(try tool.info("Pages").flatMap { Int($0) })
            for page in 1...count {
                try #expect(tool.greyShare(page: page) > 0.015, "page \(page)")
                try #expect(tool.text(ofPage: page).contains("KONSEP – DATA CONTOH"))
            }
        }
    }

    @Test func `preprinted paper keeps the room of its letterhead empty`() throws {
        var letter = Samples.certificate
        letter.letterhead.preprinted = true
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            try #expect(words(tool.text()).starts(with: ["SURAT", "KETERANGAN", "USAHA"]))
        }
    }

    @Test func `a letter without a number has dots to write it on`() throws {
        var letter = Samples.certificate
        letter.number = nil
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            try #expect(tool.text().contains("Nomor: ......"))
        }
    }

    @Test func `a decision names its subject under TENTANG`() throws {
        var letter = Samples.certificate
        letter.layout = .judulTengah(
            CentredTitle("KEPUTUSAN LURAH PASAR TANJUNG", about: "STANDAR PELAYANAN")
        )
        letter.passages = [.centred("MEMUTUSKAN:"), .numbered(["Menetapkan standar."])]
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            let order = ["TANJUNG", "NOMOR", "TENTANG", "STANDAR", "MEMUTUSKAN:"]
            let found = try words(tool.text()).drop { $0 != "KEPUTUSAN" }.map(String.init)
            #expect(found.filter(order.contains).prefix(5) == order[...])
        }
    }

    @Test func `two who agree sign side by side`() throws {
        var letter = Samples.certificate
        letter.signatures = [
            Signature(post: "Pihak Kesatu", name: "Dewi Contoh"),
            Signature(post: "Pihak Kedua", name: "Wayan Contoh"),
        ]
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            let lines = try tool.text(layout: true).split(separator: "\n")
            #expect(lines.contains { $0.contains("Dewi Contoh") && $0.contains("Wayan Contoh") })
            try #expect(tool.codes().count == 1)
        }
    }

    @Test(arguments: ["", "kemarin", "2026-11-23", "2026-11-23T09:30:00"])
    func `a letter without a moment is refused`(createdAt: String) {
        var letter = Samples.certificate
        letter.facts.createdAt = createdAt
        #expect(throws: PressError.moment) { try LetterPress.pdf(of: letter) }
    }

    @Test(arguments: ["L", "M1", "M 1 2 Q 3 4 5 6", "1 2 3", "M0 0z5", "M1e9 0", "\u{1F600}"])
    func `a crest that cannot be read is refused`(path: String) {
        var letter = Samples.certificate
        letter.letterhead.crest = Crest(width: 10, height: 10, shapes: [.init(path)])
        #expect(throws: PressError.crest) { try LetterPress.pdf(of: letter) }
    }
}
