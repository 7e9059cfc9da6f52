import Blueprints
import Exchange
import Office
import Testing

@Suite struct PackingTests {
    @Test(arguments: Checkout.names)
    func `export, import and export again give the same bytes`(name: String) throws {
        let package = try Package.pack(try Checkout.folder(name), with: Checkout.all(), as: "16.03")
        let read = try Package(reading: package.bytes)
        #expect(read == package)
        // The second installation has only what came in the package.
        let there = read.members.map { readBlueprint($0.files, at: "blueprints/\($0.name)") }
        let own = try #require(read.own)
        let folder = readBlueprint(own.files, at: "blueprints/\(own.name)")
        let again = try Package.pack(folder, with: there, as: "12.03")
        #expect(again.bytes == package.bytes)
        #expect(again.digest == package.digest && package.digest.utf8.count == 64)
    }

    @Test func `the same blueprint gives the same package in any order of its files`() throws {
        let files = try Checkout.files("umkm")
        let one = try Package.pack(readBlueprint(files, at: "a"), as: "16.03")
        let other = try Package.pack(readBlueprint(files.reversed(), at: "b/c"), as: "16.03")
        #expect(one.bytes == other.bytes)
        #expect(one.manifest.name.description == "16.03/umkm")
        #expect(one.fileName == "16.03.umkm-\(one.version).paket")
    }

    @Test func `what is required goes along, once each`() throws {
        let a = Checkout.small("a", requires: ["16.03/b >=1.0", "16.03/c >=0.1"])
        let b = Checkout.small("b", version: "1.4.0", requires: ["16.03/c >=2.0"])
        let c = Checkout.small("c", version: "2.0.0")
        let package = try Package.pack(a, with: [c, b, Checkout.small("d")], as: "16.03")
        #expect(package.members.map(\.name.description) == ["16.03/a", "16.03/b", "16.03/c"])
        #expect(try Package(reading: package.bytes) == package)
        #expect(package.manifest.members.map(\.digest) == package.members.map(\.digest))
    }

    @Test func `what is required and too old, or not there, is said`() {
        let a = Checkout.small("a", requires: ["16.03/b >=1.2"])
        #expect(throws: PackageProblem.requirementMissing("16.03/b")) {
            try Package.pack(a, as: "16.03")
        }
        let old = Checkout.small("b", version: "1.1.9")
        #expect(throws: PackageProblem.requirementMissing("16.03/b")) {
            try Package.pack(a, with: [old], as: "16.03")
        }
    }

    @Test(arguments: [
        ("1.10", "1.9", false), ("1.9", "1.10", true), ("1.2", "1.2.0", false),
        ("0", "0.0.1", true),
    ])
    func `versions are compared by their numbers`(a: String, b: String, isLess: Bool) {
        #expect((PackageVersion(a) < PackageVersion(b)) == isLess)
    }

    private static let overlay = SourceFile(
        path: "overlay.yaml",
        text: """
            fill: { dasar: Perbup 12/2024 }
            edits:
              - at: register/daftar/title
                was: Daftar
                now: Daftar kami
                reason: Nama kami lain.
                by: Kabag
                date: 2026-03-01
            """
    )

    @Test func `an adapted replica is a package of its own that says where it is from`() throws {
        let plain = try Package.pack(Checkout.small("a"), as: "16.03")
        let lock = SourceFile(
            path: "lock.yaml",
            text: "version: 1.0.0\ndigest: \(try #require(plain.own).digest)\nrequires: []\n"
        )
        let adapted = Checkout.small("a", more: [lock, Self.overlay])
        let package = try Package.pack(adapted, as: "12.03", version: "1.0.1")
        #expect(package.name.description == "12.03/a" && package.version == "1.0.1")
        #expect(package.manifest.derivedFrom?.digest == plain.digest)
        #expect(package.manifest.derivedFrom?.name.description == "16.03/a")
        #expect(package.own?.content.text(at: "register/daftar/title") == "Daftar kami")
        #expect(try Package(reading: package.bytes) == package)
        #expect(
            package.own?.archive.files.map(\.path) == ["blueprint.yaml", "registers/daftar.yaml"]
        )

        // A third regency adapts what the second had adapted.
        let own = try #require(package.own)
        let second = SourceFile(
            path: "overlay.yaml",
            text: String(decoding: Self.overlay.bytes, as: UTF8.self)
                .replacing("was: Daftar", with: "was: Daftar kami")
                .replacing("now: Daftar kami", with: "now: Daftar lain")
        )
        let third = try Package.pack(
            readBlueprint(own.files + [second], at: ""),
            as: "11.01"
        )
        #expect(third.manifest.lineage.map(\.name.description) == ["12.03/a", "16.03/a"])
        #expect(third.manifest.lineage.map(\.digest) == [package.digest, plain.digest])
    }

    @Test func `an unadapted replica goes on as the origin's bytes, or not at all`() throws {
        let plain = try Package.pack(Checkout.small("a"), as: "16.03")
        func lock(_ digest: String) -> SourceFile {
            SourceFile(
                path: "lock.yaml",
                text: "version: 1.0.0\ndigest: \(digest)\nrequires: []\n"
            )
        }
        let fill = SourceFile(path: "overlay.yaml", text: "fill: {}\nedits: []\n")
        let replica = Checkout.small("a", more: [lock(try #require(plain.own).digest), fill])
        #expect(try Package.pack(replica, as: "12.03").bytes == plain.bytes)
        let touched = Checkout.small("a", more: [lock(String(repeating: "0", count: 64))])
        #expect(
            throws: PackageProblem.originDiffers(BlueprintName(publisher: "16.03", name: "a"))
        ) {
            try Package.pack(touched, as: "12.03")
        }
        // What another blueprint brings along is held against its lock too.
        let needing = Checkout.small("b", publisher: "12.03", requires: ["16.03/a >=1.0"])
        #expect(throws: PackageProblem.self) {
            try Package.pack(needing, with: [touched], as: "12.03")
        }
        #expect(try Package.pack(needing, with: [replica], as: "12.03").members.count == 2)
    }

    @Test func `holes, offices and duties stand in the list to bind, with their sentence`() throws {
        let package = try Package.pack(try Checkout.folder("umkm"), as: "16.03")
        let tree = try Checkout.folder("umkm").tree
        let bind = package.manifest.bind
        #expect(
            bind.filter(\.kind.isHole).map(\.name).sorted() == tree.holeNames.map(\.text).sorted()
        )
        #expect(bind.contains { $0.kind == .unit && $0.name == "kelurahan" })
        #expect(bind.contains { $0.kind == .duty })
        #expect(bind.allSatisfy { $0.sentence.hasSuffix(".") && $0.member == package.name })
        for asked in bind { #expect(tree[at: asked.slot] != nil, "\(asked.slot)") }
    }

    private static func example(_ answer: String) -> SourceFile {
        SourceFile(
            path: "examples/satu.yaml",
            text: """
                # dari berkas
                example: satu
                title: Satu
                service: usaha
                sent: 2026-11-23 09.14
                answers: { nama: Siti Aminah, isi: "\(answer)" }
                expect: { ending: selesai }
                """
        )
    }

    @Test(arguments: [
        ("1603084505900001", true), ("1603084505901234", false), ("3201014505900001", false),
        ("NIK saya 3201014505900001.", false), ("0812-0000-0001", true), ("0813-1234-5678", false),
        ("+62 812 0000 0001", true), ("081312345678", false), ("12345", true),
        ("-8.123456789 115.123456789", true), ("3201 0145 0590 0001", false),
        ("3201.0145.0590.0001", false), ("+62 813-1234-5678", false),
        // Digests and ids have sixteen digits beside each other now and then.
        ("b3201014505900001e7f4cab09d22c1a", true), ("nik3201014505900001", false),
        ("320101450590000132010145059000a1", true), ("a3201014505900001", false),
    ])
    func `an example holds nobody's numbers`(answer: String, isInvented: Bool) throws {
        let folder = Checkout.small("a", more: [Self.example(answer)])
        let name = BlueprintName(publisher: "16.03", name: "a")
        if isInvented {
            #expect(try Package.pack(folder, as: "16.03").members.count == 1)
        } else {
            #expect(throws: PackageProblem.realPerson(name, file: "examples/satu.yaml")) {
                try Package.pack(folder, as: "16.03")
            }
        }
    }

    @Test func `a NIK in a comment is found too`() {
        let register = SourceFile(
            path: "registers/lain.yaml",
            text: "# seperti 3201014505900001\nregister: lain\ntitle: A\nfields: {}\n"
        )
        #expect(throws: PackageProblem.self) {
            try Package.pack(Checkout.small("a", more: [register]), as: "16.03")
        }
    }

    @Test func `a blueprint with mistakes is not packed, and says which`() throws {
        let wrong = SourceFile(path: "registers/b.yaml", text: "register: b\ntitel: B\n")
        let problem = #expect(throws: PackageProblem.self) {
            try Package.pack(Checkout.small("a", more: [wrong]), as: "16.03")
        }
        #expect(problem?.sentence.contains("registers/b.yaml:") == true)
    }
}
