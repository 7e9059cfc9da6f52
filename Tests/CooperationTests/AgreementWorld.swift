import Cooperation
import Ledger
import Stories

/// An agreement in a world of its own: rules, a day, two persons.
struct AgreementWorld {
    let rules: CooperationRules
    var today = Day(number: 20_780)
    var state = AgreementStory.beginning
    var words: [PayloadID: Texts] = [:]

    static let ratna = Actor(OpaqueID(high: 7, low: 1))
    static let budi = Actor(OpaqueID(high: 7, low: 2))
    static let item = OpaqueID(high: 9, low: 9)

    init() throws { rules = try RulesTests.shipped() }

    /// Decides, takes in what follows, and says which facts those are.
    @discardableResult
    mutating func `do`(
        _ command: AgreementCommand,
        by actor: Actor = ratna
    ) throws -> [AgreementFact] {
        var known = KnownOfAgreement(
            by: actor,
            today: today,
            rules: rules,
            sealing: TextsSealing(in: DossierID(OpaqueID(high: 1, low: 1)), by: .sha256),
            roots: TwelveWords()
        )
        known.typed = state.typedRoots.mapValues { words[$0.words.id]?["kata"] ?? "" }
        let decision = try AgreementStory.decide(state, command, known)
        for payload in decision.sealed { words[payload.id] = try Texts(bytes: payload.bytes) }
        for fact in decision.facts { AgreementStory.evolve(&state, fact) }
        return decision.facts
    }

    /// Begun with Tapanuli Selatan, under the way of a voluntary agreement between regions.
    static func begun(_ kind: AgreementKind = .voluntary) throws -> AgreementWorld {
        var world = try AgreementWorld()
        try world.do(
            .begin(
                kind,
                partners: kind.isRegional ? ["12.03"] : [],
                [
                    "judul": "Replikasi layanan dan kopi", "objek": "Layanan publik",
                    "mitra": "12.03 Kabupaten Tapanuli Selatan",
                ]
            )
        )
        return world
    }

    /// The same after every stage up to one of them, which is reached too.
    static func reached(_ last: Code, _ kind: AgreementKind = .voluntary) throws -> AgreementWorld {
        var world = try begun(kind)
        try world.do(
            .askCouncil(burdens: false, unfunded: false, ["pertimbangan": "Tanpa biaya baru"])
        )
        for stage in world.rules.stages(of: kind) {
            if !stage.isForCouncil {
                try world.do(.reach(stage.id, on: world.today, ["alasan": "Sudah diperiksa"], nil))
            }
            if stage.id == last { break }
        }
        return world
    }
}

extension AgreementKind {
    var isRegional: Bool { self == .voluntary || self == .bordering }
}
