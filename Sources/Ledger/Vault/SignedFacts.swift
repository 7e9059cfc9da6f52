import Crypto
import Foundation
package import Stories

/// What a paper or a file says, with the installation's signature.
///
/// Anybody who has the public key can check it without a network. The purpose is signed with it, so
/// that a signature under one kind of paper is worth nothing under another.
package struct SignedFacts: Sendable {
    /// `serasan.letter.v1`: a constant of the source.
    private let purpose: StaticString
    private let code: OpaqueID

    /// The bytes that are signed after the purpose and the code.
    package let bytes: [UInt8]

    /// 64 bytes of Ed25519.
    package let signature: [UInt8]

    package init(
        _ purpose: StaticString,
        _ code: OpaqueID,
        _ bytes: [UInt8],
        _ keys: Keys
    ) throws {
        (self.purpose, self.code, self.bytes) = (purpose, code, bytes)
        let message = Array("\(purpose)".utf8) + code.bytes + bytes
        signature = Array(try Self.key(keys).signature(for: message))
    }

    /// 32 bytes: what a signature is checked with.
    package static func publicKey(_ keys: Keys) throws -> [UInt8] {
        Array(try key(keys).publicKey.rawRepresentation)
    }

    /// The part of an address behind `#`, which never reaches a server.
    package var fragment: String {
        "\(Self.base64(bytes)).\(Self.base64(signature))"
    }

    /// Base64 without signs that an address would have to write otherwise.
    package static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    private static func key(_ keys: Keys) throws -> Curve25519.Signing.PrivateKey {
        let seed = keys.derived("letters").withUnsafeBytes { Data($0) }
        return try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    }
}
