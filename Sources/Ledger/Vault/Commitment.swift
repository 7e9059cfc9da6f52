import Crypto
package import Stories

extension Sealer {
    /// Commits as the record does: `SHA-256("serasan.payload.v1" ‖ id ‖ blinding ‖ bytes)`.
    package static let sha256 = Sealer { payload in
        var hash = SHA256()
        hash.update(data: Array("serasan.payload.v1".utf8))
        hash.update(data: payload.id.id.bytes)
        hash.update(data: payload.blinding)
        hash.update(data: payload.bytes)
        return Array(hash.finalize())
    }
}

extension Payload {
    /// What a fact holds of this payload.
    package var sealed: Sealed { Sealer.sha256.sealed(self) }
}

extension Public {
    /// The digest of public bytes.
    package init(of bytes: [UInt8]) { self.init(digest: Array(SHA256.hash(data: bytes))) }
}
