import Crypto

/// AES-256-GCM as the vault uses it: nonce ‖ ciphertext ‖ tag.
enum Sealing {
    /// How much longer sealed bytes are than what is in them.
    static let overhead = 12 + 16

    static func seal(
        _ bytes: [UInt8],
        under key: SymmetricKey,
        bound: [UInt8],
        nonce: AES.GCM.Nonce = AES.GCM.Nonce()
    ) throws(StoreError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(bytes, using: key, nonce: nonce, authenticating: bound)
            return Array(nonce) + Array(box.ciphertext) + Array(box.tag)
        } catch {
            throw StoreError(.damaged, "sealing failed", underlying: error)
        }
    }

    /// Seals so that the same content in the same place gives the same bytes.
    ///
    /// The nonce is a pseudorandom function of key, place and content, so it repeats only where
    /// all three do.
    static func sealAgain(
        _ bytes: [UInt8],
        under key: SymmetricKey,
        bound: [UInt8]
    ) throws(StoreError) -> [UInt8] {
        let nonceKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key,
            info: Array("serasan.row.nonce.v1".utf8),
            outputByteCount: 32
        )
        var code = HMAC<SHA256>(key: nonceKey)
        code.update(data: Array(SHA256.hash(data: bound)))
        code.update(data: bytes)
        do {
            let nonce = try AES.GCM.Nonce(data: Array(code.finalize().prefix(12)))
            return try seal(bytes, under: key, bound: bound, nonce: nonce)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.damaged, "sealing failed", underlying: error)
        }
    }

    static func open(
        _ sealed: [UInt8],
        under key: SymmetricKey,
        bound: [UInt8]
    ) throws(StoreError) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: key, authenticating: bound))
        } catch {
            throw StoreError(.damaged, "sealed bytes do not open", underlying: error)
        }
    }
}
