import Crypto
import Foundation
package import Stories

// What a witness adds to the head of another's log: C2SP tlog-cosignature, `cosignature/v1`.
// It says: at this moment this was the largest head of that log that I had seen, and it goes on
// from every one that I signed before.

extension SignedNote {
    private static func signed(_ text: String, at second: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(second)\n\(text)".utf8)
    }

    /// Our cosignature on a head that somebody else's log has signed.
    package func cosignature(
        by keys: Keys,
        at now: Instant
    ) throws(StoreError) -> NoteSignature {
        let second = UInt64(max(0, now.milliseconds / 1000))
        let key = try keys.cosignerKey
        do {
            let bytes = try keys.cosigner.signature(for: Self.signed(text, at: second))
            return NoteSignature(
                name: key.name,
                keyID: key.id,
                bytes: Self.bytes(of: second) + Array(bytes)
            )
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.unusable, "a head cannot be cosigned", underlying: error)
        }
    }

    /// When a witness cosigned this; nil where the line is not its cosignature on it.
    package func moment(of signature: NoteSignature, under key: NoteKey) -> Instant? {
        guard key.kind == .cosigner, signature.name == key.name, signature.keyID == key.id,
            signature.bytes.count == 72
        else { return nil }
        let second = signature.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let rest = signature.bytes.dropFirst(8)
        guard second < 1 << 40, key.key.isValidSignature(rest, for: Self.signed(text, at: second))
        else { return nil }
        return Instant(milliseconds: Int64(second) * 1000)
    }

    /// The same note with one more line below it; a line of the same key is replaced.
    package func adding(_ signature: NoteSignature) -> SignedNote {
        let others = signatures.filter {
            $0.name != signature.name || $0.keyID != signature.keyID
        }
        return SignedNote(text: text, signatures: others + [signature])
    }

    private static func bytes(of second: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: second >> (56 - 8 * UInt64($0))) }
    }
}

extension NoteSignature {
    /// The lines that a witness answers with, each with its end.
    package static func lines(_ text: String) -> [NoteSignature] {
        text.split(separator: "\n").compactMap { NoteSignature(line: String($0)) }
    }

    /// The line as it is sent.
    package var written: String { line + "\n" }
}

extension Keys {
    /// The key that signs heads of others: another one than that of our own log, so that nothing
    /// that we sign for them can be taken for a head of ours.
    fileprivate var cosigner: Curve25519.Signing.PrivateKey {
        get throws(StoreError) {
            do {
                return try Curve25519.Signing.PrivateKey(
                    rawRepresentation: derived("cosignatures").bytes
                )
            } catch {
                throw StoreError(.unusable, "no key for cosignatures", underlying: error)
            }
        }
    }

    /// What others check our cosignatures with; the name stays over every restore.
    package var cosignerKey: NoteKey {
        get throws(StoreError) {
            let key = try cosigner.publicKey
            let digest = SHA256.hash(data: key.rawRepresentation).prefix(8)
            return NoteKey(
                name: "serasan-saksi/\(hexadecimal(Array(digest)))",
                key: key,
                kind: .cosigner
            )
        }
    }
}
