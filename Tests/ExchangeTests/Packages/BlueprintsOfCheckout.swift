import Blueprints
import Foundation
import Testing

/// The blueprints that lie in the checkout, read from their files.
enum Checkout {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let names = [
        "informasi-publik", "kopi", "penelitian", "pengaduan", "pengantar-desa", "petunjuk", "umkm",
    ]

    static func files(_ name: String) throws -> [SourceFile] {
        let base = root.appending(path: "blueprints/16.03/\(name)")
        return try FileManager.default.subpathsOfDirectory(atPath: base.path)
            .filter { $0.hasSuffix(".yaml") }
            .map { path in
                SourceFile(
                    path: path,
                    bytes: Array(try Data(contentsOf: base.appending(path: path)))
                )
            }
    }

    static func folder(_ name: String) throws -> ReadFolder {
        readBlueprint(try files(name), at: "blueprints/16.03/\(name)")
    }

    static func all() throws -> [ReadFolder] { try names.map(folder) }

    /// A blueprint made of text, with one service that says little.
    static func small(
        _ name: String,
        publisher: String = "16.03",
        version: String = "1.0.0",
        requires: [String] = [],
        more: [SourceFile] = []
    ) -> ReadFolder {
        let requirement =
            requires.isEmpty ? "" : "requires: [\(requires.joined(separator: ", "))]\n"
        let head = """
            publisher: "\(publisher)"
            name: \(name)
            version: \(version)
            title: Cetak biru \(name)
            licence: CC0-1.0
            \(requirement)
            """
        let register = """
            register: daftar
            title: Daftar
            fields:
              nama: { ask: Nama, type: name }
            """
        return readBlueprint(
            [
                SourceFile(path: "blueprint.yaml", text: head + "\n"),
                SourceFile(path: "registers/daftar.yaml", text: register + "\n"),
            ] + more,
            at: ""
        )
    }
}
