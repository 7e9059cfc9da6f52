import Foundation

/// One keep-alive connection of a caller; it blocks its thread.
final class Wire {
    /// What came back.
    struct Reply {
        let status: Int
        let head: String
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        /// Where the answer leads.
        var location: String { values(of: "location").first ?? "" }

        /// `name=value` of the cookies that it sets.
        var cookies: [String] {
            values(of: "set-cookie").map { String($0.prefix { $0 != ";" }) }
        }

        private func values(of name: String) -> [String] {
            head.components(separatedBy: "\r\n").compactMap { line in
                line.lowercased().hasPrefix(name + ": ")
                    ? String(line.dropFirst(name.count + 2)) : nil
            }
        }
    }

    private let handle: Int32
    private var pending: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(port: Int) throws {
        handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let handle = handle
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, length)
            }
        }
        guard code == 0 else { throw BenchFault("nobody listens on \(port)") }
        var on: Int32 = 1
        setsockopt(
            handle,
            Int32(IPPROTO_TCP),
            TCP_NODELAY,
            &on,
            socklen_t(MemoryLayout<Int32>.size)
        )
    }

    deinit { close(handle) }

    /// Sends one request and reads its answer.
    func ask(_ request: [UInt8]) throws -> Reply {
        var sent = 0
        while sent < request.count {
            let count = request[sent...].withUnsafeBytes {
                send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw BenchFault("the server hung up") }
            sent += count
        }
        let mark = Array("\r\n\r\n".utf8)
        var end: Int?
        while end == nil {
            end = pending.firstRange(of: mark)?.upperBound
            if end == nil { try receive() }
        }
        let headEnd = end ?? 0
        let head = String(decoding: pending[..<headEnd], as: UTF8.self)
        let length =
            head.lowercased().firstRange(of: "content-length: ")
            .flatMap {
                Int(
                    head.dropFirst(head.distance(from: head.startIndex, to: $0.upperBound))
                        .prefix { $0.isNumber }
                )
            } ?? 0
        while pending.count < headEnd + length { try receive() }
        let body = Array(pending[headEnd..<headEnd + length])
        pending.removeFirst(headEnd + length)
        guard let status = Int(head.dropFirst(9).prefix(3)) else { throw BenchFault(head) }
        return Reply(status: status, head: head, body: body)
    }

    private func receive() throws {
        let count = recv(handle, &buffer, buffer.count, 0)
        guard count > 0 else { throw BenchFault("the server hung up") }
        pending += buffer[..<count]
    }
}

/// The bytes of the requests that the bench sends.
enum Wording {
    static func get(_ path: String, cookies: [String] = []) -> [UInt8] {
        Array("GET \(path) HTTP/1.1\r\nHost: bench\r\n\(cookie(cookies))\r\n".utf8)
    }

    static func post(
        _ path: String,
        _ fields: [(String, String)],
        cookies: [String]
    ) -> [UInt8] {
        let safe = CharacterSet.alphanumerics
        let body = fields.map { name, value in
            let escaped = value.addingPercentEncoding(withAllowedCharacters: safe) ?? ""
            return "\(name)=\(escaped)"
        }
        .joined(separator: "&")
        return post(
            path,
            type: "application/x-www-form-urlencoded",
            body: Array(body.utf8),
            cookies
        )
    }

    /// A form with one file.
    static func post(
        _ path: String,
        token: String,
        file: (name: String, bytes: [UInt8]),
        cookies: [String]
    ) -> [UInt8] {
        let line = "--bench\r\nContent-Disposition: form-data; name="
        let body =
            "\(line)\"kunci\"\r\n\r\n\(token)\r\n"
            + "\(line)\"\(file.name)\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
        return post(
            path,
            type: "multipart/form-data; boundary=bench",
            body: Array(body.utf8) + file.bytes + Array("\r\n--bench--\r\n".utf8),
            cookies
        )
    }

    private static func post(
        _ path: String,
        type: String,
        body: [UInt8],
        _ cookies: [String]
    ) -> [UInt8] {
        let head =
            "POST \(path) HTTP/1.1\r\nHost: bench\r\nContent-Type: \(type)\r\n"
            + "Content-Length: \(body.count)\r\n\(cookie(cookies))\r\n"
        return Array(head.utf8) + body
    }

    private static func cookie(_ cookies: [String]) -> String {
        cookies.isEmpty ? "" : "Cookie: \(cookies.joined(separator: "; "))\r\n"
    }
}
