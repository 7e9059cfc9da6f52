import Glibc
package import Ledger

/// The copy that is made before a newer program changes the tables of a record.
package enum UpgradeCopy {
    /// What was found, and the copy that was made of it.
    package struct Outcome: Hashable, Sendable {
        package let state: SchemaState
        /// Nil where nothing has to be changed.
        package let copy: String?
    }

    /// Copies a database that this program is about to upgrade; touches no other.
    ///
    /// The copy is one consistent state even while others read, is flushed before anything is
    /// changed, and is readable by its owner alone.
    package static func make(
        of path: String,
        stamp: String,
        steps: [Migrations.Step] = Migrations.all
    ) throws(StoreError) -> Outcome {
        guard access(path, F_OK) == 0 else {
            return Outcome(state: SchemaState(stored: 0, known: steps.count), copy: nil)
        }
        let connection = try SQLiteConnection(path: path, readOnly: false)
        defer { connection.close() }
        let state = try SchemaState(on: connection, knowing: steps)
        guard state.needsUpgrade else { return Outcome(state: state, copy: nil) }
        let copy = try freeName("\(path).skema-\(state.stored).\(stamp)")
        // Under another name until it is whole: an end in the middle must not look like a copy.
        let beside = "\(path).skema.belum-selesai"
        unlink(beside)
        // Made empty with its mode first: VACUUM INTO writes into an empty file as it is.
        let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StoreError(.unusable, "\(beside) cannot be made: errno \(errno)")
        }
        do throws(StoreError) {
            defer { close(file) }
            try connection.run(SQL(text: "VACUUM INTO $1", [.text(beside)]))
            guard fsync(file) == 0, rename(beside, copy) == 0 else {
                throw StoreError(.unusable, "\(copy) is not flushed: errno \(errno)")
            }
        } catch {
            unlink(beside)
            throw error
        }
        return Outcome(state: state, copy: copy)
    }

    /// A name that no earlier copy has: whoever starts again within the second needs one too.
    private static func freeName(_ begin: String) throws(StoreError) -> String {
        for number in 1...99 {
            let name = number == 1 ? "\(begin).cadangan" : "\(begin)-\(number).cadangan"
            if access(name, F_OK) != 0 { return name }
        }
        throw StoreError(.unusable, "\(begin) has too many copies")
    }

    /// The version of SQLite that the program runs with.
    package static func engineVersion() throws(StoreError) -> String {
        let connection = try SQLiteConnection(path: ":memory:", readOnly: false)
        defer { connection.close() }
        return try connection.rows("SELECT sqlite_version() AS version").first?.text("version")
            ?? ""
    }
}
