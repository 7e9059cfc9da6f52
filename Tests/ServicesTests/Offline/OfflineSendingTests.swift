import Blueprints
import Cases
import Foundation
import Ledger
import Services
import Stories
import Testing

/// Forms that waited on a phone, as the server takes them in.
struct OfflineSendingTests {
    private static let draft = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"

    private func site(
        _ body: @escaping @Sendable (WorkingSite, Doors) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Mulyadi", as: "mulyadi", post: "kadus")
        try await site.add("Yanto Saputra", as: "yanto", post: "kadus")
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in try await body(site, doors) }
    }

    /// What the phone keeps of who is there.
    private struct Who: Decodable {
        let kunci: String
        let pelaku: String
        let penolong: Bool
    }

    private static func who(_ phone: Visitor) async throws -> Who {
        try await phone.get("/luring/kunci")
        return try JSONDecoder().decode(Who.self, from: Data(phone.bytes))
    }

    /// What the outbox is told.
    private struct Told: Decodable {
        let draf: String
        var nomor: String?
        var pesan: String?
        var alamat: String?
        var tersimpan: Bool?
    }

    private static func told(_ phone: Visitor) throws -> Told {
        let told = try JSONDecoder().decode(Told.self, from: Data(phone.bytes))
        #expect(told.draf == draft, "an answer names its draft")
        return told
    }

    /// The whole form of somebody who was helped, as the phone sends it.
    private static func form(
        _ who: Who,
        version: String,
        _ changed: [String: String] = [:]
    ) -> [(String, String)] {
        let typed = [
            "luring": "ya", "layanan": "laporan-jalan", "versi": version, "pelaku": who.pelaku,
            "bantu.nama": "Siti Aminah", "bantu.sapaan": "Ibu", "bantu.setuju": "ya",
            "keterbukaan_nama": "terbuka", "nama": "Siti Aminah", "nik": "1603084505900077",
            "hp": "0812-0000-5678", "kabar": "tidak", "lubang": "12", "patokan": "Musala",
            "desa": "16.03.08.2001", "saksi-1-panggilan": "Budi", "benar": "ya", "hadir": "ya",
        ]
        let fields = typed.merging(changed) { $1 }.sorted { $0.key < $1.key }
        return [("kunci", who.kunci)] + fields.map { ($0.key, $0.value) }
    }

    private static func version() throws -> String {
        try RoadReports().compiled().services[0].digest
    }

    private static func cases(_ site: WorkingSite) async throws -> Int64 {
        try await site.regency.store.read { reader in
            try reader.row("SELECT count(*) AS n FROM cases")?.int("n") ?? 0
        }
    }

    @Test func `a form that waited becomes one case, however often it comes`() async throws {
        try await site { site, doors in
            let phone = try await doors.official("mulyadi")
            let fields = Self.form(try await Self.who(phone), version: try Self.version())
            var numbers: Set<String> = []
            let sent = site.now.milliseconds
            for _ in 0..<3 {
                try await phone.sendWaiting(Self.draft, fields, clocks: "\(sent - 60_000) \(sent)")
                #expect(phone.status == 200, "\(phone.page)")
                numbers.insert(try #require(try Self.told(phone).nomor))
            }
            #expect(numbers.count == 1)
            #expect(try await Self.cases(site) == 1)
            let digits = numbers.first?.filter(\.isNumber) ?? ""
            #expect(try Self.told(phone).alamat == "/bantu/terkirim/\(digits)")
            try await phone.get("/bantu")
            #expect(phone.page.contains("Ibu Siti A."))
            try await phone.get("/bantu/terkirim/\(digits)")
            #expect(phone.status == 200)
            #expect(phone.page.contains("PIN"))
            let state = try await CounterTests.state(of: digits, site)
            #expect(state.subject?.helped?.post == "kadus")
            #expect(state.subject?.channel == .offline)
        }
    }

    @Test func `two tabs that send at once make one case`() async throws {
        try await site { site, doors in
            let phone = try await doors.official("mulyadi")
            let who = try await Self.who(phone)
            let version = try Self.version()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for visitor in [phone.twin, phone.twin, phone.twin] {
                    let fields = Self.form(who, version: version)
                    group.addTask { try await visitor(Self.draft, fields) }
                }
                try await group.waitForAll()
            }
            #expect(try await Self.cases(site) == 1)
        }
    }

    @Test func `under another log-in nothing is sent, and the sentence says whose it is`()
        async throws
    {
        try await site { site, doors in
            let phone = try await doors.official("mulyadi")
            let who = try await Self.who(phone)
            #expect(who.penolong)
            let fields = Self.form(who, version: try Self.version())
            let device = phone.kept("perangkat") ?? ""
            let other = try await doors.official("yanto")
            other.keep("perangkat", device)
            try await other.sendWaiting(Self.draft, fields)
            #expect(other.status == 401)
            #expect(try Self.told(other).pesan?.contains("diisi oleh petugas lain") == true)
            #expect(try Self.told(other).tersimpan == nil)
            let nobody = doors.citizen()
            nobody.keep("perangkat", device)
            try await nobody.sendWaiting(Self.draft, fields)
            #expect(nobody.status == 401)
            #expect(try Self.told(nobody).pesan?.contains("Masuk dulu") == true)
            #expect(try await Self.cases(site) == 0)
            try await phone.sendWaiting(Self.draft, fields)
            #expect(phone.status == 200)
        }
    }

    @Test func `a form without the device's token is told so, and nothing is kept`() async throws {
        try await site { site, doors in
            let phone = try await doors.official("mulyadi")
            let who = try await Self.who(phone)
            var fields = Self.form(who, version: try Self.version())
            fields[0].1 = String(repeating: "0", count: 64)
            try await phone.sendWaiting(Self.draft, fields)
            #expect(phone.status == 403)
            #expect(try Self.told(phone).nomor == nil)
            #expect(try await Self.cases(site) == 0)
        }
    }

    @Test func `what is incomplete becomes a draft that its helper mends`() async throws {
        try await site { site, doors in
            let phone = try await doors.official("mulyadi")
            let who = try await Self.who(phone)
            let version = try Self.version()
            try await phone.sendWaiting(
                Self.draft,
                Self.form(who, version: version, ["lubang": "200"])
            )
            #expect(phone.status == 422)
            let told = try Self.told(phone)
            #expect(told.tersimpan == true)
            let address = try #require(told.alamat)
            #expect(try await Self.cases(site) == 0)
            try await phone.get(address)
            #expect(phone.page.contains("Anda mengisi untuk Ibu Siti A."))
            #expect(phone.page.contains("Musala"), "nothing is lost")
            try await phone.get("/isi/\(Self.draft)/lubang")
            try await phone.send(["lubang": "20", "patokan": "Musala"])
            try await phone.get(address)
            try await phone.send(["benar": "ya", "hadir": "ya"])
            #expect(phone.path.hasPrefix("/bantu/terkirim/"), "\(phone.page)")
            let number = try phone.digits
            let state = try await CounterTests.state(of: number, site)
            #expect(state.subject?.helped?.post == "kadus")

            try await phone.get("/luring/keadaan/\(Self.draft)")
            #expect(try Self.told(phone).nomor?.filter(\.isNumber) == number)
        }
    }

    @Test func `without consent it stays on the phone`() async throws {
        try await site { site, doors in
            let phone = try await doors.official("mulyadi")
            let who = try await Self.who(phone)
            let version = try Self.version()
            let fields = Self.form(who, version: version, ["bantu.setuju": ""])
            try await phone.sendWaiting(Self.draft, fields)
            #expect(phone.status == 422)
            #expect(try Self.told(phone).tersimpan == nil)
            try await phone.get("/isi/\(Self.draft)/periksa")
            #expect(phone.status == 404)
        }
    }

    @Test func `a form of an older version is taken for a time, then comes back with marks`()
        async throws
    {
        for (days, status) in [(6, 200), (8, 409)] {
            try await site { site, doors in
                let phone = try await doors.official("mulyadi")
                let old = Self.form(try await Self.who(phone), version: try Self.version())
                let changed = "Ada berapa lubang sedalam mata kaki?"
                try await site.regency.publish(
                    try RoadReports(holes: changed, version: "2.0.0").archive(),
                    as: "16.03/jalan",
                    version: "2.0.0",
                    at: site.now
                )
                // Twelve hours end a log-in, and another one of the same official sends.
                site.pass(days: days)
                let device = phone.kept("perangkat") ?? ""
                let later = try await doors.official("mulyadi")
                later.keep("perangkat", device)
                try await later.sendWaiting(Self.draft, old)
                #expect(later.status == status, "\(later.page)")
                guard status == 409 else { return }
                #expect(try Self.told(later).tersimpan == true)
                try await later.get("/isi/\(Self.draft)/lubang")
                #expect(later.page.contains(changed))
                #expect(later.page.contains("Pertanyaan ini berubah"), "\(later.page)")
            }
        }
    }

    /// How long it waited by the phone's own clock, by how much that clock is wrong, and how many
    /// hours ago it counts as received.
    @Test(
        arguments: [
            (3, 0, 3), (3, 365 * 24, 3), (3, -365 * 24, 3), (31 * 24, 0, 0), (-5, 0, 0),
        ] as [(Int64, Int64, Int64)]
    )
    func `a clock that is wrong by a year does not change when a form was received`(
        waited: Int64,
        wrong: Int64,
        hours: Int64
    ) async throws {
        try await site { site, doors in
            let phone = try await doors.official("mulyadi")
            let fields = Self.form(try await Self.who(phone), version: try Self.version())
            let sent = site.now.adding(seconds: wrong * 3600).milliseconds
            let kept = sent - waited * 3_600_000
            try await phone.sendWaiting(Self.draft, fields, clocks: "\(kept) \(sent)")
            #expect(phone.status == 200, "\(phone.page)")
            let told = try Self.told(phone)
            #expect((told.pesan != nil) == (wrong != 0))
            let digits = told.nomor?.filter(\.isNumber) ?? ""
            let subject = try #require(try await CounterTests.state(of: digits, site).subject)
            #expect(subject.received.isAbout(site.now.adding(seconds: -hours * 3600)))
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(digits)")
            #expect(rina.page.contains("Diisi tanpa sinyal"))
            #expect(rina.page.contains("jam kantor yang dipakai") == (wrong != 0))
        }
    }

    @Test func `a citizen's own form is received when it arrives`() async throws {
        try await site { site, doors in
            let phone = doors.citizen()
            try await phone.get("/layanan/laporan-jalan")
            let who = try await Self.who(phone)
            #expect(who.pelaku.isEmpty && !who.penolong)
            let fields = Self.form(who, version: try Self.version(), ["lubang": "7"])
            let sent = site.now.milliseconds
            try await phone.sendWaiting(Self.draft, fields, clocks: "\(sent - 7_200_000) \(sent)")
            #expect(phone.status == 200, "\(phone.page)")
            let digits = try Self.told(phone).nomor?.filter(\.isNumber) ?? ""
            let subject = try #require(try await CounterTests.state(of: digits, site).subject)
            #expect(subject.received.isAbout(site.now))
            #expect(subject.helped == nil)
            // The receipt opens once more from the phone that sent it.
            try await phone.get("/luring/isi/laporan-jalan")
            try await phone.follow("/kirim/\(Self.draft)", [("kunci", who.kunci)])
            #expect(phone.path == "/selesai", "\(phone.page)")
        }
    }

    @Test func `the page for the phone names nobody and holds no token`() async throws {
        try await site { _, doors in
            let phone = try await doors.official("mulyadi")
            try await phone.get("/luring/isi/laporan-jalan")
            #expect(phone.status == 200)
            #expect(!phone.page.contains("Mulyadi"))
            #expect(!phone.page.contains("name=\"kunci\""))
            #expect(phone.page.contains("bantu.setuju"))
            #expect(phone.page.contains("saksi-1-panggilan"))
            #expect(phone.page.contains("16.03.08.2001="))
            try await phone.get("/bantu/luring")
            #expect(phone.page.contains("/luring/isi/laporan-jalan"))
            try await phone.get("/luring/isi/tidak-ada")
            #expect(phone.status == 404)
        }
    }
}
