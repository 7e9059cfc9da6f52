import Foundation
import Ledger
import LedgerSQLite
import Server
import Stories

/// Carries the record of a folder to another engine: closes the one, fills the other, compares.
///
/// A move that broke off is taken up again by the same command: the old record stays closed, and
/// whatever is at the new place already is left there.
struct MovedRecord {
    private let folder: RegencyFolder
    private let source: DatabaseOfFolder
    private let target: DatabaseOfFolder

    init(of folder: RegencyFolder, to: String) throws {
        self.folder = folder
        source = try DatabaseOfFolder(data: folder.data)
        guard source.isThere else { throw CommandFailure("Folder ini belum punya catatan.") }
        switch (source, to) {
        case (.file, let address) where DatabaseOfFolder.isAddress(address):
            target = .server(address)
        case (.server, "sqlite"):
            target = .file(folder.data.appending(path: "catatan.sqlite"))
        case (.file, "sqlite"): throw CommandFailure("Catatan folder ini sudah di SQLite.")
        case (.server, let address) where DatabaseOfFolder.isAddress(address):
            throw CommandFailure(
                "Dari PostgreSQL ke PostgreSQL pakai pg_dump dan pg_restore, lalu ganti alamat di "
                    + "\(DatabaseOfFolder.fileOfAddress(in: folder.data).path)."
            )
        case _: throw CommandFailure("--to berisi postgres://… atau sqlite.")
        }
    }

    /// - Returns: the head that both have.
    func move(
        told: @Sendable @escaping (_ table: String, _ rows: Int64) -> Void
    ) async throws -> CitedHead {
        let lock = try ServingLock.alone(folder)
        defer { lock.release() }
        try source.refuseWhileServed()
        let there = try left()
        let cited = try await closeSource()
        let keys = try Keys.open(in: folder.data.appending(path: "kunci").path)
        if there.map({ $0.size == cited.size }) ?? true {
            let head = try await carry(keys, isLoaded: there != nil, told: told)
            guard head.size == cited.size, head.root == cited.root else {
                throw CommandFailure(
                    "Kepala kedua catatan tidak sama; yang lama tidak diubah lagi."
                )
            }
            try await goOn(keys, citing: cited)
        }
        try switchOver()
        return cited
    }

    private func carry(
        _ keys: Keys,
        isLoaded: Bool,
        told: @Sendable @escaping (_ table: String, _ rows: Int64) -> Void
    ) async throws -> LogHead {
        let old = try source.connectionToRead()
        defer { old.close() }
        let views = try OpenRecord.views(keys, Reader(old, keys: keys))
        let bare = try await OpenRecord.bare(target, keys: keys)
        if !isLoaded { try await bare.load(from: old, without: views, told: told) }
        try await carryFiles(from: old, into: bare)
        let head = try await bare.head()
        try await bare.close()
        return head
    }

    /// The head of what a move that broke off has left at the target; nil where there is nothing.
    ///
    /// - Throws: where it is another record, which is not ours to write over.
    private func left() throws -> LogHead? {
        if !target.isThere { return nil }
        let connection = try target.connectionToRead()
        defer { connection.close() }
        guard try connection.tables().contains("log_head") else { return nil }
        let there = Reader(connection, keys: .none)
        let head = try there.head()
        // Tables without an event were made, and no more.
        if head.size == 0 { return nil }
        let old = try source.connectionToRead()
        defer { old.close() }
        let here = Reader(old, keys: .none)
        let closed = try here.head()
        let cited = try there.origin()?.cited
        let follows = head == closed || cited?.size == closed.size && cited?.root == closed.root
        guard follows, try here.origins().movedTo != nil else {
            throw CommandFailure("Di tempat tujuan sudah ada catatan. Pakai basis data yang baru.")
        }
        return head
    }

    private func closeSource() async throws -> CitedHead {
        let keys = try Keys.open(in: folder.data.appending(path: "kunci").path)
        let record = try await OpenRecord.open(data: folder.data, keys: keys)
        let cited = try await record.store.moveAway(to: target.place, at: record.clock.now())
        try await record.store.close()
        return cited
    }

    private func carryFiles(from old: any ReaderConnection, into new: RecordStore) async throws {
        let reader = Reader(old, keys: .none)
        let from = source.placeOfFiles(folder)
        let vault = try FileVault(new, folder: folder.data.appending(path: "berkas").path)
        for id in try reader.sealedFiles(in: from) {
            guard let sealed = try reader.sealedFile(id, in: from) else { continue }
            // A part of it may be there already.
            try await vault.remove([id])
            try await vault.keep(sealed, as: id, at: .now)
        }
    }

    /// From here on every command of the folder finds the new record.
    private func switchOver() throws {
        let files = FileManager.default
        switch target {
        case .server(let address):
            try DatabaseOfFolder.name(address, in: folder.data)
            for ending in ["", "-wal", "-shm"] {
                let own = folder.data.appending(path: "catatan.sqlite\(ending)")
                guard files.fileExists(atPath: own.path) else { continue }
                let kept = folder.data.appending(path: "catatan.dipindahkan.sqlite\(ending)")
                try files.moveItem(at: own, to: kept)
            }
        case .file:
            try files.removeItem(at: DatabaseOfFolder.fileOfAddress(in: folder.data))
        }
    }

    /// The first event of the new place cites the head of the old one.
    private func goOn(_ keys: Keys, citing cited: CitedHead) async throws {
        let record = try await OpenRecord.open(data: folder.data, keys: keys, database: target)
        try await record.store.beginOrigin(.moved, citing: cited, at: record.clock.now())
        try await record.store.close()
    }
}
