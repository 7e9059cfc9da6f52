import Office
import People
import Stories
import Testing

/// Facts as they were once written; these bytes stay as they are for ever.
struct PeopleFactTests {
    private static let one = OpaqueID(high: 7, low: 1)

    private func hold<F: FactShape & Equatable>(_ fact: F, _ kind: Code, _ bytes: String) throws {
        var writer = FactWriter()
        fact.write(to: &writer)
        #expect(fact.kind == kind)
        let written = try CanonicalJSON.write(.object(writer.fields))
        #expect(String(decoding: written, as: UTF8.self) == bytes)
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(try F(kind: kind, from: FactReader(fields)) == fact)
    }

    @Test func `facts of imports are written and read as they always were`() throws {
        let person = ImportedOfficial(official: Self.one, from: 0, to: 3)
        try hold(
            ImportFact.carriedOut([person]),
            "carried-out",
            #"{"people":[{"from":0,"official":"00000000000000070000000000000001","to":3}]}"#
        )
        try hold(ImportFact.undone, "undone", "{}")
    }

    @Test func `facts of rotations are written and read as they always were`() throws {
        let day = Day(number: 20_800)
        try hold(
            RotationFact.planned(
                day: day,
                moves: [
                    .relieve(Self.one, post: "lurah"),
                    .place(Self.one, post: "camat", .acting, last: day),
                    .place(Self.one, post: "camat", .definitive, last: nil),
                ]
            ),
            "planned",
            #"{"day":"2026-12-13","moves":[{"official":"00000000000000070000000000000001","#
                + #""relieve":"lurah"},{"capacity":"plt","last":"2026-12-13","#
                + #""official":"00000000000000070000000000000001","place":"camat"},"#
                + #"{"capacity":"definitif","official":"00000000000000070000000000000001","#
                + #""place":"camat"}]}"#
        )
        try hold(
            RotationFact.accepted(vacant: [Vacancy(unit: "kel", duty: "petugas")]),
            "accepted",
            #"{"vacant":[{"duty":"petugas","unit":"kel"}]}"#
        )
        try hold(RotationFact.cancelled, "cancelled", "{}")
        try hold(
            RotationFact.tookEffect(
                handed: [
                    HandedCase(
                        official: Self.one,
                        caseID: Self.one,
                        due: Instant(milliseconds: 5)
                    ),
                    HandedCase(official: Self.one, caseID: Self.one, due: nil),
                ],
                skipped: 1
            ),
            "took-effect",
            #"{"handed":[{"case":"00000000000000070000000000000001","due":5,"#
                + #""official":"00000000000000070000000000000001"},"#
                + #"{"case":"00000000000000070000000000000001","#
                + #""official":"00000000000000070000000000000001"}],"skipped":1}"#
        )
    }

    @Test(arguments: ["planned", "accepted-by-nobody", "took-effect", "heard-of"])
    func `what is no fact is unreadable`(kind: String) throws {
        let kind = try #require(Code(kind))
        #expect(throws: FactUnreadable.self) {
            _ = try RotationFact(kind: kind, from: FactReader([:]))
        }
    }
}
