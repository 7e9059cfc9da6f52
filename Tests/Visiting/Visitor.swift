import Foundation
package import HTTPTypes
import Hummingbird
package import HummingbirdTesting
import NIOCore

/// One browser without scripts; who is named is signed in.
package final class Visitor {
    private let client: any TestClientProtocol
    private var jar: [String: String]
    package private(set) var path = ""
    package private(set) var page = ""
    package private(set) var status = 0
    package private(set) var type = ""
    package private(set) var bytes: [UInt8] = []
    package private(set) var headers = HTTPFields()

    /// Sent with every request: `Accept-Language` of a stranger.
    package var more = HTTPFields()

    package init(_ client: any TestClientProtocol, as official: String? = nil) {
        self.client = client
        jar = official.map { ["petugas": $0] } ?? [:]
    }

    /// A page has no form that goes where a test wants to send one.
    package struct NoSuchForm: Error, CustomStringConvertible {
        package let description: String
    }

    /// A file as a browser sends it.
    package struct SentFile: Sendable {
        package let field: String
        package let name: String
        package let type: String
        package let bytes: [UInt8]

        package init(_ field: String, _ name: String, _ type: String, _ bytes: [UInt8]) {
            (self.field, self.name, self.type, self.bytes) = (field, name, type, bytes)
        }
    }

    package func get(_ path: String) async throws { try await go(.get, path, nil, "") }

    /// Sends the form of the page that goes there: what it hides and what is typed.
    package func send(_ typed: [(String, String)] = [], to end: String) async throws {
        let form = try form(to: end)
        try await go(.post, form.components(separatedBy: "\"")[0], Self.hidden(form) + typed)
    }

    /// The same with a file.
    package func send(
        _ typed: [(String, String)],
        file: SentFile,
        to end: String
    ) async throws {
        let form = try form(to: end)
        guard form.contains("enctype=\"multipart/form-data\"") else {
            throw NoSuchForm(description: "the form to \(end) sends no files")
        }
        var body: [UInt8] = []
        for (name, value) in Self.hidden(form) + typed {
            body += Array(
                "--batas\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8
            )
        }
        body += Array(
            """
            --batas\r\nContent-Disposition: form-data; name="\(file.field)"; \
            filename="\(file.name)"\r\nContent-Type: \(file.type)\r\n\r\n
            """.utf8
        )
        body += file.bytes + Array("\r\n--batas--\r\n".utf8)
        let action = form.components(separatedBy: "\"")[0]
        try await go(.post, action, body, "multipart/form-data; boundary=batas")
    }

    /// Sends to any address with the token of the page.
    package func post(_ path: String, _ typed: [(String, String)] = []) async throws {
        let token = Self.hidden(page).filter { $0.0 == "kunci" }
        try await go(.post, path, Array(token.prefix(1)) + typed)
    }

    private func form(to end: String) throws -> String {
        let forms = page.components(separatedBy: #"<form method="post" action=""#).dropFirst()
        guard let form = forms.first(where: { $0.components(separatedBy: "\"")[0].hasSuffix(end) })
        else { throw NoSuchForm(description: "no form to \(end) on \(path): \(page)") }
        return form
    }

    private static func hidden(_ form: String) -> [(String, String)] {
        form.components(separatedBy: "</form>")[0]
            .matches(of: /type="hidden" name="([^"]*)" value="([^"]*)"/)
            .map { (String($0.1), String($0.2)) }
    }

    private func go(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: [(String, String)]?
    ) async throws {
        let body = fields.map { fields in
            fields.map { "\(Self.coded($0.0))=\(Self.coded($0.1))" }.joined(separator: "&")
        }
        let type = "application/x-www-form-urlencoded"
        try await go(method, path, body.map { Array($0.utf8) }, type)
    }

    private func go(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: [UInt8]?,
        _ type: String
    ) async throws {
        var headers = more
        headers[.cookie] = jar.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        if body != nil {
            headers[.contentType] = type
            headers[.origin] = "https://layanan.contoh.go.id"
        }
        let response = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(bytes: $0) }
        )
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            jar[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        if let location = response.headers[.location], !location.contains("/masuk") {
            return try await get(location)
        }
        self.path = path
        page = String(buffer: response.body)
        bytes = Array(buffer: response.body)
        self.headers = response.headers
        status = response.status.code
        self.type = response.headers[.contentType] ?? ""
    }

    private static func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
