import Crypto
import Stories

extension Vault {
    /// How a claim stands in its table: keyed, because what must be unique may be personal.
    func mark(_ claim: Claim) -> [UInt8] {
        switch claim {
        case .unique(let space, let key), .free(let space, let key):
            keys.mark("claims", Array(space.text.utf8) + [0] + key)
        case .count(let name, _):
            keys.mark("claims", Array(name.text.utf8))
        }
    }

    /// How a command's key stands in its table.
    ///
    /// `content` is an HMAC under a secret that follows from the raw key, which the table lacks.
    func mark(_ command: CommandKey, at: Instant) -> AppendPlan.CommandRow {
        let secret = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: command.key),
            salt: keys.derived("commands").bytes,
            info: Array("serasan.command.content.v1".utf8),
            outputByteCount: 32
        )
        let expires: Instant? =
            switch command.lasting {
            case .forEver: nil
            case .days(let days): at.adding(seconds: Int64(days) * 86_400)
            }
        return AppendPlan.CommandRow(
            key: keys.mark("commands", command.key),
            content: Array(HMAC<SHA256>.authenticationCode(for: command.content, using: secret)),
            at: at,
            expires: expires,
            holder: command.holder.map { keys.mark("holders", $0) }
        )
    }
}
