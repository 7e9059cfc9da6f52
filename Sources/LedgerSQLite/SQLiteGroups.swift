package import Ledger

extension GroupDialect {
    /// How SQLite says it.
    package static let sqlite = GroupDialect(
        begin: SQL(text: "BEGIN IMMEDIATE"),
        hasLog: SQL(
            text: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'log_head'"
        ),
        head: LogHead.row,
        mostMembers: 512,
        emptyJournal: { connection throws(StoreError) in
            let patience = try connection.rows("PRAGMA busy_timeout").first?.int("timeout") ?? 0
            _ = try connection.rows("PRAGMA busy_timeout = 0")
            let row = try connection.rows("PRAGMA wal_checkpoint(TRUNCATE)").first
            _ = try connection.rows(SQL(text: "PRAGMA busy_timeout = \(patience)"))
            return try row?.int("busy") == 0
        }
    )
}

extension GroupTransaction {
    /// A group on SQLite.
    package init(open: @escaping () throws(StoreError) -> any WriterConnection) {
        self.init(.sqlite, open: open)
    }
}
