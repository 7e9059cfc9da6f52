import Glibc
package import Ledger

/// A database for a while: nothing in it has to outlive the process.
package final class ScratchDatabase {
    package let connection: SQLiteConnection
    private let path: String

    /// Makes an empty one, in the place of what an earlier process may have left there.
    package init(_ path: String) throws(StoreError) {
        unlink(path)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StoreError(
                errno == ENOSPC ? .diskFull : .unusable,
                "\(path) cannot be made: errno \(errno)"
            )
        }
        Glibc.close(file)
        self.path = path
        connection = try SQLiteConnection(path: path, readOnly: false)
        // A crash leaves a file that is thrown away: nothing here is worth a flush.
        for setting in ["journal_mode = MEMORY", "synchronous = OFF", "cache_size = -16000"] {
            _ = try connection.rows(SQL(text: "PRAGMA \(setting)"))
        }
    }

    deinit {
        connection.close()
        unlink(path)
    }
}

extension SQLiteConnection {
    /// Whether a table and its indexes agree, as SQLite itself finds.
    ///
    /// Reads all of them, as one state.
    package func isSound(_ table: String) throws(StoreError) -> Bool {
        do throws(StoreError) {
            let answer = try rows(SQL(text: "PRAGMA integrity_check('\(table)')"))
            guard answer.count == 1, let found = answer.first else { return false }
            return try found.text("integrity_check") == "ok"
        } catch  where error.kind == .damaged {
            return false
        }
    }
}
