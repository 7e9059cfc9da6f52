import Backups
import Foundation
import Keeping
import Ledger
import LedgerSQLite

/// The pages of a folder's record, standing still while they are backed up or compared.
struct PagesOfRecord {
    let keys: Keys
    let frozen: FrozenPages

    init(of folder: RegencyFolder) throws {
        keys = try Keys.open(in: folder.data.appending(path: "kunci").path)
        guard case .file(let file) = try DatabaseOfFolder(data: folder.data) else {
            throw CommandFailure(
                "Catatan folder ini ada di PostgreSQL: cadangkan dengan alat PostgreSQL, dan kuncinya "
                    + "dengan serasan keys export KABUPATEN TEMPAT."
            )
        }
        frozen = try FrozenPages(of: file.path)
    }

    var reader: Reader { frozen.reader(keys) }

    func close() { frozen.close() }

    /// The root that the log had at a size; nil where no newer program has opened the record yet.
    func root(at size: Int64) throws -> TreeHash? {
        guard frozen.state.stored == frozen.state.known, size <= frozen.head.size else {
            return nil
        }
        return try reader.root(at: size)
    }

    func source() throws -> PageSource {
        PageSource(
            head: frozen.head,
            origins: try reader.origins(),
            takesOver: try mayUsePlaces(),
            rootAt: { try root(at: $0) },
            schema: frozen.state.stored,
            pageSize: frozen.pageSize,
            pageCount: frozen.pageCount,
            page: { try frozen.page($0) },
            rows: { try frozen.rows($0) }
        )
    }

    /// A record that was restored before there was such a question may go on.
    private func mayUsePlaces() throws -> Bool {
        let tables = try frozen.rows(
            "SELECT 1 AS one FROM sqlite_master WHERE name = \(ConfirmedPlaces.table)"
        )
        return try tables.isEmpty || reader.mayUsePlaces()
    }
}
