import Foundation
import Testing

/// The project's own files, as text.
struct ProjectFile: Sendable, CustomTestStringConvertible {
    /// Relative to the project: `Sources/Cases/CaseStory.swift`.
    let path: String
    let lines: [String]

    var testDescription: String { path }

    /// `Cases` of `Sources/Cases/…`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let swift: [ProjectFile] = ["Sources", "Tests"].flatMap { folder in
        files(in: folder, ending: ".swift")
    }

    static func files(in folder: String, ending: String) -> [ProjectFile] {
        let base = root.appending(path: folder)
        guard let names = FileManager.default.enumerator(atPath: base.path) else { return [] }
        return names.compactMap { $0 as? String }
            .filter { $0.hasSuffix(ending) }
            .sorted()
            .compactMap { name in
                (try? String(contentsOf: base.appending(path: name), encoding: .utf8)).map {
                    ProjectFile(
                        path: "\(folder)/\(name)",
                        lines: $0.split(separator: "\n", omittingEmptySubsequences: false)
                            .map(String.init)
                    )
                }
            }
    }
}
