import Ledger
import Services
import Stories
import Testing
import UnderTest

/// How SQLite would answer the clock of the cases, which asks every twenty seconds.
@Test(.enabled(if: EngineUnderTest.server == nil, "it is SQLite's own plan"))
func `the clock reads the indexes of what it looks for, and no table`() async throws {
    let regency = try await WorkingRegency()
    let now = WorkingRegency.morning
    let sql = ServicesFeature.lookedAt(by: now, reminding: now.adding(seconds: 3 * 86_400))
    let plan = try await regency.store.read { reader in
        try reader.rows("EXPLAIN QUERY PLAN \(sql)").map { try $0.text("detail") }
    }
    let reads = plan.filter { $0.contains("cases") }
    #expect(reads.count == 3)
    for read in reads {
        let isIndexed = ["cases_to_expire", "cases_not_late"].contains {
            read.contains("INDEX \($0) ")
        }
        #expect(read.hasPrefix("SEARCH cases USING ") && isIndexed, "\(read)")
    }
    // Sorted is only who is asked too long, and of those who are so at one moment.
    #expect(plan.filter { $0.contains("RIGHT PART OF ORDER BY") }.count <= 1)
    try await regency.store.close()
}
