import Foundation
import Ledger
import Office
import Services
import Site
import Stories
import Testing

/// The list of cases: narrowed, searched, kept, taken along, always within one's own units.
struct InboxTests {
    private func site(
        _ body: @escaping @Sendable (WorkingSite, Doors, [String]) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Tono Saputra", as: "tono", post: "petugas-dua")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.open { doors in
            var numbers: [String] = []
            for _ in 0..<3 {
                let citizen = doors.citizen()
                try await citizen.fillIn()
                numbers.append(try await citizen.sendIn())
            }
            try await site.regency.store.catchUp()
            try await body(site, doors, numbers)
        }
    }

    /// The value that a row's box sends.
    private func key(_ number: String, on page: String) throws -> String {
        let found = page.components(separatedBy: "name=\"pilih\" value=\"\(number).")
        let rest = try #require(found.dropFirst().first, "\(page)")
        return "\(number).\(rest.prefix { $0 != "\"" })"
    }

    @Test func `filters stand in the address, and what means nothing is told`() async throws {
        try await site { _, doors, _ in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak?tampilan=unit")
            #expect(rina.page.contains("3 permohonan, paling mendesak dulu"))
            try await rina.get("/kerja/kotak?tampilan=unit&layanan=laporan-jalan&petugas=belum")
            #expect(rina.page.contains("3 permohonan"))
            #expect(rina.page.contains("Saring (2 aktif)"))
            for none in [
                "layanan=sku", "langkah=terbit", "wilayah=16.03.01", "dari=2027-01-01",
                "sampai=2026-11-01",
            ] {
                try await rina.get("/kerja/kotak?tampilan=unit&\(none)")
                #expect(rina.page.contains("0 permohonan"), "\(none)")
            }
            for odd in ["dari=kemarin", "petugas=x", "sampai=2026-02-31"] {
                try await rina.get("/kerja/kotak?tampilan=unit&\(odd)")
                #expect(rina.status == 200)
                #expect(rina.page.contains("Sebagian saringan"), "\(odd)")
            }
            try await rina.get("/kerja/kotak?tampilan=%3Cb%3E&layanan=%27%22%3B--&halaman=-9")
            #expect(rina.status == 200)
        }
    }

    @Test func `a search finds and counts only what one may open`() async throws {
        try await site { _, doors, numbers in
            let rina = try await doors.official("rina")
            let sari = try await doors.official("sari")
            for word in ["Kanari", "burungwati kanari", "1603084505900077", "0812-0000-5678"] {
                let query = word.replacing(" ", with: "+")
                try await rina.get("/kerja/kotak?cari=\(query)")
                #expect(rina.page.contains("3 permohonan cocok"), "\(word)")
                try await sari.get("/kerja/kotak?cari=\(query)")
                #expect(sari.page.contains("0 permohonan cocok"), "\(word)")
            }
            try await rina.get("/kerja/kotak?cari=\(numbers[0])")
            #expect(rina.page.contains("1 permohonan cocok"))
            try await sari.get("/kerja/kotak?cari=\(numbers[0])")
            #expect(sari.page.contains("0 permohonan cocok"))
            try await rina.get("/kerja/kotak?cari=tidakada")
            #expect(rina.page.contains("0 permohonan cocok"))
        }
    }

    @Test(arguments: ["2", "99", "-3", "x"])
    func `a page of a search that is not there is the last that is`(page: String) async throws {
        try await site { _, doors, numbers in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak?cari=Kanari&halaman=\(page)")
            #expect(rina.page.contains("3 permohonan cocok"))
            for number in numbers { #expect(rina.page.contains("/kerja/perkara/\(number)")) }
            try await rina.get("/kerja/kotak?cari=tidakada&halaman=\(page)")
            #expect(rina.page.contains("0 permohonan cocok"))
        }
    }

    @Test func `several are taken at once, each on its own version`() async throws {
        try await site { _, doors, numbers in
            let rina = try await doors.official("rina")
            let tono = try await doors.official("tono")
            try await rina.get("/kerja/kotak?tampilan=unit")
            let keys = try numbers.map { try key($0, on: rina.page) }
            // Somebody is faster with the first.
            try await tono.get("/kerja/perkara/\(numbers[0])")
            try await tono.send(to: "/kerja/perkara/\(numbers[0])/ambil")
            let fields = keys.map { ("pilih", $0) } + [("tindakan", "ambil")]
            try await rina.send(fields, to: "/kerja/kotak/pilihan")
            #expect(rina.path.hasPrefix("/kerja/kotak/hasil/"))
            #expect(rina.page.contains("Sekarang milik Anda: 2 dari 3"))
            #expect(rina.page.contains("Sudah diambil Tono Saputra baru saja"))
            // What became of it is shown to nobody else.
            let results = rina.path
            try await tono.get(results)
            #expect(tono.status == 404)
            try await rina.get("/kerja/kotak?tampilan=saya")
            #expect(rina.page.contains("2 permohonan"))
        }
    }

    @Test func `several are handed on to a colleague, and set aside until a day`() async throws {
        try await site { _, doors, numbers in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak?tampilan=unit")
            let keys = try numbers.prefix(2).map { try key($0, on: rina.page) }
            let chosen = keys.map { ("pilih", $0) }
            try await rina.send(chosen + [("tindakan", "teruskan")], to: "/kerja/kotak/pilihan")
            #expect(rina.page.contains("Teruskan: 2"))
            #expect(rina.page.contains("Tono Saputra"))
            #expect(!rina.page.contains("Sari Utami"))
            let mark = "name=\"petugas\" value=\""
            let people = rina.page.components(separatedBy: mark).dropFirst()
            let tono = try #require(people.first { $0.contains("Tono") })
            try await rina.send(["petugas": String(tono.prefix { $0 != "\"" })])
            #expect(rina.page.contains("Diteruskan: 2 dari 2"))
            try await rina.get("/kerja/kotak?tampilan=unit")
            let last = try key(numbers[2], on: rina.page)
            try await rina.send(
                [("pilih", last), ("tindakan", "tunda")],
                to: "/kerja/kotak/pilihan"
            )
            try await rina.send(["alasan": ""])
            #expect(rina.status == 422)
            try await rina.send([
                "sampai-tanggal": "25", "sampai-bulan": "11", "sampai-tahun": "2026",
                "alasan": "Menunggu ketua RT",
            ])
            #expect(rina.page.contains("Ditunda: 1 dari 1"), "\(rina.page)")
            try await rina.get("/kerja/kotak?tampilan=unit")
            #expect(rina.page.contains("2 permohonan"))
            try await rina.get("/kerja/kotak?tampilan=ditunda")
            #expect(rina.page.contains("Ditunda sampai 25 Nov"))
            try await rina.get("/kerja/perkara/\(numbers[2])")
            #expect(rina.page.contains("Ditunda sampai Rabu, 25 November 2026"))
            #expect(rina.page.contains("Menunggu ketua RT"))
        }
    }

    @Test func `a case that was set aside comes back on its day`() async throws {
        try await site { site, doors, numbers in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(numbers[0])/tunda")
            try await rina.send([
                "sampai-tanggal": "24", "sampai-bulan": "11", "sampai-tahun": "2026",
                "alasan": "Menunggu ketua RT",
            ])
            try await rina.get("/kerja/kotak?tampilan=unit")
            #expect(rina.page.contains("2 permohonan"))
            site.pass(days: 1)
            let again = try await doors.official("rina")
            try await again.get("/kerja/kotak?tampilan=unit")
            #expect(again.page.contains("3 permohonan"))
        }
    }

    @Test func `what is selected by garbage or of another unit does nothing`() async throws {
        try await site { _, doors, numbers in
            let rina = try await doors.official("rina")
            let sari = try await doors.official("sari")
            try await rina.get("/kerja/kotak?tampilan=unit")
            try await rina.send(
                [("pilih", "abc"), ("pilih", "1.1"), ("tindakan", "ambil")],
                to: "/kerja/kotak/pilihan"
            )
            #expect(rina.status == 422)
            #expect(rina.page.contains("Belum ada yang dipilih"))
            try await rina.get("/kerja/kotak?tampilan=unit")
            try await rina.send(
                [("pilih", try key(numbers[0], on: rina.page)), ("tindakan", "setujui")],
                to: "/kerja/kotak/pilihan"
            )
            #expect(rina.status == 400, "nothing is decided for several at once")
            try await sari.get("/kerja/pintasan")
            try await sari.post(
                "/kerja/kotak/pilihan",
                ["pilih": "\(numbers[0]).1", "tindakan": "ambil"]
            )
            #expect(sari.page.contains("Sekarang milik Anda: 0 dari 1"))
            #expect(sari.page.contains("tidak ada di unit Anda"))
        }
    }

    @Test func `a list is kept for oneself or one's unit, and let go of`() async throws {
        try await site { site, doors, _ in
            let rina = try await doors.official("rina")
            let tono = try await doors.official("tono")
            let sari = try await doors.official("sari")
            try await rina.get("/kerja/tampilan/simpan?dasar=unit&layanan=laporan-jalan")
            try await rina.send(["untuk": "unit-orang-lain"])
            #expect(rina.status == 422)
            try await rina.send(["untuk": "saya"])
            let own = rina.path
            #expect(rina.page.contains("3 permohonan"))
            #expect(rina.page.contains("Unit saya · Laporan jalan rusak"))
            let unit = try #require(
                try await site.regency.store.read {
                    try $0.row("SELECT unit FROM cases")?.text("unit")
                }
            )
            try await rina.get("/kerja/tampilan/simpan?dasar=lewat&wilayah=16.03.08")
            try await rina.send(["untuk": unit])
            let shared = rina.path
            try await tono.get(shared)
            #expect(tono.page.contains("Lewat waktu · Kecamatan"))
            try await tono.get(own)
            #expect(tono.page.contains("sudah dihapus, atau milik unit lain"))
            try await sari.get(shared)
            #expect(sari.page.contains("sudah dihapus, atau milik unit lain"))
            let id = shared.components(separatedBy: "tampilan=")[1]
            try await sari.get("/kerja/pintasan")
            try await sari.post("/kerja/tampilan/\(id)/hapus", [:])
            #expect(sari.status == 404)
            try await tono.get("/kerja/tampilan")
            try await tono.send(to: "/kerja/tampilan/\(id)/hapus")
            #expect(tono.page.contains("Belum ada tampilan tersimpan"))
        }
    }

    @Test func `a kept view whose unit or service is gone is told, and can be removed`()
        async throws
    {
        try await site { site, doors, _ in
            let rina = try await doors.official("rina")
            let list = try await site.feature.officials.list()
            let id = try #require(list.first { $0.logIn == "rina" }?.id)
            for (index, unit) in ["unit-lama", ""].enumerated() {
                let made = OpaqueID(high: 77, low: UInt64(index))
                let filter = unit.isEmpty ? "layanan=layanan-lama" : ""
                let named: String? = unit.isEmpty ? nil : unit
                _ = try await site.regency.store.operate([
                    """
                    INSERT INTO kept_views (id, official, unit, view, filter, made) VALUES \
                    (\(made), \(id), \(named), \("unit"), \(filter), \(1))
                    """
                ])
                try await rina.get("/kerja/kotak?tampilan=\(made)")
                #expect(rina.status == 200)
                #expect(rina.page.contains(unit.isEmpty ? "sudah tidak ada" : "Unit tampilan ini"))
                try await rina.get("/kerja/tampilan")
                #expect(rina.page.contains("sudah tidak ada"))
                try await rina.send(to: "/kerja/tampilan/\(made)/hapus")
            }
            #expect(rina.page.contains("Belum ada tampilan tersimpan"))
        }
    }

    @Test func `names leave in a file only for a reason that is recorded`() async throws {
        try await site { site, doors, numbers in
            let rina = try await doors.official("rina")
            let tono = try await doors.official("tono")
            try await rina.get("/kerja/kotak/unduh?tampilan=unit")
            try await rina.send(["isi": "tanpa"])
            #expect(rina.path.hasPrefix("/kerja/kotak.csv"))
            #expect(rina.page.contains("Nomor;Layanan;Wilayah"))
            #expect(!rina.page.contains("Kanari"))
            try await rina.get("/kerja/kotak/unduh?tampilan=unit")
            try await rina.send(["isi": "nama", "alasan": "  "])
            #expect(rina.status == 422)
            try await rina.send(["isi": "nama", "alasan": "Rapat dengan camat"])
            #expect(rina.page.contains("Kanari Burungwati"))
            #expect(rina.page.components(separatedBy: "\r\n").count == numbers.count + 2)
            let taken = rina.path
            try await tono.get(taken)
            #expect(tono.status == 403, "the reason of somebody else opens nothing")
            site.pass(days: 1)
            let later = try await doors.official("rina")
            try await later.get(taken)
            #expect(later.status == 403)
            let list = try await site.feature.officials.list()
            let id = try #require(list.first { $0.logIn == "rina" }?.id)
            let stream = Stories.Stream(OfficialStory.kind, id)
            let facts = try await site.regency.store.history(of: stream).map {
                try $0.fact(OfficialFact.self)
            }
            guard case .downloaded(let rows, _)? = facts.last else {
                Issue.record("no download is on record: \(facts)")
                return
            }
            #expect(rows == 3)
        }
    }

    @Test func `other cases of the person stand beside one, and are linked from both sides`()
        async throws
    {
        try await site { _, doors, numbers in
            let rina = try await doors.official("rina")
            let sari = try await doors.official("sari")
            try await rina.get("/kerja/perkara/\(numbers[0])")
            #expect(rina.page.contains("Permohonan lain (2)"))
            try await rina.get("/kerja/perkara/\(numbers[0])/tautkan")
            for wrong in ["", "123", "482910375528", "482910375527"] {
                try await rina.send(["nomor": wrong])
                #expect(rina.status == 422, "\(wrong)")
            }
            try await rina.send(["nomor": numbers[1]])
            #expect(rina.page.contains("Tertaut (1)"))
            try await rina.get("/kerja/perkara/\(numbers[1])")
            #expect(rina.page.contains("Tertaut (1)"))
            try await sari.get("/kerja/perkara/\(numbers[0])/tautkan")
            #expect(sari.status == 403)
        }
    }

    @Test func `whoever sends the same twice is told, and only they`() async throws {
        try await site { _, doors, numbers in
            let same = doors.citizen()
            try await same.fillIn()
            #expect(same.page.contains("Anda sudah mengajukan layanan ini pada 23 November 2026"))
            #expect(!same.page.contains(numbers[0]), "the number is for the receipt alone")
            // It is a warning and no more.
            #expect(try await same.sendIn().count == 12)
        }
    }

    @Test func `the rows are the same when they are made again from the facts`() async throws {
        try await site { site, doors, numbers in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(numbers[0])/tautkan")
            try await rina.send(["nomor": numbers[1]])
            try await rina.get("/kerja/perkara/\(numbers[0])/tunda")
            try await rina.send([
                "sampai-tanggal": "25", "sampai-bulan": "11", "sampai-tahun": "2026",
                "alasan": "Menunggu ketua RT",
            ])
            try await rina.get("/kerja/perkara/\(numbers[0])/bayar")
            try await rina.send([
                "tanggal-bayar-tanggal": "23", "tanggal-bayar-bulan": "11",
                "tanggal-bayar-tahun": "2026",
            ])
            #expect(rina.status == 409, "nothing is owed for this service")
            let store = site.regency.store
            try await store.catchUp()
            let live = try await Self.rows(store)
            #expect(live.contains { $0.hasPrefix("case_links") })
            try await store.rebuild()
            try await store.catchUp()
            #expect(try await Self.rows(store) == live)
        }
    }

    private static func rows(_ store: RecordStore) async throws -> [String] {
        try await store.read { reader in
            try ["cases", "case_units", "case_links", "case_search"].flatMap { table in
                try reader.rows(SQL(stringLiteral: "SELECT * FROM \(table)"))
                    .map { "\(table) \($0.values)" }.sorted()
            }
        }
    }

    @Test func `keys are off until they are switched on in this browser`() async throws {
        try await site { _, doors, _ in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak")
            #expect(!rina.page.contains("data-aksi=\"pintasan\""))
            try await rina.get("/kerja/pintasan")
            try await rina.send(to: "/kerja/pintasan")
            #expect(rina.page.contains("Pintasan menyala"))
            try await rina.get("/kerja/kotak")
            #expect(rina.page.contains("data-aksi=\"pintasan\""))
            try await rina.get("/kerja/pintasan")
            try await rina.send(to: "/kerja/pintasan")
            #expect(rina.page.contains("Pintasan mati"))
        }
    }

    @Test func `nobody who is not signed in sees any of it`() async throws {
        try await site { _, doors, _ in
            let stranger = doors.citizen()
            for path in [
                "/kerja/kotak", "/kerja/kotak.csv", "/kerja/kotak/unduh", "/kerja/tampilan",
                "/kerja/tampilan/simpan", "/kerja/kotak/teruskan", "/kerja/pintasan",
                "/kerja/kotak/hasil/00000000000000000000000000000001",
            ] {
                try await stranger.get(path)
                #expect(stranger.path.hasPrefix("/petugas/masuk"), "\(path)")
            }
        }
    }
}
