import Blueprints
import Foundation
import Notices
import Services
import Stories
import Testing

/// Who wants news by e-mail is asked where to, once, and need not say it.
struct MailOfApplicantsTests {
    @Test func `a service that asks for an address itself asks once`() throws {
        let road = try RoadReports().compiled().services[0]
        let asked = try #require(road.allQuestions.first { $0.id == "surel_kabar" })
        #expect(asked.isOptional && asked.why != nil)
        let (research, _) = EditionReading.blueprint(
            try WorkingRegency.blueprint("penelitian"),
            named: "16.03/penelitian"
        )
        let questions = try #require(research).services.flatMap(\.allQuestions)
        #expect(questions.filter { $0.type == .email }.map(\.id) == ["surel"])
    }

    private func fillIn(_ citizen: Visitor, mail: String) async throws {
        try await citizen.get("/layanan/laporan-jalan")
        try await citizen.send(to: "/layanan/laporan-jalan/mulai")
        try await citizen.send(["keterbukaan_nama": "terbuka"])
        try await citizen.send([
            "nama": "Kanari Burungwati", "nik": "1603084505900077", "hp": "0812-0000-5678",
        ])
        try await citizen.send(["kabar": "surel"])
        #expect(citizen.page.contains("Apa alamat surel Anda?"))
        #expect(citizen.page.contains("Hanya untuk kabar tentang permohonan ini."))
        try await citizen.send(["surel_kabar": "bukan alamat"])
        #expect(citizen.status == 422)
        try await citizen.send(["surel_kabar": mail])
        try await citizen.send(["lubang": "12", "patokan": "Musala"])
        try await citizen.choose("Penindaian", in: "desa")
        try await citizen.send(["desa_pangkal": ""])
        try await citizen.send(["saksi-1-panggilan": "Budi"])
        #expect(citizen.path.hasSuffix("/periksa"), "\(citizen.path) \(citizen.page)")
    }

    private func settings(_ server: SmallMailServer) throws -> NoticeSettings {
        NoticeSettings(
            mail: MailSettings(
                from: try #require(MailAddress("kabar@contoh.go.id")),
                host: "127.0.0.1",
                port: server.port,
                safety: .none
            )
        )
    }

    /// Somebody who wants e-mail is asked for more; what the desk and the server get of it.
    private func told(
        _ mail: String,
        _ body: @escaping @Sendable (Visitor, SmallMailServer, WorkingSite) async throws -> Void
    ) async throws {
        let server = try SmallMailServer(.taking)
        defer { server.stop() }
        let site = try await WorkingSite(notices: try settings(server))
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await fillIn(citizen, mail: mail)
            let number = try await citizen.sendIn()
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("kanari@contoh.id") == !mail.isEmpty)
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Fotonya kabur."])
            try await site.feature.noticePost.round()
            try await rina.get("/kerja/kabar")
            try await body(rina, server, site)
        }
    }

    @Test func `news goes to the address that was given, and the address is sealed`() async throws {
        try await told("kanari@contoh.id") { rina, server, site in
            #expect(server.taken.count == 1)
            #expect(server.taken.first?.contains("To: <kanari@contoh.id>") == true)
            #expect(rina.page.contains("0 kabar"))
            let files = try FileManager.default.contentsOfDirectory(
                at: site.regency.folder,
                includingPropertiesForKeys: nil
            )
            for file in files where file.lastPathComponent.hasPrefix("catatan.sqlite") {
                #expect(try Data(contentsOf: file).range(of: Data("kanari@contoh".utf8)) == nil)
            }
        }
    }

    @Test func `without an address the desk tells by the phone`() async throws {
        try await told("") { rina, server, _ in
            #expect(server.taken.isEmpty)
            #expect(rina.page.contains("1 kabar"))
            #expect(rina.page.contains("Buka WhatsApp dengan pesan ini"))
        }
    }
}
