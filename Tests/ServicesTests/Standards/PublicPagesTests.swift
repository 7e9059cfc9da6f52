import Blueprints
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Office
import Services
import Site
import Stories
import Testing

/// What anybody may read: topics, offices, the whole standard, and the tables to take away.
struct PublicPagesTests {
    private static let service = "/layanan/surat-keterangan-usaha"

    @Test func `the standard has its fourteen parts on the screen, on paper and for programs`()
        async throws
    {
        let site = try await WorkingSite()
        try await site.open { doors in
            let visitor = doors.citizen()
            try await visitor.get(Self.service + "/standar")
            for component in Standard.Component.allCases {
                #expect(visitor.page.contains(component.officialTerm), "\(component)")
            }
            let paper = try await doors.client.execute(
                uri: Self.service + "/standar.pdf",
                method: .get
            )
            #expect(paper.headers[.contentType] == "application/pdf")
            let text = try Self.text(ofPDF: Array(paper.body.readableBytesView))
            for (index, component) in Standard.Component.allCases.enumerated() {
                #expect(text.contains("\(index + 1). \(component.officialTerm)"), "\(component)")
            }
            let data = try await doors.client.execute(
                uri: Self.service + "/standar.json",
                method: .get
            )
            let read = try JSONSerialization.jsonObject(with: Data(data.body.readableBytesView))
            let components = (read as? [String: Any])?["components"] as? [[String: Any]]
            #expect(
                components?.compactMap { $0["name"] as? String }
                    == Standard.Component.allCases.map(\.rawValue)
            )
        }
    }

    @Test func `services stand under their topics, and a topic has a page`() async throws {
        let site = try await WorkingSite()
        let services = try await site.regency.force.services
        let topics = Set(services.compactMap { $0.topic?.text })
        #expect(!topics.isEmpty)
        try await site.open { doors in
            let visitor = doors.citizen()
            try await visitor.get("/layanan")
            for service in services {
                #expect(
                    visitor.page.components(separatedBy: "\"/layanan/\(service.id)\"").count == 2,
                    "\(service.id) stands once"
                )
            }
            for topic in topics {
                #expect(visitor.page.contains("/layanan/topik/\(topic)"))
                try await visitor.get("/layanan/topik/\(topic)")
                #expect(visitor.status == 200)
                for service in services {
                    #expect(
                        visitor.page.contains("\"/layanan/\(service.id)\"")
                            == (service.topic?.text == topic)
                    )
                }
                try await visitor.get("/layanan")
            }
            for none in ["tidak-ada", "%3Cscript%3E", "..", "KELUARGA"] {
                try await visitor.get("/layanan/topik/\(none)")
                #expect(visitor.status == 404, "\(none)")
            }
        }
    }

    @Test func `an office tells its hours and what it answers for`() async throws {
        let site = try await WorkingSite()
        try await site.open { doors in
            let visitor = doors.citizen()
            try await visitor.get("/unit")
            #expect(visitor.page.contains("/unit/kel-contoh"))
            try await visitor.get("/unit/kel-contoh")
            #expect(visitor.page.contains("Buka sekarang, sampai pukul 12.00."))
            #expect(visitor.page.contains("07.30-11.30, 13.00-16.30"), "Friday")
            #expect(visitor.page.contains("Tutup"), "at the weekend")
            let said = visitor.page.components(separatedBy: ">Jam buka<").count
            #expect(said < 3, "the same heading once")
            try await visitor.get("/en/unit/kel-contoh")
            #expect(visitor.page.contains("Open now, until 12:00."))
            #expect(visitor.page.contains("07:30-11:30, 13:00-16:30"))
            for none in ["tidak-ada", "%00", "%2e%2e%2f", "Kel-Contoh"] {
                try await visitor.get("/unit/\(none)")
                #expect(visitor.status == 404, "\(none)")
            }
        }
    }

    @Test func `the tables hold every service and office, and no other table is there`()
        async throws
    {
        let site = try await WorkingSite()
        let force = try await site.regency.force
        try await site.open { doors in
            func lines(_ name: String) async throws -> [String] {
                let answer = try await doors.client.execute(uri: "/data/\(name)", method: .get)
                #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
                return String(buffer: answer.body).components(separatedBy: "\r\n")
            }
            let services = try await lines("layanan.csv")
            #expect(services.count == force.services.count + 2)
            for service in force.services {
                #expect(services.contains { $0.hasPrefix("\(service.id),") })
            }
            let offices = try await lines("kantor.csv")
            #expect(offices.count == force.office.units.count + 2)
            let holidays = try await lines("hari-libur.csv")
            #expect(holidays.count == force.calendar.holidays.count + 2)
            let visitor = doors.citizen()
            for none in [
                "layanan", "layanan.xls", "petugas.csv", "layanan.csv.csv", ".csv", "..csv",
                "layanan.", "%2e%2e%2fpasswd.csv",
            ] {
                try await visitor.get("/data/\(none)")
                #expect(visitor.status == 404, "\(none)")
            }
        }
    }

    @Test func `a newcomer is shown the other language once, and only without a choice`()
        async throws
    {
        let site = try await WorkingSite()
        try await site.open(in: Language.allCases) { doors in
            func page(_ path: String, _ wish: String, _ cookie: String? = nil) async throws
                -> String
            {
                var headers: HTTPFields = [.acceptLanguage: wish]
                headers[.cookie] = cookie
                let answer = try await doors.client.execute(
                    uri: path,
                    method: .get,
                    headers: headers
                )
                #expect(answer.status == .ok, "nobody is led anywhere by a header")
                #expect(answer.headers[.vary]?.contains("Accept-Language") == true)
                return String(buffer: answer.body)
            }
            let hint = "This page is also available in English"
            let known = "__Host-1603-perangkat=" + String(repeating: "0a", count: 16)
            let asked: [(path: String, wish: String, cookie: String?, isOffered: Bool)] = [
                ("/layanan", "en-GB,en", nil, true), ("/layanan", "id,en;q=0.5", nil, false),
                ("/layanan", "", nil, false), ("/en/layanan", "en", nil, false),
                ("/layanan", "en", known, false),
            ]
            for (path, wish, cookie, isOffered) in asked {
                let shown = try await page(path, wish, cookie)
                #expect(shown.contains(hint) == isOffered, "\(path) \(wish)")
            }
            let english = try await page("/en/layanan", "id")
            #expect(!english.contains("juga ada dalam bahasa"))
        }
    }

    @Test func `a search finds offices too, and a page that is not there offers one`()
        async throws
    {
        let site = try await WorkingSite()
        try await site.open { doors in
            let visitor = doors.citizen()
            try await visitor.get("/cari?q=contoh")
            #expect(visitor.page.contains("/unit/kel-contoh"))
            try await visitor.get("/cari?q=%3Cscript%3Ealert(1)%3C/script%3E")
            #expect(!visitor.page.contains("<script>alert"))
            try await visitor.get("/tidak-ada")
            #expect(visitor.status == 404)
            #expect(visitor.page.contains("action=\"/cari\""))
        }
    }

    private static func text(ofPDF bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "standard-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pdftotext", "-enc", "UTF-8", "-layout", file.path, "-"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
