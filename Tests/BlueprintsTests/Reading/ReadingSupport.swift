import Blueprints
import Foundation
import Testing

/// What the tests of reading stand on: the fixture's files, and small files made of text.
enum Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    /// The files of a blueprint folder among the fixtures.
    static func files(_ name: String = "pertama") throws -> [SourceFile] {
        let root = folder.appending(path: name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path())
        return try paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
            SourceFile(path: path, bytes: try bytes("\(name)/\(path)"))
        }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    /// One file read on its own, without complaints about what the folder lacks.
    static func read(_ path: String, _ text: String) -> ReadFolder {
        readBlueprint([SourceFile(path: path, text: text)], at: "")
    }

    /// The diagnostics of one file, printed as a person sees them.
    static func findings(_ path: String, _ text: String) -> [String] {
        read(path, text).diagnostics.filter { $0.place.file == path }.map(\.printed)
    }
}

extension Diagnostic {
    /// `F101 3:5 sentence | fix`.
    var printed: String {
        let fix = fix.map { " | \($0)" } ?? ""
        return "\(code) \(place.line):\(place.column) \(sentence)\(fix)"
    }
}
