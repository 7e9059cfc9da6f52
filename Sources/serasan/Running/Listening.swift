import Foundation

/// Where the site listens; a port of 0 is chosen before anything is printed.
struct Listening {
    let host: String
    let port: Int
    var isSecure = false

    /// The address to open on this machine.
    var base: String { (isSecure ? "https" : "http") + "://\(host):\(port)" }

    /// Finds out which port it will be.
    static func bind(host: String, port: Int) throws -> Listening {
        Listening(host: host, port: port == 0 ? try freePort(host) : port)
    }

    /// Asks the system for a free port and lets it go again at once.
    private static func freePort(_ host: String) throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        guard descriptor >= 0, inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
            throw CommandFailure("Alamat \(host) tidak terbaca. Tulis seperti 127.0.0.1.")
        }
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                Foundation.bind(descriptor, raw, length) == 0
                    && getsockname(descriptor, raw, &length) == 0
            }
        }
        guard bound else { throw CommandFailure("Tidak ada porta yang bebas di \(host).") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
