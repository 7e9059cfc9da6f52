import Crypto
import Foundation
import Ledger
import Stories
import Testing

/// What a witness signs, and what it is sent.
@Suite struct CosignatureTests {
    private static let moment = Instant(milliseconds: 1_795_395_600_123)

    private func keys() throws -> Keys {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "serasan-\(UUID().uuidString)")
        let keys = try Keys.make(in: folder.path)
        try FileManager.default.removeItem(at: folder)
        return keys
    }

    private func head(_ size: Int64 = 7) -> Checkpoint {
        Checkpoint(origin: OpaqueID(high: 1, low: 1), size: size, root: .leaf([1]))
    }

    @Test func `a cosignature says when, and holds for one head, one key and one moment`() throws {
        let (ours, theirs) = (try keys(), try keys())
        let note = try theirs.sign(head())
        let line = try note.cosignature(by: ours, at: Self.moment)
        let key = try ours.cosignerKey
        #expect(
            note.moment(of: line, under: key) == Instant(milliseconds: 1_795_395_600_000)
        )
        #expect(line.bytes.count == 72)
        #expect(try theirs.sign(head(8)).moment(of: line, under: key) == nil)
        #expect(note.moment(of: line, under: try theirs.cosignerKey) == nil)
        for index in [0, 7, 8, 71] {
            var bytes = line.bytes
            bytes[index] ^= 1
            let other = NoteSignature(name: line.name, keyID: line.keyID, bytes: bytes)
            #expect(note.moment(of: other, under: key) == nil)
        }
        let cut = NoteSignature(name: line.name, keyID: line.keyID, bytes: [])
        #expect(note.moment(of: cut, under: key) == nil)
    }

    @Test func `a cosigned note is still a head of its log, and no head of ours`() throws {
        let (ours, theirs) = (try keys(), try keys())
        let note = try theirs.sign(head())
        let both = note.adding(try note.cosignature(by: ours, at: Self.moment))
        #expect(both.signatures.count == 2)
        let read = try #require(SignedNote(both.written))
        #expect(read == both)
        let log = try theirs.noteKey(of: head().origin)
        #expect(try Checkpoint(both.written, by: log.key) == head())
        let cosigner = try ours.cosignerKey
        #expect(throws: CheckpointRefusal.otherKey) {
            try Checkpoint(both.written, by: cosigner.key)
        }
        let other = NoteKey(name: cosigner.name, key: cosigner.key)
        #expect(!both.isSigned(by: other) && !both.isSigned(by: cosigner))
        // The line of the same witness is replaced, not gathered.
        let later = try note.cosignature(by: ours, at: Self.moment.adding(seconds: 9))
        #expect(both.adding(later).signatures.count == 2)
    }

    @Test func `a key of one kind is not read as one of the other`() throws {
        let ours = try keys()
        let (log, cosigner) = (try ours.noteKey(of: head().origin), try ours.cosignerKey)
        #expect(NoteKey(cosigner.text, kind: .cosigner) == cosigner)
        #expect(NoteKey(cosigner.text) == nil)
        #expect(NoteKey(log.text, kind: .cosigner) == nil)
        #expect(cosigner.name.hasPrefix("serasan-saksi/"))
        #expect(cosigner.key.rawRepresentation != log.key.rawRepresentation)
    }

    @Test func `a body that a witness is sent is read as it was written`() {
        let hash = TreeHash.leaf([2])
        for growth in [
            GrowthOfLog(from: 0, [], to: "a\n\n— b c\n"),
            GrowthOfLog(from: 12, [hash, .empty], to: "serasan/x\n12\n\n— b c\n"),
        ] {
            #expect(GrowthOfLog(growth.written) == growth)
        }
    }

    @Test(arguments: [
        "", "old 5", "old 5\n", "new 5\n\nx", "old -1\n\nx", "old 05\n\nx", "old +5\n\nx",
        "old 5 \n\nx", "old 9223372036854775808\n\nx", "old 5\nAAAA\n\nx", "old 5\n*\n\nx",
        "old 5\n" + String(repeating: base64(TreeHash.empty.bytes) + "\n", count: 64) + "\nx",
    ])
    func `a body of another form is none`(text: String) {
        #expect(GrowthOfLog(text) == nil)
    }
}
