import Foundation
import Testing

/// One of the regencies of a test: its folder, its keys on sticks, its words.
struct TestRegency {
    let scratch: Scratch
    let code: String
    let dir: String
    private(set) var words = ""
    private(set) var catalogueKey = ""
    private(set) var workingKey = ""

    init(_ name: String, _ code: String, in scratch: Scratch, hasKeys: Bool = true) throws {
        self.scratch = scratch
        self.code = code
        dir = scratch.path(code)
        try Self.runs(["init", dir, "--name", name, "--code", code, "--demo"])
        guard hasKeys else { return }
        try Self.runs(["keys", "working", scratch.path("\(code)-katalog")])
        catalogueKey = try Self.key(in: scratch.path("\(code)-katalog"))
        let shown = try Self.runs(
            ["keys", "working", scratch.path("\(code)-kerja"), "--evidence"]
        )
        workingKey = try Self.key(in: scratch.path("\(code)-kerja"))
        let made = try Self.runs([
            "keys", "root", scratch.path("\(code)-usb"), "--dir", dir, "--catalogue-key",
            catalogueKey,
        ])
        words = made.output.matches(of: /\d+\. ([a-z]{4})\b/).map { String($0.1) }
            .joined(separator: " ")
        publicKey = shown.lastLine.replacing("umum: ", with: "")
    }

    private var publicKey = ""

    @discardableResult
    static func runs(_ arguments: [String]) throws -> Program {
        let program = try Program.run(arguments)
        try #require(
            program.status == 0,
            "\(arguments): \(program.output)\(program.complaint)"
        )
        return program
    }

    private static func key(in folder: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return "\(folder)/\(try #require(names.first))"
    }

    func blueprint(_ name: String) -> String { "\(dir)/blueprints/\(name)" }

    func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(dir)/\(path)", encoding: .utf8)
    }

    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(dir)/\(path)"))
    }

    /// Packs, lists, signs and copies to a stick; the package as it lies there.
    func release(_ name: String, on stick: String, version: String? = nil) throws -> String {
        let out = scratch.path("\(code)-\(UUID().uuidString).paket")
        let versioned = version.map { ["--version", $0] } ?? []
        try Self.runs(["pack", name, "--out", out, "--dir", dir] + versioned)
        try Self.runs(["catalogue", "add", out, "--dir", dir])
        try Self.runs([
            "catalogue", "sign", "--key", catalogueKey, "--dir", dir, "--working-key", publicKey,
        ])
        let folder = scratch.path(stick)
        try Self.runs(["catalogue", "export", "--out", folder, "--dir", dir])
        let digest = try Data(contentsOf: URL(filePath: out))
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/paket")
        let found = try names.first { name in
            guard name.hasSuffix(".paket") else { return false }
            return try Data(contentsOf: URL(filePath: "\(folder)/paket/\(name)")) == digest
        }
        return "\(folder)/paket/\(try #require(found))"
    }

    /// Believes another by the words of its agreement, and takes what its stick says.
    func trust(_ other: TestRegency, by stick: String) throws {
        let from = ["--from", scratch.path(stick), "--dir", dir, "--by", "rina"]
        try Self.runs(["trust", "pin", other.code, "--root", other.words] + from)
        try Self.runs(["trust", "take", other.code] + from)
    }

    func take(_ other: TestRegency, from stick: String) throws -> Program {
        try Program.run([
            "trust", "take", other.code, "--from", scratch.path(stick), "--dir", dir, "--by",
            "rina",
        ])
    }

    /// Adds an entry to the overlay of a replica.
    func adapt(_ name: String, _ entry: String) throws {
        let path = "blueprints/\(name)/overlay.yaml"
        let old = (FileManager.default.fileExists(atPath: "\(dir)/\(path)")) ? try text(path) : ""
        let head = old.contains("edits:") ? old : "\(old)edits:\n"
        let line = "  - { \(entry), reason: Warga bertanya., by: Kabag, date: 2026-03-01 }\n"
        try write(head + line, to: path)
    }
}
