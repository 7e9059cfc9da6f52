import Foundation
import Ledger
import LedgerPostgres
import LedgerSQLite
import Stories

/// Where the record of a folder lies.
///
/// A line in `data/basis-data` names a PostgreSQL server; without that file it is SQLite in the
/// folder itself. Every command looks here, so nobody has to name the server twice.
enum DatabaseOfFolder {
    case file(URL)

    /// The address holds a password: it is never printed or logged.
    case server(String)

    init(data: URL) throws {
        let named = Self.fileOfAddress(in: data)
        guard FileManager.default.fileExists(atPath: named.path) else {
            self = .file(data.appending(path: "catatan.sqlite"))
            return
        }
        let text = try String(contentsOf: named, encoding: .utf8)
        let address = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard Self.isAddress(address) else {
            throw CommandFailure("\(named.path) harus berisi satu baris: postgres://…")
        }
        self = .server(address)
    }

    static func fileOfAddress(in data: URL) -> URL { data.appending(path: "basis-data") }

    static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    private static func expectAddress(_ text: String) throws {
        guard isAddress(text) else {
            throw CommandFailure("Alamat basis data ditulis postgres://nama@server/basisdata.")
        }
    }

    /// Refuses a server's database that has a record: a new folder has other keys.
    static func expectEmpty(_ address: String) throws {
        try expectAddress(address)
        let connection = try DatabaseOfFolder.server(address).connectionToRead()
        defer { connection.close() }
        guard try !connection.tables().contains("log_head") else {
            throw CommandFailure(
                "Basis data itu sudah berisi catatan. Pakai basis data yang baru; untuk mesin "
                    + "kedua dari kabupaten yang sama, salin foldernya dengan kuncinya."
            )
        }
    }

    /// Notes that a folder's record lies on a server.
    static func name(_ address: String, in data: URL) throws {
        try expectAddress(address)
        let file = fileOfAddress(in: data)
        let isMade = FileManager.default.createFile(
            atPath: file.path,
            contents: Data((address + "\n").utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isMade else { throw CommandFailure("\(file.path) tidak bisa ditulis.") }
    }

    /// Takes the address that a command was given, where the record is not somewhere else already.
    ///
    /// What does not open under it leaves the folder as it was.
    static func take<T>(
        _ address: String?,
        in data: URL,
        opening body: () async throws -> T
    ) async throws -> T {
        guard let address else { return try await body() }
        let file = fileOfAddress(in: data)
        let before = FileManager.default.contents(atPath: file.path)
        try take(address, in: data)
        do {
            return try await body()
        } catch {
            if let before {
                try before.write(to: file)
            } else {
                try FileManager.default.removeItem(at: file)
            }
            throw error
        }
    }

    /// Takes the address for a folder that is just made.
    static func take(_ address: String, in data: URL) throws {
        let isNamed = FileManager.default.fileExists(atPath: fileOfAddress(in: data).path)
        if !isNamed, try DatabaseOfFolder(data: data).isThere {
            throw CommandFailure(
                "Folder ini sudah punya catatan di SQLite. Pindahkan dulu: serasan move … --to …"
            )
        }
        try name(address, in: data)
    }

    /// Where the files of dossiers lie beside it.
    func placeOfFiles(_ folder: RegencyFolder) -> FilePlace {
        switch self {
        case .file: .folder(folder.data.appending(path: "berkas").path)
        case .server: .database
        }
    }

    /// What it is, in the words of a fact.
    var place: PlaceOfLog {
        switch self {
        case .file: .sqlite
        case .server: .postgres
        }
    }

    /// Refuses while a program on any machine has the record open on its server.
    func refuseWhileServed() throws {
        guard case .server(let address) = self else { return }
        let connection = try PostgresConnection(address)
        defer { connection.close() }
        guard try connection.hasItAlone() else {
            throw CommandFailure(
                "Masih ada server yang memakai catatan ini. Hentikan semuanya dulu."
            )
        }
    }

    /// Whether there may be a record: a file that is not there was never opened.
    var isThere: Bool {
        switch self {
        case .file(let file): FileManager.default.fileExists(atPath: file.path)
        case .server: true
        }
    }

    /// Whether other nodes may be at work on it too.
    var isServer: Bool {
        switch self {
        case .file: false
        case .server: true
        }
    }

    /// How many bytes it takes, about.
    func bytes() throws -> Int64 {
        switch self {
        case .file(let file):
            let about = try FileManager.default.attributesOfItem(atPath: file.path)
            return (about[.size] as? NSNumber)?.int64Value ?? 0
        case .server:
            let connection = try connectionToRead()
            defer { connection.close() }
            return try connection.rows("SELECT pg_database_size(current_database()) AS size")
                .first?.int("size") ?? 0
        }
    }

    /// The engine, with the tables of its record brought up if it is this program's to do so.
    func engine(_ sizes: EngineSizes = EngineSizes()) async throws -> any Engine {
        switch self {
        case .file(let file):
            try OpenRecord.makeReady(file)
            return try await SQLiteEngine(path: file.path, cacheMegabytes: sizes.cacheMegabytes)
        case .server(let address):
            let connection = try connectionToRead()
            defer { connection.close() }
            let state = try SchemaState(on: connection)
            if state.isNewer { throw OpenRecord.tooNew(state) }
            return try await PostgresEngine(address, readers: sizes.readers)
        }
    }

    /// The record as it stands, whatever its age.
    func connectionToRead() throws -> any ReaderConnection {
        switch self {
        case .file(let file): return try SQLiteConnection(path: file.path, readOnly: true)
        case .server(let address):
            let connection = try PostgresConnection(address, patience: nil)
            // Whoever begins a transaction here sees one state to its end.
            try connection.run(
                "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
            )
            return connection
        }
    }

    /// What time it is by the clock of its server; nil where it is on this machine's.
    func time(_ connection: any ReaderConnection) throws -> Instant? {
        switch self {
        case .file: nil
        case .server: try connection.rows(PostgresEngine.time).first?.get("now")
        }
    }

    /// What keeps it, in words for a log or a finding.
    func keeper(_ connection: any ReaderConnection) throws -> String {
        switch self {
        case .file: "SQLite \(try UpgradeCopy.engineVersion())"
        case .server:
            "PostgreSQL "
                + (try connection.rows("SHOW server_version").first?.text("server_version") ?? "")
        }
    }
}

/// How much an engine takes of its machine, or of its server.
struct EngineSizes {
    /// How much of the record its writer keeps in memory, where it writes a great deal.
    var cacheMegabytes = 16

    /// How many connections read at once, where a server counts them.
    var readers = 16
}
