import Foundation
import Synchronization
import Testing

/// A site of a partner that does what a test says, byte by byte, on a real socket of this machine.
final class HostileSite: Sendable {
    let port: Int
    private let listening: Int32
    private let isOver = Atomic(false)
    private let asked = Mutex<[String]>([])

    /// One line to the one who asks.
    struct Line: Sendable {
        fileprivate let socket: Int32
        fileprivate let site: HostileSite

        /// False once the other side has gone.
        @discardableResult
        func send(_ bytes: [UInt8]) -> Bool {
            var rest = bytes[...]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes {
                    Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent > 0 else { return false }
                rest = rest.dropFirst(sent)
            }
            return true
        }

        @discardableResult
        func send(_ text: String) -> Bool { send(Array(text.utf8)) }

        /// An answer as it should be.
        func answer(_ bytes: [UInt8], status: String = "200 OK", more: String = "") {
            let head = "HTTP/1.1 \(status)\r\nContent-Length: \(bytes.count)\r\n\(more)"
            if send(head + "Connection: close\r\n\r\n") { send(bytes) }
        }

        /// Says nothing until the other side or the test has gone.
        func hold() {
            var byte = UInt8(0)
            while !site.isOver.load(ordering: .relaxed) {
                var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, 50) == 1 else { continue }
                if recv(socket, &byte, 1, 0) <= 0 { return }
            }
        }
    }

    init(_ script: @escaping @Sendable (String, Line) -> Void) throws {
        listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(listening >= 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listening
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(socket, raw, length) == 0 && listen(socket, 16) == 0
                    && getsockname(socket, raw, &length) == 0
            }
        }
        try #require(isBound)
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while !isOver.load(ordering: .relaxed) {
                var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, 50) == 1 else { continue }
                let line = accept(socket, nil, nil)
                guard line >= 0 else { continue }
                Thread.detachNewThread { self.serve(line, script) }
            }
            close(socket)
        }
    }

    /// The paths that were asked for, in their order.
    var paths: [String] { asked.withLock { $0 } }

    func end() { isOver.store(true, ordering: .relaxed) }

    private func serve(_ socket: Int32, _ script: (String, Line) -> Void) {
        defer { close(socket) }
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
            var byte = UInt8(0)
            guard head.count < 8_192, recv(socket, &byte, 1, 0) == 1 else { return }
            head.append(byte)
        }
        let words = String(decoding: head, as: UTF8.self).split(separator: " ")
        let path = words.count > 1 ? String(words[1]) : ""
        asked.withLock { $0.append(path) }
        script(path, Line(socket: socket, site: self))
    }
}
