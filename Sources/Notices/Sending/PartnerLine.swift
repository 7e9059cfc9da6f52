import CCurl
import Foundation

/// The line to a partner's server, which keeps our heads.
package struct PartnerLine: Sendable {
    let partner: WitnessPartner

    package init(_ partner: WitnessPartner) { self.partner = partner }

    /// What the partner's server said; nothing of it is believed yet.
    package enum Reply: Hashable, Sendable {
        case answer(status: Int, text: String)

        /// Nobody answered, or not as it should be.
        case trouble(Trouble)
    }

    /// Longer than any answer that the protocol knows.
    private static let mostOfAnswer = 8_192

    /// Sends one `add-checkpoint`.
    package func send(_ body: String) async -> Reply {
        var order = Transfer.Order(
            address: "\(partner.address)/add-checkpoint",
            body: Array(body.utf8),
            schemes: partner.address.hasPrefix("https:") ? "https" : "http"
        )
        order.authorityFile = partner.authorityFile
        order.headers = ["Content-Type: text/plain; charset=utf-8"]
        order.mostOfAnswer = Self.mostOfAnswer
        let result = await Transfer(order).run()
        guard CURLcode(result.code) == CURLE_OK else {
            switch Gateway.meaning(result) {
            case .later(let trouble), .never(let trouble): return .trouble(trouble)
            case .taken: return .trouble(.cut)
            }
        }
        switch result.status {
        case 300..<400: return .trouble(.redirected)
        case 408, 425, 429, 500...: return .trouble(.busy)
        default:
            return .answer(
                status: result.status,
                text: String(decoding: result.answer, as: UTF8.self)
            )
        }
    }
}
