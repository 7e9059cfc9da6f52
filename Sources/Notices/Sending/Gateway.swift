import CCurl
import Crypto
import Foundation
package import Stories

/// Hands messages to the regency's gateway, and knows what is really from it.
package struct Gateway: Sendable {
    let settings: GatewaySettings

    package init(_ settings: GatewaySettings) { self.settings = settings }

    /// One message as the gateway gets it.
    package struct Message: Hashable, Sendable {
        package var id: OpaqueID
        package var to: String
        package var text: String

        package init(id: OpaqueID, to: String, text: String) {
            self.id = id
            self.to = to
            self.text = text
        }
    }

    /// The name of the header with the signature, in what we send and in what we are told.
    package static let signatureName = "Serasan-Signature"

    /// One try; `taken` means that the gateway has it, not that a person read it.
    package func send(_ message: Message, at now: Instant) async -> Sent {
        let secret: String
        do {
            secret = try SecretFile.read(settings.secretFile)
        } catch {
            return .later(.settings)
        }
        let body = Self.body(message)
        var order = Transfer.Order(
            address: settings.address,
            body: body,
            schemes: settings.address.hasPrefix("https:") ? "https" : "http"
        )
        order.authorityFile = settings.authorityFile
        order.headers = [
            "Content-Type: application/json", "Idempotency-Key: \(message.id)",
            "\(Self.signatureName): \(Self.signature(body, at: now, secret: secret))",
        ]
        return Self.meaning(await Transfer(order).run())
    }

    static func body(_ message: Message) -> [UInt8] {
        func quoted(_ text: String) -> String {
            text.unicodeScalars.reduce(into: "\"") { out, scalar in
                switch scalar {
                case "\"", "\\": out += "\\" + String(scalar)
                case "\n": out += "\\n"
                case _ where scalar.value < 0x20:
                    out +=
                        "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
                default: out.unicodeScalars.append(scalar)
                }
            } + "\""
        }
        return Array(
            "{\"id\":\"\(message.id)\",\"to\":\(quoted(message.to)),\"text\":\(quoted(message.text))}"
                .utf8
        )
    }

    /// `t=` the second, `v1=` HMAC-SHA256 over the second, a dot and the body.
    package static func signature(_ body: [UInt8], at now: Instant, secret: String) -> String {
        let second = String(now.milliseconds / 1000)
        let code = HMAC<SHA256>.authenticationCode(
            for: Array((second + ".").utf8) + body,
            using: SymmetricKey(data: Array(secret.utf8))
        )
        return "t=\(second),v1="
            + code.map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            .joined()
    }

    /// Whether a report is signed with our secret, and not older than five minutes.
    package func isGenuine(_ body: [UInt8], signature: String, at now: Instant) -> Bool {
        let parts = signature.split(separator: ",")
        guard parts.count == 2, parts[0].hasPrefix("t="), let second = Int64(parts[0].dropFirst(2)),
            abs(now.milliseconds / 1000 - second) <= 300
        else { return false }
        do {
            let right = Self.signature(
                body,
                at: Instant(milliseconds: second * 1000),
                secret: try SecretFile.read(settings.secretFile)
            )
            guard right.utf8.count == signature.utf8.count else { return false }
            return zip(right.utf8, signature.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
        } catch {
            return false
        }
    }

    package static func meaning(_ result: Transfer.Result) -> Sent {
        switch CURLcode(result.code) {
        case CURLE_OK:
            switch result.status {
            case 200..<300: .taken
            case 300..<400: .later(.redirected)
            case 401, 403: .later(.logIn)
            case 408, 425, 429, 500...: .later(.busy)
            default: .never(.refused)
            }
        case CURLE_OPERATION_TIMEDOUT: .later(.slow)
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: .later(.unreachable)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            .later(.unsafe)
        default: .later(.cut)
        }
    }
}
