import Cases
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Office
import Portfolio
import Site
import Stories
import Testing

extension CountedRegency {
    static let office = OfficeMap(
        units: [unit("kel-satu", "Kelurahan Satu"), unit("kel-dua", "Kelurahan Dua")],
        posts: []
    )

    private static func unit(_ id: Code, _ name: String) -> OfficeUnit {
        OfficeUnit(
            id: id,
            name: name,
            answersTo: ["kelurahan"],
            village: nil,
            code: "KEL",
            contact: OfficeUnit.Contact()
        )
    }

    /// An official with a duty in one unit.
    static func official(_ name: String, _ duty: String, in unit: Code) throws -> SignedIn {
        let id = OpaqueID(high: 7, low: UInt64(name.utf8.reduce(0) { $0 * 31 + Int($1) }))
        let office = try #require(office.unit(unit))
        let post = OfficePost(id: "jabatan", title: "Jabatan", unit: unit, duties: [duty])
        let seat = Standing.Seat(post: post, unit: office, capacity: .definitive)
        let standing = Standing(official: Actor(id), seats: [seat])
        return SignedIn(
            id: id,
            name: name,
            standing: standing,
            menu: OfficialMenu(for: standing, signs: false)
        )
    }

    /// Lets officials visit the pages; who sends `petugas=NAME` as a cookie is that one.
    ///
    /// - Parameter target: what the regency has set to reach.
    func open(
        target: OnTimeTarget? = OnTimeTarget(
            percent: 90,
            basis: "Keputusan Bupati Nomor 12 Tahun 2026",
            from: Day(number: 20_455)
        ),
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        try await store.catchUp()
        let officials = [
            try Self.official("bupati", "pimpinan", in: "kel-dua"),
            try Self.official("lurah", "kepala-wilayah", in: "kel-satu"),
            try Self.official("sekretaris", "sekretaris", in: "kel-dua"),
            try Self.official("petugas", "petugas-pelayanan", in: "kel-satu"),
            try Self.official("pengelola", "pengelola", in: "kel-dua"),
        ]
        let installation = Installation(name: "Kabupaten Contoh", base: "https://contoh.go.id")
        let regency = RegencyNow(
            installation: installation,
            office: Self.office,
            service: { $0 == "sku" ? Words("Surat keterangan usaha", "Business letter") : nil }
        )
        let calendar = try WorkCalendar(WorkCalendar.Parts())
        var sources = PortfolioSources(
            surroundings: Surroundings(
                regency: { _ in regency },
                official: { request in
                    let cookie = request.headers[.cookie] ?? ""
                    return officials.first { cookie.contains("petugas=\($0.name)") }
                }
            ),
            services: { _ in [.init("sku", "Surat keterangan usaha")] },
            districts: { _ in [.init("16.03.02", "Contoh Satu"), .init("16.03.08", "Contoh Dua")] },
            calendar: { _ in calendar },
            satisfaction: { _, _, _, _ in SatisfactionBrief(answers: 12, needed: 30) }
        )
        sources.target = { _ in target }
        let moment = now
        let router = Router(context: VisitContext.self)
        PortfolioFeature(store: store, sources: sources, now: { moment }).add(to: router)
        let reception = ReceptionDesk(
            installation,
            cookies: SiteCookies(installation: "16.03", isSecure: true),
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: { moment },
            random: { count in Draw.random.id().bytes.prefix(count).map { $0 } }
        )
        let site = Application(
            responder: Reception(reception, before: router.buildResponder()),
            logger: Logger(label: "site") { _ in SwiftLogNoOpLogHandler() }
        )
        try await site.test(.router) { client in try await body(client) }
    }
}

/// An official at a browser without scripts.
private final class Visitor {
    let client: any TestClientProtocol
    private var jar: [String: String]
    private(set) var page = ""
    private(set) var status = 0
    private(set) var type = ""

    init(_ client: any TestClientProtocol, as official: String? = nil) {
        self.client = client
        jar = official.map { ["petugas": $0] } ?? [:]
    }

    func get(_ path: String) async throws { try await go(.get, path) }

    /// Sends the page's form whose address ends so, with what it hides and what is typed.
    func send(_ ending: String, _ typed: [(String, String)]) async throws {
        let forms = page.components(separatedBy: #"<form method="post" action=""#).dropFirst()
        let form = try #require(
            forms.first { $0.components(separatedBy: "\"")[0].hasSuffix(ending) },
            "\(page)"
        )
        let hidden = form.components(separatedBy: "</form>")[0]
            .matches(of: /type="hidden" name="([^"]*)" value="([^"]*)"/)
            .map { (String($0.1), String($0.2)) }
            .filter { pair in !typed.contains { $0.0 == pair.0 } }
        let body = (hidden + typed).map { "\($0.0)=\(Self.coded($0.1))" }.joined(separator: "&")
        try await go(.post, form.components(separatedBy: "\"")[0], body)
    }

    private static func coded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
        }
        .joined()
    }

    private func go(_ method: HTTPRequest.Method, _ path: String, _ body: String? = nil)
        async throws
    {
        var headers: HTTPFields = [
            .cookie: jar.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        ]
        if body != nil {
            headers[.contentType] = "application/x-www-form-urlencoded"
            headers[.origin] = "https://contoh.go.id"
        }
        let response = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        )
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            jar[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        if let location = response.headers[.location], !location.contains("/masuk") {
            try await go(.get, location)
            return
        }
        page = String(buffer: response.body)
        status = response.status.code
        type = response.headers[.contentType] ?? ""
    }
}

struct LeaderRouteTests {
    /// Six cases in each office, ended in time in one and late in the other.
    private func regency() async throws -> CountedRegency {
        let regency = try await CountedRegency()
        var cases: [CaseOf] = []
        for number in 1...6 {
            let village = number == 6 ? nil : "16.03.02.1007"
            cases.append(CaseOf(id: try await regency.begin(number, village: village), late: false))
            let other = try await regency.begin(
                number + 10,
                in: "kel-dua",
                village: "16.03.08.2001"
            )
            cases.append(CaseOf(id: other, late: true))
        }
        for one in cases where !one.late { try await regency.end(one.id) }
        regency.pass(days: 2)
        for one in cases.filter(\.late) { try await regency.becomeLate(one.id) }
        for one in cases.filter(\.late).dropFirst() { try await regency.end(one.id) }
        return regency
    }

    private struct CaseOf {
        let id: CaseID
        let late: Bool
    }

    @Test func `a leader reads three numbers, what is late, and every part`() async throws {
        try await regency().open { client in
            let visitor = Visitor(client, as: "bupati")
            try await visitor.get("/pimpinan")
            #expect(visitor.status == 200)
            // Six in time, five late: 55 of a hundred.
            for words in [
                "Data sampai 09.14", "55%", "Yang lewat waktu (1)", "lewat 1 hari",
                "Kelurahan Satu", "Kelurahan Dua", "Contoh Satu", "Contoh Dua",
                "Belum cukup jawaban (12 dari 30)", "Peta petak: satu kotak satu kecamatan",
                "Tren 13 minggu", "sasaran 90%",
            ] { #expect(visitor.page.contains(words), "\(words) in \(visitor.page)") }
            #expect(visitor.page.utf8.count < 45_000)
        }
    }

    @Test func `a target says whose it is, and without one there is none`() async throws {
        let regency = try await regency()
        try await regency.open { client in
            let visitor = Visitor(client, as: "bupati")
            for path in ["/pimpinan", "/pimpinan/laporan/2026-11"] {
                try await visitor.get(path)
                let basis = "Sasaran 90%: Keputusan Bupati Nomor 12 Tahun 2026, berlaku sejak"
                #expect(visitor.page.contains(basis), "\(path) \(visitor.page)")
            }
            // Before it came into force there was none.
            try await visitor.get("/pimpinan/laporan/2025-11")
            #expect(!visitor.page.contains("Sasaran"))
        }
        let later = OnTimeTarget(percent: 95, basis: "Keputusan", from: Day(number: 20_900))
        for target in [nil, later] {
            try await regency.open(target: target) { client in
                let visitor = Visitor(client, as: "bupati")
                try await visitor.get("/pimpinan")
                #expect(visitor.status == 200 && visitor.page.contains("55%"))
                #expect(!visitor.page.lowercased().contains("sasaran 9"), "\(visitor.page)")
            }
        }
        #expect(OnTimeTarget(percent: 0, basis: "x", from: Day(number: 1)) == nil)
        #expect(OnTimeTarget(percent: 101, basis: "x", from: Day(number: 1)) == nil)
    }

    @Test func `a list behind a number names cases and nobody`() async throws {
        try await regency().open { client in
            let visitor = Visitor(client, as: "bupati")
            try await visitor.get("/pimpinan/daftar?hal=terlambat&bulan=2026-11&unit=kel-dua")
            #expect(visitor.status == 200)
            #expect(visitor.page.components(separatedBy: "Selesai terlambat").count == 5 + 4)
            try await visitor.get("/pimpinan/daftar?hal=lewat-waktu")
            #expect(visitor.page.contains("lewat 1 hari"))
            #expect(!visitor.page.contains("Nama"))
        }
    }

    @Test func `a head sees the own office and no other`() async throws {
        try await regency().open { client in
            let visitor = Visitor(client, as: "lurah")
            try await visitor.get("/pimpinan")
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("100%"))
            #expect(!visitor.page.contains("Kelurahan Dua"))
            try await visitor.get("/pimpinan/unit/kel-satu")
            #expect(visitor.status == 200)
            for path in [
                "/pimpinan/unit/kel-dua", "/pimpinan/daftar?hal=masuk&unit=kel-dua",
                "/pimpinan/angka.csv?unit=kel-dua", "/pimpinan/laporan/2026-11?unit=kel-dua",
                "/pimpinan/laporan/2026-11.pdf?unit=kel-dua",
                "/pimpinan/laporan/2026-11.csv?unit=kel-dua", "/kelola/kegunaan",
            ] {
                try await visitor.get(path)
                #expect(visitor.status == 403, "\(path)")
                #expect(!visitor.page.contains("16.03.08"), "\(path)")
            }
            // What spans the regency shows the own part of it.
            try await visitor.get("/pimpinan/layanan/sku")
            #expect(visitor.status == 200 && !visitor.page.contains("Kelurahan Dua"))
            try await visitor.get("/pimpinan/wilayah/16.03.08")
            #expect(visitor.status == 200 && !visitor.page.contains("Kelurahan Dua"))
            try await visitor.get("/pimpinan/laporan/2026-11.csv")
            #expect(visitor.page.contains("Kelurahan Satu"))
            #expect(!visitor.page.contains("Kelurahan Dua"))
        }
    }

    @Test(arguments: [
        "/pimpinan", "/pimpinan/unit/kel-satu", "/pimpinan/daftar?hal=masuk",
        "/pimpinan/angka.csv", "/pimpinan/laporan/2026-11.pdf", "/kelola/kegunaan",
        "/kelola/kegunaan.csv", "/kelola/kegunaan/sku",
    ])
    func `who neither leads nor heads an office sees no figures`(path: String) async throws {
        try await regency().open { client in
            let visitor = Visitor(client, as: "petugas")
            try await visitor.get(path)
            #expect(visitor.status == 403)
            let stranger = Visitor(client)
            try await stranger.get(path)
            #expect(stranger.status == 303)
        }
    }

    @Test(arguments: [
        "/pimpinan/unit/tidak-ada", "/pimpinan/layanan/tidak-ada", "/pimpinan/wilayah/99.99.99",
        "/pimpinan/daftar", "/pimpinan/daftar?hal=semua",
        "/pimpinan/daftar?hal=masuk&bulan=2026-13",
        "/pimpinan/laporan/2026-12", "/pimpinan/laporan/2026-11.exe", "/pimpinan/laporan/x",
        "/kelola/kegunaan/tidak-ada",
    ])
    func `what is not there is not found`(path: String) async throws {
        try await regency().open { client in
            let visitor = Visitor(client, as: "bupati")
            try await visitor.get(path)
            #expect(visitor.status == 404)
        }
    }

    @Test func `before the first case there is a plain sentence`() async throws {
        try await CountedRegency().open { client in
            let visitor = Visitor(client, as: "bupati")
            try await visitor.get("/pimpinan")
            #expect(visitor.page.contains("Belum ada permohonan."))
            try await visitor.get("/pimpinan/laporan/2026-10")
            #expect(visitor.page.contains("tidak ada permohonan yang masuk"))
            try await visitor.get("/pimpinan/laporan/2026-10.pdf")
            #expect(visitor.type == "application/pdf")
        }
    }

    @Test func `a cost and a decision are kept with source, reason and name`() async throws {
        let regency = try await regency()
        try await regency.open { client in
            let visitor = Visitor(client, as: "pengelola")
            try await visitor.get("/kelola/kegunaan/sku")
            let before = visitor.page
            try await visitor.send(
                "/biaya",
                [("biaya", "24.000.000"), ("tahun", "2026"), ("sumber", "DPA 2026 hal. 12")]
            )
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("Rp24.000.000 (2026)"))
            #expect(visitor.page.contains("Sumber: DPA 2026 hal. 12"))
            try await visitor.send(
                "/keputusan",
                [("keputusan", "perbaiki"), ("alasan", "Terlalu lama")]
            )
            #expect(visitor.page.contains("Alasan: Terlalu lama"))
            try await visitor.get("/kelola/kegunaan")
            // Twelve cases came in during the year.
            #expect(visitor.page.contains("Rp2.000.000"))
            #expect(visitor.page.contains("Perbaiki, 25 November 2026"))
            try await visitor.get("/kelola/kegunaan.csv")
            #expect(visitor.page.contains("24000000;2026;DPA 2026 hal. 12;2000000;Perbaiki"))
            #expect(before.contains("name=\"versi\" value=\"0\""))
        }
    }

    @Test func `what cannot be read is shown beside its question`() async throws {
        try await regency().open { client in
            let visitor = Visitor(client, as: "bupati")
            for (typed, sentence) in [
                (("biaya", "banyak"), "Tulis biaya dalam rupiah bulat"),
                (("tahun", "kemarin"), "Tulis tahun dengan empat angka"),
                (("sumber", "  "), "Tulis dari mana angka biaya ini"),
            ] {
                try await visitor.get("/kelola/kegunaan/serasan")
                var all = [("biaya", "1.000"), ("tahun", "2026"), ("sumber", "DPA")]
                all.removeAll { $0.0 == typed.0 }
                try await visitor.send("/biaya", all + [typed])
                #expect(visitor.status == 422)
                #expect(visitor.page.contains(sentence))
            }
            // An older page changes nothing.
            try await visitor.get("/kelola/kegunaan/serasan")
            try await visitor.send(
                "/biaya",
                [("versi", "7"), ("biaya", "1"), ("tahun", "2026"), ("sumber", "x")]
            )
            #expect(visitor.status == 409)
        }
    }
}
