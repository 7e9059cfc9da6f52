import Backups
import Foundation
import Ledger
import Stories

/// The keyring of a record on a server, which goes to a place of its own: the server's own backups
/// hold no key that opens them later.
struct KeyringOfServer {
    let folder: RegencyFolder

    /// Writes the newest one, with what is erased, where the place has it not yet; its number.
    func keep(in target: FolderTarget, now: Date) throws -> Int64 {
        let database = try DatabaseOfFolder(data: folder.data)
        guard database.isServer else {
            throw CommandFailure(
                "Kunci folder ini ikut dicadangkan: serasan backup \(folder.root.path) TEMPAT."
            )
        }
        let keys = try Keys.open(in: folder.data.appending(path: "kunci").path)
        let connection = try database.connectionToRead()
        defer { connection.close() }
        guard try connection.tables().contains("log_head") else {
            throw CommandFailure(
                "Basis data itu belum berisi catatan. Jalankan dulu: serasan serve "
                    + folder.root.path
            )
        }
        try connection.beginReading()
        let reader = Reader(connection, keys: keys)
        let source = PageSource(
            keyringOf: try reader.head(),
            schema: try SchemaState(on: connection).stored,
            erasure: try reader.erasureOwedByNodes().map { "\($0.milliseconds)" },
            rows: { try connection.rows($0) }
        )
        return try target.keepKeyring(of: source, keys: keys, now: now)
    }
}
