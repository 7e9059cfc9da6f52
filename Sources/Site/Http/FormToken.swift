import Crypto
import Stories

/// Ties a form to the device that it was given to, for as long as the device keeps its cookie.
///
/// Not used up by sending: a form that waits for a signal must still be good next week.
package struct FormToken: Sendable {
    private let key: SymmetricKey

    /// The key is 32 random bytes of the installation.
    package init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// The token for that device.
    package func token(for device: String) -> String {
        hexadecimal(code(for: device))
    }

    /// True if the token was made for that device; takes as long for a wrong one.
    package func accepts(_ token: String, from device: String) -> Bool {
        SameBytes.areSame(token, self.token(for: device))
    }

    private func code(for device: String) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("serasan.form.v1\u{0}".utf8) + Array(device.utf8),
                using: key
            )
        )
    }
}
