import Foundation
import Testing

private func replace(_ path: String, by other: String) throws {
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: other, toPath: path)
}

@Test(arguments: [true, false])
func `a wrong root key is told by every command, and paper brings the right one back`(
    _ hasCheck: Bool
) throws {
    let scratch = try Scratch()
    let (dir, paper) = try regencyOnPaper(scratch)
    let neighbour = try Scratch()
    let (other, wrong) = try regencyOnPaper(neighbour)
    let key = "\(dir)/data/kunci/root.key"
    if !hasCheck { try FileManager.default.removeItem(atPath: "\(dir)/data/kunci/root.check") }
    try replace(key, by: "\(other)/data/kunci/root.key")
    let database = try Data(contentsOf: URL(filePath: "\(dir)/data/catatan.sqlite"))
    for arguments in [
        ["publish", dir], ["backup", dir, scratch.url.path], ["rebuild", dir],
        ["serve", dir, "--port", "0"], ["ledger", "verify", dir], ["keys", "paper", dir],
    ] {
        let refused = try Program.run(arguments)
        #expect(refused.status == 2, "\(arguments)")
        #expect(refused.complaint.contains("bukan kunci kabupaten ini"), "\(arguments)")
    }
    #expect(try Data(contentsOf: URL(filePath: "\(dir)/data/catatan.sqlite")) == database)

    for (typed, said) in [
        (wrong, "bukan kunci folder ini"), (String(paper.dropLast()), "salah salin"),
    ] {
        let before = try Data(contentsOf: URL(filePath: key))
        let refused = try Program.run(["keys", "restore", dir], typing: typed)
        #expect(refused.status == 2)
        #expect(refused.complaint.contains(said))
        #expect(try Data(contentsOf: URL(filePath: key)) == before)
    }
    #expect(try Program.run(["keys", "restore", dir], typing: paper).status == 0)
    #expect(try Program.run("keys", "paper", dir).output.contains(paper))
    #expect(try Program.run("publish", dir).status == 0)
}

@Test func `a lost root key is named, and typed in again`() throws {
    let scratch = try Scratch()
    let (dir, paper) = try regencyOnPaper(scratch)
    try FileManager.default.removeItem(atPath: "\(dir)/data/kunci/root.key")
    let refused = try Program.run("publish", dir)
    #expect(refused.status == 2)
    #expect(refused.complaint.contains("serasan keys restore"))
    #expect(try Program.run(["keys", "restore", dir], typing: paper).status == 0)
    #expect(try Program.run("publish", dir).status == 0)
}
