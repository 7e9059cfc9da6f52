import Foundation
import Office
import Testing
import serasan

/// A folder is replaced whole, or not at all.
@Suite struct FolderSwapTests {
    private static func archive(_ text: String) throws -> FolderArchive {
        let names = ["blueprint.yaml", "services/a.yaml", "services/b.yaml", "texts/en.yaml"]
        let files = names.map { FolderArchive.File(path: $0, bytes: Array("\(text) \($0)".utf8)) }
        return try #require(FolderArchive(files))
    }

    private static func found(at place: URL) throws -> FolderArchive? {
        guard FileManager.default.fileExists(atPath: place.path) else { return nil }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: place.path)
            .filter { $0.hasSuffix(".yaml") }
        return FolderArchive(
            try paths.map { path in
                let bytes = try Data(contentsOf: place.appending(path: path))
                return FolderArchive.File(path: path, bytes: [UInt8](bytes))
            }
        )
    }

    @Test func `cut short after any step the old folder stands there or the new, and a run heals`()
        throws
    {
        let (old, new) = (try Self.archive("lama"), try Self.archive("baru"))
        let count = FolderSwap(new, at: URL(filePath: "/")).steps.count
        var seen: Set<FolderArchive?> = []
        for steps in 0...count {
            let scratch = try Scratch()
            let place = scratch.url.appending(path: "umkm")
            try FolderSwap(old, at: place).run()
            for step in FolderSwap(new, at: place).steps.prefix(steps) { try step() }
            let cut = try Self.found(at: place)
            #expect(cut == old || cut == new)
            seen.insert(cut)
            try FolderSwap(new, at: place).run()
            #expect(try Self.found(at: place) == new)
            let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
            #expect(left == ["umkm"])
        }
        #expect(seen == [old, new])
    }

    @Test func `cut short after any step a first installation is there whole, or not at all`()
        throws
    {
        let new = try Self.archive("baru")
        let count = FolderSwap(new, at: URL(filePath: "/")).steps.count
        for steps in 0...count {
            let scratch = try Scratch()
            let place = scratch.url.appending(path: "umkm")
            for step in FolderSwap(new, at: place).steps.prefix(steps) { try step() }
            let cut = try Self.found(at: place)
            #expect(cut == nil || cut == new)
        }
    }
}
