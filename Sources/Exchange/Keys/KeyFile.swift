package import Crypto
import Stories

/// The private half of a key as it lies on a stick: text that says what it is for.
package struct KeyFile: Sendable {
    package let use: Use
    package let key: Curve25519.Signing.PrivateKey

    /// What a key signs; none of them signs anything else.
    package enum Use: String, Hashable, Sendable, CaseIterable {
        /// The list of keys itself. Never on a server.
        case root = "akar"

        /// Catalogues and packages. Never on a server.
        case catalogue = "katalog"

        /// Evidence and proposals, on the server.
        case working = "kerja"
    }

    package init(_ use: Use, _ key: Curve25519.Signing.PrivateKey) {
        self.use = use
        self.key = key
    }

    package var publicKey: StatementKey { StatementKey(key.publicKey) }

    package var fileName: String { "\(use.rawValue)-\(publicKey.hint).kunci" }

    package var text: String {
        """
        serasan-kunci 1
        guna: \(use.rawValue)
        umum: \(publicKey)
        rahasia: \(hexadecimal(Array(key.rawRepresentation)))

        """
    }

    /// Reads what `text` writes; nil for anything else, and for halves that do not belong together.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        guard lines.count == 4, lines[0] == "serasan-kunci 1",
            let use = Self.value("guna", lines[1]).flatMap(Use.init(rawValue:)),
            let named = Self.value("umum", lines[2]).flatMap({ StatementKey($0) }),
            let seed = Self.value("rahasia", lines[3]).flatMap({ bytes(hexadecimal: $0) })
        else { return nil }
        do {
            key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        } catch {
            return nil
        }
        self.use = use
        guard publicKey == named else { return nil }
    }

    private static func value(_ name: String, _ line: String) -> String? {
        guard line.hasPrefix("\(name): ") else { return nil }
        return String(line.dropFirst(name.count + 2))
    }
}
