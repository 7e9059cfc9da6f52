import Foundation
import Testing

private let documents =
    ProjectFile.files(in: "docs", ending: ".md")
    + ["README.md", "README.id.md"].compactMap { name in
        (try? String(contentsOf: ProjectFile.root.appending(path: name), encoding: .utf8)).map {
            ProjectFile(path: name, lines: $0.components(separatedBy: "\n"))
        }
    }

@Test(arguments: documents)
func `a link of a document leads somewhere`(document: ProjectFile) {
    let here = ProjectFile.root.appending(path: document.path).deletingLastPathComponent()
    for line in document.lines {
        for match in line.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
            let target = here.appending(path: String(match.1))
            #expect(
                FileManager.default.fileExists(atPath: target.path),
                "\(document.path) points to \(match.1)"
            )
        }
    }
}

@Test(arguments: ["README.md", "README.id.md"])
func `the front page stays a front page`(name: String) throws {
    let document = try #require(documents.first { $0.path == name })
    #expect(document.lines.count <= 151)
}
