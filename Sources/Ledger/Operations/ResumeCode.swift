import Crypto
import Stories

/// A code that opens a draft on another device: `7K3M-9QXA-2DFH-V`.
///
/// The alphabet leaves out what looks alike (I, L, O, U); reading forgives them.
struct ResumeCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 13

    let characters: String

    init(draw: Draw) {
        characters = String(
            (0..<Self.length).map { _ in Self.alphabet[Int(draw.below(32))] }
        )
    }

    init?(typed: String) {
        let forgiven = typed.uppercased().compactMap { letter -> Character? in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            case "-", " ": nil
            default: letter
            }
        }
        guard forgiven.count == Self.length, forgiven.allSatisfy(Self.alphabet.contains) else {
            return nil
        }
        characters = String(forgiven)
    }

    /// In groups of four.
    var text: String {
        let letters = Array(characters)
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: "-")
    }
}

extension Vault {
    func place(ofDraft id: OpaqueID) -> SealedPlace {
        let mark = keys.mark("drafts", id.bytes)
        guard let row = OpaqueID(bytes: mark.prefix(16)),
            let dossier = OpaqueID(bytes: mark.suffix(16))
        else { preconditionFailure("an HMAC has 32 bytes") }
        return SealedPlace(DossierID(dossier), Self.columnOfDrafts, row: row)
    }

    static let columnOfDrafts: Code = "drafts.sealed"

    func mark(of code: ResumeCode) -> [UInt8] {
        keys.mark("resume", Array(code.characters.utf8))
    }

    func marks(
        of code: ResumeCode,
        for draft: OpaqueID
    ) throws(StoreError) -> (mark: [UInt8], sealed: [UInt8]) {
        let mark = mark(of: code)
        return (mark, try Sealing.seal(draft.bytes, under: key(of: code), bound: mark))
    }

    func draft(from sealed: [UInt8], by code: ResumeCode) throws(StoreError) -> OpaqueID? {
        OpaqueID(bytes: try Sealing.open(sealed, under: key(of: code), bound: mark(of: code)))
    }

    private func key(of code: ResumeCode) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(code.characters.utf8)),
            salt: keys.derived("resume").bytes,
            info: Array("serasan.resume.v1".utf8),
            outputByteCount: 32
        )
    }
}
