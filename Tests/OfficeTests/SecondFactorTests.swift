import Ledger
import Office
import Stories
import Testing

struct OneTimeCodeTests {
    /// The vectors of RFC 6238, appendix B, for SHA-1.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)]
    )
    func `codes are those of the standard`(seconds: Int64, code: String) {
        let secret = OneTimeSecret(bytes: Array("12345678901234567890".utf8))
        let step = OneTimeSecret.step(at: Instant(milliseconds: seconds * 1000))
        #expect(secret.code(at: step, digits: 8) == code)
        #expect(secret.code(at: step) == String(code.suffix(6)))
    }

    @Test func `one step of skew is taken, two are not, and no step twice`() {
        let secret = OneTimeSecret(bytes: Array("12345678901234567890".utf8))
        let now = Instant.second(0)
        let step = OneTimeSecret.step(at: now)
        for shift in Int64(-1)...1 {
            let code = secret.code(at: step + shift)
            #expect(secret.step(of: code, at: now, after: nil) == step + shift)
        }
        for shift in [Int64(-2), 2] {
            #expect(secret.step(of: secret.code(at: step + shift), at: now, after: nil) == nil)
        }
        #expect(secret.step(of: secret.code(at: step), at: now, after: step) == nil)
        #expect(secret.step(of: "abc", at: now, after: nil) == nil)
    }

    @Test func `the key reads the same when scanned and when typed`() {
        let secret = OneTimeSecret(bytes: Array("12345678901234567890".utf8))
        #expect(secret.typed == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            secret.address(issuer: "Kab. Contoh", account: "tono")
                == "otpauth://totp/Kab.%20Contoh:tono"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kab.%20Contoh"
        )
    }
}

struct SecondFactorTests {
    private struct Bench {
        let office: OfficeBench
        let desk: SecondFactorDesk
        let id: OpaqueID

        init() async throws {
            office = try await OfficeBench()
            id = try await office.officials.add(
                "Tono",
                logIn: try #require(LogInName("tono")),
                holdings: [Holding("pengelola", 20_000)],
                OfficeBench.circumstances
            )
            try await office.door.setPassword("kopi pagi di teras", of: id)
            desk = SecondFactorDesk(
                store: office.store,
                keys: office.keys,
                logIn: office.door,
                officials: office.officials
            )
        }

        func begin(_ second: Int64, isRequired: Bool = false) async throws -> LogInOutcome {
            try await desk.begin(
                "tono",
                "kopi pagi di teras",
                at: .second(second),
                isRequired: { _, _ in isRequired }
            )
        }

        func circumstances(_ second: Int64, by: Actor) -> OfficialsDesk.Circumstances {
            OfficialsDesk.Circumstances(now: .second(second), by: by, map: SampleOffice.map)
        }

        func setUp() async throws -> OneTimeSecret {
            let secret = try await desk.prepare(id, at: .second(0))
            let code = secret.code(at: OneTimeSecret.step(at: .second(0)))
            try await desk.confirm(id, code, circumstances(0, by: Actor(id)))
            return secret
        }
    }

    @Test func `without a phone a password is enough, until the regency requires one`()
        async throws
    {
        let bench = try await Bench()
        guard case .inside = try await bench.begin(0) else {
            Issue.record("not inside")
            return
        }
        guard case .mustSetUp(let half) = try await bench.begin(1, isRequired: true) else {
            Issue.record("nothing to set up")
            return
        }
        let found = try await bench.office.store.read { reader in
            try bench.desk.half(half, at: .second(2), reader)
        }
        #expect(found == HalfSession(official: bench.id, hasSecondFactor: false))
        let late = try await bench.office.store.read { reader in
            try bench.desk.half(half, at: .minute(16), reader)
        }
        #expect(late == nil, "the second step does not wait for ever")
    }

    @Test func `password and code together are a full log-in at a shared desk`() async throws {
        let bench = try await Bench()
        let secret = try await bench.setUp()
        let (door, today) = (bench.office.door, Day(number: 20_000))
        guard case .needsCode(let half) = try await bench.begin(60) else {
            Issue.record("no second step")
            return
        }
        let code = secret.code(at: OneTimeSecret.step(at: .second(60)))
        let session = try await bench.desk.finish(half, code, at: .second(60))
        try await door.share("meja", as: "kominfo", by: session, on: today, at: .second(60))
        try await door.setPIN("407162", of: bench.id)
        try await bench.office.store.operate(["DELETE FROM desk_people"])
        func people() async throws -> [OpaqueID] {
            try await bench.office.store.read { reader in
                try door.people(atDesk: "meja", on: today, reader)
            }
        }
        #expect(try await people().isEmpty)
        try await bench.desk.noteFullLogIn(session, on: "meja", today)
        #expect(try await people() == [bench.id])
    }

    @Test func `the code opens once, and half a log-in opens nothing`() async throws {
        let bench = try await Bench()
        let secret = try await bench.setUp()
        guard case .needsCode(let half) = try await bench.begin(60) else {
            Issue.record("no second step")
            return
        }
        let open = try await bench.office.store.read { reader in
            try bench.office.door.official(of: half, at: .second(60), reader)
        }
        #expect(open == nil)
        let code = secret.code(at: OneTimeSecret.step(at: .second(60)))
        let session = try await bench.desk.finish(half, code, at: .second(60))
        let inside = try await bench.office.store.read { reader in
            try bench.office.door.official(of: session, at: .second(60), reader)
        }
        #expect(inside?.official == bench.id)
        guard case .needsCode(let again) = try await bench.begin(61) else { return }
        await #expect(throws: OfficeRefusal.codeNotRight) {
            _ = try await bench.desk.finish(again, code, at: .second(61))
        }
    }

    @Test func `a recovery code opens once`() async throws {
        let bench = try await Bench()
        _ = try await bench.setUp()
        let shown = try await bench.office.store.read { reader in
            try bench.desk.recoveryCodes(of: bench.id, at: .second(10), reader)
        }
        let codes = try #require(shown)
        #expect(Set(codes).count == 10)
        let later = try await bench.office.store.read { reader in
            try bench.desk.recoveryCodes(of: bench.id, at: .minute(16), reader)
        }
        #expect(later == nil, "they are shown for a quarter of an hour")
        guard case .needsCode(let half) = try await bench.begin(60) else { return }
        _ = try await bench.desk.finish(half, codes[3].uppercased(), at: .second(60))
        guard case .needsCode(let again) = try await bench.begin(61) else { return }
        await #expect(throws: OfficeRefusal.codeNotRight) {
            _ = try await bench.desk.finish(again, codes[3], at: .second(61))
        }
    }

    @Test func `guessing is stopped after five tries`() async throws {
        let bench = try await Bench()
        _ = try await bench.setUp()
        guard case .needsCode(let half) = try await bench.begin(60) else { return }
        for _ in 0..<4 {
            await #expect(throws: OfficeRefusal.codeNotRight) {
                _ = try await bench.desk.finish(half, "000000", at: .second(60))
            }
        }
        var refusals: [OfficeRefusal] = []
        for _ in 0..<2 {
            do throws(any Error) {
                _ = try await bench.desk.finish(half, "000000", at: .second(60))
            } catch let refusal as OfficeRefusal {
                refusals.append(refusal)
            }
        }
        #expect(refusals.last == .waitAfterFailures(seconds: 3600))
    }

    @Test func `another manager takes it away, and nobody their own`() async throws {
        let bench = try await Bench()
        _ = try await bench.setUp()
        await #expect(throws: OfficeRefusal.notYourOwn) {
            try await bench.desk.clear(
                bench.id,
                seen: nil,
                bench.circumstances(1, by: Actor(bench.id))
            )
        }
        try await bench.desk.clear(bench.id, seen: nil, bench.circumstances(2, by: .system))
        guard case .inside = try await bench.begin(3) else {
            Issue.record("still asked for a code")
            return
        }
    }

    @Test func `neither the key nor a code stands in the database`() async throws {
        let bench = try await Bench()
        let secret = try await bench.setUp()
        let codes = try await bench.office.store.read { reader in
            try bench.desk.recoveryCodes(of: bench.id, at: .second(10), reader)
        }
        let bytes = [UInt8](try await bench.office.databaseBytes())
        for canary in [secret.bytes] + (codes ?? []).map({ Array($0.utf8) }) {
            #expect(!bytes.contains(canary))
        }
    }
}

struct PasswordRulesTests {
    @Test(arguments: [
        "kopi pagi di teras", "sembilan bebek liar", "xK2#pppp-0aa", "Tukang cukur 77",
    ])
    func `a long password of one's own is taken`(password: String) throws {
        try PasswordRules.check(password, own: ["rina", "Rina Kartika", "199105052019032001"])
    }

    @Test(arguments: [
        "password123", "Sandi-123456", "rahasia2026!", "qwertyuiop", "1234567890", "0987654321",
        "aaaaaaaaaaaa", "abababababab", "abcdefghij", "rina123456", "RinaKartika", "kartika2026",
        "199105052019032001", "MuaraEnim2026", "indonesiaindonesia", "..........",
    ])
    func `what is tried first is not`(password: String) {
        #expect(throws: OfficeRefusal.passwordTooCommon) {
            try PasswordRules.check(password, own: ["rina", "Rina Kartika", "199105052019032001"])
        }
    }

    @Test func `length is counted in characters`() {
        #expect(throws: OfficeRefusal.passwordTooShort) { try PasswordRules.check("pendekkk9") }
        #expect(throws: OfficeRefusal.passwordTooLong) {
            try PasswordRules.check(String(repeating: "ab c", count: 60))
        }
    }
}
