package import Crypto
import Foundation
package import Stories

/// A head of the log as it is handed to others: C2SP tlog-checkpoint, signed as a note.
///
/// Whoever keeps one can show later whether the log that is shown to them still begins like this.
package struct Checkpoint: Hashable, Sendable {
    package let origin: OpaqueID
    package let size: Int64
    package let root: TreeHash

    package init(origin: OpaqueID, size: Int64, root: TreeHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The name of a log in notes: not an address, since a log may move.
    package static func name(of origin: OpaqueID) -> String { "serasan/\(origin)" }

    package var name: String { Self.name(of: origin) }

    /// What is signed.
    package var text: String { "\(name)\n\(size)\n\(base64(root.bytes))\n" }

    /// Reads what is signed; nil where it is no head of such a log.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty, lines[0].hasPrefix("serasan/"),
            let origin = OpaqueID(String(lines[0].dropFirst(8))),
            let size = Int64(lines[1]), size >= 0,
            let root = bytesOf(base64: String(lines[2])).flatMap(TreeHash.init(bytes:))
        else { return nil }
        self.init(origin: origin, size: size, root: root)
        guard self.text == text else { return nil }
    }

    /// Reads a signed head that the owner of a key has made, whatever the log was called then.
    package init(
        _ written: String,
        by key: Curve25519.Signing.PublicKey
    ) throws(CheckpointRefusal) {
        guard let note = SignedNote(written) else { throw .notANote }
        guard let read = Checkpoint(text: note.text) else { throw .notAHead }
        let key = NoteKey(name: read.name, key: key)
        guard note.signatures.contains(where: { $0.name == key.name && $0.keyID == key.id })
        else { throw .otherKey }
        guard note.isSigned(by: key) else { throw .badSignature }
        self = read
    }
}

/// Why a text is no head of the log that one may rely on.
package enum CheckpointRefusal: Refusal, Hashable, CaseIterable {
    case notANote, notAHead, otherKey, badSignature

    package var sentence: String {
        switch self {
        case .notANote: "Ini bukan catatan bertanda tangan (atau terpotong)."
        case .notAHead: "Catatan ini bukan cap catatan Serasan."
        case .otherKey: "Cap ini ditandatangani dengan kunci lain."
        case .badSignature: "Tanda tangan pada cap ini tidak cocok: isinya telah diubah."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notANote: "This is no signed note (or it was cut off)."
        case .notAHead: "This note is no checkpoint of Serasan."
        case .otherKey: "This checkpoint was signed with another key."
        case .badSignature: "The signature of this checkpoint does not fit: it was changed."
        }
    }

    package var status: Int { 422 }
}

extension Keys {
    /// The key that signs heads of the log.
    ///
    /// It follows from the root key for this purpose alone, so the paper with the root key is
    /// enough to go on signing after a restore.
    private var headKey: Curve25519.Signing.PrivateKey {
        get throws(StoreError) {
            do {
                return try Curve25519.Signing.PrivateKey(
                    rawRepresentation: derived("checkpoints").bytes
                )
            } catch {
                throw StoreError(.unusable, "no key for checkpoints", underlying: error)
            }
        }
    }

    /// What others check heads of this log with.
    package func noteKey(of origin: OpaqueID) throws(StoreError) -> NoteKey {
        NoteKey(name: Checkpoint.name(of: origin), key: try headKey.publicKey)
    }

    /// A head as a signed note.
    package func sign(_ head: Checkpoint) throws(StoreError) -> SignedNote {
        do {
            let signature = try headKey.signature(for: Array(head.text.utf8))
            let key = try noteKey(of: head.origin)
            return SignedNote(
                text: head.text,
                signatures: [
                    NoteSignature(name: key.name, keyID: key.id, bytes: Array(signature))
                ]
            )
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.unusable, "a checkpoint cannot be signed", underlying: error)
        }
    }
}
