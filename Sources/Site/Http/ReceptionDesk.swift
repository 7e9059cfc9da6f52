import HTTPTypes
import Hummingbird
import Ledger
import Logging
package import Stories

/// What the reception knows: the regency, its cookies and keys, the clock and the dice.
package struct ReceptionDesk: Sendable {
    /// The regency, asked anew for every request: it may change while the site runs.
    package var installation: @Sendable () -> Installation
    package var cookies: SiteCookies
    package var tokens: FormToken
    package var now: @Sendable () -> Instant
    /// So many random bytes.
    package var random: @Sendable (Int) -> [UInt8]
    /// Whose `X-Forwarded-For` is believed.
    package var trusted = TrustedProxies.thisMachine

    package init(
        _ installation: Installation,
        cookies: SiteCookies,
        tokens: FormToken,
        now: @escaping @Sendable () -> Instant,
        random: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.installation = { installation }
        self.cookies = cookies
        self.tokens = tokens
        self.now = now
        self.random = random
    }

    func newDevice() -> String { hexadecimal(random(16)) }

    static func isDevice(_ text: String) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    private static let forwarded = HTTPField.Name("x-forwarded-for")
    private static let fetchSite = HTTPField.Name("sec-fetch-site")

    /// Who sent it: the address on the line, or what a trusted proxy says of it.
    func sender(of request: Request, through peer: String) -> String {
        guard let name = Self.forwarded else { return peer }
        return trusted.sender(peer: peer, forwarded: request.headers[values: name])
    }

    func isOurs(_ request: Request, of installation: Installation) -> Bool {
        SenderCheck.isOurs(
            method: request.method.rawValue,
            origin: request.headers[.origin],
            fetchSite: Self.fetchSite.flatMap { request.headers[$0] },
            base: installation.base
        )
    }

    func visit(
        to installation: Installation,
        for request: Request,
        on way: Way,
        from device: String
    ) -> Visit {
        var visit = Visit(to: installation, now: now())
        visit.language = way.language
        visit.here = Address(ownPath: way.bare) ?? "/"
        visit.isForPaper =
            way.query.split(separator: UInt8(ascii: "&"))
            .contains { $0.elementsEqual("cetak=1".utf8) }
        let theme = cookies.value("tema", in: request.headers[.cookie])
        visit.theme = theme.flatMap(Theme.init(rawValue:)) ?? .system
        visit.isOnSharedPhone = cookies.value("bersama", in: request.headers[.cookie]) == "ya"
        visit.formToken = tokens.token(for: device, under: random(16))
        visit.takesGzip = Gzip.isAccepted(by: request.headers[.acceptEncoding])
        return visit
    }

    /// The language to offer a newcomer whose browser would rather read another one.
    ///
    /// Only where the address names none: whoever follows a link of a language wants it.
    func offered(to request: Request, on way: Way, in installation: Installation) -> Language? {
        guard way.language == .indonesian, request.method == .get || request.method == .head,
            let preferred = Language.preferred(
                by: request.headers[.acceptLanguage] ?? "",
                among: installation.languages
            ), preferred != way.language
        else { return nil }
        return preferred
    }

    /// A page for whatever was thrown; what the world did is logged under a code.
    func answer(to error: any Error, visit: Visit, logger: Logger) -> Response {
        if let refusal = error as? WebRefusal { return Answer.page(refusal.page, for: visit) }
        if let refusal = error as? any Refusal {
            return Answer.page(ErrorPage.refused(refusal), for: visit)
        }
        if let error = error as? HTTPError, let refusal = Self.refusal(error.status.code) {
            return Answer.page(refusal.page, for: visit)
        }
        if let error = error as? StoreError, error.kind == .overtaken {
            return Answer.page(ErrorPage.overtaken, for: visit)
        }
        let letters = Array("23456789CFGHJKMPQRVWX")
        let code = String(random(4).map { letters[Int($0) % letters.count] })
        logger.error(
            "fault",
            metadata: ["code": "\(code)", "error": "\(String(reflecting: error))"]
        )
        guard let page = (error as? StoreError).flatMap({ Self.page(of: $0, code: code) })
        else { return Answer.page(ErrorPage.disturbance(code: code), for: visit) }
        var response = Answer.page(page, for: visit)
        if page.status == 503 { response.headers[.retryAfter] = "120" }
        return response
    }

    /// What passes by itself or with more room, or what is damaged, told as what it is; nil for
    /// a fault.
    private static func page(of error: StoreError, code: String) -> ErrorPage? {
        switch error.kind {
        case .diskFull: .noRoom(code: code)
        case .unknown: .unsure(code: code)
        case .closed, .raced, .crowded, .outdated:
            ErrorPage(.disturbanceTitle, [.disturbance, .errorCode(code)], status: 503)
        case .damaged: .damaged(code: code)
        case .erased, .unusable, .engine, .overtaken: nil
        }
    }

    /// What the framework refuses, in our words.
    private static func refusal(_ status: Int) -> WebRefusal? {
        switch status {
        case 404: .notFound
        case 405: .methodUnknown
        case 413: .tooLarge
        case 400..<500: .unreadable
        case _: nil
        }
    }
}
