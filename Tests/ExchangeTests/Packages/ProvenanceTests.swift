import Blueprints
import Crypto
import Exchange
import Stories
import Testing

/// The line of regencies, and whose statement about its link holds.
@Suite struct ProvenanceTests {
    private static let key = Curve25519.Signing.PrivateKey()

    /// Our package that was adapted from another, and the statement about that one.
    private static func adapted() throws -> (package: Package, origin: Envelope) {
        let files = try MadeUp.files()
        let original = try Package.pack(
            readBlueprint(try files.archive.sources, at: ""),
            as: "16.03"
        )
        let said = PackageStatement(
            original,
            publisher: "16.03",
            packed: Partner.day(3),
            by: "Pengelola layanan"
        )
        let entry = "edits:\n  - { \(Proposed.title), reason: a, by: b, date: 2026-03-01 }\n"
        // As it is installed from the package, and adapted there.
        let own = try #require(original.own)
        let lock = writeLock(PackageLock(version: "1.0.0", digest: own.digest, requires: []))
        let here = AdaptedFolder(
            own.archive.with([lock, SourceFile(path: "overlay.yaml", text: entry)]),
            named: "16.03/umkm"
        )
        return (
            try Package.pack(here.read, as: "12.03", version: "2.0.0"),
            try Envelope(.package, said.bytes).signed(by: key)
        )
    }

    private static func said(
        _ statements: [Envelope],
        keys: [StatementKey]?
    ) throws -> [Provenance.Said] {
        let package = try adapted().package
        return Provenance(package.editions, statements: statements) { publisher in
            publisher == "16.03" ? keys : []
        }.links.map(\.said)
    }

    @Test func `the line names every edition with its digest`() throws {
        let package = try Self.adapted().package
        let line = Provenance(package.editions, statements: []) { _ in nil }
        #expect(line.links.map(\.name.description) == ["12.03/umkm", "16.03/umkm"])
        #expect(line.links.map(\.version) == ["2.0.0", "1.0.0"])
        #expect(line.links.map(\.digest) == [package.digest, package.manifest.derivedFrom?.digest])
        let tree = try #require(package.own).content
        #expect(tree.editionsOfBlueprint.map(\.version) == ["2.0.0", "1.0.0"])
    }

    @Test func `a statement counts only with a key of that regency, about these bytes`() throws {
        let statement = try Self.adapted().origin
        let keys = [StatementKey(Self.key.publicKey)]
        let held = Provenance.Said.verified(by: "Pengelola layanan", at: Partner.day(3))
        #expect(try Self.said([statement], keys: keys) == [.missing, held])
        #expect(try Self.said([statement], keys: nil) == [.missing, .unknownKeys])
        #expect(try Self.said([], keys: keys) == [.missing, .missing])
        let other = [StatementKey(Curve25519.Signing.PrivateKey().publicKey)]
        #expect(try Self.said([statement], keys: other) == [.missing, .missing])
        let turned = Envelope(
            .package,
            statement.payload.dropLast() + [0x20],
            signatures: statement.signatures
        )
        #expect(try Self.said([turned], keys: keys) == [.missing, .missing])
    }
}
