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
    let ended = RegisterStory.state(after: [.entered(entry), .ended])
    #expect(throws: RegisterRefusal.notEntered) { try RegisterStory.decide(ended, .end, known) }
}
