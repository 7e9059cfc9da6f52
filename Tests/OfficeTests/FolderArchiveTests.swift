import Foundation
import Office
import Testing

struct FolderArchiveTests {
    private let files = [
        FolderArchive.File(path: "services/usaha.yaml", bytes: Array("service: usaha\n".utf8)),
        FolderArchive.File(path: "blueprint.yaml", bytes: []),
        FolderArchive.File(path: "letters/b.yaml", bytes: [UInt8](repeating: 7, count: 512)),
        FolderArchive.File(path: "letters/é.yaml", bytes: [UInt8](repeating: 0, count: 1025)),
    ]

    @Test func `the same files give the same bytes in any order`() throws {
        let archive = try #require(FolderArchive(files))
        let turned = try #require(FolderArchive(files.reversed()))
        #expect(archive.bytes == turned.bytes)
        #expect(archive.bytes.count.isMultiple(of: 512))
        #expect(FolderArchive(bytes: archive.bytes) == archive)
        #expect(archive.files.map(\.path).first == "blueprint.yaml")
    }

    @Test func `a folder without files is an archive too`() throws {
        let empty = try #require(FolderArchive([]))
        #expect(FolderArchive(bytes: empty.bytes) == empty)
    }

    @Test(arguments: [
        "", ".", "..", "../x", "a/../b", "a/./b", "/etc/passwd", "a//b", "a/", "a\0b",
        String(repeating: "a", count: 101), String(repeating: "é", count: 51),
    ])
    func `a path that leaves its folder or does not fit is refused`(path: String) {
        #expect(FolderArchive([FolderArchive.File(path: path, bytes: [])]) == nil)
    }

    @Test func `a path of a hundred bytes fits`() throws {
        let file = FolderArchive.File(path: String(repeating: "a", count: 100), bytes: [1])
        let archive = try #require(FolderArchive([file]))
        #expect(FolderArchive(bytes: archive.bytes)?.files == [file])
    }

    @Test func `two files of one name are refused`() {
        let file = FolderArchive.File(path: "a", bytes: [])
        #expect(FolderArchive([file, file]) == nil)
    }

    @Test(arguments: [
        "-0000000001", "+0000000010", "77777777777", "0000000001x", "99999999999", "           ",
    ])
    func `a size that nobody here wrote is refused`(size: String) throws {
        var bytes = try #require(FolderArchive(files)).bytes
        bytes.replaceSubrange(124..<135, with: Array(size.utf8))
        #expect(FolderArchive(bytes: bytes) == nil)
    }

    @Test func `a changed byte is noticed wherever it stands in a header`() throws {
        let archive = try #require(FolderArchive(files))
        for offset in 0..<512 {
            var bytes = archive.bytes
            bytes[offset] ^= 1
            let read = FolderArchive(bytes: bytes)
            #expect(read == nil, "byte \(offset)")
        }
    }

    @Test func `bytes that are cut short or too long are refused`() throws {
        let bytes = try #require(FolderArchive(files)).bytes
        for count in [0, 1, 511, 512, 1024, bytes.count - 512, bytes.count - 1] {
            #expect(FolderArchive(bytes: Array(bytes.prefix(count))) == nil, "\(count)")
        }
        #expect(FolderArchive(bytes: bytes + [0]) == nil)
        #expect(FolderArchive(bytes: Array("PK\u{3}\u{4}".utf8)) == nil)
    }

    @Test func `another tool lists what is in it`() throws {
        let archive = try #require(FolderArchive(files))
        let path = FileManager.default.temporaryDirectory
            .appending(path: "arsip-\(UUID().uuidString).tar")
        try Data(archive.bytes).write(to: path)
        defer { unlink(path.path) }
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "--quoting-style=literal", "-tf", path.path]
        let output = Pipe()
        tar.standardOutput = output
        try tar.run()
        let listed = try #require(try output.fileHandleForReading.readToEnd())
        tar.waitUntilExit()
        #expect(tar.terminationStatus == 0)
        let names = String(decoding: listed, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(names == archive.files.map(\.path))
    }
}
