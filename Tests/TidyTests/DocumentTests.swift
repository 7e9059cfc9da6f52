import Foundation
import Testing

private let frontPages = ["README.md", "README.id.md"].map { name in
    ProjectFile(path: name, lines: lines(of: name))
}

private let documents = frontPages + ProjectFile.files(in: "docs", ending: ".md")

@Test(arguments: documents)
func `a link of a document leads somewhere`(document: ProjectFile) {
    let here = ProjectFile.root.appending(path: document.path).deletingLastPathComponent()
    for target in document.lines.flatMap(relativeLinks) {
        #expect(
            FileManager.default.fileExists(atPath: here.appending(path: target).path),
            "\(document.path) points to \(target)"
        )
    }
}

@Test(arguments: frontPages)
func `the front page stays a front page`(page: ProjectFile) {
    // The last line is the empty one after the last line end.
    #expect((2...151).contains(page.lines.count), "\(page.path) has \(page.lines.count - 1) lines")
}

@Test(arguments: [
    ("see [a](docs/A.md) and [b](B.md#top)", ["docs/A.md", "B.md"]),
    ("[out](https://example.org/x.md)", []), ("[here](#top)", []), ("f(x)[1]", []),
])
func `a relative link is recognised`(line: String, targets: [String]) {
    #expect(relativeLinks(line) == targets)
}

/// The files that a line of Markdown points to, without places inside them.
private func relativeLinks(_ line: String) -> [String] {
    line.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/).map { String($0.1) }
}

private func lines(of name: String) -> [String] {
    let bytes = FileManager.default.contents(atPath: ProjectFile.root.appending(path: name).path)
    return String(decoding: bytes ?? Data(), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
