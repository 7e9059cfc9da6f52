import Blueprints
import Foundation
import Testing
import Yams

/// One published case of an upgrade, as its file in `conformance/upgrade` says it.
struct UpgradeCase: Sendable, CustomTestStringConvertible {
    let name: String
    let title: String
    let kind: String
    let base, theirs, result: Tree
    let ours: [Edit]
    let renames: [[Rename]]
    let fixed: Set<Slot>
    /// `{slot} {outcome} {deciding slot}`, sorted.
    let outcomes: [String]
    let answers: [Slot: Answer]
    let answered: Tree?

    var testDescription: String { "\(name): \(title)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "conformance/upgrade")

    static func all() throws -> [UpgradeCase] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }.sorted().map(UpgradeCase.init)
    }
}

/// What a file lacks that every case has.
struct CaseUnreadable: Error, CustomStringConvertible {
    let description: String
}

extension UpgradeCase {
    init(_ file: String) throws {
        let url = Self.folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        guard let node = try Yams.compose(yaml: text) else {
            throw CaseUnreadable(description: "\(file) is empty")
        }
        func need(_ key: String) throws -> Node {
            guard let found = node[key] else {
                throw CaseUnreadable(description: "\(file) lacks \(key)")
            }
            return found
        }
        name = String(file.dropLast(".yaml".count))
        title = try need("title").string ?? ""
        kind = try need("kind").string ?? ""
        base = try need("base").tree
        theirs = try need("theirs").tree
        result = try need("result").tree
        ours = try need("ours").items.map { try Edit($0) }
        renames = node["renames"].map { $0.items.map { $0.items.map(Rename.init) } } ?? []
        fixed = Set(node["fixed"]?.items.map { Slot($0.string ?? "") } ?? [])
        outcomes = try need("outcomes").items.map { item in
            [item["at"], item["outcome"], item["slot"]].compactMap { $0?.string }
                .joined(separator: " ")
        }.sorted()
        var answers: [Slot: Answer] = [:]
        for (key, value) in node["answers"]?.mapping ?? [:] {
            let answer: Answer =
                switch value.string {
                case "ours": .ours
                case "theirs": .theirs
                case _: .value(value["now"]?.tree ?? .record([:]))
                }
            answers[Slot(key.string ?? "")] = answer
        }
        self.answers = answers
        answered = node["answered"]?.tree
    }
}

extension Node {
    var items: [Node] { sequence.map { Array($0) } ?? [] }

    /// A text, a list (an atom), keys (a record), or keys with `@order` (a collection).
    var tree: Tree {
        if let mapping {
            let pairs = mapping.map { (ID($0.key.string ?? ""), $0.value) }
            let children = pairs.filter { $0.0 != .order }.map { ($0.0, $0.1.tree) }
            guard let order = mapping["@order"] else {
                return .record(Dictionary(uniqueKeysWithValues: children))
            }
            let ids = order.items.map { ID($0.string ?? "") }
            return .collection(ids.compactMap { id in children.first { $0.0 == id } })
        }
        if let sequence { return .atom(sequence.map(\.tree)) }
        return .text(scalar?.string ?? "")
    }
}

extension Edit {
    fileprivate init(_ node: Node) throws {
        guard let at = node["at"]?.string else { throw CaseUnreadable(description: "no slot") }
        self.init(
            at: Slot(at),
            was: node["was"]?.tree,
            now: node["now"]?.tree,
            after: node["after"]?.string.map { ID($0) },
            why: Why(reason: "Kasus", author: "Dewi", date: "2026-03-01")
        )
    }
}

extension Rename {
    fileprivate init(_ node: Node) {
        let from = Slot(node["was"]?.string ?? "")
        self.init(from: from, to: from.parent.child(ID(node["now"]?.string ?? "")))
    }
}
