import Foundation
import Ledger
import LedgerPostgres
import Stories
import Testing
import UnderTest

/// A log whose server was replaced by one that has not all of it.
@Suite(.enabled(if: EngineUnderTest.server != nil, "no PostgreSQL was started for the tests"))
struct FailedOverTests {
    private let scratch: Scratch
    private let dir: String
    private let keys: Keys
    private let head: LogHead
    private let origin: OpaqueID

    init() throws {
        scratch = try Scratch()
        dir = scratch.path("kab")
        let address = try EngineUnderTest.newSchema(try #require(EngineUnderTest.server), dir)
        let made = try Program.run(
            "init",
            dir,
            "--name",
            "Kabupaten Contoh",
            "--code",
            "16.03",
            "--demo",
            "--database",
            address
        )
        try #require(made.status == 0, "\(made.complaint)")
        // A log has an origin once it was served.
        let site = try Running([dir, "--port", "0"], in: scratch)
        _ = try site.base()
        site.end()
        keys = try Keys.open(in: "\(dir)/data/kunci")
        let connection = try PostgresConnection(address)
        defer { connection.close() }
        let reader = Reader(connection, keys: .none)
        head = try reader.head()
        origin = try #require(try reader.origin()).id
    }

    /// The command with a head of so many events that others hold.
    private func say(_ size: Int64, of log: OpaqueID? = nil) throws -> Program {
        let seen = Checkpoint(origin: log ?? origin, size: size, root: .empty)
        try scratch.write(try keys.sign(seen).written, to: "cap.txt")
        return try Program.run("ledger", "failed-over", dir, "--witness", scratch.path("cap.txt"))
    }

    private func witness() throws -> String {
        try Program.run("ledger", "verify", dir, "--witness", scratch.path("cap.txt")).lastLine
    }

    @Test func `what others hold beyond the end is told as lost, once`() throws {
        _ = try say(head.size)
        let told = try say(head.size + 3)
        #expect(told.status == 0, "\(told.complaint)")
        #expect(told.output.contains("\(head.size) dari sedikitnya \(head.size + 3) peristiwa"))
        #expect(try !witness().hasPrefix("RIWAYAT TELAH"))
        let again = try say(head.size + 3)
        #expect(again.status == 2)
        #expect(again.complaint.contains("sudah tercatat"))
    }

    @Test func `a head that is here, or of another log, begins nothing`() throws {
        let here = try say(head.size)
        #expect(here.status == 2)
        #expect(here.complaint.contains("tidak ada yang hilang"))
        let foreign = try say(head.size + 3, of: OpaqueID(high: 7, low: 7))
        #expect(foreign.status == 2)
        #expect(foreign.complaint.contains("bukan dari catatan ini"))
        let last = try say(head.size + 3)
        #expect(last.status == 0, "\(last.complaint)")
    }
}
