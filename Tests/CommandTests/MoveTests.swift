import Foundation
import Ledger
import LedgerPostgres
import LedgerSQLite
import Testing
import UnderTest

/// A record that goes to PostgreSQL and comes back.
@Suite(.enabled(if: EngineUnderTest.server != nil, "no PostgreSQL was started for the tests"))
struct MoveTests {
    private let scratch: Scratch
    private let dir: String
    private let address: String

    init() throws {
        scratch = try Scratch()
        dir = scratch.path("kab")
        for arguments in [
            ["init", dir, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo"],
            ["publish", dir], ["seed", dir, "--cases", "60"],
        ] {
            let made = try Program.run(arguments)
            try #require(made.status == 0, "\(made.complaint)")
        }
        address = try EngineUnderTest.newSchema(try #require(EngineUnderTest.server), dir)
    }

    private func isVerified() throws -> Bool {
        let read = try Program.run("ledger", "verify", dir)
        return read.status == 0
    }

    @Test func `there and back, every event is the same and nothing is lost`() throws {
        let own = "\(dir)/data/catatan.sqlite"
        let before = try EngineUnderTest.events(in: own)
        let moved = try Program.run("move", dir, "--to", address)
        try #require(moved.status == 0, "\(moved.complaint)")
        let there = try EngineUnderTest.events(in: address)
        // The old log ends with where it went, the new one goes on with where it came from.
        #expect(there.prefix(before.count) == before[...])
        #expect(there.count == before.count + 2)
        #expect(!FileManager.default.fileExists(atPath: own))
        #expect(try isVerified())

        let back = try Program.run("move", dir, "--to", "sqlite")
        try #require(back.status == 0, "\(back.complaint)")
        let home = try EngineUnderTest.events(in: own)
        #expect(home.prefix(there.count) == there[...])
        #expect(home.count == there.count + 2)
        #expect(try isVerified())
    }

    @Test func `the old record takes nothing more, whoever opens it`() async throws {
        let moved = try Program.run("move", dir, "--to", address)
        try #require(moved.status == 0, "\(moved.complaint)")
        try forgetTheNewPlace()
        let refused = try Program.run("publish", dir)
        #expect(refused.status == 2)
        #expect(refused.complaint.contains("sudah dipindahkan"))
        let connection = try SQLiteConnection(path: "\(dir)/data/catatan.sqlite", readOnly: false)
        defer { connection.close() }
        #expect(throws: StoreError.self) {
            try connection.run("UPDATE log_head SET size = size + 1")
        }
    }

    /// As a move leaves it that ends before the folder knows of the new place.
    private func forgetTheNewPlace() throws {
        try FileManager.default.removeItem(atPath: "\(dir)/data/basis-data")
        try FileManager.default.moveItem(
            atPath: "\(dir)/data/catatan.dipindahkan.sqlite",
            toPath: "\(dir)/data/catatan.sqlite"
        )
    }

    @Test(arguments: [false, true])
    func `a move that broke off near its end is taken up again`(isBeforeItsFirstEvent: Bool) throws
    {
        let moved = try Program.run("move", dir, "--to", address)
        try #require(moved.status == 0, "\(moved.complaint)")
        let there = try EngineUnderTest.events(in: address)
        try forgetTheNewPlace()
        if isBeforeItsFirstEvent {
            let old = try SQLiteConnection(path: "\(dir)/data/catatan.sqlite", readOnly: true)
            let head = try #require(try old.rows("SELECT size, frontier FROM log_head").first)
            old.close()
            let connection = try PostgresConnection(address)
            defer { connection.close() }
            let size = try head.int("size")
            for table in ["events", "log_head"] {
                try connection.run(SQL(stringLiteral: "ALTER TABLE \(table) DISABLE TRIGGER ALL"))
            }
            try connection.run("DELETE FROM events WHERE seq > \(size)")
            try connection.run(
                "UPDATE log_head SET size = \(size), frontier = \(try head.blob("frontier"))"
            )
            for table in ["events", "log_head"] {
                try connection.run(SQL(stringLiteral: "ALTER TABLE \(table) ENABLE TRIGGER ALL"))
            }
        }
        let again = try Program.run("move", dir, "--to", address)
        try #require(again.status == 0, "\(again.complaint)")
        let after = try EngineUnderTest.events(in: address)
        #expect(after.count == there.count)
        #expect(after.dropLast() == there.dropLast())
        #expect(try isVerified())
    }

    @Test func `a database that has a record already is left as it is`() throws {
        let first = try Program.run("move", dir, "--to", address)
        try #require(first.status == 0, "\(first.complaint)")
        let other = scratch.path("lain")
        _ = try Program.run("init", other, "--name", "Kabupaten Lain", "--code", "16.04", "--demo")
        let before = try EngineUnderTest.events(in: address)
        let refused = try Program.run("move", other, "--to", address)
        #expect(refused.status != 0)
        #expect(refused.complaint.contains("sudah ada catatan"))
        #expect(try EngineUnderTest.events(in: address) == before)
        let open = try Program.run("officer", "list", other)
        #expect(open.status == 0, "a move that was refused leaves the record open")
    }
}
