import Coffee
import Stories
import Testing

/// The story of a grower's link: who gives it, who opens it, when it ends.
struct GrowerLinkTests {
    private static let now = CoffeeOfARegency.noon
    private static let terms = GrowerLink.Terms(
        of: CoffeeOfARegency.id(500),
        by: CoffeeOfARegency.holder,
        until: now.adding(seconds: 86_400)
    )
    private static let scale = LotRights(weighs: [CoffeeOfARegency.holder])
    private static let others = LotRights(weighs: ["koperasi-lain"], approves: true)

    private static func link(_ facts: [GrowerLinkFact]) -> GrowerLink {
        GrowerLinkStory.state(after: facts)
    }

    @Test func `it is given once by who weighs, opened often, and withdrawn`() throws {
        let given = try GrowerLinkStory.decide(
            GrowerLink(),
            .give(Self.terms),
            KnownOfGrowerLink(at: Self.now, rights: Self.scale)
        )
        #expect(given.facts == [.given(Self.terms)])
        // Nothing of whoever opens it: the fact has no fields.
        let visitor = KnownOfGrowerLink(at: Self.now)
        let open = try GrowerLinkStory.decide(Self.link(given.facts), .open, visitor)
        #expect(open.facts == [.opened])
        let opened = Self.link(given.facts + open.facts + open.facts)
        #expect(opened.openings == 2)
        let end = try GrowerLinkStory.decide(
            opened,
            .withdraw,
            KnownOfGrowerLink(at: Self.now, rights: Self.scale)
        )
        #expect(end.facts == [.withdrawn])
    }

    @Test(
        arguments: [
            ([], GrowerLinkCommand.open, scale, 0, CoffeeRefusal.linkEnded),
            ([], .give(terms), others, 0, .notYourLot), ([], .give(terms), nil, 0, .notYourLot),
            ([.given(terms)], .give(terms), scale, 0, .writtenAlready),
            ([.given(terms)], .open, nil, 86_400, .linkEnded),
            ([.given(terms), .withdrawn], .open, nil, 0, .linkEnded),
            ([.given(terms)], .withdraw, others, 0, .notYourLot),
            ([.given(terms)], .withdraw, nil, 0, .notYourLot),
            ([.given(terms), .withdrawn], .withdraw, scale, 0, .linkEnded),
            ([], .withdraw, scale, 0, .linkEnded),
        ] as [([GrowerLinkFact], GrowerLinkCommand, LotRights?, Int64, CoffeeRefusal)]
    )
    func `what is not allowed is refused`(
        _ before: [GrowerLinkFact],
        _ command: GrowerLinkCommand,
        _ rights: LotRights?,
        _ later: Int64,
        _ refusal: CoffeeRefusal
    ) {
        let known = KnownOfGrowerLink(at: Self.now.adding(seconds: later), rights: rights)
        #expect(throws: refusal) {
            try GrowerLinkStory.decide(Self.link(before), command, known)
        }
    }
}
