import Foundation
import Ledger
import Services
import Stories
import Testing

extension WorkingSite {
    private static let protection = """
        privacy:
          officer: Pejabat Pelindung Data
          phone: 0812-0000-0009
          agency: Lembaga Contoh

        """

    /// A site with a data-protection officer, a keeper and somebody who is neither.
    static func withProtection() async throws -> WorkingSite {
        let site = try await WorkingSite()
        let more = """
              pelindung: { title: Pelindung data, unit: diskop, does: [pelindung-data] }
              kelola: { title: Pengelola, unit: diskop, does: [pengelola] }
            """
        try await site.regency.publish(
            try WorkingRegency.regency(protection, posts: more),
            as: "regency",
            version: "1.0.1"
        )
        try await site.add("Lestari Ayu", as: "lestari", post: "pelindung")
        try await site.add("Tono Prasetyo", as: "tono", post: "kelola")
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        return site
    }
}

extension WorkingSite {
    /// Lets people visit, and gives back what they came to know.
    func erased(
        _ body: @escaping @Sendable (Doors) async throws -> [Data]
    ) async throws -> [Data] {
        let found = Found()
        try await open { doors in await found.take(try await body(doors)) }
        return await found.all
    }

    private actor Found {
        private(set) var all: [Data] = []
        func take(_ found: [Data]) { all = found }
    }
}

extension Visitor {
    /// Records a request of a person and ticks all that it finds; the address of its page.
    func ask(_ asks: String, about person: [(String, String)]) async throws -> String {
        try await get("/kelola/data-pribadi/baru")
        try await send([("minta", asks)] + person)
        #expect(path.hasSuffix("/perkara"), "\(path) \(page)")
        let boxes = page.matches(of: /name="perkara" value="([0-9a-f]{32})"/).map { String($0.1) }
        try #require(!boxes.isEmpty, "\(page)")
        try await send(boxes.map { ("perkara", $0) })
        #expect(status == 200)
        return path.components(separatedBy: "?")[0]
    }

    func grant(_ address: String) async throws {
        try await send(
            ["putusan": "kabul", "kata": "Data Anda kami urus."],
            to: "\(address)/putusan"
        )
    }
}

extension WorkingRegency {
    /// What is sealed in a dossier, as it lies on the disk.
    func sealedBytes(of dossier: DossierID) async throws -> [Data] {
        try await store.read { reader in
            let keys = try reader.rows(
                "SELECT wrapped AS bytes FROM keyring WHERE dossier = \(dossier)"
            )
            let payloads = try reader.rows(
                "SELECT sealed AS bytes FROM payloads WHERE dossier = \(dossier)"
            )
            // A long one is spread over pages: its first bytes are enough to know it by.
            return try (keys + payloads).map { Data(try $0.blob("bytes").prefix(24)) }
        }
    }

    /// Everything that lies in the folder of the regency, as raw bytes.
    func disk() throws -> [Data] {
        let all = FileManager.default.enumerator(atPath: folder.path)
        return try (all?.compactMap { $0 as? String } ?? []).compactMap { name in
            let file = folder.appending(path: name)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            return isFolder.boolValue ? nil : try Data(contentsOf: file)
        }
    }
}

extension [Data] {
    /// Whether bytes lie in any of these files.
    func hold(_ bytes: Data) -> Bool { contains { $0.range(of: bytes) != nil } }
}
