import Ledger
import Services
import Stories
import Testing

/// How the record would answer the clock of the cases, which asks every twenty seconds.
@Test func `the clock reads the indexes of what it looks for, and no table`() async throws {
    let regency = try await WorkingRegency()
    let now = WorkingRegency.morning
    let sql = ServicesFeature.lookedAt(by: now, reminding: now.adding(seconds: 3 * 86_400))
    let plan = try await regency.store.read { reader in
        try reader.rows("EXPLAIN QUERY PLAN \(sql)").map { try $0.text("detail") }
    }
    for index in ["cases_to_expire", "cases_to_be_late", "cases_to_remind"] {
        #expect(plan.contains { $0.hasPrefix("SEARCH cases USING INDEX \(index) ") }, "\(plan)")
    }
    #expect(!plan.contains { $0.hasPrefix("SCAN cases") }, "\(plan)")
    try await regency.store.close()
}
