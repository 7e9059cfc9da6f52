import Blueprints
import Cases
import Feel
import Registers
import Stories
import Testing

private let register: Code = "16.03/kopi/petani"
private let fromCase = Stream("case", OpaqueID(high: 3, low: 4))
private let batch = Stream("batch", OpaqueID(high: 3, low: 5))

private func says(_ nik: String?, _ name: String = "Rukiah Contoh") -> RecordContent {
    var fields: [ID: FeelValue] = ["nama": .string(name)]
    fields["nik"] = nik.map { .string($0) }
    return RecordContent(TypedAnswers(fields), unique: ["nik"])
}

private func known(_ says: RecordContent? = nil) -> KnownOfRegister {
    KnownOfRegister(
        draw: .random,
        sealer: Sealer { _ in [UInt8](repeating: 0, count: 32) },
        dossier: DossierID(OpaqueID(high: 1, low: 2)),
        says: says
    )
}

private func decide(
    _ state: RegisterRecord,
    _ command: RegisterCommand,
    _ says: RecordContent? = nil
) throws -> Decision<RegisterFact> {
    try RegisterStory.decide(state, command, known(says))
}

private func entered(_ content: RecordContent) throws -> (RegisterRecord, Decision<RegisterFact>) {
    let decision = try decide(
        RegisterStory.beginning,
        .enter(register: register, from: fromCase, content: content)
    )
    return (RegisterStory.state(after: decision.facts), decision)
}

private let one = "1603014107820001"
private let other = "1603014107820002"

@Test func `a record is entered once and ended once`() throws {
    let (open, _) = try entered(says(one))
    #expect(throws: RegisterRefusal.alreadyEntered) {
        try decide(open, .enter(register: register, from: fromCase, content: says(one)))
    }
    let end = RegisterCommand.end(from: nil, reason: nil)
    #expect(throws: RegisterRefusal.notEntered) { try decide(RegisterStory.beginning, end) }
    let ending = try decide(open, end)
    #expect(ending.facts == [.ended(RegisterFact.Ending())])
    let ended = ending.facts.reduce(into: open) { RegisterStory.evolve(&$0, $1) }
    #expect(ended.isEnded)
    let correct = RegisterCommand.correct(
        content: says(one),
        source: RegisterFact.Source(fromCase)
    )
    #expect(throws: RegisterRefusal.notEntered) { try decide(ended, correct) }
    #expect(throws: RegisterRefusal.notEntered) { try decide(ended, end) }
}

@Test func `nothing is said anew of an erased record`() throws {
    var gone = try entered(says(one)).0
    RegisterStory.evolve(&gone, .contentErased(ErasedAnswers(basis: "retensi")))
    #expect(gone.isErased && gone.content == nil)
    let correct = RegisterCommand.correct(
        content: says(one),
        source: RegisterFact.Source(fromCase)
    )
    #expect(throws: RegisterRefusal.notEntered) { try decide(gone, correct) }
    let erase = RegisterCommand.erase(ErasedAnswers(basis: "retensi"))
    #expect(throws: RegisterRefusal.notEntered) { try decide(gone, erase) }
}

@Test func `what stands once is claimed, however it is written`() throws {
    let claims = try entered(says("1603-0141-0782-0001")).1.claims
    #expect(claims.count == 1)
    #expect(claims == (try entered(says(one, "Lain Contoh")).1.claims))
    #expect(claims != (try entered(says(other)).1.claims))
    #expect(try entered(says(nil)).1.claims.isEmpty)
}

@Test func `a correction moves the claim, and an end or an erasure gives it back`() throws {
    let open = try entered(says(one)).0
    let (was, now) = (says(one).held(in: register), says(other).held(in: register))
    let source = RegisterFact.Source(fromCase)
    let moved = try decide(open, .correct(content: says(other), source: source), says(one))
    #expect(moved.claims == [was?.given, now?.taken])
    let same = try decide(open, .correct(content: says(one, "Baru"), source: source), says(one))
    #expect(same.claims.isEmpty)
    let end = try decide(open, .end(from: batch, reason: Array("salah".utf8)), says(one))
    #expect(end.claims == [was?.given])
    #expect(end.sealed.count == 1)
    let erase = RegisterCommand.erase(ErasedAnswers(basis: "retensi"))
    #expect(try decide(open, erase, says(one)).claims == [was?.given])
    var ended = open
    RegisterStory.evolve(&ended, .ended(RegisterFact.Ending()))
    #expect(try decide(ended, erase, says(one)).claims.isEmpty)
}
