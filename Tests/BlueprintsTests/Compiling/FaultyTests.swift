import Blueprints
import Foundation
import Testing

/// One folder with a mistake in it: what differs from the first fixture, and what is said of it.
///
/// `{path}.edit` holds replacements in a file of the fixture; any other file stands whole, and an
/// empty one takes the fixture's away. `RECORD=1` writes the expectations anew.
struct Faulty: Sendable, CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }

    static let folder = Folders.tests.appending(path: "Faulty")

    static let all: [Faulty] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { !$0.contains(".") }.sorted().map(Faulty.init)

    /// The holes of the fixture are filled, so that each folder speaks of one thing.
    private static let filled = """
        fill: { perbup_pelayanan: Perbup 12 Tahun 2024, uu_ap: UU 30 Tahun 2014 }

        """

    var expectedFile: URL { Self.folder.appending(path: "\(name).expected") }

    func files() throws -> [String: String] {
        var files = try Folders.fixture("umkm")
        files["overlay.yaml"] = Self.filled
        for (path, text) in try Folders.files(in: Self.folder.appending(path: name)) {
            guard path.hasSuffix(".edit") else {
                files[path] = text.isEmpty ? nil : text
                continue
            }
            let edited = String(path.dropLast(".edit".count))
            var result = try #require(files[edited])
            for (old, new) in Self.replacements(in: text) {
                let range = try #require(result.range(of: old), "\(name): \(old)")
                result.replaceSubrange(range, with: new)
            }
            files[edited] = result
        }
        return files
    }

    /// What an invented feature reads from the fixture's register.
    private static let needs = [
        RegisterNeed(
            "laporan kebun",
            reads: "usaha",
            of: "16.03/umkm",
            [RegisterNeed.Field("luas", "decimal", unit: "ha", mayBeAbsent: true)]
        )
    ]

    func compiled() throws -> Compiled { Folders.compiled(try files(), needs: Self.needs) }

    private static func replacements(in text: String) -> [(old: String, new: String)] {
        text.components(separatedBy: "<<<\n").dropFirst().compactMap { part in
            let sides = part.components(separatedBy: "\n>>>")[0].components(separatedBy: "\n===\n")
            guard let old = sides.first else { return nil }
            return (old, sides.count > 1 ? sides[1] : "")
        }
    }

    /// Structural where reading alone finds it, semantic where meaning does.
    static func said(of compiled: Compiled) -> String {
        let isStructural = compiled.diagnostics.contains { $0.code.hasPrefix("F") }
        return (isStructural ? "structural\n" : "semantic\n") + plainCheckText(compiled.diagnostics)
    }
}

@Test(arguments: Faulty.all)
func `a faulty folder gets its diagnostics word for word`(faulty: Faulty) throws {
    let said = Faulty.said(of: try faulty.compiled())
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try said.write(to: faulty.expectedFile, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: faulty.expectedFile, encoding: .utf8)
    #expect(said == expected)
}

@Test(arguments: Faulty.all)
func `a folder with an error never becomes a blueprint`(faulty: Faulty) throws {
    let compiled = try faulty.compiled()
    #expect((compiled.blueprint == nil) == compiled.diagnostics.hasErrors)
}

@Test(arguments: [
    (RegisterNeed.Field("luas", "decimal", unit: "ha", mayBeAbsent: true), true),
    (RegisterNeed.Field("luas", "decimal", unit: "ha"), false),
    (RegisterNeed.Field("luas", "decimal", unit: "m2", mayBeAbsent: true), false),
    (RegisterNeed.Field("desa", "village"), true),
    (RegisterNeed.Field("desa", "text"), false),
    (RegisterNeed.Field("batas", "area"), false),
])
func `what a feature reads from a register must be there`(
    field: RegisterNeed.Field,
    isMet: Bool
) throws {
    let files = try Folders.fixture("umkm")
    func said(of blueprint: String, in register: ID) -> [String] {
        let need = RegisterNeed("laporan", reads: register, of: blueprint, [field])
        return Folders.compiled(files, needs: [need]).diagnostics.map(\.code)
            .filter { $0 == SemanticCode.needUnmet.rawValue }
    }
    #expect(said(of: "16.03/umkm", in: "usaha").isEmpty == isMet)
    #expect(said(of: "16.03/umkm", in: "kebun").count == 1)
    #expect(said(of: "16.03/kopi", in: "kebun").isEmpty)
}

@Test func `every code of the catalogue occurs in the faulty folders`() throws {
    var seen: Set<String> = []
    for faulty in Faulty.all {
        seen.formUnion(try faulty.compiled().diagnostics.map(\.code))
    }
    let never = SemanticCode.allCases.filter { !seen.contains($0.rawValue) }
    #expect(never == [])
}
