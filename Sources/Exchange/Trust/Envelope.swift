package import Crypto
import Ledger
package import Stories

/// A statement with its signatures, in the form of DSSE 1.
///
/// What is signed are the exact bytes of the payload and its type. Nothing of the payload is
/// looked at before a signature over it held.
package struct Envelope: Hashable, Sendable {
    package let kind: StatementKind
    package let payload: [UInt8]
    package let signatures: [Signature]

    package struct Signature: Hashable, Sendable {
        /// Which key it says it was; may be missing.
        package let hint: String?
        package let bytes: [UInt8]

        package init(hint: String?, bytes: [UInt8]) {
            self.hint = hint
            self.bytes = bytes
        }
    }

    /// Larger than any statement has to be is none.
    package static let most = 16_000_000
    private static let mostSignatures = 64

    package init(_ kind: StatementKind, _ payload: [UInt8], signatures: [Signature] = []) {
        self.kind = kind
        self.payload = payload
        self.signatures = signatures
    }

    /// What a key signs: `DSSEv1`, the type and the payload, each behind its length.
    package static func signed(type: String, payload: [UInt8]) -> [UInt8] {
        Array("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
    }

    /// The same envelope with one more signature.
    package func signed(
        by key: Curve25519.Signing.PrivateKey
    ) throws -> Envelope {
        let signed = Self.signed(type: kind.payloadType, payload: payload)
        let signature = Signature(
            hint: StatementKey(key.publicKey).hint,
            bytes: Array(try key.signature(for: signed))
        )
        return Envelope(kind, payload, signatures: signatures + [signature])
    }

    /// Which of these keys have signed, each counted once however often it did.
    package func signers(among keys: [StatementKey]) -> Set<StatementKey> {
        let signed = Self.signed(type: kind.payloadType, payload: payload)
        return Set(
            keys.filter { key in
                signatures.contains { key.hasSigned(signed, $0.bytes) }
            }
        )
    }

    /// Whether a signature says that it is of one of these keys, which then is to hold.
    func names(oneOf keys: [StatementKey]) -> Bool {
        let hints = Set(keys.map(\.hint))
        return signatures.contains { $0.hint.map(hints.contains) ?? false }
    }

    /// SHA-256 of the payload: what is seen, whoever signed it.
    package var document: Public { Public(digest: Array(SHA256.hash(data: payload))) }
}

extension Envelope {
    /// The JSON form, always the same for the same envelope.
    package var bytes: [UInt8] {
        let signatures = signatures.map { signature in
            var members: [String: JSONValue] = ["sig": .text(base64(signature.bytes))]
            members["keyid"] = signature.hint.map { .text($0) }
            return JSONValue.object(members)
        }
        do {
            return try CanonicalJSON.write(
                JSONValue.object([
                    "payload": .text(base64(payload)), "payloadType": .text(kind.payloadType),
                    "signatures": .list(signatures),
                ])
            )
        } catch {
            // It holds texts only.
            preconditionFailure("an envelope that no JSON can hold")
        }
    }

    /// Reads an envelope that anybody may have written; members that DSSE does not know are
    /// nobody's business.
    package init(reading bytes: [UInt8]) throws(TrustRefusal) {
        guard bytes.count <= Self.most else { throw .notAStatement }
        do {
            guard case .object(let members) = try CanonicalJSON.readAny(bytes),
                case .text(let type)? = members["payloadType"],
                let kind = StatementKind(payloadType: type),
                case .text(let text)? = members["payload"],
                let payload = Self.decoded(text),
                case .list(let listed)? = members["signatures"],
                (1...Self.mostSignatures).contains(listed.count)
            else { throw TrustRefusal.notAStatement }
            let signatures = listed.compactMap(Self.signature)
            guard signatures.count == listed.count else { throw TrustRefusal.notAStatement }
            self.init(kind, payload, signatures: signatures)
        } catch {
            throw .notAStatement
        }
    }

    private static func signature(_ value: JSONValue) -> Signature? {
        guard case .object(let members) = value, case .text(let text)? = members["sig"],
            let bytes = decoded(text)
        else { return nil }
        switch members["keyid"] {
        case .text(let hint): return Signature(hint: hint, bytes: bytes)
        case .null, nil: return Signature(hint: nil, bytes: bytes)
        case .flag, .number, .list, .object: return nil
        }
    }

    /// Base64 of either alphabet, as DSSE allows.
    private static func decoded(_ text: String) -> [UInt8]? {
        if let bytes = bytesOf(base64: text) { return bytes }
        var standard = String(
            text.map { letter in
                switch letter {
                case "-": "+"
                case "_": "/"
                default: letter
                }
            }
        )
        while standard.utf8.count % 4 != 0 { standard += "=" }
        return bytesOf(base64: standard)
    }
}
