import Blueprints
import Crypto
import Exchange
import Office
import Stories
import Testing

/// What somebody else may hand us under the name of a package.
@Suite struct HostilePackageTests {
    private static func package() throws -> Package {
        try Package.pack(try Checkout.folder("kopi"), with: Checkout.all(), as: "16.03")
    }

    @Test func `cut off at every boundary of its blocks, it is refused`() throws {
        let whole = try Self.package()
        for end in stride(from: 0, to: whole.bytes.count, by: 512) {
            #expect(throws: PackageProblem.self, "\(end)") {
                try Package(reading: Array(whole.bytes[..<end]))
            }
        }
        #expect(throws: PackageProblem.cutOff) {
            try Package(reading: Array(whole.bytes.dropLast(512)))
        }
        #expect(throws: PackageProblem.cutOff) { try Package(reading: []) }
    }

    @Test func `cut off at a thousand other places, it is refused`() throws {
        let whole = try Self.package()
        var numbers = SeededNumbers(5)
        for _ in 0..<1_000 {
            let end = numbers.whole(0...whole.bytes.count - 1)
            #expect(throws: PackageProblem.self, "\(end)") {
                try Package(reading: Array(whole.bytes[..<end]))
            }
        }
    }

    @Test func `with one byte changed anywhere, it is refused`() throws {
        let whole = try Self.package()
        var numbers = SeededNumbers(6)
        for _ in 0..<400 {
            var bytes = whole.bytes
            let at = numbers.whole(0...bytes.count - 1)
            bytes[at] ^= UInt8(numbers.whole(1...255))
            #expect(throws: PackageProblem.self, "\(at)") { try Package(reading: bytes) }
        }
    }

    @Test func `something behind its end is refused`() throws {
        let whole = try Self.package()
        let more = [[UInt8](repeating: 0, count: 512), [0], Array("lagi".utf8)]
        for tail in more {
            #expect(throws: PackageProblem.notOurForm) { try Package(reading: whole.bytes + tail) }
        }
    }

    @Test func `a file larger than any package is refused before it is looked at`() {
        let bytes = [UInt8](repeating: 7, count: PackageBounds.bytes + 1)
        #expect(throws: PackageProblem.tooLarge) { try Package(reading: bytes) }
    }

    /// One ustar header with a true sum, whatever it says.
    static func header(
        _ path: [UInt8],
        size: String = "00000000000",
        type: Character = "0"
    ) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ bytes: [UInt8], _ at: Int) {
            header.replaceSubrange(at..<at + bytes.count, with: bytes)
        }
        put(Array(path.prefix(100)), 0)
        put(Array("0000644".utf8), 100)
        put(Array("0000000".utf8), 108)
        put(Array("0000000".utf8), 116)
        put(Array(size.utf8), 124)
        put(Array("00000000000".utf8), 136)
        put(Array("        ".utf8), 148)
        put(Array(String(type).utf8), 156)
        put(Array("ustar".utf8), 257)
        put(Array("00".utf8), 263)
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(Array((String(repeating: "0", count: 6 - sum.count) + sum).utf8) + [0], 148)
        return header
    }

    private static let end = [UInt8](repeating: 0, count: 1024)

    @Test(arguments: [
        ("../a", PackageProblem.climbingPath("../a")),
        ("/etc/passwd", .climbingPath("/etc/passwd")),
        ("a/../b", .climbingPath("a/../b")), ("a//b", .climbingPath("a//b")),
        ("./a", .climbingPath("./a")), ("a\\..\\b", .climbingPath("a\\..\\b")),
    ])
    func `a path that climbs is refused`(path: String, problem: PackageProblem) {
        #expect(throws: problem) {
            try Package(reading: Self.header(Array(path.utf8)) + Self.end)
        }
    }

    @Test(arguments: ["1", "2", "3", "4", "5", "6", "7", "g", "x", "L", "K", "\0"])
    func `a link, a device, a folder or an extension is refused`(type: Character) {
        #expect(throws: PackageProblem.link("a")) {
            try Package(reading: Self.header(Array("a".utf8), type: type) + Self.end)
        }
    }

    @Test(arguments: [
        (["a", "a"], PackageProblem.doubledName("a")), (["a", "A"], .clashingNames("A")),
        (["é", "e\u{301}"], .clashingNames("e\u{301}")),
        (["\u{FB01}", "\u{FB01}"], .doubledName("\u{FB01}")),
        (["É", "e\u{301}"], .clashingNames("e\u{301}")),
    ])
    func `names that are one, or are taken for one, are refused`(
        names: [String],
        problem: PackageProblem
    ) {
        let bytes = names.flatMap { Self.header(Array($0.utf8)) } + Self.end
        #expect(throws: problem) { try Package(reading: bytes) }
    }

    @Test(arguments: [
        "77777777777", "00000010000", "0000000000 ", "           ", "-0000000001", "00000000008",
    ])
    func `a size that is a lie is refused`(size: String) {
        #expect(throws: PackageProblem.self) {
            try Package(reading: Self.header(Array("a".utf8), size: size) + Self.end)
        }
    }

    @Test func `more files than any package has are refused`() {
        let bytes = (0..<40).flatMap { Self.header(Array("a\($0)".utf8)) } + Self.end
        #expect(throws: PackageProblem.tooMany) { try Package(reading: bytes) }
    }

    /// A package put together anew after one of its parts was changed, every sum made to fit.
    private static func rebuilt(
        _ package: Package,
        files: (inout [FolderArchive.File]) -> Void = { _ in },
        manifest: (inout String) -> Void = { _ in }
    ) throws -> [UInt8] {
        let own = try #require(package.own)
        var inner = own.archive.files
        files(&inner)
        let archive = try #require(FolderArchive(inner)).bytes
        var text = String(decoding: package.manifest.bytes, as: UTF8.self)
        text = text.replacing(own.digest, with: hexadecimal(Array(SHA256.hash(data: archive))))
        text = text.replacing(
            "\"length\":\(own.archive.bytes.count)",
            with: "\"length\":\(archive.count)"
        )
        manifest(&text)
        let listed = try #require(package.manifest.members.first { $0.name == own.name })
        let outer = FolderArchive([
            FolderArchive.File(path: PackageManifest.path, bytes: Array(text.utf8)),
            FolderArchive.File(path: listed.path, bytes: archive),
        ])
        return try #require(outer).bytes
    }

    @Test func `put together anew without a change, it is the same`() throws {
        let package = try Package.pack(try Checkout.folder("umkm"), as: "16.03")
        #expect(try Self.rebuilt(package) == package.bytes)
    }

    @Test(arguments: ["overlay.yaml", "lock.yaml", "regency.yaml", "services/a.sh", "a/b/c.yaml"])
    func `a file that has no place in a blueprint is refused`(path: String) throws {
        let package = try Package.pack(try Checkout.folder("umkm"), as: "16.03")
        let bytes = try Self.rebuilt(package) { files in
            files.append(FolderArchive.File(path: path, bytes: Array("a: b\n".utf8)))
        }
        #expect(throws: PackageProblem.foreignFile(path)) { try Package(reading: bytes) }
    }

    @Test func `a member that nobody can read is refused with what is wrong`() throws {
        let package = try Package.pack(try Checkout.folder("umkm"), as: "16.03")
        let bytes = try Self.rebuilt(package) { files in
            files.append(
                FolderArchive.File(path: "registers/z.yaml", bytes: Array("a: &a [*a]\n".utf8))
            )
        }
        let problem = #expect(throws: PackageProblem.self) { try Package(reading: bytes) }
        #expect(problem?.sentence.contains("registers/z.yaml:1") == true)
    }

    @Test(arguments: [
        ("\"title\":\"", "\"title\":\"X"), ("\"licence\":\"", "\"licence\":\"X"),
        ("\"version\":\"1", "\"version\":\"9"), ("\"derived_from\":[]", "\"derived_from\":[{}]"),
        ("\"format\":1", "\"format\":2"), ("\"format\":1", "\"format\":1,\"x\":1"),
        ("\"kind\":\"duty\"", "\"kind\":\"unit\""), ("{\"bind\":", "{ \"bind\":"),
        ("\"members\":[", "\"members\":[{},"), ("16.03/umkm", "16.03/umkn"),
    ])
    func `a list that says something else than the members is refused`(
        old: String,
        new: String
    ) throws {
        let package = try Package.pack(try Checkout.folder("umkm"), as: "16.03")
        let bytes = try Self.rebuilt(package, manifest: { $0 = $0.replacing(old, with: new) })
        #expect(throws: PackageProblem.self) { try Package(reading: bytes) }
    }

    @Test func `a real person's number from elsewhere is refused`() throws {
        let package = try Package.pack(try Checkout.folder("umkm"), as: "16.03")
        let bytes = try Self.rebuilt(package) { files in
            files = files.map { file in
                let text = String(decoding: file.bytes, as: UTF8.self)
                    .replacing("1603084505900001", with: "3201014505901234")
                return FolderArchive.File(path: file.path, bytes: Array(text.utf8))
            }
        }
        #expect(throws: PackageProblem.self) { try Package(reading: bytes) }
    }
}
