import Cases
import Ledger
import Satisfaction
import Stories
import Testing

/// What is added up as it comes is what one would find by reading everything.
struct RollupTests {
    private static let reopening =
        #"{"first":{"duty":"petugas-pelayanan","may_withdraw":true,"stage":"diperiksa","#
        + #""step":"periksa","told":1796202000000,"unit":"kel-contoh","#
        + #""within":{"amount":1,"unit":"hari_kerja"}},"leg":2,"#
        + #""reason":{"c":"0000000000000001000000000000002700000000000000010000000000000027","#
        + #""id":"00000000000000010000000000000027"},"told":1796288400000}"#
    private static let ending =
        #"{"action":"terbit","lead":{"end":{"ending":"selesai","shows":"selesai","survey":"skm"}}}"#

    private static let pairs: [(kept: SQL, read: SQL)] = [
        (
            """
            SELECT unit, service, year, quarter, n, persyaratan, prosedur, waktu, biaya, produk, \
            kompetensi, perilaku, pengaduan, sarana FROM survey_sums \
            ORDER BY year, quarter, unit, service
            """,
            """
            SELECT unit, service, year, quarter, count(*) AS n, sum(persyaratan), sum(prosedur), \
            sum(waktu), sum(biaya), sum(produk), sum(kompetensi), sum(perilaku), sum(pengaduan), \
            sum(sarana) FROM survey_answers GROUP BY year, quarter, unit, service \
            ORDER BY year, quarter, unit, service
            """
        ),
        (
            """
            SELECT unit, service, year, quarter, n FROM survey_populations WHERE n > 0 \
            ORDER BY year, quarter, unit, service
            """,
            """
            SELECT unit, service, year, quarter, count(*) AS n FROM survey_cases \
            WHERE ended IS NOT NULL GROUP BY year, quarter, unit, service \
            ORDER BY year, quarter, unit, service
            """
        ),
    ]

    @Test func `sums and populations are those of every answer and case, rebuilt too`()
        async throws
    {
        let regency = try await SurveyedRegency()
        var cases: [CaseID] = []
        for unit: Code in ["kel-contoh", "kel-contoh", "kel-dua"] {
            cases.append(try await regency.finishedCase(in: unit))
        }
        _ = try await regency.finishedCase(survey: nil)
        let grades = try WorkedExample.questionnaires()
        for (id, grades) in zip(cases, grades) {
            try await regency.desk.answer(
                id,
                in: .wib,
                .answer(grades, Respondent(), remark: "")
            )
        }
        // Reopened, and ended again in the next quarter: it counts there and nowhere else.
        let again = try await regency.finishedCase()
        regency.pass(days: 60)
        try await regency.record([("reopened", Self.reopening)], of: again)
        let between = try await rows(regency)
        try await regency.record([("acted", Self.ending)], of: again)

        let live = try await rows(regency)
        #expect(live.map(\.kept) == live.map(\.read))
        #expect(live[0].kept.count == 2, "two offices in one quarter")
        #expect(between[1].kept.count == 2 && live[1].kept.count == 3, "\(live[1].kept)")
        try await regency.store.rebuild()
        #expect(try await rows(regency).map(\.kept) == live.map(\.kept))
    }

    private func rows(
        _ regency: SurveyedRegency
    ) async throws -> [(kept: [String], read: [String])] {
        try await regency.store.catchUp()
        return try await regency.store.read { reader in
            try Self.pairs.map { pair in
                (
                    try reader.rows(pair.kept).map { "\($0.values)" },
                    try reader.rows(pair.read).map { "\($0.values)" }
                )
            }
        }
    }
}
