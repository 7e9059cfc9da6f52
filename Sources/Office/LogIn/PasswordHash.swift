import CArgon2
import Dispatch
import Synchronization

/// A password as it is kept: Argon2id, 19 MiB, 2 passes, one lane (the least that OWASP names).
package struct PasswordHash: Hashable, Sendable {
    /// In the encoded form of the reference implementation: `$argon2id$v=19$…`.
    package let encoded: String

    package init(encoded: String) { self.encoded = encoded }

    private static let passes: UInt32 = 2
    private static let kibibytes: UInt32 = 19_456

    static func make(_ password: [UInt8], salt: [UInt8]) -> PasswordHash? {
        var encoded = [CChar](repeating: 0, count: 128)
        let status = argon2id_hash_encoded(
            passes,
            kibibytes,
            1,
            password,
            password.count,
            salt,
            salt.count,
            32,
            &encoded,
            encoded.count
        )
        guard status == ARGON2_OK.rawValue else { return nil }
        let text = encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return PasswordHash(encoded: String(decoding: text, as: UTF8.self))
    }

    func fits(_ password: [UInt8]) -> Bool {
        argon2id_verify(encoded, password, password.count) == ARGON2_OK.rawValue
    }
}

/// Hashes passwords away from the threads that answer requests.
///
/// One hash takes some 30 ms and 19 MiB, so only two run at once and a bounded number wait:
/// a flood of log-ins costs the others nothing but their own log-in.
package final class PasswordHasher: Sendable {
    private let queue = DispatchQueue(label: "serasan.passwords", attributes: .concurrent)
    private let slots = DispatchSemaphore(value: 2)
    private let waiting = Mutex(0)
    private let mostWaiting: Int

    package init(mostWaiting: Int = 64) { self.mostWaiting = mostWaiting }

    /// Hashes a new password under a fresh salt.
    package func hash(_ password: String, salt: [UInt8]) async throws(OfficeRefusal) -> PasswordHash
    {
        let hash = try await work { PasswordHash.make(Array(password.utf8), salt: salt) }
        guard let hash else { throw .tooManyAtOnce }
        return hash
    }

    /// Compares; where there is no such account the work is done all the same, so that an
    /// answer takes equally long.
    package func compare(
        _ password: String,
        with kept: PasswordHash?
    ) async throws(OfficeRefusal) -> Bool {
        try await work {
            guard let kept else {
                _ = PasswordHash.make(
                    Array(password.utf8),
                    salt: [UInt8](repeating: 0, count: 16)
                )
                return false
            }
            return kept.fits(Array(password.utf8))
        }
    }

    private func work<T: Sendable>(
        _ body: @Sendable @escaping () -> T
    ) async throws(OfficeRefusal) -> T {
        let isAdmitted = waiting.withLock { count in
            guard count < mostWaiting else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw .tooManyAtOnce }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.async { [slots] in
                slots.wait()
                let result = body()
                slots.signal()
                continuation.resume(returning: result)
            }
        }
    }
}
