import Satisfaction
import Stories
import Testing

struct RemainderTests {
    private static func scope(_ unit: Code?, _ service: Code?, _ period: String) throws
        -> ReportScope
    {
        ReportScope(unit: unit, service: service, try #require(Period(period)))
    }

    @Test func `an office less all its services but a few people's is not told`() throws {
        let whole = try Self.scope("dukcapil", nil, "2026-t4")
        let births = try Self.scope("dukcapil", "akta-lahir", "2026-t4")
        let deaths = try Self.scope("dukcapil", "akta-mati", "2026-t4")
        let published = [births: 40, deaths: 30]
        #expect(Remainder(scope: whole, answers: 73).smallGroup(beside: published) == 3)
        #expect(Remainder(scope: whole, answers: 70).smallGroup(beside: published) == nil)
        #expect(Remainder(scope: whole, answers: 75).smallGroup(beside: published) == nil)
        let others = [whole: 73, births: 40]
        #expect(Remainder(scope: deaths, answers: 30).smallGroup(beside: others) == 3)
    }

    @Test func `a year less its quarters, and the regency less its offices, are not told either`()
        throws
    {
        let year = try Self.scope("dukcapil", nil, "2026")
        let first = try Self.scope("dukcapil", nil, "2026-t1")
        #expect(Remainder(scope: year, answers: 62).smallGroup(beside: [first: 60]) == 2)
        let all = try Self.scope(nil, nil, "2026")
        #expect(Remainder(scope: all, answers: 64).smallGroup(beside: [year: 60]) == 4)
        #expect(Remainder(scope: all, answers: 640).smallGroup(beside: [year: 60]) == nil)
    }

    @Test func `what came in between two publications is at least five answers, or none`() throws {
        let scope = try Self.scope("dukcapil", nil, "2026-t4")
        let remainder = Remainder(scope: scope, answers: 61)
        #expect(remainder.smallGroup(beside: [scope: 60], earlier: [40, 60]) == 1)
        #expect(remainder.smallGroup(beside: [scope: 61], earlier: [40, 61]) == nil)
        #expect(remainder.smallGroup(beside: [scope: 50], earlier: [50]) == nil)
    }

    @Test func `a report of another year or office changes nothing`() throws {
        let scope = try Self.scope("dukcapil", nil, "2026-t4")
        let others = [
            try Self.scope("dpmptsp", "izin", "2026-t4"): 58,
            try Self.scope("dukcapil", "akta-lahir", "2025-t4"): 58,
        ]
        #expect(Remainder(scope: scope, answers: 61).smallGroup(beside: others) == nil)
    }
}
