import HTTPTypes
package import Hummingbird
import Ledger
import Logging
import Stories

/// Stands at the door: greets each request, and sees that every answer leaves in order.
///
/// It takes the language out of the address, knows the device, turns away foreign forms, makes
/// pages of refusals and faults, sets the headers and writes the log. It wraps the router, so
/// that unknown addresses pass it too.
package struct Reception<Inner: HTTPResponder>: HTTPResponder where Inner.Context: SiteContext {
    private let inner: Inner
    private let desk: ReceptionDesk

    package init(_ desk: ReceptionDesk, before inner: Inner) {
        self.desk = desk
        self.inner = inner
    }

    package func respond(to request: Request, context: Inner.Context) async throws -> Response {
        var context = context
        let way = Way(request.head.path ?? "/")
        let known = desk.cookies.value("perangkat", in: request.headers[.cookie])
            .flatMap { ReceptionDesk.isDevice($0) ? $0 : nil }
        context.device = known ?? desk.newDevice()
        context.sender = desk.sender(of: request, through: context.sender)
        let installation = desk.installation()
        var visit = desk.visit(
            to: installation,
            for: request,
            on: way,
            from: context.device
        )
        if known == nil { visit.offered = desk.offered(to: request, on: way, in: installation) }
        context.visit = visit

        var response: Response
        do {
            guard desk.isOurs(request, of: installation) else { throw WebRefusal.foreignPage }
            var head = request.head
            head.path = way.path
            // Whatever GET answers, HEAD answers without the body.
            if request.method == .head { head.method = .get }
            response = try await Footing.$current.withValue(Footing()) {
                try await inner.respond(
                    to: Request(head: head, body: request.body),
                    context: context
                )
            }
            // The router answers what it refuses itself, without a word.
            if response.status.code >= 400, response.body.contentLength == 0 {
                throw HTTPError(response.status)
            }
        } catch {
            response = desk.answer(to: error, visit: visit, logger: context.logger)
        }
        // Assets stay in shared caches, and a cookie there would be everybody's.
        if known == nil, response.headers[.cacheControl] == nil {
            response.headers.append(
                HTTPField(
                    name: .setCookie,
                    value: desk.cookies.header(
                        "perangkat",
                        context.device,
                        seconds: 400 * 86_400
                    )
                )
            )
        }
        SiteHeaders.add(to: &response.headers, isSecure: desk.cookies.isSecure)
        log(request, response, context)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The template of the route, never the path: addresses hold secrets and numbers.
    private func log(_ request: Request, _ response: Response, _ context: Inner.Context) {
        context.logger.info(
            "answered",
            metadata: [
                "method": "\(request.method.rawValue)",
                "route": "\(context.endpointPath ?? "-")",
                "status": "\(response.status.code)",
            ]
        )
    }
}

/// The address without its language, and the language.
struct Way: Hashable {
    let language: Language
    /// What the router sees.
    let path: String

    init(_ full: String) {
        var path = full
        var language = Language.indonesian
        for candidate in Language.allCases where !candidate.prefix.isEmpty {
            let rest = path.dropFirst(candidate.prefix.count)
            guard path.hasPrefix(candidate.prefix), rest.isEmpty || "/?".contains(rest.first ?? " ")
            else { continue }
            language = candidate
            path = rest.hasPrefix("/") ? String(rest) : "/" + rest
        }
        // Codes on paper are in capitals, which make a smaller QR code.
        for short in ["/T/", "/K/", "/V/"] where path.hasPrefix(short) {
            path = short.lowercased() + path.dropFirst(3)
        }
        self.language = language
        self.path = path
    }

    /// The path without the query.
    var bare: String {
        String(Substring(path.utf8.prefix { $0 != UInt8(ascii: "?") }))
    }

    /// What follows the question mark; empty where there is none.
    var query: Substring.UTF8View {
        path.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()
    }
}
