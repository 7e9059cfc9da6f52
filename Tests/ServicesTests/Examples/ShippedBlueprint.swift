import Blueprints
import Foundation
import Office
import Services
import Stories
import Testing

/// A blueprint that is shipped with the project, as it lies in its folder.
struct ShippedBlueprint: Sendable, CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }

    static let all = [
        "16.03/umkm", "16.03/penelitian", "16.03/pengantar-desa", "16.03/kopi",
        "16.03/informasi-publik", "16.03/pengaduan", "16.03/petunjuk",
    ].map(ShippedBlueprint.init)

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Compiled; a mistake in it is a failure here.
    func compiled() throws -> Blueprint {
        let base = Self.root.appending(path: "blueprints/\(name)").resolvingSymlinksInPath()
        let found = try #require(FileManager.default.enumerator(atPath: base.path))
        let paths = found.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
        let files = try paths.sorted().map { path in
            FolderArchive.File(
                path: path,
                bytes: [UInt8](try Data(contentsOf: base.appending(path: path)))
            )
        }
        let archive = try #require(FolderArchive(files))
        let (blueprint, diagnostics) = EditionReading.blueprint(archive, named: name)
        let errors = diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map(\.sentence))")
        return try #require(blueprint)
    }

    /// One of its examples.
    static func example(_ id: ID, of name: String) throws -> (Example, Blueprint) {
        let blueprint = try ShippedBlueprint(name: name).compiled()
        return (try #require(blueprint.examples.first { $0.id == id }), blueprint)
    }
}

/// A regency in which examples are tried.
struct TrialRegency: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let yaml: String

    /// Two kelurahan, one office for research, and everybody in their posts.
    static let staffed = TrialRegency(
        testDescription: "a regency with units and posts",
        yaml: """
            name: Kabupaten Muara Enim
            code: "16.03"
            address: http://127.0.0.1:8080
            zone: WIB
            languages: [id, en]
            units:
              kel-pasar-ii: { name: Kelurahan Pasar II, as: [kelurahan], village: 16.03.02.1007, code: KEL-PSR2 }
              desa-penindaian: { name: Desa Penindaian, as: [kelurahan], village: 16.03.08.2001, code: DS-PND }
              kesbangpol: { name: Badan Kesatuan Bangsa dan Politik, as: [kesbangpol], code: BKBP }
            posts:
              petugas: { title: Petugas, unit: kel-pasar-ii, does: [petugas-pelayanan] }
            calendar: { file: hari-libur.csv }
            """
    )

    /// Another regency, which has bound nothing yet.
    static let bare = TrialRegency(
        testDescription: "a regency that has bound nothing",
        yaml: """
            name: Kabupaten Tapanuli Selatan
            code: "12.03"
            address: http://127.0.0.1:8080
            zone: WIB
            languages: [id, en]
            units:
              diskominfo: { name: Dinas Komunikasi dan Informatika, as: [diskominfo], code: KOMINFO }
            posts:
              pengelola: { title: Pengelola, unit: diskominfo, does: [pengelola] }
            calendar: { file: hari-libur.csv }
            """
    )

    static let all = [staffed, bare]

    func runner() throws -> ExampleRunner {
        let bytes = Array(yaml.utf8)
        let (regency, findings) = readRegency(SourceFile(path: "regency.yaml", bytes: bytes))
        #expect(!findings.contains { $0.severity == .error }, "\(findings.map(\.sentence))")
        let files = try ["hari-libur.csv", "wilayah.csv"].map { name in
            let path = ShippedBlueprint.root.appending(path: "share/\(name)")
            return FolderArchive.File(path: name, bytes: [UInt8](try Data(contentsOf: path)))
        }
        return try ExampleRunner(
            regency: try #require(regency),
            archive: try #require(FolderArchive(files))
        )
    }
}

extension Example {
    /// The same example, told a little differently.
    func told(
        sent: String? = nil,
        answers: [ID: String] = [:],
        acts: [ExampleAct]? = nil,
        expect: ExampleExpectation? = nil
    ) -> Example {
        Example(
            id: id,
            title: title,
            service: service,
            sent: sent ?? self.sent,
            answers: self.answers.merging(answers.mapValues { .text($0) }) { $1 },
            acts: acts ?? self.acts,
            expect: expect ?? self.expect
        )
    }
}

extension ExampleAct {
    init(_ act: ID, _ at: String, _ note: String? = nil, _ answers: [ID: String] = [:]) {
        self.init(act: act, at: at, note: note, answers: answers.mapValues { .text($0) })
    }
}
