import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Satisfaction
import Site
import Stories
import Testing

extension SurveyedRegency {
    /// Lets people visit the pages; who sends `petugas=NAME` as a cookie is that official.
    func open(
        officials: [SignedIn] = [],
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let named = HTTPFieldsOfOfficials(officials)
        let surroundings = Surroundings(
            regency: { _ in SurveyedRegency.regency },
            official: { request in named.find(request.headers[.cookie]) }
        )
        let router = Router(context: VisitContext.self)
        SatisfactionFeature(desk, surroundings).add(to: router)
        let moment = now
        let reception = ReceptionDesk(
            Self.installation,
            cookies: SiteCookies(installation: "16.03", isSecure: true),
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: { moment },
            random: { count in Draw.random.id().bytes.prefix(count).map { $0 } }
        )
        let site = Application(
            responder: Reception(reception, before: router.buildResponder()),
            // What it logs is held by tests of its own; here it would bury what fails.
            logger: Logger(label: "site") { _ in SwiftLogNoOpLogHandler() }
        )
        try await site.test(.router) { client in try await body(client) }
    }
}

/// The officials of a test by the cookie that stands for their session.
private struct HTTPFieldsOfOfficials: Sendable {
    let officials: [SignedIn]

    init(_ officials: [SignedIn]) { self.officials = officials }

    func find(_ cookie: String?) -> SignedIn? {
        officials.first { cookie?.contains("petugas=\($0.name)") == true }
    }
}

/// One browser without scripts.
final class Visitor {
    private let client: any TestClientProtocol
    private var jar: [String: String]
    private(set) var path = ""
    private(set) var page = ""
    private(set) var bytes: [UInt8] = []
    private(set) var status = 0
    private(set) var type = ""

    init(_ client: any TestClientProtocol, as official: String? = nil) {
        self.client = client
        jar = official.map { ["petugas": $0] } ?? [:]
    }

    /// Goes on as somebody else on the same device.
    func become(_ official: String) { jar["petugas"] = official }

    func get(_ path: String) async throws { try await go(.get, path, nil) }

    /// Sends the page's form: what it hides and what is typed.
    func send(_ typed: [(String, String)], without token: Bool = false) async throws {
        let forms = page.components(separatedBy: #"<form method="post" action=""#)
        let form = try #require(forms.dropFirst().last, "\(page)")
        let action = form.components(separatedBy: "\"")[0].replacing("&amp;", with: "&")
        let hidden = form.matches(of: /type="hidden" name="([^"]*)" value="([^"]*)"/)
            .map { (String($0.1), String($0.2)) }
            .filter { !token || $0.0 != "kunci" }
        try await go(.post, action, hidden + typed)
    }

    private func go(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: [(String, String)]?
    ) async throws {
        var headers: HTTPFields = [
            .cookie: jar.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        ]
        if fields != nil {
            headers[.contentType] = "application/x-www-form-urlencoded"
            headers[.origin] = "https://layanan.contoh.go.id"
        }
        let body = fields.map { fields in
            fields.map { "\(Self.coded($0.0))=\(Self.coded($0.1))" }.joined(separator: "&")
        }
        let response = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        )
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            jar[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        if let location = response.headers[.location] {
            try await go(.get, location, nil)
            return
        }
        self.path = path
        page = String(buffer: response.body)
        bytes = Array(response.body.readableBytesView)
        status = response.status.code
        type = response.headers[.contentType] ?? ""
    }

    private static func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
