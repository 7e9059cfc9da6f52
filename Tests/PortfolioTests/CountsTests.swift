import Ledger
import Portfolio
import Stories
import Testing

struct CountsTests {
    @Test func `a case that ends in time is counted wherever it belongs`() async throws {
        let regency = try await CountedRegency()
        let id = try await regency.begin(1)
        regency.pass(days: 1)
        try await regency.end(id)
        for scope in [
            Scope(), Scope(units: ["kel-satu"]), Scope(service: "sku"),
            Scope(district: "16.03.02"),
            Scope(units: ["kel-satu"], service: "sku", district: "16.03.02"),
        ] {
            let counts = try await regency.counts("2026-11", scope)
            #expect(counts.received == 1)
            #expect(counts.ended == 1)
            #expect(counts.onTime == 1)
            #expect(counts.late == 0)
        }
        #expect(try await regency.counts("2026-11", Scope(units: ["kel-dua"])) == Counts())
        #expect(try await regency.counts("kini").open == 0)
        #expect(try await regency.counts("m2026-11-23").onTime == 1)
    }

    @Test func `the end of the promised day is still in time, the next day is not`() async throws {
        let regency = try await CountedRegency()
        let (one, two) = (try await regency.begin(1), try await regency.begin(2))
        regency.pass(days: 1)
        try await regency.end(one)
        regency.pass(days: 1)
        try await regency.becomeLate(two)
        #expect(try await regency.counts("kini").overdue == 1)
        try await regency.end(two, "ditolak")
        let counts = try await regency.counts("2026-11")
        #expect((counts.onTime, counts.late, counts.refused) == (1, 1, 1))
        #expect(try await regency.counts("kini") == Counts())
    }

    @Test func `what the citizen takes back is neither in time nor late`() async throws {
        let regency = try await CountedRegency()
        try await regency.end(try await regency.begin(1), "dibatalkan")
        let counts = try await regency.counts("2026-11")
        #expect((counts.ended, counts.cancelled, counts.decided) == (1, 1, 0))
    }

    @Test func `a case that goes on again is taken out of what ended`() async throws {
        let regency = try await CountedRegency()
        let id = try await regency.begin(1)
        try await regency.end(id)
        let told = regency.now.adding(seconds: 86_400).milliseconds
        let sealed =
            #"{"c":"0000000000000001000000000000000500000000000000010000000000000005","#
            + #""id":"00000000000000010000000000000005"}"#
        let first =
            #"{"duty":"petugas-pelayanan","may_withdraw":true,"stage":"diperiksa","#
            + #""step":"periksa","told":\#(told),"unit":"kel-satu","#
            + #""within":{"amount":1,"unit":"hari"}}"#
        try await regency.record(
            "reopened",
            #"{"first":\#(first),"leg":2,"reason":\#(sealed),"told":\#(told)}"#,
            of: id
        )
        let counts = try await regency.counts("2026-11")
        #expect((counts.received, counts.ended, counts.onTime) == (1, 0, 0))
        #expect(try await regency.counts("kini").open == 1)
        regency.pass(days: 3)
        try await regency.end(id)
        let after = try await regency.counts("2026-11")
        #expect((after.ended, after.onTime, after.late) == (1, 0, 1))
    }

    @Test func `while the citizen is asked, nothing is overdue`() async throws {
        let regency = try await CountedRegency()
        let id = try await regency.begin(1)
        regency.pass(days: 2)
        try await regency.becomeLate(id)
        #expect(try await regency.counts("kini").overdue == 1)
        let told = regency.now.adding(seconds: 864_000).milliseconds
        try await regency.record(
            "asked",
            #"{"action":"minta","files":[],"told":\#(told),"#
                + #""then":{"ending":"habis","shows":"dibatalkan"},"#
                + #""waiting":{"amount":10,"unit":"hari"}}"#,
            of: id
        )
        let now = try await regency.counts("kini")
        #expect((now.open, now.waiting, now.overdue) == (1, 1, 0))
    }

    @Test func `rebuilt equals live`() async throws {
        let regency = try await CountedRegency()
        for number in 1...6 {
            let id = try await regency.begin(
                number,
                in: number.isMultiple(of: 2) ? "kel-dua" : "kel-satu"
            )
            regency.pass(days: 1)
            if number < 3 { try await regency.becomeLate(id) }
            if number > 2 { try await regency.end(id, number == 4 ? "ditolak" : "selesai") }
        }
        let live = try await regency.everything()
        #expect(!live.isEmpty)
        try await regency.store.rebuild()
        #expect(try await regency.everything() == live)
    }

    @Test func `a day ends by the clock of the regency`() async throws {
        // 09.14 WIB on the last of a month is still that month in WIT; 22.30 WIB is the next day.
        let night = try await CountedRegency(in: .wit)
        night.pass(days: 7)
        let counted = try await night.begin(1)
        _ = counted
        #expect(try await night.counts("2026-11").received == 1)
        let late = try await CountedRegency(in: .wit)
        late.set(Zone.wib.instant(Day(number: 20_787), minute: 22 * 60 + 30))
        _ = try await late.begin(1)
        #expect(try await late.counts("2026-12").received == 1)
    }

    @Test(arguments: [
        ([1: 1], 1), ([1: 1, 3: 1], 1), ([1: 1, 3: 1, 9: 1], 3), ([2: 5, 30: 4], 2),
    ])
    func `the median is the middle one`(counts: [Int: Int], median: Int) {
        #expect(Spans(counts).median == median)
        #expect(Spans().median == nil)
    }

    @Test func `a share is told only of enough cases, and is rounded once`() {
        var counts = Counts()
        counts.onTime = 4
        #expect(counts.onTimePercent() == nil)
        counts.late = 3
        #expect(counts.onTimePercent() == 57)
        #expect(counts.onTimePercent(enough: 8) == nil)
    }

    @Test(arguments: ["2026-11", "2000-01"]) func `a month is read`(text: String) {
        #expect(Month(text)?.text == text)
    }

    @Test(arguments: ["2026-13", "2026-1", "26-11", "2026-00", "", "2026-11-01", "+026-11"])
    func `what is no month is not read`(text: String) { #expect(Month(text) == nil) }

    @Test func `months count back over years`() throws {
        let month = try #require(Month("2026-01"))
        #expect(month.back(1).text == "2025-12")
        #expect(month.aYearBefore.text == "2025-01")
    }
}
