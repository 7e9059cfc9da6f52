import Cases
import HTTPTypes
import Hummingbird
import Ledger
import Site
import Stories

extension LinkToken {
    /// The link of a receipt: of a case, as often as its applicant changed it.
    init(ofReceipt id: CaseID, changes: Int, _ keys: Keys) {
        self.init(of: id.id, for: "receipt", changes: changes, keys)
    }
}

/// A request opened by its applicant: through the receipt's link, kept in a cookie.
struct OpenedRequest {
    let loaded: LoadedCase
    let force: InForce

    let token: LinkToken

    /// The whole address of the receipt.
    let link: String

    /// The same request after its story went on.
    func now(_ loaded: LoadedCase) -> OpenedRequest {
        OpenedRequest(loaded: loaded, force: force, token: token, link: link)
    }
}

extension ServicesFeature {
    /// After its end a case stays open to its link for 90 days.
    private static let openAfterEndSeconds: Int64 = 90 * 86_400

    /// The request whose link this device has opened.
    func openRequest(_ request: Request) async throws -> OpenedRequest {
        try await openRequest(cookies.value("permohonan", in: request.headers[.cookie]) ?? "")
    }

    /// The request that a link opens.
    func openRequest(_ typed: String) async throws -> OpenedRequest {
        guard let id = LinkToken.id(in: typed).map(CaseID.init) else {
            throw ServiceRefusal.linkExpired
        }
        let opened = try await openRequest(of: id)
        guard opened.token.matches(typed) else { throw ServiceRefusal.linkExpired }
        return opened
    }

    /// The request of a case that this device may open for another reason.
    func openRequest(of id: CaseID) async throws -> OpenedRequest {
        let keeper = keeper
        let (loaded, force) = try await store.glance { reader in
            let force = try keeper.current(reader)
            guard let loaded = try reader.load(id, force) else {
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
        let token = LinkToken(ofReceipt: id, changes: loaded.state.linkChanges, keys)
        return OpenedRequest(
            loaded: loaded,
            force: force,
            token: token,
            link: "\(base)/t/\(token.text)"
        )
    }

    /// Keeps an opened request on the device; it ends with the browser.
    func requestCookie(_ token: String) -> HTTPField {
        HTTPField(name: .setCookie, value: cookies.header("permohonan", token, seconds: nil))
    }
}
