import Blueprints
import Crypto
import Exchange
import Stories

/// A publisher with its keys, who signs what the tests ask for.
struct Partner {
    var code = "16.03"
    var rootKeys = [Curve25519.Signing.PrivateKey(), .init(), .init()]
    var threshold = 2
    var catalogueKey = Curve25519.Signing.PrivateKey()
    var keysUntil = Partner.day(3_000)

    static func day(_ number: Int64) -> Instant {
        Instant(milliseconds: (1_790_000_000 + number * 86_400) * 1000)
    }

    func root(_ number: Int = 1, day: Int64 = 0) throws -> Root {
        guard
            let root = Root(
                publisher: code,
                number: number,
                issued: Self.day(day),
                keys: rootKeys.map { StatementKey($0.publicKey) },
                threshold: threshold,
                catalogueKeys: [
                    TimedKey(key: StatementKey(catalogueKey.publicKey), until: keysUntil)
                ]
            )
        else { throw Fault() }
        return root
    }

    struct Fault: Error {}

    /// The root signed by enough of its own keys, and by those of others.
    func rootEnvelope(
        _ number: Int = 1,
        day: Int64 = 0,
        also others: [Curve25519.Signing.PrivateKey] = []
    ) throws -> Envelope {
        let keys = others + Array(rootKeys.prefix(threshold))
        return try keys.reduce(Envelope(.root, try root(number, day: day).bytes)) {
            try $0.signed(by: $1)
        }
    }

    static func listed(_ version: String, _ digit: String = "a") -> Catalogue.Listed {
        Catalogue.Listed(
            name: BlueprintName(publisher: "16.03", name: "umkm"),
            version: version,
            length: 5,
            digest: String(repeating: digit, count: 64)
        )
    }

    /// What a catalogue of the tests says; the rest of it is the same for all.
    struct Said {
        var number = 1
        var day: Int64 = 1
        var days: Int64 = 90
        var previous: Envelope?
        var root = 1
        var revoked: [StatementKey] = []
        var withdrawn: [Catalogue.Withdrawn] = []
        var packages = [Partner.listed("1.0.0")]
    }

    func catalogue(_ said: Said = Said()) throws -> Catalogue {
        guard
            let catalogue = Catalogue(
                publisher: code,
                number: said.number,
                issued: Self.day(said.day),
                expires: Self.day(said.day + said.days),
                previous: said.previous?.document
                    ?? (said.number == 1 ? nil : Public(digest: [UInt8](repeating: 0, count: 32))),
                root: said.root,
                revoked: said.revoked,
                withdrawn: said.withdrawn,
                packages: said.packages
            )
        else { throw Fault() }
        return catalogue
    }

    func catalogueEnvelope(_ said: Said = Said()) throws -> Envelope {
        try Envelope(.catalogue, try catalogue(said).bytes).signed(by: catalogueKey)
    }

    func pin(_ envelope: Envelope) throws -> RootPin {
        try RootPin(reading: RootWords.words(of: envelope.document.digest).joined(separator: " "))
    }
}

/// What one regency has seen of a partner, told by commands.
struct Seen {
    var state = TrustStory.beginning
    var facts: [TrustFact] = []
    static let asker = Actor(OpaqueID(high: 1, low: 1))
    static let second = Actor(OpaqueID(high: 1, low: 2))

    @discardableResult
    mutating func does(
        _ command: TrustCommand,
        day: Int64 = 1,
        of publisher: String = "16.03",
        by asker: Actor = asker
    ) throws -> [TrustFact] {
        let ground = TrustGround(publisher: publisher, asker: asker, clock: Partner.day(day))
        let decision = try TrustStory.decide(state, command, ground)
        for fact in decision.facts { TrustStory.evolve(&state, fact) }
        facts += decision.facts
        return decision.facts
    }

    /// Pinned, and the first catalogue taken.
    static func first(_ partner: Partner) throws -> Seen {
        var seen = Seen()
        let root = try partner.rootEnvelope()
        try seen.does(.pin(try partner.pin(root), root))
        try seen.does(.takeCatalogue(try partner.catalogueEnvelope(), .online, approver: nil))
        return seen
    }
}
