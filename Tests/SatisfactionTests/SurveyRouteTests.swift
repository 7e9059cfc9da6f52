import Cases
import Ledger
import Satisfaction
import Site
import Stories
import Testing

/// From the end of a case to the thanks for an answer.
struct SurveyRouteTests {
    private static let nine = SurveyElement.allCases.map { ($0.field, "3") }

    /// The address that the page of a request offers.
    private static func link(_ regency: SurveyedRegency, _ id: CaseID) async throws -> String? {
        let state = try await regency.store.state(of: id.stream, as: CaseStory.self).state
        let notice = try await regency.desk.offer(id, state)
        return notice?.links.first?.address.text(in: .indonesian)
    }

    /// What fits the first window of a line: the page has a secret in it, so it is not compressed.
    private static let mostBytes = 14 * 1024

    @Test func `a finished case offers nine questions once, and thanks for ever after`()
        async throws
    {
        let regency = try await SurveyedRegency()
        let id = try await regency.finishedCase()
        let link = try #require(try await Self.link(regency, id))
        #expect(!link.contains(regency.desk.stream(of: id).id.description))
        try await regency.open { client in
            let citizen = Visitor(client)
            try await citizen.get(link)
            #expect(citizen.status == 200)
            #expect(citizen.page.contains("Surat keterangan usaha"))
            let rows = citizen.page.matches(of: /type="radio"/).count
            #expect(rows == 58, "nine times four, and those about oneself")
            #expect(citizen.page.utf8.count < Self.mostBytes)
            try await citizen.send(Self.nine + [("saran", "  Antreannya lama.\r\nTerima kasih. ")])
            #expect(citizen.path == link)
            #expect(citizen.page.contains("tidak bisa diubah lagi"))
            try await citizen.get(link)
            #expect(!citizen.page.contains("<form"))
        }
        let state = try await regency.store.state(
            of: regency.desk.stream(of: id),
            as: SurveyStory.self
        )
        #expect(state.version == 1)
        let remark = try #require(state.state.answer?.remark)
        let words = try await regency.store.read { try $0.open(remark.id) }
        #expect(words == Array("Antreannya lama.\nTerima kasih.".utf8))
        #expect(try await Self.link(regency, id) == nil, "it is not offered again")
        try await regency.store.close()
    }

    @Test func `a question without an answer is named above the form and at its place`()
        async throws
    {
        let regency = try await SurveyedRegency()
        let link = try #require(
            try await Self.link(regency, try await regency.finishedCase())
        )
        try await regency.open { client in
            let citizen = Visitor(client)
            try await citizen.get(link)
            try await citizen.send([
                ("u1", "4"), ("u4", "5"), ("umur", "20-29"), ("saran", "Bagus"),
            ])
            #expect(citizen.status == 422)
            #expect(citizen.page.utf8.count < Self.mostBytes)
            #expect(citizen.page.contains("<title>Perlu diperbaiki: "))
            // In the summary and at the question; a fifth grade is no answer.
            #expect(citizen.page.matches(of: /Pilih jawaban untuk pertanyaan 4/).count == 2)
            #expect(!citizen.page.contains("Pilih jawaban untuk pertanyaan 1<"))
            #expect(citizen.page.contains(#"value="20-29" checked"#))
            #expect(citizen.page.contains(">Bagus</textarea>"))
            try await citizen.send(Self.nine + [("saran", String(repeating: "a", count: 1001))])
            #expect(citizen.page.contains("Kurangi 1 huruf"))
        }
        try await regency.store.close()
    }

    @Test func `the first answer counts, whatever comes after it`() async throws {
        let regency = try await SurveyedRegency()
        let id = try await regency.finishedCase()
        let link = try #require(try await Self.link(regency, id))
        try await regency.open { client in
            let (one, other) = (Visitor(client), Visitor(client))
            try await one.get(link)
            try await other.get(link)
            try await one.send(Self.nine)
            try await other.send(SurveyElement.allCases.map { ($0.field, "1") })
            #expect(other.page.contains("tidak bisa diubah lagi"))
        }
        let stream = regency.desk.stream(of: id)
        let (survey, version) = try await regency.store.state(of: stream, as: SurveyStory.self)
        #expect(version == 1)
        #expect(survey.answer?.grades == (try Samples.grades(.good)))
        try await regency.store.close()
    }

    @Test func `links that we did not make, other endings and late comers are refused`()
        async throws
    {
        let regency = try await SurveyedRegency()
        let id = try await regency.finishedCase()
        let silent = try await regency.finishedCase(survey: nil)
        let link = try #require(try await Self.link(regency, id))
        #expect(try await Self.link(regency, silent) == nil)
        let other = silent.id.description + link.suffix(32)
        try await regency.open { client in
            let citizen = Visitor(client)
            for address in ["/survei/abc", "/survei/\(other)", String(link.dropLast()) + "x"] {
                try await citizen.get(address)
                #expect(citizen.status == 404, "\(address)")
            }
            try await citizen.get(link)
            try await citizen.send(Self.nine, without: true)
            #expect(citizen.status == 403, "a form without its token")
        }
        regency.pass(days: 91)
        #expect(try await Self.link(regency, id) == nil)
        try await regency.open { client in
            let citizen = Visitor(client)
            try await citizen.get(link)
            #expect(citizen.status == 410)
        }
        try await regency.store.close()
    }

    @Test func `a case that was opened again is not asked about until it ends once more`()
        async throws
    {
        let regency = try await SurveyedRegency()
        let id = try await regency.finishedCase()
        let link = try #require(try await Self.link(regency, id))
        let reopening =
            #"{"first":{"duty":"petugas-pelayanan","may_withdraw":true,"stage":"diperiksa","#
            + #""step":"periksa","told":1795424400000,"unit":"kel-contoh","#
            + #""within":{"amount":1,"unit":"hari_kerja"}},"leg":2,"reason":{"c":"#
            + #""00000000000000010000000000000005000000000000000100000000000000"#
            + #"05","id":"00000000000000010000000000000005"},"told":1795510800000}"#
        try await regency.record([("reopened", reopening)], of: id)
        #expect(try await Self.link(regency, id) == nil)
        try await regency.open { client in
            let citizen = Visitor(client)
            try await citizen.get(link)
            #expect(citizen.status == 409)
        }
        try await regency.store.close()
    }

    @Test func `nothing in the record says whose grades they are`() async throws {
        let regency = try await SurveyedRegency()
        let id = try await regency.finishedCase()
        let link = try #require(try await Self.link(regency, id))
        try await regency.open { client in
            let citizen = Visitor(client)
            try await citizen.get(link)
            try await citizen.send(Self.nine)
        }
        let stream = regency.desk.stream(of: id)
        let events = try await regency.store.history(of: stream)
        let text = events.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(events.count == 1)
        #expect(!text.contains(id.id.description))
        let rows = try await regency.store.read { reader in
            try reader.rows("SELECT * FROM survey_answers").map(\.values)
        }
        #expect(rows.count == 1)
        #expect(!rows[0].contains(.blob(id.id.bytes)))
        try await regency.store.close()
    }
}
