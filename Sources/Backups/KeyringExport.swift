import Foundation
import Ledger
package import Stories

/// The keys without which no backup opens, in a file of their own; only the newest is kept.
///
/// Holds the key-encryption keys (sealed by the root key, as they lie in the folder of keys) and
/// every row of the keyring, with those that were erased. Keys that were made since are in the
/// pages of the backup itself, under the same key-encryption key; so a new export is due only
/// when a key-encryption key changed or a person was erased.
enum KeyringExport {
    private static let rowsOfPart = 2_000

    static func number(of name: String) -> Int64? {
        guard name.hasPrefix("kunci-"), name.hasSuffix(".kunci") else { return nil }
        return Int64(name.dropFirst(6).dropLast(6))
    }

    static func name(_ number: Int64) -> String {
        let digits = String(number)
        return "kunci-\(String(repeating: "0", count: max(0, 8 - digits.count)))\(digits).kunci"
    }

    /// Makes sure that the target has the keyring that belongs to these pages; its number.
    static func keep(
        of source: PageSource,
        keys: Keys,
        in target: FolderTarget,
        made: Date
    ) throws -> Int64 {
        let wrappings = try wrappingFiles(keys)
        let ids = wrappings.map { hexadecimal($0.bytes.prefix(16)) }
        let erasure = try source.erasure ?? keys.erasure()
        let newest = try target.keyring()
        if let newest {
            let reader = try BackupReader(target.path(newest.name), keys: keys)
            if reader.header.wrappings == ids, reader.header.erasure == erasure {
                return newest.number
            }
        }
        let number = (newest?.number ?? 0) + 1
        let header = BackupHeader(
            id: hexadecimal(Draw.random.id().bytes),
            installation: BackupHeader.installation(of: keys),
            level: nil,
            base: nil,
            made: Int64(made.timeIntervalSince1970 * 1000),
            size: source.head.size,
            root: source.head.root.description,
            schema: source.schema,
            pageSize: source.pageSize,
            pageCount: 0,
            keyring: number,
            wrappings: ids,
            erasure: erasure
        )
        try target.put(name(number)) { path in
            let writer = try BackupWriter(path, header, keys: keys)
            for file in wrappings { try writer.add(.file(file.name, file.bytes)) }
            try addRows(of: source, under: Set(ids), to: writer)
            try writer.finish()
            try BackupReader(path, keys: keys).entries { _ in }
        }
        for other in try target.names() {
            guard let older = self.number(of: other), older < number else { continue }
            try target.remove(other)
        }
        return number
    }

    private static func wrappingFiles(_ keys: Keys) throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: keys.folder)
            .filter { $0.hasPrefix("wrapping-") && $0.hasSuffix(".key") }
            .sorted()
            .map { name in
                (name, [UInt8](try Data(contentsOf: URL(filePath: "\(keys.folder)/\(name)"))))
            }
    }

    private static func addRows(
        of source: PageSource,
        under ids: Set<String>,
        to writer: BackupWriter
    ) throws {
        var last: [UInt8] = []
        var part = 0
        while true {
            let rows = try source.rows(
                SQL(
                    text: """
                        SELECT dossier, wrapped, erased FROM keyring WHERE dossier > $1
                        ORDER BY dossier LIMIT \(rowsOfPart)
                        """,
                    [.blob(last)]
                )
            )
            guard let end = rows.last else { return }
            last = try end.blob("dossier")
            var bytes: [UInt8] = []
            for row in rows {
                let erased: Int64? = try row.find("erased")
                let wrapped = erased == nil ? try row.blob("wrapped") : []
                if erased == nil, !ids.contains(hexadecimal(wrapped.prefix(16))) {
                    throw BackupRefusal.keysChanging
                }
                bytes += try row.blob("dossier") + bigEndian(erased ?? 0)
                bytes += bigEndian(UInt32(wrapped.count)) + wrapped
            }
            try writer.add(.file("baris/\(part)", bytes))
            part += 1
        }
    }
}

/// A keyring as it was read back from its file.
package struct KeyringRead: Sendable {
    package struct Row: Sendable {
        package let dossier: DossierID
        /// Empty where it was erased.
        package let wrapped: [UInt8]
        package let erased: Instant?
    }

    package let number: Int64
    package private(set) var files: [(name: String, bytes: [UInt8])] = []
    package private(set) var rows: [Row] = []

    init(_ path: URL, keys: Keys) throws {
        let reader = try BackupReader(path, keys: keys)
        number = reader.header.keyring
        guard KeyringExport.number(of: reader.name) == number else {
            throw BackupRefusal.damaged(reader.name)
        }
        try reader.entries { entry in
            guard case .file(let name, let bytes) = entry else {
                throw BackupRefusal.damaged(reader.name)
            }
            if name.hasPrefix("baris/") {
                guard let found = Self.rows(bytes) else { throw BackupRefusal.damaged(reader.name) }
                rows += found
            } else {
                guard !name.contains("/"), name.hasPrefix("wrapping-") else {
                    throw BackupRefusal.damaged(reader.name)
                }
                files.append((name, bytes))
            }
        }
    }

    private static func rows(_ bytes: [UInt8]) -> [Row]? {
        var rows: [Row] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.count >= 28, let id = OpaqueID(bytes: rest.prefix(16)) else { return nil }
            let moment = rest.dropFirst(16).prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
            let length = Int(BackupEntry.number(rest.dropFirst(24).prefix(4)))
            rest = rest.dropFirst(28)
            guard length <= rest.count else { return nil }
            rows.append(
                Row(
                    dossier: DossierID(id),
                    wrapped: Array(rest.prefix(length)),
                    erased: moment == 0 ? nil : Instant(milliseconds: moment)
                )
            )
            rest = rest.dropFirst(length)
        }
        return rows
    }
}
