import Foundation
import Ledger
import Stories
import Synchronization
import Testing
import UnderTest

/// Two folders of keys, and one database for both.
final class TwoNodes: Sendable {
    static let one = OpaqueID(high: 1, low: 1)
    static let two = OpaqueID(high: 1, low: 2)
    static let first = ["wrapping-00000001.key"]
    static let second = ["wrapping-00000002.key"]

    let bench: Bench

    /// When the key-encryption key that both begin with was made.
    let begin: Instant

    init(_ backend: Backend) throws {
        bench = try Bench(backend)
        begin = try bench.keys.renewed()
        try FileManager.default.copyItem(atPath: folder("a"), toPath: folder("b"))
    }

    func folder(_ name: String) -> String {
        "\(bench.folder)/\(name == "a" ? "keys" : "keys-\(name)")"
    }

    func hours(_ hours: Int64) -> Instant { begin.adding(seconds: hours * 3600) }

    /// Opens the record on a node, as its program does at its start.
    func open(_ name: String, patience: Duration = .zero) async throws -> RecordStore {
        try await RecordStore.open(
            EngineOfNodes(bench.backend.open(bench.folder)),
            keys: Keys.open(in: folder(name), fromOthers: true),
            views: [.stalls],
            patience: patience
        )
    }

    /// The files of key-encryption keys that a node has.
    func wrappings(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder(name)).sorted()
            .filter { $0.hasPrefix("wrapping-") }
    }

    /// A folder that has the root key and nothing else.
    func makeFolderOfRoot(_ name: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: folder(name), withIntermediateDirectories: true)
        for file in ["root.key", "root.check"] {
            try files.copyItem(
                atPath: "\(folder("a"))/\(file)",
                toPath: "\(folder(name))/\(file)"
            )
        }
    }

    /// Opens the record on a node that needs a letter, while another one is at work.
    func join(_ name: String, beside other: RecordStore, at now: Instant) async throws
        -> RecordStore
    {
        let hasJoined = Mutex(false)
        let joining = { () async throws -> RecordStore in
            defer { hasJoined.withLock { $0 = true } }
            return try await self.open(name, patience: .seconds(60))
        }
        async let joined = joining()
        while !hasJoined.withLock({ $0 }) { try await other.keepWrappingYoung(at: now) }
        return try await joined
    }

    static func place(_ id: OpaqueID) -> SealedPlace {
        SealedPlace(DossierID(id), "stalls.name", row: id)
    }

    /// The name of a stall as a node reads it.
    static func name(_ id: OpaqueID = one, in store: RecordStore) async throws -> String? {
        let opened = try await store.read { reader in
            let sealed = try reader.row("SELECT name FROM stalls WHERE id = \(id)")?.blob("name")
            return try reader.openRow(sealed ?? [], at: place(id))
        }
        return opened.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The key-encryption keys that wrap what is living.
    static func wrapping(in store: RecordStore) async throws -> Set<[UInt8]> {
        try await store.read { reader in
            let rows = try reader.rows("SELECT wrapped FROM keyring WHERE wrapped IS NOT NULL")
            return Set(try rows.map { Array(try $0.blob("wrapped").prefix(16)) })
        }
    }

    /// A node renews by itself, to the end, from a moment on.
    static func renew(_ store: RecordStore, from begin: Instant) async throws {
        for minutes in [0, 1, 2, 3, 30, 31] as [Int64] {
            try await store.keepWrappingYoung(at: begin.adding(seconds: minutes * 60))
        }
    }
}
