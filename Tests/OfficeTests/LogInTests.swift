import Foundation
import Ledger
import Office
import Stories
import Testing

private let right = "sandi-karangan-1"

extension OfficeBench {
    /// An official who may log in as `rina`.
    func rina() async throws -> OpaqueID {
        let id = try await officials.add(
            "Rina Kartika",
            logIn: try #require(LogInName("rina")),
            holdings: [Holding("petugas-ulu", 1)],
            Self.circumstances
        )
        try await door.setPassword(right, of: id)
        return id
    }

    func session(_ secret: SessionSecret, at now: Instant) async throws -> OpenSession? {
        try await store.read { try self.door.official(of: secret, at: now, $0) }
    }

    /// The failures that stand against the one name that was tried.
    func failures() async throws -> Int64 {
        try await store.read {
            try $0.row("SELECT coalesce(max(failures), 0) AS n FROM log_in_tries")?.int("n") ?? 0
        }
    }

    func refusal(_ name: String, _ password: String, at now: Instant) async throws -> OfficeRefusal?
    {
        do {
            _ = try await door.logIn(name, password, at: now)
            return nil
        } catch let refusal as OfficeRefusal {
            return refusal
        }
    }
}

struct LogInTests {
    @Test func `the right password opens a session that a cookie carries`() async throws {
        let bench = try await OfficeBench()
        let id = try await bench.rina()
        let secret = try await bench.door.logIn("Rina", right, at: .second(0))
        let carried = try #require(SessionSecret(cookie: secret.cookie))
        #expect(try await bench.session(carried, at: .second(1))?.official == id)
        #expect(SessionSecret(cookie: String(secret.cookie.dropLast())) == nil)
        #expect(SessionSecret(cookie: String(repeating: "g", count: 64)) == nil)
        try await bench.store.close()
    }

    @Test func `wrong passwords, unknown names and names that cannot be are answered alike`()
        async throws
    {
        let bench = try await OfficeBench()
        _ = try await bench.rina()
        for (name, password) in [("rina", "salah"), ("tidak-ada", right), ("?", right), ("", "")] {
            #expect(
                try await bench.refusal(name, password, at: .second(0)) == .wrongPassword,
                "\(name)"
            )
        }
        try await bench.store.close()
    }

    @Test func `whoever has left cannot come in, and an open session ends`() async throws {
        let bench = try await OfficeBench()
        let id = try await bench.rina()
        let secret = try await bench.door.logIn("rina", right, at: .second(0))
        try await bench.officials.handle(.leave, on: id, OfficeBench.circumstances)
        #expect(try await bench.session(secret, at: .second(1)) == nil)
        #expect(try await bench.refusal("rina", right, at: .second(2)) == .wrongPassword)
        try await bench.store.close()
    }

    @Test func `from the fourth failure on each doubles the wait, up to an hour`() {
        let waits = (0...20).map { LogInDesk.wait(afterFailures: $0) }
        #expect(waits.prefix(6) == [0, 0, 0, 0, 15, 30])
        #expect(waits[11] == 1920 && waits[12] == 3600 && waits[20] == 3600)
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(LogInDesk.wait(afterFailures: .max) == 3600)
    }

    @Test func `after failures even the right password has to wait`() async throws {
        let bench = try await OfficeBench()
        _ = try await bench.rina()
        for second in 0..<4 {
            let refusal = try await bench.refusal("rina", "salah", at: .second(Int64(second)))
            #expect(refusal == .wrongPassword)
        }
        let early = try await bench.refusal("rina", right, at: .second(4))
        #expect(early == .waitAfterFailures(seconds: 15))
        #expect(try await bench.failures() == 4)
        #expect(try await bench.refusal("rina", right, at: .second(18)) == nil)
        #expect(try await bench.failures() == 0)
        try await bench.store.close()
    }

    @Test func `the wait that the record keeps is the one that is promised`() async throws {
        let bench = try await OfficeBench()
        _ = try await bench.rina()
        var now: Int64 = 0
        for failure in Int64(1)...14 {
            #expect(try await bench.refusal("rina", "salah", at: .second(now)) == .wrongPassword)
            #expect(try await bench.failures() == failure)
            let wait = LogInDesk.wait(afterFailures: failure)
            if wait > 0 {
                let refusal = try await bench.refusal("rina", right, at: .second(now + wait - 1))
                #expect(refusal == .waitAfterFailures(seconds: 2))
            }
            now += wait
        }
        try await bench.store.close()
    }

    @Test(arguments: ["siapa", "rina", "?", "Nama Yang Tidak Bisa"])
    func `a name that is nobody's waits like one that is somebody's`(name: String) async throws {
        let bench = try await OfficeBench()
        _ = try await bench.rina()
        for second in 0..<4 {
            let refusal = try await bench.refusal(name, "salah", at: .second(Int64(second)))
            #expect(refusal == .wrongPassword)
        }
        let early = try await bench.refusal(name, "salah", at: .second(4))
        #expect(early == .waitAfterFailures(seconds: 15))
        // Another name is not held up, and capitals make no other name.
        #expect(try await bench.refusal("lain", "salah", at: .second(4)) == .wrongPassword)
        let shouted = try await bench.refusal(name.uppercased(), "salah", at: .second(4))
        #expect(shouted == early)
        try await bench.store.close()
    }

    @Test func `failures are forgotten after a quiet day, and by a new password`() async throws {
        let bench = try await OfficeBench()
        let id = try await bench.rina()
        for second in 0..<3 {
            _ = try await bench.refusal("siapa", "salah", at: .second(Int64(second)))
        }
        #expect(try await bench.failures() == 3)
        _ = try await bench.refusal("rina", "salah", at: .minute(24 * 60 + 1))
        #expect(try await bench.failures() == 1)
        try await bench.door.setPassword(right, of: id)
        #expect(try await bench.failures() == 0)
        try await bench.store.close()
    }

    @Test func `tries side by side are all counted, and get around no wait`() async throws {
        let bench = try await OfficeBench()
        _ = try await bench.rina()
        let refusals = try await withThrowingTaskGroup(of: OfficeRefusal?.self) { group in
            for number in 0..<12 {
                group.addTask { try await bench.refusal("rina", "salah \(number)", at: .second(0)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.count == 12 && !refusals.contains(nil))
        // Four are free; the others met the wait that the fourth had set.
        #expect(try await bench.failures() == 4)
        let late = try await bench.refusal("rina", right, at: .second(14))
        #expect(late == .waitAfterFailures(seconds: 2))
        try await bench.store.close()
    }

    @Test func `a session ends after thirty quiet minutes`() async throws {
        let bench = try await OfficeBench()
        _ = try await bench.rina()
        let secret = try await bench.door.logIn("rina", right, at: .minute(0))
        #expect(try await bench.session(secret, at: .second(60))?.isDueForTouch == false)
        #expect(try await bench.session(secret, at: .second(61))?.isDueForTouch == true)
        #expect(try await bench.session(secret, at: .second(1799)) != nil)
        #expect(try await bench.session(secret, at: .minute(30)) == nil)
        try await bench.door.touch(secret, at: .minute(29))
        #expect(try await bench.session(secret, at: .minute(58)) != nil)
        #expect(try await bench.session(secret, at: .minute(59)) == nil)
        try await bench.store.close()
    }

    @Test func `a session ends after twelve hours however busy it is`() async throws {
        let bench = try await OfficeBench()
        _ = try await bench.rina()
        let secret = try await bench.door.logIn("rina", right, at: .minute(0))
        try await bench.door.touch(secret, at: .minute(719))
        #expect(try await bench.session(secret, at: .second(720 * 60 - 1)) != nil)
        #expect(try await bench.session(secret, at: .minute(720)) == nil)
        try await bench.store.close()
    }

    @Test func `logging out ends that session and no other`() async throws {
        let bench = try await OfficeBench()
        _ = try await bench.rina()
        let first = try await bench.door.logIn("rina", right, at: .second(0))
        let second = try await bench.door.logIn("rina", right, at: .second(1))
        try await bench.door.logOut(first)
        #expect(try await bench.session(first, at: .second(2)) == nil)
        #expect(try await bench.session(second, at: .second(2)) != nil)
        try await bench.store.close()
    }

    @Test func `a new password ends every session and the old password`() async throws {
        let bench = try await OfficeBench()
        let id = try await bench.rina()
        let secret = try await bench.door.logIn("rina", right, at: .second(0))
        await #expect(throws: OfficeRefusal.passwordTooShort) {
            try await bench.door.setPassword("sembilan9", of: id)
        }
        #expect(try await bench.session(secret, at: .second(1)) != nil)
        try await bench.door.setPassword("sandi-karangan-2", of: id)
        #expect(try await bench.session(secret, at: .second(1)) == nil)
        #expect(try await bench.refusal("rina", right, at: .second(2)) == .wrongPassword)
        #expect(try await bench.refusal("rina", "sandi-karangan-2", at: .second(3)) == nil)
        try await bench.store.close()
    }

    @Test func `a flood of log-ins is turned away before it costs anything`() async throws {
        let hasher = PasswordHasher(mostWaiting: 0)
        await #expect(throws: OfficeRefusal.tooManyAtOnce) {
            try await hasher.compare(right, with: nil)
        }
    }
}

struct OfficialsDeskTests {
    @Test func `officials are listed with their names and posts`() async throws {
        let bench = try await OfficeBench()
        let id = try await bench.rina()
        let listed = try #require(try await bench.officials.list().first)
        #expect(listed.id == id && listed.name == "Rina Kartika" && listed.logIn == "rina")
        #expect(listed.holdings == [Holding("petugas-ulu", 1)])
        let logIn = try #require(LogInName("RINA"))
        #expect(try await bench.officials.find(logIn) == id)
        #expect(try await bench.store.read { try $0.name(of: id) } == "Rina Kartika")
        try await bench.officials.handle(.leave, on: id, OfficeBench.circumstances)
        #expect(try await bench.officials.list().isEmpty)
        try await bench.store.close()
    }

    @Test func `a civil servant's number comes back, and stands in no byte on disk`() async throws {
        let bench = try await OfficeBench()
        let nip = try #require(NIP("198508172010011002"))
        _ = try await bench.officials.add(
            "Rina Kartika",
            logIn: try #require(LogInName("rina")),
            nip: nip,
            holdings: [Holding("petugas-ulu", 1)],
            OfficeBench.circumstances
        )
        #expect(try await bench.officials.list().map(\.nip) == [nip])
        #expect(try await bench.databaseBytes().range(of: Data(nip.digits.utf8)) == nil)
        try await bench.store.close()
    }

    @Test func `a log-in name is one person's for ever`() async throws {
        let bench = try await OfficeBench()
        let id = try await bench.rina()
        try await bench.officials.handle(.leave, on: id, OfficeBench.circumstances)
        let logIn = try #require(LogInName("rina"))
        await #expect(throws: OfficeRefusal.logInTaken) {
            try await bench.officials.add(
                "Rina Lain",
                logIn: logIn,
                holdings: [],
                OfficeBench.circumstances
            )
        }
        try await bench.store.close()
    }

    @Test func `the tables give the same standing as the facts`() async throws {
        let bench = try await OfficeBench()
        let id = try await bench.rina()
        let commands: [OfficialCommand] = [
            .place(Holding("lurah-ulu", .standIn, 10, 20)), .place(Holding("lurah-ulu", 40)),
            .relieve(post: "lurah-ulu", last: Day(number: 60)),
            .place(Holding("seklur-ulu", .acting, 5)),
            .relieve(post: "seklur-ulu", last: Day(number: 6)),
        ]
        for command in commands {
            try await bench.officials.handle(command, on: id, OfficeBench.circumstances)
        }
        let stream = Stream(OfficialStory.kind, id)
        let (state, _) = try await bench.store.state(of: stream, as: OfficialStory.self)
        let rows = try await bench.store.read { try $0.holdings(of: id) }
        #expect(Set(rows) == Set(state.holdings) && rows.count == 4)
        for day in [4, 5, 6, 7, 10, 20, 21, 40, 60, 61] {
            let told = Standing(
                of: Actor(id),
                state,
                in: SampleOffice.map,
                on: Day(number: day)
            )
            let read = try await bench.store.read {
                try $0.standing(of: id, in: SampleOffice.map, on: Day(number: day))
            }
            #expect(Set(told.seats) == Set(read.seats), "day \(day)")
        }
        try await bench.store.close()
    }

    @Test func `nobody reads a name, a log-in name, a password or a session in the database`()
        async throws
    {
        let bench = try await OfficeBench()
        let canary = ["Kenari Burungnyanyian", "kenari.burung", "sandi-kenari-panjang"]
        let id = try await bench.officials.add(
            canary[0],
            logIn: try #require(LogInName(canary[1])),
            holdings: [Holding("petugas-ulu", 1)],
            OfficeBench.circumstances
        )
        try await bench.door.setPassword(canary[2], of: id)
        let secret = try await bench.door.logIn(canary[1], canary[2], at: .second(0))
        let digits = Stories.bytes(hexadecimal: secret.cookie)
        let cookie = try #require(digits)
        let open = try await bench.databaseBytes()
        for word in canary + ["Burungnyanyian", "kenari", secret.cookie] {
            #expect(open.range(of: Data(word.utf8)) == nil, "\(word)")
        }
        #expect(open.range(of: Data(cookie)) == nil)
        // What may be read is found, so the search can find.
        #expect(open.range(of: Data("petugas-ulu".utf8)) != nil)
        try await bench.store.close()
    }
}
