import Ledger
import Services
import Stories
import Testing

/// Files that wait to be brought in lie beside the drafts of applicants.
struct WaitingFilesTests {
    @Test func `sweeping old drafts stops at no file that waits`() async throws {
        let bench = try await SiteBench()
        let (drafts, id) = (Drafts(bench.regency.store), OpaqueID(high: 3, low: 5))
        let now = WorkingRegency.morning
        try await drafts.keep(id, Array("16.03/kopi/petani impor 3\nabcnama;nik\n".utf8), at: now)
        try await bench.feature.drafts.sweep(at: now)
        #expect(try await drafts.open(id, at: now) != nil)
        let over = now.adding(seconds: 31 * 86_400)
        try await bench.feature.drafts.sweep(at: over)
        #expect(try await drafts.open(id, at: over) == nil)
    }
}
