import Crypto
import Foundation
import Ledger
import Stories

/// The bytes of a backup file: magic, header in the clear, sealed parts.
///
/// Each part is squeezed and sealed under a key of this file alone, with its place as nonce, bound
/// to the header and to whether it is the last: parts of another file, in another order or cut off
/// at the end do not open.
enum BackupFile {
    static let magic = Array("SERASAN-CADANGAN-1\n".utf8)
    static let mostOfHeader = 65_536
    static let part = 1 << 20
    static let mostOfPart = 1 << 28

    struct Seal {
        private let key: SymmetricKey
        private let bound: [UInt8]

        init(header: [UInt8], id: String, keys: Keys) {
            key = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: keys.derived(Code(literal: "backup")),
                info: Array("serasan.backup.v1".utf8) + Array(id.utf8),
                outputByteCount: 32
            )
            bound = Array(SHA256.hash(data: magic + header))
        }

        func close(_ bytes: [UInt8], at place: UInt64, isLast: Bool) throws -> [UInt8] {
            let box = try AES.GCM.seal(
                bytes,
                using: key,
                nonce: AES.GCM.Nonce(data: nonce(place)),
                authenticating: bound + [isLast ? 1 : 0]
            )
            return Array(box.ciphertext) + Array(box.tag)
        }

        func open(_ sealed: [UInt8], at place: UInt64, isLast: Bool) throws -> [UInt8] {
            let box = try AES.GCM.SealedBox(
                combined: nonce(place) + sealed
            )
            return Array(
                try AES.GCM.open(box, using: key, authenticating: bound + [isLast ? 1 : 0])
            )
        }

        private func nonce(_ place: UInt64) -> [UInt8] { [0, 0, 0, 0] + bigEndian(place) }
    }
}

/// Writes a backup file from its first byte to its last.
final class BackupWriter {
    private let file: FileHandle
    private let seal: BackupFile.Seal
    private var waiting: [UInt8] = []
    private var place: UInt64 = 0

    init(_ path: URL, _ header: BackupHeader, keys: Keys) throws {
        let made = FileManager.default.createFile(
            atPath: path.path,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        guard made else { throw BackupRefusal.noTarget(path.deletingLastPathComponent().path) }
        file = try FileHandle(forWritingTo: path)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = [UInt8](try encoder.encode(header))
        seal = BackupFile.Seal(header: bytes, id: header.id, keys: keys)
        let start = BackupFile.magic + bigEndian(UInt32(bytes.count)) + bytes
        try file.write(contentsOf: Data(start))
    }

    func add(_ entry: BackupEntry) throws {
        entry.write(into: &waiting)
        if waiting.count >= BackupFile.part { try put(isLast: false) }
    }

    /// Writes the last part, and returns after the disk has all.
    func finish() throws {
        try put(isLast: true)
        try file.synchronize()
        try file.close()
    }

    private func put(isLast: Bool) throws {
        guard let squeezed = Squeezing.squeeze(waiting) else {
            throw StoreError(.engine, "a part of a backup is not squeezed")
        }
        let sealed = try seal.close(squeezed, at: place, isLast: isLast)
        try file.write(
            contentsOf: Data(bigEndian(UInt32(sealed.count)) + [isLast ? 1 : 0] + sealed)
        )
        place += 1
        waiting.removeAll(keepingCapacity: true)
    }
}

/// Reads a backup file, and notices whatever was done to it.
struct BackupReader {
    let name: String
    let header: BackupHeader
    private let file: FileHandle
    private let seal: BackupFile.Seal

    init(_ path: URL, keys: Keys) throws {
        name = path.lastPathComponent
        guard FileManager.default.fileExists(atPath: path.path) else {
            throw BackupRefusal.missing(name)
        }
        file = try FileHandle(forReadingFrom: path)
        let (header, bytes) = try Self.header(of: file, name)
        self.header = header
        guard header.installation == BackupHeader.installation(of: keys) else {
            throw BackupRefusal.otherKey
        }
        seal = BackupFile.Seal(header: bytes, id: header.id, keys: keys)
    }

    /// What stands in the clear at the start of a file; nobody has vouched for it yet.
    static func header(of path: URL) throws -> BackupHeader {
        try header(of: FileHandle(forReadingFrom: path), path.lastPathComponent).header
    }

    private static func header(
        of file: FileHandle,
        _ name: String
    ) throws -> (header: BackupHeader, bytes: [UInt8]) {
        let magic = try read(BackupFile.magic.count, of: file)
        guard magic == BackupFile.magic else {
            throw magic.starts(with: Array("SERASAN-CADANGAN-".utf8))
                ? BackupRefusal.newerFormat(name) : .damaged(name)
        }
        let count = try read(4, of: file)
        let length = Int(BackupEntry.number(count[...]))
        guard count.count == 4, length < BackupFile.mostOfHeader else {
            throw BackupRefusal.damaged(name)
        }
        let bytes = try read(length, of: file)
        do {
            return (try JSONDecoder().decode(BackupHeader.self, from: Data(bytes)), bytes)
        } catch is DecodingError {
            throw BackupRefusal.damaged(name)
        }
    }

    /// Gives each entry from the first to the last.
    func entries(_ take: (BackupEntry) throws -> Void) throws {
        var place: UInt64 = 0
        while true {
            let start = try Self.read(5, of: file)
            guard start.count == 5 else { throw BackupRefusal.truncated(name) }
            let length = Int(BackupEntry.number(start[0..<4]))
            let isLast = start[4] == 1
            guard length < BackupFile.mostOfPart, start[4] <= 1 else {
                throw BackupRefusal.damaged(name)
            }
            let sealed = try Self.read(length, of: file)
            guard sealed.count == length else { throw BackupRefusal.truncated(name) }
            for entry in try open(sealed, at: place, isLast) { try take(entry) }
            place += 1
            if isLast { break }
        }
        guard try Self.read(1, of: file).isEmpty else { throw BackupRefusal.damaged(name) }
    }

    private func open(_ sealed: [UInt8], at place: UInt64, _ isLast: Bool) throws -> [BackupEntry] {
        let squeezed: [UInt8]
        do {
            squeezed = try seal.open(sealed, at: place, isLast: isLast)
        } catch {
            // Whatever the library says, the part is not what was written here.
            throw BackupRefusal.damaged(name)
        }
        guard let bytes = Squeezing.unsqueeze(squeezed), let entries = BackupEntry.read(bytes)
        else { throw BackupRefusal.damaged(name) }
        return entries
    }

    private static func read(_ count: Int, of file: FileHandle) throws -> [UInt8] {
        [UInt8](try file.read(upToCount: count) ?? Data())
    }
}
