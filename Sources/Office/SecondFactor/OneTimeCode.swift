import Crypto
package import Stories

/// The secret of a phone and the codes that follow from it (RFC 6238: SHA-1, 6 digits, 30 s).
///
/// These are what every authenticator app knows; other hashes and lengths are not known by all.
package struct OneTimeSecret: Hashable, Sendable {
    package let bytes: [UInt8]

    package static let secondsOfStep: Int64 = 30

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// 160 bits, as the RFC asks for.
    init(_ draw: Draw) { bytes = Array((draw.id().bytes + draw.id().bytes).prefix(20)) }

    /// Which step of the clock a moment lies in.
    package static func step(at moment: Instant) -> Int64 {
        moment.milliseconds / (secondsOfStep * 1000)
    }

    /// The code of a step, with its leading zeros.
    package func code(at step: Int64, digits: Int = 6) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian, Array.init)
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes))
        )
        let offset = Int(mac[mac.count - 1] & 0x0F)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let limit = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String((number & 0x7FFF_FFFF) % limit)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code was typed: this one, the one before or after, and none that was used.
    package func step(of typed: String, at now: Instant, after last: Int64?) -> Int64? {
        let typed = typed.filter { $0 != " " }
        let current = Self.step(at: now)
        var found: Int64?
        // All three are compared, so that the time taken says nothing.
        for step in [current - 1, current, current + 1] where isSame(code(at: step), typed) {
            if last.map({ step > $0 }) ?? true { found = found ?? step }
        }
        return found
    }

    private func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// For typing: RFC 4648 base 32 in groups of four.
    package var typed: String {
        let letters = Array(base32)
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    private var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (text, held, bits) = ("", 0, 0)
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[held >> bits & 31])
            }
        }
        if bits > 0 { text.append(alphabet[held << (5 - bits) & 31]) }
        return text
    }

    /// What the phone scans: `otpauth://totp/…`.
    package func address(issuer: String, account: String) -> String {
        let (issuer, account) = (Self.escaped(issuer), Self.escaped(account))
        return "otpauth://totp/\(issuer):\(account)?secret=\(base32)&issuer=\(issuer)"
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
            return isPlain
                ? String(UnicodeScalar(byte)) : "%" + hexadecimal([byte]).uppercased()
        }
        .joined()
    }
}
