import Cases
import Crypto
import HTTPTypes
import Hummingbird
import Ledger
import Site
import Stories

/// What a receipt's link holds: which case, and 128 bits that only we can make.
///
/// It follows from the case and from how often its link was changed, so a repeated answer can show
/// it again, a stolen database does not give it away, and an earlier one opens nothing.
struct ReceiptToken: Hashable {
    let caseID: CaseID
    let text: String

    init(of id: CaseID, changes: Int, _ keys: Keys) {
        caseID = id
        let count = changes == 0 ? [] : Array("/\(changes)".utf8)
        text =
            id.id.description + hexadecimal(keys.mark("receipt", id.id.bytes + count).prefix(16))
    }

    /// The case that a link speaks of; whether it may, `matches` says.
    static func caseID(in typed: String) -> CaseID? {
        typed.utf8.count == 64 ? OpaqueID(typed.prefix(32)).map(CaseID.init) : nil
    }

    /// Whether this is the token that came; both are equally long and compared without an early end.
    func matches(_ typed: String) -> Bool {
        // Letters may change their length with their case: counted as they are compared.
        let typed = typed.lowercased()
        guard typed.utf8.count == text.utf8.count else { return false }
        return zip(text.utf8, typed.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// A request opened by its applicant: through the receipt's link, kept in a cookie.
struct OpenedRequest {
    let loaded: LoadedCase
    let force: InForce

    let token: ReceiptToken

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
        guard let id = ReceiptToken.caseID(in: typed) else { throw ServiceRefusal.linkExpired }
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
        let token = ReceiptToken(of: id, changes: loaded.state.linkChanges, keys)
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
