import Foundation

/// A folder on another machine that is reached by SFTP: `sftp://serasan@cadangan.contoh.go.id/simpan`.
///
/// Only with a key and a list of known hosts, as `ssh` has them: a password would have to stand
/// somewhere in the clear, and an unknown machine would be given the only other copy.
package struct FarPlace: Hashable, Sendable {
    package let user: String
    package let host: String
    package let port: Int

    /// From the root of the other machine's file system; no `/` at its end.
    package let path: String

    /// The private key, without a passphrase and of mode 0600.
    package let key: String

    /// Hosts with their keys, in the form of `~/.ssh/known_hosts`.
    package let hosts: String

    package static func isMeant(by text: String) -> Bool { text.hasPrefix("sftp://") }

    package init(_ text: String, key: String?, hosts: String?) throws(FarRefusal) {
        guard let parts = URLComponents(string: text), parts.scheme == "sftp",
            let user = parts.user, parts.password == nil, let host = parts.host,
            Self.isPlain(user), Self.isPlain(host), parts.query == nil, parts.fragment == nil,
            parts.path.hasPrefix("/"), Self.isPlainPath(parts.path)
        else { throw .unreadablePlace }
        guard let key, let hosts else { throw .keysMissing }
        self.user = user
        self.host = host
        port = parts.port ?? 22
        path = String(parts.path.reversed().drop { $0 == "/" }.reversed())
        guard FileManager.default.isReadableFile(atPath: key) else { throw .noFile(key) }
        guard FileManager.default.isReadableFile(atPath: hosts) else { throw .noFile(hosts) }
        guard Self.isPrivate(key) else { throw .openKey(key) }
        (self.key, self.hosts) = (key, hosts)
    }

    /// The place as it is named in a sentence.
    package var description: String {
        "sftp://\(user)@\(host)\(port == 22 ? "" : ":\(port)")\(path)"
    }

    private static func isPrivate(_ file: String) -> Bool {
        do {
            let found = try FileManager.default.attributesOfItem(atPath: file)
            return (found[.posixPermissions] as? NSNumber).map { $0.intValue & 0o077 == 0 } ?? false
        } catch {
            // What cannot be asked is not vouched for.
            return false
        }
    }

    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.allSatisfy(isPlain)
    }

    /// What needs no quoting, neither in an address nor in a command of the other side.
    private static func isPlainPath(_ path: String) -> Bool {
        path.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "/") }
            && !path.split(separator: "/").contains("..")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        case _: false
        }
    }
}
