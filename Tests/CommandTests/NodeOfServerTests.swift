import Foundation
import Ledger
import Stories
import Testing
import UnderTest

/// What a node on PostgreSQL says of itself: a load balancer and whoever keeps it go by that.
@Suite(.enabled(if: EngineUnderTest.server != nil, "no PostgreSQL was started for the tests"))
struct NodeOfServerTests {
    private let scratch: Scratch
    private let dir: String
    private let address: String

    init() throws {
        scratch = try Scratch()
        dir = scratch.path("kab")
        address = try EngineUnderTest.newSchema(try #require(EngineUnderTest.server), dir)
        for arguments in [
            [
                "init", dir, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo",
                "--database", address,
            ],
            ["publish", dir],
        ] {
            let made = try Program.run(arguments)
            try #require(made.status == 0, "\(made.complaint)")
        }
    }

    @Test func `an older program is unfit once a newer one has changed a table, and refuses`()
        throws
    {
        let site = try Running([dir, "--port", "0"], in: scratch)
        defer { site.end() }
        let base = try site.base()
        let well = try health(base, in: scratch)
        #expect(well.code == "200")
        #expect(well.text.contains("\"status\":\"ok\""))

        // As a newer program would leave it, which has a view more.
        try EngineUnderTest.run(
            "INSERT INTO view_cursors (name, shape, seq, erasures) VALUES ('later', '', 0, 0)",
            in: address
        )
        try EngineUnderTest.run(
            "UPDATE programs SET turn = turn + 1, version = '99.0'",
            in: address
        )
        let sick = try health(base, in: scratch)
        #expect(sick.code == "503")
        #expect(sick.text.contains("\"status\":\"unfit\""))
        #expect(sick.text.contains("\"program\":\"outdated\""))
        let refused = try Program.run("publish", dir)
        #expect(refused.status == 2)
        #expect(refused.complaint.contains("program yang lebih baru"))
    }

    @Test func `a view that stopped for all leaves a node fit`() throws {
        let site = try Running([dir, "--port", "0"], in: scratch)
        defer { site.end() }
        // A view that still takes something in would go on by itself.
        for _ in 0..<100 {
            if try health(site.base(), in: scratch).text.contains("\"behind\":0") { break }
            usleep(100_000)
        }
        try EngineUnderTest.run(
            "UPDATE view_cursors SET failed_at = seq + 1 WHERE name = 'activity'",
            in: address
        )
        let told = try health(try site.base(), in: scratch)
        #expect(told.code == "200")
        #expect(told.text.contains("\"status\":\"degraded\""))
        #expect(told.text.contains("\"views_stopped\":[\"activity\"]"))
    }

    @Test func `a machine whose clock is a day off says so, and records by the server's`() throws {
        let ahead = try TurnedClock(in: scratch).turned(byDays: 1)
        let site = try Running([dir, "--port", "0"], in: scratch, under: ahead)
        defer { site.end() }
        let sick = try health(try site.base(), in: scratch)
        #expect(sick.code == "503")
        let seconds = try #require(sick.text.firstMatch(of: /"clock_ahead":(\d+)/)?.1)
        #expect(abs((Int(seconds) ?? 0) - 86_400) < 600)
        // The site has begun its log under that clock.
        let last = try #require(try EngineUnderTest.events(in: address).last)
        let at = try RecordedEvent(seq: 1, bytes: last).place.at
        let now = Int64(Date.now.timeIntervalSince1970 * 1000)
        #expect(abs(at.milliseconds - now) < 3_600_000)
        let doctor = try Program.run(["doctor", dir], under: ahead)
        #expect(doctor.output.contains("lebih cepat daripada jam basis data"))
    }
}
