import Blueprints
import Foundation

/// Folders of service files for the tests: the fixtures, and deltas over them.
enum Folders {
    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The files of a folder, by their paths in it.
    static func files(in folder: URL) throws -> [String: String] {
        var files: [String: String] = [:]
        let base = folder.standardizedFileURL.path(percentEncoded: false)
        let found = FileManager.default.enumerator(atPath: base)
        while let path = found?.nextObject() as? String {
            guard path.hasSuffix(".yaml") || path.hasSuffix(".edit") else { continue }
            files[path] = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }
        return files
    }

    static func fixture(_ name: String) throws -> [String: String] {
        try files(in: tests.appending(path: "Fixtures/\(name)"))
    }

    static func compiled(
        _ files: [String: String],
        for purpose: CompileGround.Purpose = .drafting,
        installed: [Blueprint] = [],
        needs: [RegisterNeed] = []
    ) -> Compiled {
        let sources = files.sorted { $0.key < $1.key }
            .map { SourceFile(path: $0.key, text: $0.value) }
        return compile(
            readBlueprint(sources, at: ""),
            on: CompileGround(
                installed: installed,
                purpose: purpose,
                needs: needs,
                digest: shortDigest
            )
        )
    }

    /// Not SHA-256, but different for different bytes: enough to see what changed.
    static func shortDigest(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        return String(repeating: padded, count: 4)
    }
}
