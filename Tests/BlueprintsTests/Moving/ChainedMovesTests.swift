import Blueprints
import Testing

/// What is declared for neighbouring versions, for a case that skips some.
struct ChainedMovesTests {
    private static func slot(_ id: ID) -> Slot { Slot(["service", "usaha", "question", id]) }

    private static func link(
        _ from: String,
        _ to: String,
        renames: [(ID, ID)] = [],
        answers: [RenamesOfVersion.AnswerMove] = [],
        cases: RenamesOfVersion.CasesMove? = .move
    ) -> RenamesOfVersion {
        RenamesOfVersion(
            from: from,
            to: to,
            renames: renames.map { Rename(from: slot($0.0), to: slot($0.1)) },
            answers: answers,
            cases: cases
        )
    }

    private static func chained(_ links: RenamesOfVersion...) -> RenamesOfVersion? {
        RenamesOfVersion.chained(from: ["1.0.0"], to: ["1.2.0"], links)
    }

    @Test func `a thing that was renamed twice has its last name`() throws {
        let found = try #require(
            Self.chained(
                Self.link("1.0.0", "1.1.0", renames: [("luas", "luas_kebun")]),
                Self.link("1.1.0", "1.2.0", renames: [("luas_kebun", "kebun"), ("nama", "usaha")])
            )
        )
        let pairs = found.renames.map { [$0.from.last, $0.to.last] }
        #expect(pairs == [["luas", "kebun"], ["nama", "usaha"]])
        #expect(found.from == "1.0.0" && found.to == "1.2.0" && found.cases == .move)
    }

    @Test func `answers are mapped through both, and what is retired on the way stays retired`()
        throws
    {
        let found = try #require(
            Self.chained(
                Self.link(
                    "1.0.0",
                    "1.1.0",
                    answers: [
                        .init(was: Self.slot("skala"), now: "ukuran", options: ["kecil": "mikro"]),
                        .init(was: Self.slot("npwp"), now: nil),
                    ]
                ),
                Self.link(
                    "1.1.0",
                    "1.2.0",
                    answers: [
                        .init(
                            was: Self.slot("ukuran"),
                            now: "besar",
                            options: ["mikro": "satu", "sedang": "dua"]
                        ),
                        .init(was: Self.slot("lain"), now: nil),
                    ]
                )
            )
        )
        #expect(
            found.answers == [
                .init(
                    was: Self.slot("skala"),
                    now: "besar",
                    options: ["kecil": "satu", "mikro": "satu", "sedang": "dua"]
                ),
                .init(was: Self.slot("npwp"), now: nil),
                .init(was: Self.slot("lain"), now: nil),
            ]
        )
    }

    @Test(
        arguments: [
            (RenamesOfVersion.CasesMove.move, RenamesOfVersion.CasesMove.move, .move),
            (.move, .stay, .stay), (.stay, .move, .stay), (.move, nil, nil), (nil, .move, nil),
        ]
            as [(
                RenamesOfVersion.CasesMove?, RenamesOfVersion.CasesMove?,
                RenamesOfVersion.CasesMove?
            )]
    )
    func `cases go where every link lets them, and stay where one wants it`(
        first: RenamesOfVersion.CasesMove?,
        second: RenamesOfVersion.CasesMove?,
        both: RenamesOfVersion.CasesMove?
    ) throws {
        let found = try #require(
            Self.chained(
                Self.link("1.0.0", "1.1.0", cases: first),
                Self.link("1.1.0", "1.2.0", cases: second)
            )
        )
        #expect(found.cases == both)
    }

    @Test func `a missing link joins nothing, a circle ends, and the shortest way counts`() {
        #expect(Self.chained(Self.link("1.0.0", "1.1.0")) == nil)
        #expect(
            Self.chained(Self.link("1.0.0", "1.1.0"), Self.link("1.1.0", "1.0.0")) == nil
        )
        let direct = Self.link("1.0.0", "1.2.0", renames: [("a", "c")])
        let found = Self.chained(
            Self.link("1.0.0", "1.1.0", renames: [("a", "b")]),
            Self.link("1.1.0", "1.2.0", renames: [("b", "d")]),
            direct
        )
        #expect(found == direct)
    }
}
