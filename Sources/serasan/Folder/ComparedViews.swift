import Foundation
import Ledger
import LedgerSQLite
import Site
import Stories

/// What was found the last time that the views were compared with the log.
struct ComparedViews: Codable, Hashable {
    struct Trouble: Codable, Hashable {
        let view: String
        let sentence: String
        let sentenceInEnglish: String

        var words: Words {
            Words("Pandangan \(view) \(sentence).", "The view \(view): \(sentenceInEnglish).")
        }
    }

    /// Milliseconds since 1970.
    var at: Int64
    var views = 0
    var rows = 0
    var troubles: [Trouble] = []

    /// The names of the views that are not what the log says.
    var names: [String] { troubles.map(\.view) }

    /// Nil where they were never compared.
    static func read(_ data: URL) throws -> ComparedViews? {
        let file = file(in: data)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try JSONDecoder().decode(ComparedViews.self, from: Data(contentsOf: file))
    }

    func write(_ data: URL) throws {
        let file = Self.file(in: data)
        try JSONEncoder().encode(self).write(to: file, options: .atomic)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: file.path
        )
    }

    /// Nothing is known any more: views were made again.
    static func forget(_ data: URL) throws {
        let file = file(in: data)
        if FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.removeItem(at: file)
        }
    }

    private static func file(in data: URL) -> URL { data.appending(path: "pandangan.dibandingkan") }
}

extension RegencyFolder {
    /// Makes every view anew beside the record and compares it with the one that is served.
    ///
    /// Reads the record and never writes into it; what was found is left for `doctor`, the page of
    /// the ICT office and `/healthz`.
    ///
    /// - Parameters:
    ///   - largest: tables with more rows are not read once more to see whether their indexes agree.
    ///   - pause: called while nothing is held; throws to make an end.
    ///   - told: hears each view and how it was found.
    func compareViews(
        largest: Int = .max,
        pause: @escaping () throws -> Void = {},
        told: (Code, ViewComparison) -> Void = { _, _ in }
    ) throws -> ComparedViews {
        let keys = try Keys.open(in: data.appending(path: "kunci").path)
        let live = try recordToRead()
        defer { live.close() }
        let scratch = try ScratchDatabase(data.appending(path: "pandangan.banding").path)
        let comparing = ComparingViews(
            live,
            beside: scratch.connection,
            keys: keys,
            spelled: SQLiteEngine.spelled,
            pause: pause
        )
        var found = ComparedViews(at: Instant.now.milliseconds)
        for view in try OpenRecord.views(keys, Reader(live, keys: keys)) {
            var compared = try comparing.compare(view)
            if case .same(let rows) = compared, rows <= largest {
                // A server that finds its own indexes damaged says so by itself.
                for table in view.tables
                where try (live as? SQLiteConnection)?.isSound(table) == false {
                    compared = .unreadable(table: table)
                }
            }
            told(view.name, compared)
            found.take(compared, of: view.name)
            try pause()
        }
        try found.write(data)
        return found
    }

    /// The record as it stands, of this program's schema, for reading alone.
    func recordToRead() throws -> any ReaderConnection {
        let database = try DatabaseOfFolder(data: data)
        guard database.isThere else {
            throw CommandFailure("Folder ini belum punya catatan: \(data.path)")
        }
        let connection = try database.connectionToRead()
        let state = try SchemaState(on: connection)
        if state.isNewer {
            throw CommandFailure("Catatan ini dari program yang lebih baru; pakai program itu.")
        }
        guard state.stored == state.known else {
            throw CommandFailure(
                "Catatan ini dari program yang lebih lama; jalankan serve sekali lebih dulu."
            )
        }
        return connection
    }
}

extension ComparedViews {
    fileprivate mutating func take(_ compared: ViewComparison, of view: Code) {
        views += 1
        let words: (String, String)
        switch compared {
        case .same(let more):
            rows += more
            return
        case .differs(let table):
            words = (
                "tabel \(table) berbeda dari catatan", "the table \(table) is not what the log says"
            )
        case .unreadable(let table):
            words = ("tabel \(table) rusak", "the table \(table) is damaged")
        case .cannotBeMade(let why):
            words = ("tidak bisa disusun: \(why)", "cannot be made: \(why)")
        case .disturbed:
            words = (
                "belum bisa dibandingkan karena ada penghapusan; coba lagi",
                "was not compared, because something was erased meanwhile; try again"
            )
        case .otherShape:
            words = (
                "bentuknya dari program versi lain",
                "has the shape of another version of the program"
            )
        }
        troubles.append(Trouble(view: view.text, sentence: words.0, sentenceInEnglish: words.1))
    }
}
