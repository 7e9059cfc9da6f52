import Cases
import Crypto
import HTTPTypes
import Hummingbird
import Ledger
import Site
import Stories

/// What a receipt's link holds: which case, and 128 bits that only we can make.
///
/// It follows from the case, so a repeated answer can show it again, and a stolen database does
/// not give it away.
struct ReceiptToken: Hashable {
    let caseID: CaseID
    let text: String

    init(of id: CaseID, _ keys: Keys) {
        caseID = id
        text = id.id.description + hexadecimal(keys.mark("receipt", id.id.bytes).prefix(16))
    }

    /// Reads a link's token; nil for one that we did not make.
    init?(_ typed: String, _ keys: Keys) {
        let typed = typed.lowercased()
        guard typed.utf8.count == 64, let id = OpaqueID(typed.prefix(32)) else { return nil }
        self.init(of: CaseID(id), keys)
        // Both hexadecimal and equally long; compared without an early end.
        let difference = zip(text.utf8, typed.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        guard difference == 0 else { return nil }
    }
}

/// A request opened by its applicant: through the receipt's link, kept in a cookie.
struct OpenedRequest {
    let loaded: LoadedCase
    let force: InForce

    /// The whole address of the receipt.
    let link: String
}

extension ServicesFeature {
    /// After its end a case stays open to its link for 90 days.
    private static let openAfterEndSeconds: Int64 = 90 * 86_400

    /// The request whose link this device has opened.
    func openRequest(_ request: Request) async throws -> OpenedRequest {
        let cookie = cookies.value("permohonan", in: request.headers[.cookie])
        guard let token = cookie.flatMap({ ReceiptToken($0, keys) }) else {
            throw ServiceRefusal.linkExpired
        }
        return try await openRequest(token)
    }

    func openRequest(_ token: ReceiptToken) async throws -> OpenedRequest {
        let keeper = keeper
        let (loaded, force) = try await store.glance { reader in
            let force = try keeper.current(reader)
            guard let loaded = try reader.load(token.caseID, force) else {
                throw ServiceRefusal.linkExpired
            }
            return (loaded, force)
        }
        if let ended = loaded.state.endedAt,
            now().seconds(since: ended) > Self.openAfterEndSeconds
        {
            throw ServiceRefusal.linkExpired
        }
        let base = force.installation.base
        return OpenedRequest(loaded: loaded, force: force, link: "\(base)/t/\(token.text)")
    }

    /// Keeps an opened request on the device; it ends with the browser.
    func requestCookie(_ token: String) -> HTTPField {
        HTTPField(name: .setCookie, value: cookies.header("permohonan", token, seconds: nil))
    }
}
