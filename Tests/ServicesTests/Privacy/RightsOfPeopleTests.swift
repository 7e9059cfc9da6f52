import Cases
import Foundation
import Ledger
import Privacy
import Services
import Stories
import Testing

/// What a person may ask about their data, and what follows from it in the case.
struct RightsOfPeopleTests {
    /// A site whose road reports say what they do with personal data.
    private func site(basis: String = "consent") async throws -> WorkingSite {
        let site = try await WorkingSite.withProtection()
        let privacy = """
            privacy:
              purposes: Memperbaiki jalan.
              basis: \(basis)
              data: Nama dan nomor HP
              keep: 1 bulan
              fate: destroyed
              keep_basis: Perbup 2
            """
        try await site.regency.publish(
            try RoadReports(version: "1.0.1", privacy: privacy).archive(),
            as: "16.03/jalan",
            version: "1.0.1"
        )
        return site
    }

    private func report(_ doors: Doors) async throws -> Visitor {
        let citizen = doors.citizen()
        try await citizen.fillIn()
        _ = try await citizen.sendIn()
        return citizen
    }

    /// Records a request at the counter, ticks the one case that it finds, and grants it.
    private func granted(_ asks: String, by official: Visitor) async throws -> String {
        try await official.get("/kelola/data-pribadi/baru")
        try await official.send([
            ("minta", asks), ("nama", "Kanari Burungwati"), ("nik", "1603084505900077"),
            ("cek", "ktp"), ("dokumen", "KTP asli"),
        ])
        let box = try #require(
            official.page.components(separatedBy: "name=\"perkara\"").dropFirst().first
        )
        let value = try #require(box.firstMatch(of: /value="([0-9a-f]{32})"/))
        try await official.send(["perkara": String(value.1)])
        let address = official.path.components(separatedBy: "?")[0]
        try await official.send(["putusan": "kabul", "kata": "Baik."], to: "\(address)/putusan")
        return address
    }

    private func stateOfCase(_ site: WorkingSite, _ digits: String) async throws -> CaseState {
        try await site.regency.store.read { reader in
            let id = try reader.caseID(of: try TrackingNumber(reading: digits))
            let stream = try #require(id).stream
            return try reader.state(of: stream, as: CaseStory.self).state
        }
    }

    @Test func `an answer is put right, and the case shows what it said before`() async throws {
        let site = try await site()
        try await site.open { doors in
            let citizen = try await self.report(doors)
            let digits = try citizen.digits
            try await site.regency.store.catchUp()
            let lestari = try await doors.official("lestari")
            let address = try await self.granted("perbaikan", by: lestari)
            let link = try #require(
                lestari.page.firstMatch(of: /\/kelola\/[^"]*\/betulkan\/[0-9a-f]{32}/)
            )
            let form = String(link.output)
            try await lestari.get(form)
            try await lestari.send(["pertanyaan": "nik", "isi": "12"], to: form)
            #expect(lestari.status == 422, "\(lestari.page)")
            try await lestari.send(["pertanyaan": "desa", "isi": "x"], to: form)
            #expect(lestari.status == 422)
            try await lestari.send(
                ["pertanyaan": "nama", "isi": "Kanari Burungwati"],
                to: form
            )
            #expect(lestari.page.contains("Isinya sudah begitu"))
            try await lestari.send(["pertanyaan": "nama", "isi": "Kenari Burung"], to: form)
            #expect(lestari.status == 200 && lestari.path.hasPrefix(address))

            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(digits)")
            for words in ["Kanari Burungwati → Kenari Burung", "Lestari Ayu", "membetulkan isian"] {
                #expect(rina.page.contains(words), "\(words) \(rina.page)")
            }
            try await rina.get("/kerja/kotak")
            #expect(rina.page.contains("Kenari Burung") && !rina.page.contains("Kanari"))
            try await site.regency.store.catchUp()
            let link2 = "/kerja/perkara/\(digits)"
            for (words, isFound) in [
                ("Kenari", true), ("Kenari Burung", true), ("1603084505900077", true),
                ("Kanari", false), ("Burungwati", false), (digits, true),
            ] {
                try await rina.get("/kerja/kotak?cari=\(words.replacing(" ", with: "+"))")
                let found = rina.page.contains(link2) || rina.path.hasPrefix(link2)
                #expect(found == isFound, "\(words) \(rina.page)")
            }
            // Whoever answers people about their data still finds it by what it was called.
            try await lestari.get("/kelola/data-pribadi/baru")
            try await lestari.send([
                ("minta", "akses"), ("nama", "Kanari Burungwati"), ("cek", "ktp"),
                ("dokumen", "KTP lama"),
            ])
            #expect(lestari.page.contains("name=\"perkara\""), "\(lestari.page)")
            try await citizen.get("/permohonan")
            #expect(citizen.page.contains("Data Anda dibetulkan"), "\(citizen.page)")
            #expect(citizen.page.contains("Kanari Burungwati → Kenari Burung"))
            let stranger = doors.citizen()
            try await stranger.get("/lacak/\(digits)")
            #expect(stranger.page.contains("Data Anda dibetulkan"))
            #expect(!stranger.page.contains("Kenari") && !stranger.page.contains("Kanari"))
            #expect(try await self.rebuiltIsLive(site))
        }
    }

    @Test func `while it is restricted a case is only kept`() async throws {
        let site = try await site()
        try await site.open { doors in
            let citizen = try await self.report(doors)
            let digits = try citizen.digits
            try await site.regency.store.catchUp()
            let lestari = try await doors.official("lestari")
            let address = try await self.granted("pembatasan", by: lestari)
            #expect(lestari.page.contains("Dibatasi"), "\(lestari.page)")
            #expect(try await self.stateOfCase(site, digits).restriction?.cause == .asked)

            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak")
            #expect(!rina.page.contains("Data dibatasi"), "not among what is to be done")
            try await rina.get("/kerja/kotak?tampilan=menunggu-warga")
            for words in ["Data dibatasi, waktu berhenti", "Tunggu pembatasan dicabut"] {
                #expect(rina.page.contains(words), "\(words) \(rina.page)")
            }
            try await rina.get("/kerja/perkara/\(digits)")
            #expect(rina.page.contains("Pemakaian data dibatasi"))
            let taken = rina.page.contains("/kerja/perkara/\(digits)/ambil")
            if taken { try await rina.send(to: "/kerja/perkara/\(digits)/ambil") }
            #expect(try await self.stateOfCase(site, digits).takenBy == nil)
            try await citizen.get("/permohonan")
            for words in ["Pemakaian data dibatasi", "Waktu berhenti sejak"] {
                #expect(citizen.page.contains(words), "\(words)")
            }
            let stranger = doors.citizen()
            try await stranger.get("/lacak/\(digits)")
            #expect(stranger.page.contains("Waktu berhenti sejak"), "\(stranger.page)")
            // Long after the promise nobody is reminded, and nothing is late.
            site.pass(days: 20)
            let ran = try await site.feature.runTimers()
            #expect(ran == 0)
            let again = try await doors.official("lestari")
            try await again.get(address)

            let item = try #require(again.page.firstMatch(of: /alasan-([0-9a-f]{32})/))
            try await again.send(
                ["alasan-\(item.1)": "Sudah diperiksa."],
                to: "\(address)/longgarkan"
            )
            #expect(try await self.stateOfCase(site, digits).restriction == nil, "\(again.page)")
            let back = try await doors.official("rina")
            try await back.get("/kerja/kotak")
            #expect(back.page.contains("/kerja/perkara/\(digits)"), "\(back.page)")
            #expect(!back.page.contains(/Lewat [0-9]+ hari/), "its time goes on from here")
            try await stranger.get("/lacak/\(digits)")
            #expect(!stranger.page.contains("Waktu berhenti sejak"))
            #expect(stranger.page.contains("Paling lambat"), "\(stranger.page)")
            #expect(try await self.rebuiltIsLive(site))
        }
    }

    @Test func `consent that is withdrawn ends the case for good`() async throws {
        let site = try await site()
        try await site.open { doors in
            let digits = try await self.report(doors).digits
            try await site.regency.store.catchUp()
            let lestari = try await doors.official("lestari")
            let address = try await self.granted("cabut-persetujuan", by: lestari)
            let state = try await self.stateOfCase(site, digits)
            #expect(state.phase == .ended && state.restriction?.cause == .consentWithdrawn)
            #expect(!lestari.page.contains("\(address)/longgarkan"))
        }
    }

    @Test func `where nothing rests on consent its withdrawal is not granted`() async throws {
        let site = try await site(basis: "public task")
        try await site.open { doors in
            let digits = try await self.report(doors).digits
            try await site.regency.store.catchUp()
            let lestari = try await doors.official("lestari")
            let address = try await self.granted("cabut-persetujuan", by: lestari)
            #expect(lestari.status == 409, "\(address)")
            #expect(try await self.stateOfCase(site, digits).restriction == nil)
            try await lestari.get(address)
            try await lestari.send(
                ["putusan": "bukan-persetujuan", "kata": "Dasarnya tugas pelayanan."],
                to: "\(address)/putusan"
            )
            #expect(lestari.page.contains("Ditolak"))
        }
    }

    @Test func `whoever sent it asks with the receipt's link, and is told the number`()
        async throws
    {
        let site = try await site()
        try await site.open { doors in
            let citizen = try await self.report(doors)
            let stranger = doors.citizen()
            try await stranger.get("/permohonan/data-saya")
            #expect(stranger.status == 410)
            try await citizen.get("/permohonan/data-saya")
            #expect(citizen.page.contains("Menarik persetujuan"))
            try await citizen.send(["minta": "penghapusan"])
            #expect(citizen.status == 422)
            try await citizen.send(["minta": "rahasia", "cerita": "x"])
            #expect(citizen.status == 422)
            for _ in 0..<3 {
                try await citizen.send(["minta": "perbaikan", "cerita": "Nama saya Kenari."])
                #expect(citizen.page.contains("tercatat"), "\(citizen.page)")
            }
            let number = try #require(
                citizen.page.firstMatch(of: /class="angka">([0-9A-F]{4}-[0-9A-F]{4})</)
            )
            try await citizen.send(["minta": "perbaikan", "cerita": "Lagi."])
            #expect(citizen.status == 422, "three wait already")

            try await site.regency.store.catchUp()
            let lestari = try await doors.official("lestari")
            try await lestari.get("/kelola/data-pribadi")
            #expect(lestari.page.contains("Sisa 72 jam"))
            #expect(lestari.page.contains(String(number.1)), "\(lestari.page)")
            let link = try #require(
                lestari.page.firstMatch(of: /\/kelola\/data-pribadi\/[0-9a-f]{32}/)
            )
            try await lestari.get(String(link.output))
            #expect(lestari.page.contains("Nama saya Kenari."))
            #expect(lestari.page.contains("Laporan jalan rusak"), "bound to the case")
            try await lestari.send(
                ["putusan": "kabul", "kata": "Akan kami betulkan."],
                to: "\(link.output)/putusan"
            )
            try await citizen.get("/permohonan/data-saya")
            #expect(citizen.page.contains("Akan kami betulkan."))
        }
    }

    @Test func `what is past its time goes by two, and what is held then stays`() async throws {
        let site = try await site()
        let store = site.regency.store
        try await site.open { doors in
            let one = try await self.report(doors).digits
            let other = try await self.report(doors).digits
            let rina = try await doors.official("rina")
            for digits in [one, other] {
                try await rina.get("/kerja/perkara/\(digits)/tolak")
                try await rina.send(["alasan": "Bukan jalan kabupaten."])
                #expect(try await self.stateOfCase(site, digits).phase == .ended, "\(rina.page)")
            }
            let lestari = try await doors.official("lestari")
            try await lestari.get("/kelola/data-pribadi/pemusnahan")
            #expect(lestari.page.contains("Tidak ada yang lewat masa simpan"))
            site.pass(days: 40)
            let again = try await doors.official("lestari")
            try await again.get("/kelola/data-pribadi/pemusnahan")
            let boxes = again.page.matches(of: /name="perkara" value="([0-9a-f]{32})"/)
                .map { ("perkara", String($0.1)) }
            #expect(boxes.count == 2, "\(again.page)")
            try await again.send(boxes)
            let address = again.path
            #expect(again.page.contains("Anda yang mengusulkan"), "\(again.page)")
            try await again.get("/kelola/data-pribadi/baru")
            try await again.post("\(address)/setuju", ["versi": "1"])
            #expect(again.status == 409)

            // Held after the proposal: one of the two is kept.
            try await again.get("/kelola/data-pribadi/penahanan")
            try await again.send([
                ("nomor", other), ("sampai-tanggal", "31"), ("sampai-bulan", "12"),
                ("sampai-tahun", "2027"), ("kata", "Sengketa."),
            ])
            let tono = try await doors.official("tono")
            try await tono.get(address)
            try await tono.send(to: "\(address)/setuju")
            #expect(tono.page.contains("Berita acara"), "\(tono.page)")
            #expect(try await self.stateOfCase(site, one).isErased)
            #expect(try await !self.stateOfCase(site, other).isErased)
            try await tono.get("\(address)/berita-acara.pdf")
            #expect(tono.page.hasPrefix("%PDF"))
            let read = try await store.verify(excuses: ErasedPayloads.named)
            #expect(read.isConsistent, "\(read)")
            #expect(try await self.rebuiltIsLive(site))
            try await rina.get("/kerja/kotak")
            for path in ["/kelola/data-pribadi/pemusnahan", address] {
                try await rina.get(path)
                #expect(rina.status == 403 || rina.path.hasPrefix("/petugas"), "\(path)")
            }
        }
    }

    /// Whether the views of this feature, made again from the facts, hold the same rows.
    private func rebuiltIsLive(_ site: WorkingSite) async throws -> Bool {
        let tables = [
            "person_requests", "person_request_cases", "legal_holds", "breaches", "destructions",
            "cases", "case_search", "case_search_kept", "records",
        ]
        func all() async throws -> [[[String]]] {
            try await site.regency.store.read { reader in
                try tables.map { table in
                    try reader.rows(SQL(stringLiteral: "SELECT * FROM \(table)"))
                        .map { "\($0)" }.sorted().map { [$0] }
                }
            }
        }
        try await site.regency.store.catchUp()
        let live = try await all()
        try await site.regency.store.rebuild()
        try await site.regency.store.catchUp()
        return try await all() == live
    }
}
