import Foundation
import Testing

@Test func `a record in a file has one node, and its keys go with its backups`() throws {
    let scratch = try Scratch()
    let (dir, _) = try regencyOnPaper(scratch)
    let told = try Program.run("keys", "nodes", dir)
    #expect(told.status == 0, "\(told.complaint)")
    #expect(told.output.contains("hanya ada satu simpul"))
    for (command, instead) in [("export", "serasan backup"), ("import", "serasan restore")] {
        let refused = try Program.run("keys", command, dir, scratch.url.path)
        #expect(refused.status == 2)
        #expect(refused.complaint.contains(instead))
    }
    let before = try FileManager.default.contentsOfDirectory(atPath: "\(dir)/data/kunci").sorted()
    #expect(before == ["root.check", "root.key", "wrapping-00000001.key"])
}
