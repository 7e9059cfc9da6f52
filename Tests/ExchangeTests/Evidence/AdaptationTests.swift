import Blueprints
import Exchange
import Testing

@Suite struct AdaptationTests {
    private static let overlay = """
        fill: { perbup_pelayanan: Perbup 12/2025 }
        edits:
          - at: service/surat-keterangan-usaha/question/nama_usaha/hint
            was: Tulis seperti yang dikenal pelanggan.
            now: Seperti di papan nama.
            reason: Warga menulis nama pemilik.
            by: Kabag
            date: 2026-03-01
          - at: service/surat-keterangan-usaha/reply/menunggu_rt
            was: { for: catatan, text: Kami sedang bertanya kepada ketua RT. Anda tidak perlu datang. }
            reason: Di sini tidak ada RT.
            by: Kabag
            date: 2026-03-01
        """

    private static let service = "surat-keterangan-usaha"

    @Test func `what was changed and what was left out are told apart, each with its reason`()
        throws
    {
        let folder = try MadeUp.files().installed(Self.overlay)
        #expect(folder.isReplica && folder.publishedVersion == "1.0.0")
        #expect(folder.filled == ["perbup_pelayanan"] && folder.exampleCount > 0)
        let things = folder.adaptedThings(of: Self.service)
        #expect(things.changed.map(\.reason) == ["Warga menulis nama pemilik."])
        #expect(things.changed.first?.sentence.contains("Seperti di papan nama.") == true)
        #expect(things.dropped.map(\.reason) == ["Di sini tidak ada RT."])
        // One question of all was touched.
        #expect(things.asTheyWere == things.all - 1 && things.all > 10)
        #expect(folder.adaptations(of: Self.service).count == 2)
        #expect(folder.adaptations(of: "layanan-lain").isEmpty)
        let plain = try MadeUp.files().installed()
        #expect(plain.adaptations(of: Self.service).isEmpty)
        #expect(plain.adaptedThings(of: Self.service).asTheyWere == things.all)
    }

    @Test func `a package derived from ours says by its content what differs`() throws {
        let ours = AdaptedFolder(try MadeUp.files().archive, named: "16.03/umkm")
        let same = try Package.pack(ours.read, as: "16.03")
        let own = try #require(same.own)
        // As it is installed from the package, and adapted there.
        let lock = writeLock(PackageLock(version: "1.0.0", digest: own.digest, requires: []))
        let overlay = SourceFile(path: "overlay.yaml", text: Self.overlay)
        let theirs = AdaptedFolder(own.archive.with([lock, overlay]), named: "16.03/umkm")
        #expect(ours.packedDigest == own.digest && theirs.packedDigest == own.digest)
        let package = try Package.pack(theirs.read, as: "12.03")
        #expect(package.name.description == "12.03/umkm")
        let told = package.differences(from: ours, of: Self.service)
        #expect(told.count == 2, "\(told.map(\.at))")
        #expect(told.contains { $0.sentence.contains("Seperti di papan nama.") })
        #expect(same.differences(from: ours, of: Self.service).isEmpty)
    }
}
