import Foundation
import HTTPTypes
import Ledger
import Newsroom
import Site
import Stories
import Testing
import Visiting

/// Pictures of news: drawn anew, described, shown to those who may see them, and found by nobody
/// else; and what a search finds.
struct NewsPictureTests {
    private static let text = [
        ("jenis", "berita"), ("judul", "Jembatan selesai"), ("penulis", "Dedi"),
        ("tulisan", "Warga Penindaian kini menyeberang dengan aman."),
    ]

    /// A picture of one point, as a PNG; what is kept is a JPEG.
    private static let point = [UInt8](
        Data(
            base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q"
                + "DwADhgGAWjR9awAAAABJRU5ErkJggg=="
        ) ?? Data()
    )

    private static func address(in page: String, _ start: String) throws -> String {
        let end = try #require(page.firstRange(of: start))
        return start + page[end.upperBound...].prefix { $0 != "\"" }
    }

    @Test func `a picture is drawn anew, and public only with its news`() async throws {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let (dedi, nurul) = (Visitor(client, as: "dedi"), Visitor(client, as: "nurul"))
            let (rina, anybody) = (Visitor(client, as: "rina"), Visitor(client))
            try await dedi.get("/kerja/berita/tulis")
            try await dedi.send(Self.text, file: Self.point, to: "/tulis")
            #expect(dedi.status == 422, "a picture says in words what it shows")
            #expect(dedi.page.contains("Tulis apa yang tampak di foto"))
            let atWork = try Self.address(in: dedi.page, "/kerja/berita/gambar/")
            // The form still has it: a mistake elsewhere does not cost the picture.
            try await dedi.send(
                Self.text + [("tampak", "Jembatan dengan pagar baru")],
                to: "/tulis"
            )
            #expect(dedi.status == 200)
            let work = dedi.path
            let name = atWork.replacing("/kerja/berita/gambar/", with: "")
            #expect(dedi.page.contains("alt=\"Jembatan dengan pagar baru\""))

            for (reader, status) in [(dedi, 200), (nurul, 200), (rina, 403), (anybody, 303)] {
                try await reader.get(atWork)
                #expect(reader.status == status)
            }
            try await anybody.get("/berita/gambar/\(name)")
            #expect(anybody.status == 404, "the picture of a draft is nobody's business")

            try await nurul.get(work)
            try await nurul.send(to: "/terbitkan")
            try await anybody.get("/berita/gambar/\(name)")
            #expect(anybody.status == 200)
            #expect(anybody.type == "image/jpeg")
            #expect(anybody.bytes.starts(with: [0xFF, 0xD8, 0xFF]))
            #expect(anybody.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
            #expect(anybody.headers[.xContentTypeOptions] == "nosniff")
            try await anybody.get("/berita/atom.xml")
            #expect(anybody.page.contains("type=\"image/jpeg\""))

            try await nurul.get(work)
            try await nurul.send([("alasan", "Keliru.")], to: "/tarik")
            try await anybody.get("/berita/gambar/\(name)")
            #expect(anybody.status == 404, "what is withdrawn is gone with its picture")
        }
        try await newsroom.store.close()
    }

    @Test func `what is no picture is refused, and one can be left out again`() async throws {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let dedi = Visitor(client, as: "dedi")
            let described = Self.text + [("tampak", "Jembatan")]
            let spoilt: [([UInt8], String)] = [
                (Array("<svg onload=alert(1)>".utf8), "Berkas harus foto"),
                (Array("%PDF-1.4".utf8), "Berkas harus foto"),
                ([0xFF, 0xD8, 0xFF] + Array("kosong".utf8), "Berkas tidak bisa dibuka"),
                (Array(Self.point.prefix(40)), "Berkas tidak bisa dibuka"),
                (Self.point + [UInt8](repeating: 0, count: 8_100_000), "Paling besar"),
            ]
            for (file, sentence) in spoilt {
                try await dedi.get("/kerja/berita/tulis")
                try await dedi.send(described, file: file, to: "/tulis")
                #expect(dedi.status == 422)
                #expect(dedi.page.contains(sentence), "\(sentence)")
            }
            try await dedi.get("/kerja/berita/tulis")
            try await dedi.send(described, file: Self.point, to: "/tulis")
            let work = dedi.path
            #expect(dedi.page.contains("<img"))
            try await dedi.get(work + "/ubah")
            try await dedi.send(described, to: "/ubah")
            #expect(dedi.page.contains("<img src=\"/kerja/berita/gambar"), "it stays")
            try await dedi.get(work + "/ubah")
            try await dedi.send(described + [("tanpa-gambar", "ya")], to: "/ubah")
            #expect(!dedi.page.contains("<img src=\"/kerja/berita/gambar"))
            for name in ["x.jpg", "../x", String(repeating: "0", count: 64) + ".jpg", "%00.jpg"] {
                try await dedi.get("/kerja/berita/gambar/\(name)")
                #expect(dedi.status == 404, "\(name)")
                try await dedi.get("/berita/gambar/\(name)")
                #expect(dedi.status == 404, "\(name)")
            }
        }
        try await newsroom.store.close()
    }

    @Test func `a search finds what is published by its whole text, and nothing else`()
        async throws
    {
        let newsroom = try await NewsroomOfARegency()
        @Sendable func found(_ query: String) async throws -> Int {
            try await newsroom.store.catchUp()
            return try await newsroom.store.read { try $0.headlines(query, most: 10).count }
        }
        try await newsroom.open { client in
            let (dedi, nurul) = (Visitor(client, as: "dedi"), Visitor(client, as: "nurul"))
            try await dedi.get("/kerja/berita/tulis")
            try await dedi.send(Self.text, to: "/tulis")
            #expect(try await found("jembatan") == 0, "a draft is found by nobody")
            try await nurul.get(dedi.path)
            try await nurul.send(to: "/terbitkan")
            for (query, count) in [
                ("JEMBATAN", 1), ("jemb", 1), ("menyeberang jembatan", 1), ("jembatan rusak", 0),
                ("selesai?!", 1), ("", 0), ("di", 0), ("%", 0), ("' OR 1=1", 0),
                ("embatan", 0), (String(repeating: "jembatan ", count: 500), 1),
            ] {
                #expect(try await found(query) == count, "\(query.prefix(30))")
            }
            try await dedi.get(nurul.path + "/ubah")
            let changed = Self.text.map { $0.0 == "judul" ? ($0.0, "Jalan selesai") : $0 }
            try await dedi.send(changed + [("perbaikan", "Bukan jembatan.")], to: "/ubah")
            #expect(try await found("jembatan") == 1, "readers still read the old text")
            try await nurul.get(dedi.path)
            #expect(nurul.page.contains("<del>Jembatan selesai</del>"), "she sees what changes")
            try await nurul.send(to: "/terbitkan")
            #expect(try await found("jembatan") == 0)
            #expect(try await found("jalan") == 1)
        }
        try await newsroom.store.close()
    }

    @Test func `two who write at once lose nothing unseen`() async throws {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let (dedi, nurul) = (Visitor(client, as: "dedi"), Visitor(client, as: "nurul"))
            try await dedi.get("/kerja/berita/tulis")
            try await dedi.send(Self.text, to: "/tulis")
            let work = dedi.path
            try await dedi.get(work + "/ubah")
            try await nurul.get(work + "/ubah")
            try await nurul.send(Self.text + [("sumber", "Dinas Bina Marga")], to: "/ubah")
            let mine = Self.text.map { $0.0 == "judul" ? ($0.0, "Jembatan dibuka") : $0 }
            try await dedi.send(mine, to: "/ubah")
            #expect(dedi.status == 409)
            #expect(dedi.page.contains("Ada yang menyimpan berita ini lebih dulu"))
            #expect(dedi.page.contains("value=\"Jembatan dibuka\""), "what was typed stays")
            try await nurul.get(work)
            #expect(nurul.page.contains("Dinas Bina Marga"), "nothing was written over")
            try await dedi.send(mine, to: "/ubah")
            #expect(dedi.page.contains("Jembatan dibuka"), "once more is meant")
            #expect(dedi.status == 200)
        }
        try await newsroom.store.close()
    }

    @Test func `what was discarded is in no list and at no address`() async throws {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let dedi = Visitor(client, as: "dedi")
            try await dedi.get("/kerja/berita/tulis")
            try await dedi.send(Self.text, to: "/tulis")
            let work = dedi.path
            try await dedi.send(to: "/buang")
            #expect(dedi.path == "/kerja/berita")
            #expect(!dedi.page.contains("Jembatan"))
            for path in [work, work + "/ubah"] {
                try await dedi.get(path)
                #expect(dedi.status == 404, "\(path)")
            }
        }
        try await newsroom.store.close()
    }
}
