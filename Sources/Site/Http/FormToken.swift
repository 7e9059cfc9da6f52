import Crypto
import Stories

/// Ties a form to the device that it was given to, for as long as the device keeps its cookie.
///
/// Not used up by sending: a form that waits for a signal must still be good next week. On every
/// page it looks different: it is written under a pad that stands before it, so that its letters
/// cannot be guessed from the length of a squeezed page.
package struct FormToken: Sendable {
    private static let length = 16
    private let key: SymmetricKey

    /// The key is 32 random bytes of the installation.
    package init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// The token for that device, under a pad of 16 random bytes.
    package func token(for device: String, under pad: [UInt8]) -> String {
        hexadecimal(pad + zip(pad, code(for: device)).map { $0 ^ $1 })
    }

    /// True if the token was made for that device, under whichever pad; takes as long for a
    /// wrong one.
    package func accepts(_ token: String, from device: String) -> Bool {
        guard let found = Self.unpadded(token) else { return false }
        return SameBytes.areSame(found, code(for: device))
    }

    /// Whether two tokens are the same under their pads.
    static func areSame(_ a: String, _ b: String) -> Bool {
        guard let one = unpadded(a), let other = unpadded(b) else { return false }
        return SameBytes.areSame(one, other)
    }

    private static func unpadded(_ token: String) -> [UInt8]? {
        guard let bytes = Stories.bytes(hexadecimal: token), bytes.count == 2 * length else {
            return nil
        }
        return zip(bytes.prefix(length), bytes.suffix(length)).map { $0 ^ $1 }
    }

    private func code(for device: String) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("serasan.form.v1\u{0}".utf8) + Array(device.utf8),
            using: key
        )
        return Array(code.prefix(Self.length))
    }
}
