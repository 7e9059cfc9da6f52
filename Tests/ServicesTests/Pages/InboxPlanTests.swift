import Ledger
import Office
import Services
import Stories
import Testing
import UnderTest

/// How the record would answer the inbox: by its indexes, whatever the table holds.
@Suite(.enabled(if: EngineUnderTest.server == nil, "they are SQLite's own plans"))
struct InboxPlanTests {
    /// Three posts and a deputy's, as somebody in a small office has them.
    private func query(_ regency: WorkingRegency, _ filter: InboxFilter) async throws -> InboxQuery
    {
        let force = try await regency.force
        let seats = force.office.units.prefix(4).compactMap { unit -> Standing.Seat? in
            force.office.posts.first { $0.unit == unit.id }.map { post in
                Standing.Seat(post: post, unit: unit, capacity: .standIn)
            }
        }
        let id = OpaqueID(high: 5, low: 5)
        return InboxQuery(
            official: WorkingOfficial(
                id: id,
                name: "Rina",
                standing: Standing(official: Actor(id), seats: seats),
                force: force
            ),
            now: WorkingRegency.morning,
            filter: filter
        )
    }

    private func plan(_ sql: SQL, on regency: WorkingRegency) async throws -> [String] {
        try await regency.store.read { reader in
            try reader.rows("EXPLAIN QUERY PLAN \(sql)").map { try $0.text("detail") }
        }
    }

    private static let filters: [[String: String]] = [
        [:], ["layanan": "sku"], ["wilayah": "16.03.08"], ["langkah": "periksa"],
        ["dari": "2026-11-01", "sampai": "2026-11-30"], ["petugas": "belum"],
    ]

    private static let indexes: [InboxView: [String]] = [
        .mine: ["cases_taken"], .unit: ["cases_turn"], .late: ["cases_turn"],
        .waiting: ["cases_waiting"], .opinions: ["case_units_asked", "sqlite_autoindex_cases_1"],
        .snoozed: ["cases_snoozed"],
        .objections: ["cases_objected"], .done: ["cases_done", "cases_owner"],
    ]

    @Test(arguments: InboxView.allCases)
    func `a page and a count of a list read the list's own index`(view: InboxView) async throws {
        let regency = try await WorkingRegency()
        for values in Self.filters {
            let filter = InboxFilter { values[$0] }
            let query = try await query(regency, filter)
            for sql in [
                try #require(query.listing(view, from: 50, count: 25)),
                try #require(query.counting(view, upTo: 1000)),
            ] {
                let plan = try await plan(sql, on: regency)
                // The rows of the page are looked up by their key, beside the parts of the list.
                let reads = plan.filter {
                    ($0.contains("cases") || $0.contains("SEARCH u"))
                        && !$0.contains("SEARCH c USING")
                }
                #expect(!reads.isEmpty)
                for read in reads {
                    let isSearch = ["SEARCH cases USING", "SEARCH u USING"]
                        .contains { read.hasPrefix($0) }
                    #expect(isSearch, "\(view) \(values): \(plan)")
                    let isOwn = (Self.indexes[view] ?? []).contains { read.contains("\($0) ") }
                    #expect(isOwn, "\(view) \(values): \(read)")
                }
                #expect(!plan.contains { $0.hasPrefix("SCAN cases") || $0 == "SCAN c" }, "\(plan)")
            }
        }
        try await regency.store.close()
    }

    @Test(arguments: InboxView.allCases)
    func `no list sorts what a unit has: its index is in order already`(view: InboxView)
        async throws
    {
        let regency = try await WorkingRegency()
        let query = try await query(regency, InboxFilter())
        let listing = try await plan(
            try #require(query.listing(view, from: 50, count: 25)),
            on: regency
        )
        // The first of each part are merged, for which they may be sorted; the part itself is not.
        for (read, next) in zip(listing, listing.dropFirst()) where read.contains(" cases USING ") {
            #expect(!next.contains("TEMP B-TREE"), "\(listing)")
        }
        #expect(listing.contains { $0.contains(" cases USING ") })
        let count = try await plan(try #require(query.counting(view, upTo: 1000)), on: regency)
        #expect(!count.contains { $0.contains("TEMP B-TREE") }, "\(count)")
        try await regency.store.close()
    }

    @Test(arguments: ["Siti", "Siti Aminah", "1603084505900077", "0812-0000-5678", "482910375527"])
    func `a search reads the words of the official's own units`(words: String) async throws {
        let regency = try await WorkingRegency()
        for values in Self.filters {
            let query = try await query(regency, InboxFilter { values[$0] })
            let plan = try await regency.store.read { reader in
                let sql = try #require(query.searching(words, page: 1, reader))
                return try reader.rows("EXPLAIN QUERY PLAN \(sql)").map { try $0.text("detail") }
            }
            #expect(!plan.contains { $0.hasPrefix("SCAN c") || $0.hasPrefix("SCAN f") }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN o") }, "\(plan)")
            let finds = plan.filter { $0.hasPrefix("SEARCH f ") }
            #expect(
                finds.allSatisfy { $0.contains("token=?") && $0.contains("scope=?") },
                "\(plan)"
            )
            // The filters sift what was found by words; they open no way of their own.
            let cases = plan.filter { $0.hasPrefix("SEARCH c ") }
            #expect(!cases.isEmpty)
            #expect(
                cases.allSatisfy { $0.contains("(id=?)") || $0.contains("(number=?)") },
                "\(values) \(plan)"
            )
        }
        try await regency.store.close()
    }
}
