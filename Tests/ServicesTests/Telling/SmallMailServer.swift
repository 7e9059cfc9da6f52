import Foundation
import Synchronization

/// A mail server on a real socket of this machine, with the manners that a test asks for.
final class SmallMailServer: Sendable {
    enum Manners: Sendable {
        /// Takes every message.
        case taking
        /// Takes the line and never says a word.
        case silent
    }

    let port: Int
    private let manners: Manners
    private let socket: Int32
    private let kept = Mutex<[String]>([])
    private let lines = Mutex<[Int32]>([])

    /// The messages that it took, with head and body.
    var taken: [String] { kept.withLock { $0 } }

    /// Listens on a free port, or on the one that is named.
    init(_ manners: Manners, port wanted: Int = 0) throws {
        self.manners = manners
        let (socket, port) = try Self.listen(on: wanted)
        (self.socket, self.port) = (socket, port)
        Thread.detachNewThread { [weak self] in
            while true {
                let line = accept(socket, nil, nil)
                guard line >= 0 else { break }
                guard let server = self else {
                    close(line)
                    break
                }
                Thread.detachNewThread { server.serve(line) }
            }
            close(socket)
        }
    }

    /// Ends what is open.
    ///
    /// Whoever serves a line or waits for one closes it: a number that is closed already belongs to
    /// somebody else of this process, who would be cut off.
    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        lines.withLock { lines in for line in lines { shutdown(line, Int32(SHUT_RDWR)) } }
    }

    private func end(_ line: Int32) {
        lines.withLock { lines in
            lines.removeAll { $0 == line }
            close(line)
        }
    }

    /// A port of this machine on which nobody listens.
    static func freePort() throws -> Int {
        let (socket, port) = try listen(on: 0)
        close(socket)
        return port
    }

    struct NoPort: Error {}

    private static func listen(on wanted: Int) throws -> (Int32, Int) {
        let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(wanted).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, length) == 0 && Glibc.listen(listener, 16) == 0
                    && getsockname(listener, pointer, &length) == 0
            }
        }
        guard isBound else { throw NoPort() }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private func serve(_ line: Int32) {
        lines.withLock { $0.append(line) }
        defer { end(line) }
        var conversation = Conversation(line: line)
        guard case .taking = manners else {
            while conversation.hear() != nil {}
            return
        }
        conversation.say("220 contoh.go.id")
        var message: String?
        while let heard = conversation.hear() {
            if let text = message {
                guard heard != "." else {
                    kept.withLock { $0.append(text) }
                    message = nil
                    conversation.say("250 OK")
                    continue
                }
                message = text + heard + "\n"
                continue
            }
            switch heard.prefix(4).uppercased() {
            case "DATA":
                message = ""
                conversation.say("354 Go on")
            case "QUIT":
                conversation.say("221 Bye")
                return
            case _: conversation.say("250 OK")
            }
        }
    }

    private struct Conversation {
        let line: Int32
        private var held: [UInt8] = []

        init(line: Int32) { self.line = line }

        func say(_ words: String) {
            let bytes = Array((words + "\r\n").utf8)
            _ = send(line, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }

        /// The next line without its end; nil once nobody is there any more.
        mutating func hear() -> String? {
            while true {
                if let end = held.firstIndex(of: 10) {
                    let heard = held[..<end].filter { $0 != 13 }
                    held.removeFirst(end + 1)
                    return String(decoding: heard, as: UTF8.self)
                }
                var buffer = [UInt8](repeating: 0, count: 4096)
                let count = recv(line, &buffer, buffer.count, 0)
                guard count > 0 else { return nil }
                held += buffer.prefix(count)
            }
        }
    }
}
