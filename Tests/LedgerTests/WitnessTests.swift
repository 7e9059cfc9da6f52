import Ledger
import Stories
import Testing

@Suite struct WitnessTests {
    private static let one = OpaqueID(high: 1, low: 1)
    private static let two = OpaqueID(high: 1, low: 2)
    private static let three = OpaqueID(high: 1, low: 3)
    private static let seen = TreeHash.leaf([1])
    private static let other = TreeHash.leaf([2])

    /// A log that began, lost what came after 50, and goes on; what it lost ended at 60.
    private static let origins = [
        PlacedOrigin(LogOrigin(id: one, why: .first, cited: nil), at: 1),
        PlacedOrigin(
            LogOrigin(
                id: two,
                why: .restored,
                cited: CitedHead(size: 60, root: seen, origin: one)
            ),
            at: 51
        ),
    ]

    @Test(arguments: [
        (one, 40, seen, WitnessAnswer.proven(40)),
        (one, 40, other, .changed(40)),
        (one, 50, seen, .proven(50)),
        (one, 51, seen, .lostTail(51, kept: 50)),
        (one, 60, seen, .lostTail(60, kept: 50)),
        (one, 60, other, .changed(60)),
        (one, 61, seen, .lostTail(61, kept: 50)),
        (two, 70, seen, .proven(70)),
        (two, 70, other, .changed(70)),
        (two, 101, seen, .cutOff(101)),
        (three, 10, seen, .foreign),
    ])
    func `a witness is held against the origins of the log`(
        origin: OpaqueID,
        size: Int,
        root: TreeHash,
        answer: WitnessAnswer
    ) {
        let witness = Checkpoint(origin: origin, size: Int64(size), root: root)
        #expect(WitnessAnswer(of: witness, Self.origins, root: Self.seen, size: 100) == answer)
    }

    @Test func `an origin that only the lost log knew is recognised where it is cited`() {
        let again = [
            Self.origins[0],
            PlacedOrigin(
                LogOrigin(
                    id: Self.three,
                    why: .restored,
                    cited: CitedHead(size: 70, root: Self.seen, origin: Self.two)
                ),
                at: 51
            ),
        ]
        let witness = Checkpoint(origin: Self.two, size: 65, root: Self.seen)
        #expect(
            WitnessAnswer(of: witness, again, root: Self.seen, size: 100)
                == .lostTail(65, kept: 50)
        )
    }
}
