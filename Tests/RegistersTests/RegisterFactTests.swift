import Cases
import Registers
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

private let sealedBytes =
    #"{"c":"abababababababababababababababababababababababababababababababab","#
    + #""id":"00000000000000050000000000000006"}"#

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
    (.ended(RegisterFact.Ending()), "ended", "{}"),
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
    (
        .entered(
            RegisterFact.Entry(
                register: "16.03/kopi/petani",
                dossier: entry.dossier,
                from: Stream("batch", OpaqueID(high: 3, low: 5)),
                content: entry.content,
                keys: ["nik"]
            )
        ),
        "entered",
        #"{"content":"# + sealedBytes + #","dossier":"00000000000000010000000000000002","#
            + #""from":"batch/00000000000000030000000000000005","keys":["nik"],"#
            + #""register":"16.03/kopi/petani"}"#
    ),
    (
        .corrected(
            RegisterFact.Revision(
                content: entry.content,
                source: RegisterFact.Source(entry.from),
                keys: ["nomor", "pendaftar"]
            )
        ),
        "corrected",
        #"{"content":"# + sealedBytes + #","from":"case/00000000000000030000000000000004","#
            + #""keys":["nomor","pendaftar"]}"#
    ),
    (
        .ended(
            RegisterFact.Ending(
                from: Stream("batch", OpaqueID(high: 3, low: 5)),
                reason: entry.content
            )
        ),
        "ended",
        #"{"from":"batch/00000000000000030000000000000005","reason":"# + sealedBytes + "}"
    ),
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
