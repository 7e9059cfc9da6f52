import Cases
import Notices
import Services
import Stories
import Testing

/// A village official fills in a form for somebody who has no phone.
struct HelpingTests {
    private func helping(
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Mulyadi", as: "mulyadi", post: "kadus")
        try await site.add("Yanto Saputra", as: "yanto", post: "kadus")
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            try await body(site, doors, try await doors.official("mulyadi"))
        }
    }

    /// Consent, and the form begun.
    private static func begin(_ helper: Visitor) async throws {
        try await helper.get("/bantu/baru")
        #expect(helper.page.contains("Bacakan kepada warga"))
        try await helper.send(["nama": "Siti Aminah", "sapaan": "Ibu", "setuju": "ya"])
        #expect(helper.path.hasPrefix("/bantu/"), "\(helper.page)")
        try await helper.get(helper.path + "/mulai/laporan-jalan")
        try await helper.send()
        #expect(helper.path.hasPrefix("/isi/"), "\(helper.page)")
    }

    private static func fillIn(_ helper: Visitor, news: String = "tidak") async throws {
        try await helper.send(["keterbukaan_nama": "terbuka"])
        #expect(helper.page.contains("value=\"Siti Aminah\""), "the name is written once")
        try await helper.send([
            "nama": "Siti Aminah", "nik": "1603084505900077", "hp": "0812-0000-5678",
        ])
        try await helper.send(["kabar": news])
        try await helper.send(["lubang": "12", "patokan": "Musala"])
        try await helper.choose("Penindaian", in: "desa")
        try await helper.send(["desa_pangkal": ""])
        try await helper.send(["saksi-1-panggilan": "Budi"])
        #expect(helper.path.hasSuffix("/periksa"), "\(helper.path) \(helper.page)")
    }

    @Test func `a message that may reach the helper's phone says whom it is for`() async throws {
        try await helping { site, doors, helper in
            try await helper.get("/bantu")
            try await Self.begin(helper)
            try await Self.fillIn(helper, news: "wa")
            try await helper.send(["benar": "ya", "hadir": "ya"])
            let number = try helper.digits
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Fotonya kabur."])
            try await site.feature.noticePost.round()
            try await rina.get("/kerja/kabar")
            #expect(rina.page.contains("Bapak/Ibu (kabar untuk warga yang dibantu), ada kabar"))
            #expect(rina.page.contains("bisa jadi milik penolong"))
        }
    }

    @Test func `she is asked, named on every page, and gets a receipt with a PIN`() async throws {
        try await helping { site, doors, helper in
            try await helper.get("/bantu")
            #expect(helper.page.contains("Belum ada warga yang Anda bantu"))
            try await Self.begin(helper)
            #expect(helper.page.contains("Anda mengisi untuk Ibu Siti A."))
            let form = helper.path
            try await Self.fillIn(helper)
            #expect(helper.page.contains("Anda mengisi untuk Ibu Siti A."))
            #expect(helper.page.contains("Penolong: Mulyadi."))
            try await helper.send(["benar": "ya"])
            #expect(helper.status == 422, "without her consent nothing is sent")
            #expect(helper.page.contains("kalau warga hadir dan setuju"))
            let send = helper.page
            try await helper.send(["benar": "ya", "hadir": "ya"])
            #expect(helper.path.hasPrefix("/bantu/terkirim/"), "\(helper.page)")
            let number = try helper.digits
            let pin = try #require(helper.page.firstMatch(of: /\d{3} \d{3}</)).output

            // Nothing is left on the phone, neither the form nor a link that opens the request.
            try await helper.get(form)
            #expect(helper.status == 404)
            try await helper.get("/permohonan")
            #expect(helper.status == 410)
            try await helper.get("/selesai")
            #expect(helper.status == 410)
            try await helper.get("/kerja/perkara/\(number)")
            #expect(helper.status == 403, "who helps sees no case")
            try await helper.get("/kerja/kotak?cari=\(number)")
            #expect(!helper.page.contains("Siti Aminah"))
            try await helper.get("/bantu")
            #expect(helper.page.contains("Ibu Siti A."))
            #expect(!helper.page.contains("Siti Aminah"))
            #expect(helper.page.contains("/bantu/terkirim/\(number)"))
            #expect(!send.contains("/t/"))

            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("mengirim permohonan, dibantu Kadus II"))
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Kurang jelas."])
            let citizen = doors.citizen()
            try await citizen.get("/lacak/\(number)")
            try await citizen.send(["hp": "5678"])
            #expect(citizen.status == 422, "the phone may be the helper's: it opens nothing")
            try await citizen.send(["hp": String(pin.dropLast())])
            #expect(citizen.path == "/lengkapi")

            let help = try await CounterTests.state(of: number, site).subject?.helped
            #expect(help?.post == "kadus")
            #expect(help?.script == "persetujuan-1")
        }
    }

    @Test func `six wrong digits are throttled as four are`() async throws {
        try await helping { _, doors, helper in
            try await Self.begin(helper)
            try await Self.fillIn(helper)
            try await helper.send(["benar": "ya", "hadir": "ya"])
            let number = try helper.digits
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Kurang jelas."])
            let thief = doors.citizen()
            var last = 0
            for guess in 100_000..<100_008 {
                try await thief.get("/lacak/\(number)")
                try await thief.send(["hp": "\(guess)"])
                last = thief.status
            }
            #expect(last == 429)
        }
    }

    @Test func `who has no phone is not asked for one`() async throws {
        try await helping { site, _, helper in
            try await helper.get("/bantu/baru")
            try await helper.send([
                "nama": "Siti Aminah", "sapaan": "Ibu", "tanpa-hp": "ya", "setuju": "ya",
            ])
            try await helper.get(helper.path + "/mulai/laporan-jalan")
            try await helper.send()
            try await helper.send(["keterbukaan_nama": "terbuka"])
            #expect(!helper.page.contains("nomor HP Anda"))
            try await helper.send(["nama": "Siti Aminah", "nik": "1603084505900077"])
            #expect(helper.page.contains("Ada berapa lubang?"), "the next thing, not the channel")
            try await helper.send(["lubang": "12", "patokan": "Musala"])
            try await helper.choose("Penindaian", in: "desa")
            try await helper.send(["desa_pangkal": ""])
            try await helper.send(["saksi-1-panggilan": "Budi"])
            #expect(!helper.page.contains("memberi kabar"))
            try await helper.send(["benar": "ya", "hadir": "ya"])
            #expect(helper.path.hasPrefix("/bantu/terkirim/"), "\(helper.page)")
            #expect(!helper.page.contains("Kami kabari"))
        }
    }

    @Test func `another helper, or nobody, opens neither the form nor the list`() async throws {
        try await helping { _, doors, helper in
            try await Self.begin(helper)
            let form = helper.path
            try await helper.get("/bantu")
            let person = try #require(helper.page.firstMatch(of: /\/bantu\/[0-9a-f]{32}/)).output
            // The phone is handed on: the same cookies of the device, another person signed in.
            try await helper.get("/keluar")
            try await helper.send(to: "/keluar")
            try await helper.get(form)
            #expect(helper.status == 403)
            #expect(!helper.page.contains("Siti"))
            try await helper.get("/petugas/masuk")
            try await helper.send(["nama": "yanto", "sandi": doors.password])
            try await helper.get("/bantu")
            #expect(!helper.page.contains("Siti"))
            try await helper.get(form)
            #expect(helper.status == 403)
            try await helper.get(String(person))
            #expect(helper.status == 404)
            let rina = try await doors.official("rina")
            try await rina.get("/bantu")
            #expect(rina.status == 403)
            let citizen = doors.citizen()
            try await citizen.get("/bantu")
            #expect(citizen.path.hasPrefix("/petugas/masuk"))
        }
    }

    @Test(arguments: [
        ["nama": "", "sapaan": "Ibu", "setuju": "ya"],
        ["nama": "Siti Aminah", "sapaan": "Ratu", "setuju": "ya"],
        ["nama": "Siti Aminah", "sapaan": "Ibu", "setuju": ""],
    ])
    func `without a name and her consent nothing begins`(typed: [String: String]) async throws {
        try await helping { _, _, helper in
            try await helper.get("/bantu/baru")
            try await helper.send(typed.map { ($0.key, $0.value) })
            #expect(helper.status == 422)
            try await helper.get("/bantu")
            #expect(helper.page.contains("Belum ada warga"))
        }
    }

    @Test func `the form goes on with the citizen alone, and is then not called helped`()
        async throws
    {
        try await helping { site, doors, helper in
            try await Self.begin(helper)
            let draft = try #require(helper.path.split(separator: "/").dropFirst().first)
            try await helper.get("/isi/\(draft)/simpan")
            try await helper.send()
            let code = try #require(
                helper.page.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/)
            ).output
            let citizen = doors.citizen()
            try await citizen.get("/lanjut")
            try await citizen.send(["kode": String(code)])
            #expect(citizen.path.hasPrefix("/isi/\(draft)"), "\(citizen.page)")
            #expect(!citizen.page.contains("Anda mengisi untuk"))
            try await Self.fillIn(citizen)
            let number = try await citizen.sendIn()
            #expect(try await CounterTests.state(of: number, site).subject?.helped == nil)
        }
    }
}
