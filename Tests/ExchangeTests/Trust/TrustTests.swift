import Blueprints
import Crypto
import Exchange
import Stories
import Testing

/// Every attack that the trust section of the design names, each answered by its own refusal.
@Suite struct TrustTests {
    private let partner = Partner()

    private func expect(
        _ refusal: TrustRefusal,
        _ command: TrustCommand,
        on seen: Seen,
        day: Int64 = 2,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var seen = seen
        #expect(throws: refusal, sourceLocation: sourceLocation) {
            try seen.does(command, day: day)
        }
    }

    private func take(_ envelope: Envelope, _ way: Way = .online) -> TrustCommand {
        .takeCatalogue(envelope, way, approver: nil)
    }

    @Test func `a pinned root and a current catalogue let its packages in`() throws {
        let seen = try Seen.first(partner)
        #expect(seen.facts.map(\.kind.text) == ["pinned", "catalogue-taken"])
        let fresh = try Trusting.mayInstall(
            Trusting.Asked(package: Partner.listed("1.0.0"), way: .online),
            by: try partner.catalogue(),
            seen.state,
            clock: Partner.day(2)
        )
        #expect(fresh == .fresh)
        var again = seen
        #expect(try again.does(take(try partner.catalogueEnvelope())) == [])
    }

    @Test func `nothing is taken of a publisher whose root is not pinned`() throws {
        expect(.unknownRoot, take(try partner.catalogueEnvelope()), on: Seen())
        expect(.unknownRoot, .takeRoot(try partner.rootEnvelope()), on: Seen())
    }

    @Test func `another root than the printed one is refused`() throws {
        let real = try partner.rootEnvelope()
        let fake = try Partner().rootEnvelope()
        expect(.wrongPin, .pin(try partner.pin(real), fake), on: Seen())
        expect(.alreadyPinned, .pin(try partner.pin(fake), fake), on: try Seen.first(partner))
    }

    @Test func `a root that too few have signed is refused`() throws {
        let alone = try Envelope(.root, try partner.root().bytes).signed(by: partner.rootKeys[0])
        expect(.thresholdNotMet, .pin(try partner.pin(alone), alone), on: Seen())
        let twice = try alone.signed(by: partner.rootKeys[0])
        expect(.thresholdNotMet, .pin(try partner.pin(twice), twice), on: Seen())
    }

    @Test func `another publisher's root is refused under this name`() throws {
        var other = Partner()
        other.code = "12.03"
        let root = try other.rootEnvelope()
        expect(.otherPublisher, .pin(try other.pin(root), root), on: Seen())
    }

    @Test func `rollback: an older catalogue is refused`() throws {
        var seen = try Seen.first(partner)
        let first = try partner.catalogueEnvelope()
        let next = try partner.catalogueEnvelope(.init(number: 2, day: 3, previous: first))
        try seen.does(take(next), day: 3)
        expect(.rollback, take(first), on: seen, day: 3)
        expect(.rollback, take(first, .stick), on: seen, day: 3)
    }

    @Test func `rollback: a version that was seen may not vanish, only be withdrawn`() throws {
        var seen = try Seen.first(partner)
        let first = try partner.catalogueEnvelope()
        var said = Partner.Said(number: 2, day: 3, previous: first)
        said.packages = [Partner.listed("0.9.0", "b")]
        expect(.rollback, take(try partner.catalogueEnvelope(said)), on: seen, day: 3)
        said.withdrawn = [
            Catalogue.Withdrawn(
                name: Partner.listed("").name,
                version: "1.0.0",
                digest: String(repeating: "a", count: 64),
                reason: "Salah hitung."
            )
        ]
        #expect(try seen.does(take(try partner.catalogueEnvelope(said)), day: 3).count == 1)
        #expect(throws: TrustRefusal.withdrawn) {
            try Trusting.mayInstall(
                Trusting.Asked(package: Partner.listed("1.0.0"), way: .online),
                by: try partner.catalogue(said),
                seen.state,
                clock: Partner.day(3)
            )
        }
    }

    @Test func `freeze: a catalogue past its time is refused online, and installs nothing`() throws
    {
        let seen = try Seen.first(partner)
        expect(.expired, take(try partner.catalogueEnvelope()), on: seen, day: 92)
        #expect(throws: TrustRefusal.expired) {
            try Trusting.mayInstall(
                Trusting.Asked(package: Partner.listed("1.0.0"), way: .online),
                by: try partner.catalogue(),
                seen.state,
                clock: Partner.day(92)
            )
        }
    }

    @Test func `a clock that was set back makes nothing fresh again`() throws {
        var seen = try Seen.first(partner)
        let first = try partner.catalogueEnvelope()
        let next = try partner.catalogueEnvelope(
            .init(number: 2, day: 100, days: 1, previous: first)
        )
        try seen.does(take(next), day: 100)
        #expect(seen.state.now(Partner.day(5)) == Partner.day(100))
        let third = try partner.catalogueEnvelope(
            .init(number: 3, day: 100, days: 300, previous: next)
        )
        #expect(try seen.does(take(third), day: 5).count == 1)
    }

    @Test func `equivocation: two contents under one number stop everything, and both are kept`()
        throws
    {
        var seen = try Seen.first(partner)
        let other = try partner.catalogueEnvelope(.init(packages: [Partner.listed("1.0.0", "c")]))
        let facts = try seen.does(take(other))
        let kept = try partner.catalogueEnvelope().content
        #expect(
            facts == [
                .equivocationSeen(
                    Equivocation(about: .catalogue, number: 1, kept: kept, other: other.content)
                )
            ]
        )
        let next = try partner.catalogueEnvelope(
            .init(number: 2, day: 3, previous: try partner.catalogueEnvelope())
        )
        expect(.equivocation, take(next), on: seen, day: 3)
        #expect(throws: TrustRefusal.equivocation) {
            try Trusting.mayInstall(
                Trusting.Asked(package: Partner.listed("1.0.0"), way: .online),
                by: try partner.catalogue(),
                seen.state,
                clock: Partner.day(2)
            )
        }
        // Pinned again in person, the publisher begins anew.
        let root = try partner.rootEnvelope()
        expect(.alreadyPinned, .pin(try partner.pin(root), root), on: seen)
        try seen.does(.succeed(try partner.pin(root), root))
        #expect(seen.facts.last?.kind == "succeeded" && seen.state.equivocation == nil)
        #expect(try seen.does(take(next), day: 3).count == 1)
    }

    @Test func `equivocation: two roots under one number`() throws {
        var seen = try Seen.first(partner)
        let second = try partner.rootEnvelope(2, day: 1, also: partner.rootKeys)
        try seen.does(.takeRoot(second))
        let other = try partner.rootEnvelope(2, day: 2, also: partner.rootKeys)
        try seen.does(.takeRoot(other))
        #expect(seen.state.equivocation?.about == .root)
        #expect(seen.state.root?.document == second.document)
    }

    @Test func `a fork after an old backup does not go on from what was seen`() throws {
        let seen = try Seen.first(partner)
        let lost = try partner.catalogueEnvelope(.init(packages: [Partner.listed("1.0.0", "d")]))
        let next = try partner.catalogueEnvelope(.init(number: 2, day: 3, previous: lost))
        expect(.forked, take(next), on: seen, day: 3)
    }

    @Test func `a catalogue that jumps numbers is taken, for nobody has to see them all`() throws {
        var seen = try Seen.first(partner)
        #expect(
            try seen.does(take(try partner.catalogueEnvelope(.init(number: 7, day: 9))), day: 9)
                .count == 1
        )
    }

    @Test func `altered: not one byte may change`() throws {
        let seen = try Seen.first(partner)
        let real = try partner.catalogueEnvelope(.init(number: 2, day: 3))
        for at in stride(from: 0, to: real.payload.count, by: 7) {
            var payload = real.payload
            payload[at] ^= 1
            let changed = Envelope(.catalogue, payload, signatures: real.signatures)
            expect(.altered, take(changed), on: seen, day: 3)
        }
        for (place, byte) in real.signatures[0].bytes.enumerated() {
            var bytes = real.signatures[0].bytes
            bytes[place] = byte ^ 0x10
            let signature = Envelope.Signature(hint: real.signatures[0].hint, bytes: bytes)
            let changed = Envelope(.catalogue, real.payload, signatures: [signature])
            expect(.altered, take(changed), on: seen, day: 3)
        }
    }

    @Test func `unsigned: a stranger's signature, or none, is none`() throws {
        let seen = try Seen.first(partner)
        let plain = Envelope(.catalogue, try partner.catalogue(.init(number: 2)).bytes)
        expect(.unsigned, take(plain), on: seen)
        expect(.unsigned, take(try plain.signed(by: .init())), on: seen)
        expect(.unsigned, take(try plain.signed(by: partner.rootKeys[0])), on: seen)
    }

    @Test func `a signature of one kind is none of another`() throws {
        let seen = try Seen.first(partner)
        let real = try partner.catalogueEnvelope(.init(number: 2, day: 3))
        for kind in StatementKind.allCases where kind != .catalogue {
            let moved = Envelope(kind, real.payload, signatures: real.signatures)
            expect(.notAStatement, take(moved), on: seen, day: 3)
            let back = try Envelope(kind, real.payload).signed(by: partner.catalogueKey)
            let dressed = Envelope(.catalogue, real.payload, signatures: back.signatures)
            expect(.altered, take(dressed), on: seen, day: 3)
        }
    }

    @Test func `revoked: a key that was revoked signs no more`() throws {
        var seen = try Seen.first(partner)
        let old = partner.catalogueKey
        var next = partner
        next.catalogueKey = .init()
        try seen.does(.takeRoot(try next.rootEnvelope(2, day: 2, also: partner.rootKeys)))
        let first = try partner.catalogueEnvelope()
        let revoking = try next.catalogueEnvelope(
            .init(
                number: 2,
                day: 3,
                previous: first,
                root: 2,
                revoked: [StatementKey(old.publicKey)]
            )
        )
        try seen.does(take(revoking), day: 3)
        // The old key comes back in a later root: what was revoked stays revoked.
        var third = next
        third.catalogueKey = old
        try seen.does(.takeRoot(try third.rootEnvelope(3, day: 4, also: next.rootKeys)), day: 4)
        let again = try third.catalogueEnvelope(
            .init(number: 3, day: 5, previous: revoking, root: 3)
        )
        expect(.revoked, take(again), on: seen, day: 5)
        let own = try third.catalogueEnvelope(
            .init(number: 3, day: 5, root: 3, revoked: [StatementKey(old.publicKey)])
        )
        expect(.revoked, take(own), on: seen, day: 5)
    }

    @Test func `a key past its time signs no more`() throws {
        var short = Partner()
        short.keysUntil = Partner.day(10)
        let seen = try Seen.first(short)
        let late = try short.catalogueEnvelope(
            .init(number: 2, day: 11, previous: try short.catalogueEnvelope())
        )
        expect(.keyExpired, take(late), on: seen, day: 11)
    }

    @Test func `roots follow each other one by one, signed by the one before and by themselves`()
        throws
    {
        var seen = try Seen.first(partner)
        var next = Partner()
        next.catalogueKey = partner.catalogueKey
        expect(.unsigned, .takeRoot(try next.rootEnvelope(2, day: 2)), on: seen)
        expect(
            .thresholdNotMet,
            .takeRoot(try next.rootEnvelope(2, day: 2, also: [partner.rootKeys[0]])),
            on: seen
        )
        expect(
            .skippedRoot,
            .takeRoot(try next.rootEnvelope(3, day: 2, also: partner.rootKeys)),
            on: seen
        )
        // Signed by the old keys alone: the new ones have not shown that they are held.
        let half = try partner.rootKeys.reduce(Envelope(.root, try next.root(2, day: 2).bytes)) {
            try $0.signed(by: $1)
        }
        expect(.thresholdNotMet, .takeRoot(half), on: seen)
        let whole = try next.rootEnvelope(2, day: 2, also: partner.rootKeys)
        #expect(try seen.does(.takeRoot(whole)).map(\.kind.text) == ["root-taken"])
        #expect(try seen.does(.takeRoot(whole)) == [])
        expect(
            .rollback,
            .takeRoot(try partner.rootEnvelope(1, day: 1, also: next.rootKeys)),
            on: seen
        )
        // A catalogue under the root before is an old one.
        expect(
            .rollback,
            take(try next.catalogueEnvelope(.init(number: 2, day: 3, root: 1))),
            on: seen
        )
        expect(
            .skippedRoot,
            take(try next.catalogueEnvelope(.init(number: 2, day: 3, root: 3))),
            on: seen
        )
    }

    @Test(arguments: [
        (20, Way.stick, false, Trusting.Freshness.fresh), (31, .stick, false, .fresh),
        (32, .stick, false, .old(days: 31)), (150, .stick, false, .old(days: 149)),
        (182, .stick, true, .veryOld), (20, .online, false, .fresh),
    ])
    func `a catalogue from a stick is judged by its age`(
        day: Int64,
        way: Way,
        isApproved: Bool,
        freshness: Trusting.Freshness
    ) throws {
        let found = try Trusting.freshness(
            of: try partner.catalogue(),
            by: way,
            isApproved: isApproved,
            at: Partner.day(day)
        )
        #expect(found == freshness)
    }

    @Test func `from a stick, more than 180 days need a second person, who is recorded`() throws {
        var seen = Seen()
        let root = try partner.rootEnvelope()
        try seen.does(.pin(try partner.pin(root), root))
        let old = try partner.catalogueEnvelope()
        expect(.needsSecondPerson, take(old, .stick), on: seen, day: 200)
        let alone = TrustCommand.takeCatalogue(old, .stick, approver: Seen.asker)
        expect(.needsSecondPerson, alone, on: seen, day: 200)
        let facts = try seen.does(.takeCatalogue(old, .stick, approver: Seen.second), day: 200)
        guard case .catalogueTaken(let taken)? = facts.first else {
            Issue.record("no catalogue was taken")
            return
        }
        #expect(taken.approver == Seen.second && taken.way == .stick)
    }

    @Test func `a very old catalogue waits until another official agrees`() throws {
        var seen = Seen()
        let root = try partner.rootEnvelope()
        try seen.does(.pin(try partner.pin(root), root))
        let old = try partner.catalogueEnvelope()
        let asked = try seen.does(.askSecond(old), day: 200)
        guard case .secondAsked(let request)? = asked.first else {
            Issue.record("nobody was asked")
            return
        }
        #expect(request.by == Seen.asker && request.document == old.document)
        #expect(seen.state.asked == request && seen.state.catalogue == nil)
        #expect(try seen.does(.askSecond(old), day: 201).isEmpty, "asked once")
        expect(.ownRequest, .confirmSecond(old), on: seen, day: 201)
        expect(.ownRequest, .declineSecond(old.document), on: seen, day: 201)

        var declined = seen
        try declined.does(.declineSecond(old.document), day: 201, by: Seen.second)
        #expect(declined.state.asked == nil && declined.state.catalogue == nil)
        expect(.movedOn, .confirmSecond(old), on: declined, day: 201)

        try seen.does(.confirmSecond(old), day: 201, by: Seen.second)
        #expect(seen.state.catalogue?.approver == Seen.second && seen.state.asked == nil)
        let may = Trusting.Asked(package: Partner.listed("1.0.0"), way: .stick, isApproved: true)
        let fresh = try Trusting.mayInstall(
            may,
            by: try partner.catalogue(),
            seen.state,
            clock: Partner.day(201)
        )
        #expect(fresh == .veryOld)
    }

    @Test func `what is asked about is looked at again when the second one agrees`() throws {
        var seen = Seen()
        let root = try partner.rootEnvelope()
        try seen.does(.pin(try partner.pin(root), root))
        let old = try partner.catalogueEnvelope()
        try seen.does(.askSecond(old), day: 200)
        // Meanwhile a newer one came: the old one is not waited for any more.
        let newer = try partner.catalogueEnvelope(.init(number: 2, day: 190, previous: old))
        try seen.does(.takeCatalogue(newer, .online, approver: nil), day: 200)
        #expect(seen.state.asked == nil)
        expect(.movedOn, .confirmSecond(old), on: seen, day: 201)
        // One that is fresh is taken at once, and one that goes back is refused as ever.
        let fresh = try partner.catalogueEnvelope(.init(number: 3, day: 195, previous: newer))
        try seen.does(.askSecond(fresh), day: 200)
        #expect(seen.state.catalogue?.number == 3 && seen.state.asked == nil)
        expect(.rollback, .askSecond(old), on: seen, day: 200)
        // One that was taken fresh and has grown very old needs a second one, too.
        try seen.does(.askSecond(fresh), day: 500)
        #expect(seen.state.asked?.number == 3)
        try seen.does(.confirmSecond(fresh), day: 500, by: Seen.second)
        #expect(seen.state.catalogue?.approver == Seen.second)
    }

    @Test func `a package is what the catalogue says, or it is not installed`() throws {
        let seen = try Seen.first(partner)
        func may(_ listed: Catalogue.Listed, _ catalogue: Catalogue? = nil) throws {
            _ = try Trusting.mayInstall(
                Trusting.Asked(package: listed, way: .online),
                by: try catalogue ?? partner.catalogue(),
                seen.state,
                clock: Partner.day(2)
            )
        }
        try may(Partner.listed("1.0.0"))
        #expect(throws: TrustRefusal.notListed) { try may(Partner.listed("1.0.1")) }
        #expect(throws: TrustRefusal.altered) { try may(Partner.listed("1.0.0", "b")) }
        #expect(throws: TrustRefusal.otherCatalogue) {
            try may(Partner.listed("1.0.0"), try partner.catalogue(.init(number: 2)))
        }
    }

    @Test func `a step back goes only to what the current catalogue lists`() throws {
        var seen = try Seen.first(partner)
        func step(_ version: Code, catalogue: Int = 1) -> SteppedBack {
            SteppedBack(package: "16.03/umkm", from: "1.1.0", to: version, catalogue: catalogue)
        }
        let catalogue = try partner.catalogue()
        #expect(
            try seen.does(.stepBack(step("1.0.0"), catalogue)).map(\.kind.text) == ["rolled-back"]
        )
        expect(.notListed, .stepBack(step("0.9.0"), catalogue), on: seen)
        expect(.otherCatalogue, .stepBack(step("1.0.0", catalogue: 2), catalogue), on: seen)
        expect(
            .otherCatalogue,
            .stepBack(step("1.0.0"), try partner.catalogue(.init(days: 91))),
            on: seen
        )
    }

    @Test func `what is signed has one form, and nothing beside it`() throws {
        let seen = try Seen.first(partner)
        let text = String(decoding: try partner.catalogue(.init(number: 2)).bytes, as: UTF8.self)
        let wrong = [
            text + " ", " " + text, text.replacing("\"number\":2", with: "\"number\":2.5"),
            text.replacing("\"number\":2", with: "\"more\":1,\"number\":2"),
            text.replacing("\"issued\":\"2026", with: "\"issued\":\"02026"),
            text.replacing("16.03/umkm", with: "12.03/umkm"), "{}", "[]", "",
        ]
        for payload in wrong where payload != text {
            let envelope = try Envelope(.catalogue, Array(payload.utf8))
                .signed(by: partner.catalogueKey)
            expect(.faultyDocument, take(envelope), on: seen)
        }
    }

    @Test func `a statement beside a package says who packed these very bytes`() throws {
        let package = try Package.pack(Checkout.small("a"), as: "16.03")
        let said = PackageStatement(
            package,
            publisher: "16.03",
            packed: Partner.day(1),
            by: "Bagian Organisasi"
        )
        let key = StatementKey(partner.catalogueKey.publicKey)
        let signed = try Envelope(.package, said.bytes).signed(by: partner.catalogueKey)
        let read = try PackageStatement(signed, signedBy: [key])
        #expect(read == said && read.isAbout(package))
        let other = try Package.pack(Checkout.small("b"), as: "16.03")
        #expect(!read.isAbout(other))
        #expect(throws: TrustRefusal.unsigned) {
            try PackageStatement(signed, signedBy: [StatementKey(partner.rootKeys[0].publicKey)])
        }
    }
}
