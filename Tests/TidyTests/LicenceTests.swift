import Foundation
import Testing

/// What the package says about rights names everything that is in it.
@Test func `the package names the licence of every library that the program contains`() throws {
    let root = ProjectFile.root
    let copyright = try String(
        contentsOf: root.appending(path: "packaging/copyright"),
        encoding: .utf8
    )
    let resolved = try JSONSerialization.jsonObject(
        with: Data(contentsOf: root.appending(path: "Package.resolved"))
    )
    let pins = (resolved as? [String: Any])?["pins"] as? [[String: Any]] ?? []
    #expect(pins.count > 10)
    for pin in pins {
        let name = try #require(pin["identity"] as? String)
        #expect(copyright.contains(name), "packaging/copyright does not name \(name)")
    }
}

@Test func `the package names the licence that the blueprints name`() throws {
    let root = ProjectFile.root.appending(path: "blueprints")
    let copyright = try String(
        contentsOf: ProjectFile.root.appending(path: "packaging/copyright"),
        encoding: .utf8
    )
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        .filter { $0.hasSuffix("/blueprint.yaml") }
    #expect(!files.isEmpty)
    for file in files {
        let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
        let licence = try #require(text.firstMatch(of: /(?m)^licence: (.+)$/)?.1)
        #expect(copyright.contains("License: \(licence)"), "\(file)")
    }
}
