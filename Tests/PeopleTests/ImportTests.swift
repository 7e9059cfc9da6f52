import Office
import People
import Site
import Stories
import Testing

struct ImportPlanTests {
    private static let today = Day(number: 20_780)

    private func plan(_ lines: String...) throws -> ImportPlan {
        let text = (["nama;nip;nama_masuk;jabatan;unit;mulai;sampai;kapasitas"] + lines)
            .joined(separator: "\n")
        let head = text.split(separator: "\n")[0].split(separator: ";").map(String.init)
        return try ImportPlan(
            text,
            ImportColumns(guessing: head),
            roster: [],
            map: PeopleOfARegency.office,
            today: Self.today
        )
    }

    private func faults(_ line: String) throws -> String {
        guard case .faulty(let sentences) = try plan(line).rows[0].outcome else { return "" }
        return sentences.joined(separator: " ")
    }

    @Test func `columns are guessed by their headings, and remembered in a word`() {
        let columns = ImportColumns(guessing: [
            "No", "NAMA LENGKAP", "NIP", "Nama Masuk", "Jabatan", "OPD", "TMT", "Sampai",
        ])
        #expect(columns.places[.name] == 1 && columns.places[.logIn] == 3)
        #expect(columns.places[.unit] == 5 && columns.places[.first] == 6)
        #expect(ImportColumns(text: columns.text) == columns)
    }

    @Test(arguments: [
        (";;budi;;;;;", "Nama kosong."), ("=1+1;;budi;;;;;", "Nama diawali tanda rumus (=)."),
        ("Budi;123;budi;;;;;", "NIP harus 18 angka; di sini 3."),
        ("Budi;1.98001E+17;budi;;;;;", "NIP ditulis sebagai bilangan"),
        ("Budi;199913052019032001;budi;;;;;", "NIP ini tidak mungkin"),
        ("Budi;;;;;;;", "Nama masuk kosong"), ("Budi;;B S;;;;;", "Nama masuk \"B S\" harus"),
        ("Budi;;budi;Camat;;;;", "Jabatan \"Camat\" tidak ada."),
        ("Budi;;budi;Sekretaris;;;;", "Ada 2 jabatan \"Sekretaris\"."),
        ("Budi;;budi;Sekretaris;Kelurahan Ilir;;;", "tidak ada di unit \"Kelurahan Ilir\""),
        ("Budi;;budi;lurah-ulu;;32/01/2027;;", "Tanggal mulai \"32/01/2027\" tidak terbaca."),
        ("Budi;;budi;lurah-ulu;;2027-02-01;2027-01-01;plt", "Tanggal akhir lebih awal"),
        ("Budi;;budi;lurah-ulu;;;;pj", "Kapasitas \"pj\" tidak dikenal."),
        ("Budi;;budi;lurah-ulu;;;;plh", "Plh. perlu tanggal berakhir."),
        ("\"Budi;;budi;;;;;", "Ada tanda kutip"),
    ])
    func `a faulty row says what is wrong with it`(line: String, sentence: String) throws {
        let said = try faults(line)
        #expect(said.contains(sentence), "\(said)")
    }

    @Test func `a row says who, in which post, from when`() throws {
        let plan = try plan(
            "Budi;;budi;Sekretaris;Kelurahan Ulu;04/01/2027;30.06.2027;Plt.",
            "Budi;;budi;lurah-ulu;;;;",
            "Siti;199105052019032001;;;;;;"
        )
        #expect(plan.rows.map(\.outcome) == [.new, .new, .new])
        #expect(plan.people.map(\.logIn.word) == ["budi", "199105052019032001"])
        let holdings = try #require(plan.people.first?.holdings)
        #expect(holdings.map(\.post.text) == ["seklur-ulu", "lurah-ulu"])
        #expect(holdings.first?.capacity == .acting)
        #expect(holdings.first?.last == Day("2027-06-30") && holdings.last?.first == Self.today)
    }

    @Test func `doubles inside the file are told by their lines`() throws {
        let plan = try plan(
            "Budi;;budi;lurah-ulu;;;;",
            "Budi;;budi;lurah-ulu;;;;",
            "Bayu;;budi;;;;;",
            "Siti;199105052019032001;siti;;;;;",
            "Sari;199105052019032001;sari;;;;;"
        )
        let faults = plan.faulty.map { row -> String in
            guard case .faulty(let sentences) = row.outcome else { return "" }
            return sentences.joined()
        }
        #expect(plan.faulty.map(\.line) == [3, 4, 6])
        #expect(faults[0].contains("sama dengan baris 2"))
        #expect(faults[1].contains("orang lain di baris 2"))
        #expect(faults[2].contains("orang lain di baris 5"))
    }

    @Test func `more rows than are taken are refused before they are held`() throws {
        let line = "a;;b;;;;;\n"
        let many = String(repeating: line, count: 200_000)
        #expect(throws: PeopleRefusal.tooManyRows) {
            _ = try ImportPlan(
                "nama;nip;masuk\n" + many,
                ImportColumns(guessing: ["nama", "nip", "masuk"]),
                roster: [],
                map: PeopleOfARegency.office,
                today: Self.today
            )
        }
        #expect(throws: PeopleRefusal.fileEmpty) { try plan() }
    }
}

struct ImportPagesTests {
    private static let file = """
        nama;nip;nama masuk;jabatan;unit
        Budi Santoso;;budi;seklur-ulu;
        Rina Kartika, S.Sos.;;rina;petugas-ulu;
        Rahayu Wulandari;;rahayu;lurah-ulu;
        =HYPERLINK("x");123;x;camat;
        """

    @Test func `a file goes in, with its slips, and out again`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/impor")
            try await tono.upload(Array(Self.file.utf8), as: "berkas", to: "/kelola/impor")
            #expect(tono.page.contains("titik koma"), "\(tono.page)")
            let id = tono.path.split(separator: "/").last.map(String.init) ?? ""
            try await tono.send([
                ("nama", "0"), ("nip", "1"), ("masuk", "2"), ("jabatan", "3"), ("unit", "4"),
            ])
            #expect(tono.page.contains("Belum ada yang berubah"), "\(tono.page)")
            #expect(tono.page.contains("Baru (1)") && tono.page.contains("Keliru (1)"))
            #expect(tono.page.contains("Berubah (1)") && tono.page.contains("Sama (1)"))
            #expect(try await regency.officials.list().count == 3)
            let dryRun = tono.path
            try await tono.get("/kelola/impor/\(id)/keliru.csv")
            #expect(tono.page.contains("'=HYPERLINK"), "a formula is defused: \(tono.page)")
            try await tono.get(dryRun)
            try await tono.send(to: "/kelola/impor/\(id)/masukkan")
            #expect(tono.page.contains("2 petugas masuk"), "\(tono.page)")
            #expect(try await regency.officials.list().count == 4)
            #expect(try await regency.line("rina").official.name == "Rina Kartika, S.Sos.")
            try await tono.get("/kelola/impor/\(id)/slip.pdf")
            #expect(tono.type == "application/pdf")

            try await tono.get("/kelola/impor/\(id)/hasil")
            try await tono.send(to: "/kelola/impor/\(id)/batalkan")
            #expect(tono.page.contains("Impor ini dibatalkan"))
            #expect(try await regency.line("rina").official.name == "Rina Kartika")
            #expect(try await regency.line("budi").isServing == false)
            try await tono.get("/kelola/impor")
            #expect(tono.page.contains("Dibatalkan"))

            // The same file again: the columns are remembered, and who was undone comes back.
            try await tono.upload(Array(Self.file.utf8), as: "berkas", to: "/kelola/impor")
            #expect(tono.page.contains("value=\"3\" selected"))
            try await tono.send([
                ("nama", "0"), ("nip", "1"), ("masuk", "2"), ("jabatan", "3"), ("unit", "4"),
            ])
            try await tono.send()
            #expect(try await regency.line("budi").isServing)
        }
    }

    @Test func `what was used or changed since cannot be undone`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/impor")
            try await tono.upload(Array(Self.file.utf8), as: "berkas", to: "/kelola/impor")
            let id = tono.path.split(separator: "/").last.map(String.init) ?? ""
            try await tono.send([("nama", "0"), ("masuk", "2"), ("jabatan", "3")])
            try await tono.send()
            try await regency.officials.handle(
                [.activate],
                on: try await regency.id("budi"),
                seen: nil,
                OfficialsDesk.Circumstances(
                    now: regency.now,
                    by: .system,
                    map: PeopleOfARegency.office
                )
            )
            try await tono.get("/kelola/impor/\(id)/hasil")
            try await tono.send(to: "/kelola/impor/\(id)/batalkan")
            #expect(tono.status == 409 && tono.page.contains("tidak bisa dibatalkan lagi"))
        }
    }

    @Test func `a file that is too large or empty is told so`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/impor")
            try await tono.upload(
                Array(repeating: 0x61, count: 4_100_000),
                as: "berkas",
                to: "/kelola/impor"
            )
            #expect(tono.page.contains("lebih besar dari 4 MB"), "\(tono.status)")
            try await tono.upload([], as: "berkas", to: "/kelola/impor")
            #expect(tono.page.contains("Pilih berkas CSV dulu"))
        }
    }

    @Test func `a million rows, in encodings that change on the way, are refused in a sentence`()
        async throws
    {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/impor")
            var bytes = Array("\u{FEFF}nama;nip\r\nRené;=1+1\n".utf8)
            // The same letter as an older spreadsheet wrote it.
            bytes += [0x52, 0x65, 0x6E, 0xE9, 0x3B, 0x2D, 0x0A]
            for _ in 0..<1_000_000 { bytes += [0x61, 0x3B, 0x0A] }
            try await tono.upload(bytes, as: "berkas", to: "/kelola/impor")
            #expect(tono.page.contains("René"), "\(tono.status)")
            try await tono.get(tono.path + "/periksa")
            #expect(tono.status == 413)
            #expect(tono.page.contains("lebih dari 3.000 baris"))
            try await tono.get("/kelola/pengguna")
            #expect(!tono.page.contains("René"))
        }
    }
}
