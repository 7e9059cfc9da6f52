import Blueprints
import Exchange
import Office
import Testing

/// Blueprints of others come in: once, whole, and with what they need.
@Suite struct ReplicationTests {
    static func member(_ name: String, _ files: [String: String]) throws -> ReplicaMember {
        ReplicaMember(name: name, files: try files.archive)
    }

    static func shipped() throws -> ReplicaMember {
        try member("16.03/umkm", MadeUp.files())
    }

    /// A blueprint that writes into the register of `umkm`, which comes along.
    static func sharing(_ number: Int) throws -> [ReplicaMember] {
        let id = "layanan-\(number)"
        var files = try MadeUp.files()
            .replacing("service: surat-keterangan-usaha", with: "service: \(id)")
            .replacing("name: umkm", with: "name: bersama-\(number)", in: "blueprint.yaml")
        files["services/\(id).yaml"] = files.removeValue(forKey: MadeUp.service)
        files["blueprint.yaml", default: ""] += "requires: [16.03/umkm >=1.0]\n"
        for path in files.keys
        where ["registers/", "texts/", "examples/"].contains(where: path.hasPrefix) {
            files[path] = nil
        }
        return [try member("16.03/bersama-\(number)", files), try shipped()]
    }

    /// Installs one package after the other, as the shell does.
    static func installed(_ packages: [[ReplicaMember]]) throws -> [String: FolderArchive] {
        let regency = try MadeUp.regency()
        var here: [String: FolderArchive] = [:]
        for members in packages {
            let folders = here.map { AdaptedFolder($1, named: $0) }
            let plan = planReplication(
                of: members,
                on: ReplicationGround(regency: regency, here: folders)
            )
            #expect(plan.obstacles == [], "\(plan.findings)")
            for result in plan.results { here[result.name] = result.archive }
        }
        return here
    }

    @Test func `four blueprints that share a register come in any order, twice, as one register`()
        throws
    {
        let packages = try (1...4).map(Self.sharing)
        let first = try Self.installed(packages)
        #expect(first.count == 5)
        for order in permutations(of: [0, 1, 2, 3]) {
            let sequence = order.map { packages[$0] }
            let here = try Self.installed(sequence + sequence.reversed())
            #expect(here == first)
            let registers = here.flatMap { name, archive in
                AdaptedFolder(archive, named: name).read.tree.ids(at: "register")
            }
            #expect(registers == ["usaha"])
        }
    }

    @Test func `the lock names the files and what came with them`() throws {
        let here = try Self.installed([Self.sharing(1)])
        let folder = AdaptedFolder(try #require(here["16.03/bersama-1"]), named: "16.03/bersama-1")
        #expect(folder.read.lock?.digest == folder.digest)
        #expect(folder.read.lock?.requires.map(\.name) == ["16.03/umkm"])
        #expect(folder.directEdit == nil)
    }

    @Test func `it tells what only the receiving regency can say`() throws {
        let plan = planReplication(
            of: [try Self.shipped()],
            on: ReplicationGround(regency: try MadeUp.regency(), here: [])
        )
        let told = Set(plan.toBind.map { "\($0.kind.rawValue) \($0.name)" })
        #expect(told.isSuperset(of: ["hole perbup_pelayanan", "hole jadwal_retensi"]))
        #expect(told.contains("number keterangan"))
        #expect(plan.toBind.allSatisfy { $0.sentence.indonesian != $0.sentence.english })
        #expect(plan.members.map(\.state) == [.new])
    }

    @Test func `unbound units and posts are named, bound ones are not`() throws {
        let foreign = try MadeUp.files()
            .replacing("owner: kelurahan", with: "owner: kecamatan-lain")
            .replacing("by: petugas-pelayanan", with: "by: penilik")
        let plan = planReplication(
            of: [try Self.member("16.03/umkm", foreign)],
            on: ReplicationGround(regency: try MadeUp.regency(), here: [])
        )
        let told = Set(plan.toBind.map { "\($0.kind.rawValue) \($0.name)" })
        #expect(told.contains("unit kecamatan-lain"))
        #expect(told.contains("post penilik"))
        #expect(!told.contains("unit kelurahan"))
    }

    @Test func `a name that another blueprint has is a clash`() throws {
        let other = try MadeUp.files()
            .replacing("name: umkm", with: "name: lain", in: "blueprint.yaml")
        let here = AdaptedFolder(try MadeUp.files().archive, named: "16.03/umkm")
        let plan = planReplication(
            of: [try Self.member("16.03/lain", other)],
            on: ReplicationGround(regency: try MadeUp.regency(), here: [here])
        )
        #expect(plan.clashes.map(\.kind) == [.service, .register])
        #expect(plan.clashes.map(\.holder) == ["16.03/umkm", "16.03/umkm"])
        #expect(plan.obstacles.first == .clashes(2))
        #expect(plan.results.isEmpty)
    }

    @Test func `what is required and neither here nor along is named`() throws {
        let alone = try #require(Self.sharing(1).first)
        let plan = planReplication(
            of: [alone],
            on: ReplicationGround(regency: try MadeUp.regency(), here: [])
        )
        #expect(plan.obstacles.contains(.missing("16.03/umkm")))
        #expect(plan.results.isEmpty)
    }

    @Test func `another version here is left as it is, another content of one version is refused`()
        throws
    {
        let regency = try MadeUp.regency()
        let newer = AdaptedFolder(try MadeUp.files().version("1.3.0").archive, named: "16.03/umkm")
        let plan = planReplication(
            of: try Self.sharing(1),
            on: ReplicationGround(regency: regency, here: [newer])
        )
        #expect(plan.obstacles == [])
        #expect(plan.results.map(\.name) == ["16.03/bersama-1"])
        let edited = try MadeUp.files().replacing("fee: 0", with: "fee: 5000").archive
        let refused = planReplication(
            of: try Self.sharing(1),
            on: ReplicationGround(
                regency: regency,
                here: [AdaptedFolder(edited, named: "16.03/umkm")]
            )
        )
        #expect(refused.obstacles == [.editedHere("16.03/umkm")])
    }

    @Test func `the name of another regency in a text is pointed at`() throws {
        let foreign = try MadeUp.files().replacing(
            "purpose: Bukti bahwa Anda punya usaha.",
            with: "purpose: Bukti usaha di Kabupaten Entah Berantah."
        )
        let plan = planReplication(
            of: [try Self.member("16.03/umkm", foreign)],
            on: ReplicationGround(regency: try MadeUp.regency(), here: [])
        )
        #expect(plan.foreignNames.map(\.name).first?.hasPrefix("Kabupaten Entah Berantah") == true)
    }
}

private func permutations(of items: [Int]) -> [[Int]] {
    guard let first = items.first else { return [[]] }
    return permutations(of: Array(items.dropFirst())).flatMap { rest in
        (0...rest.count).map { place in
            Array(rest[..<place]) + [first] + Array(rest[place...])
        }
    }
}
