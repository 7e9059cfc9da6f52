import Cases
import Services
import Stories
import Testing

private let entry = RegisterFact.Entry(
    register: "16.03/umkm/usaha",
    dossier: DossierID(OpaqueID(high: 1, low: 2)),
    from: Stream("case", OpaqueID(high: 3, low: 4)),
    content: Sealed(
        id: PayloadID(OpaqueID(high: 5, low: 6)),
        commitment: [UInt8](repeating: 0xAB, count: 32)
    )
)

/// The bytes of every fact of a record that was ever written.
///
/// A line here never changes.
private let corpus: [(fact: RegisterFact, kind: Code, bytes: String)] = [
    (
        .entered(entry),
        "entered",
        #"{"content":{"c":"abababababababababababababababababababababababababababababababab","#
            + #""id":"00000000000000050000000000000006"},"#
            + #""dossier":"00000000000000010000000000000002","#
            + #""from":"case/00000000000000030000000000000004","register":"16.03/umkm/usaha"}"#
    ),
    (.ended, "ended", "{}"),
    (
        .corrected(
            RegisterFact.Revision(
                content: entry.content,
                source: RegisterFact.Source(entry.from, request: OpaqueID(high: 7, low: 8))
            )
        ),
        "corrected",
        #"{"content":{"c":"abababababababababababababababababababababababababababababababab","#
            + #""id":"00000000000000050000000000000006"},"#
            + #""from":"case/00000000000000030000000000000004","#
            + #""request":"00000000000000070000000000000008"}"#
    ),
    (
        .contentErased(
            ErasedAnswers(
                basis: "permintaan",
                request: OpaqueID(high: 7, low: 8),
                proposer: Actor(OpaqueID(high: 9, low: 1)),
                payloads: [entry.content.id]
            )
        ),
        "content_erased",
        #"{"basis":"permintaan","payloads":["00000000000000050000000000000006"],"#
            + #""proposer":"00000000000000090000000000000001","#
            + #""request":"00000000000000070000000000000008"}"#
    ),
    (.contentErased(ErasedAnswers(basis: "retensi")), "content_erased", #"{"basis":"retensi"}"#),
]

@Test(arguments: corpus)
func `a fact of a record is written and read as it always was`(
    fact: RegisterFact,
    kind: Code,
    bytes: String
) throws {
    var writer = FactWriter()
    fact.write(to: &writer)
    #expect(fact.kind == kind)
    #expect(try CanonicalJSON.write(.object(writer.fields)) == Array(bytes.utf8))
    guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
        throw FactUnreadable("an event is an object")
    }
    #expect(try RegisterFact(kind: kind, from: FactReader(fields)) == fact)
}

@Test func `a record is entered once and ended once`() throws {
    let known = KnownOfRegister(
        draw: .random,
        sealer: Sealer { _ in [UInt8](repeating: 0, count: 32) },
        dossier: DossierID(OpaqueID(high: 1, low: 2))
    )
    let open = RegisterStory.state(after: [.entered(entry)])
    let enter = RegisterCommand.enter(register: "16.03/umkm/usaha", from: entry.from, content: [1])
    #expect(throws: RegisterRefusal.alreadyEntered) {
        try RegisterStory.decide(open, enter, known)
    }
    #expect(throws: RegisterRefusal.notEntered) {
        try RegisterStory.decide(RegisterStory.beginning, .end, known)
    }
    #expect(try RegisterStory.decide(open, .end, known).facts == [.ended])
    let source = RegisterFact.Source(entry.from, request: OpaqueID(high: 7, low: 8))
    let correct = RegisterCommand.correct(content: [2], source: source)
    #expect(try RegisterStory.decide(open, correct, known).facts.count == 1)
    let gone = RegisterStory.state(after: [
        .entered(entry), .contentErased(ErasedAnswers(basis: "retensi")),
    ])
    #expect(gone.isErased && gone.content == nil)
    #expect(throws: RegisterRefusal.notEntered) { try RegisterStory.decide(gone, correct, known) }
    let erase = RegisterCommand.erase(ErasedAnswers(basis: "retensi"))
    #expect(throws: RegisterRefusal.notEntered) { try RegisterStory.decide(gone, erase, known) }
    let ended = RegisterStory.state(after: [.entered(entry), .ended])
    #expect(throws: RegisterRefusal.notEntered) { try RegisterStory.decide(ended, correct, known) }
    #expect(throws: RegisterRefusal.notEntered) { try RegisterStory.decide(ended, .end, known) }
}
