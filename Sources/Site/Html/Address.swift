/// Where a link, a form or a picture leads.
///
/// What is interpolated is percent-encoded as one segment or one value, so nothing that a person
/// typed can become a scheme, a host or another path: `"/lacak/\(number)"`. Pages of ours get the
/// language's prefix when they are written. `javascript:` and `data:` cannot be expressed.
package struct Address: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case page, asset, outside }

    let kind: Kind
    let path: String

    private init(kind: Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    /// A file of ours that is the same in every language.
    package static func asset(_ address: Address) -> Address {
        Address(kind: .asset, path: address.path)
    }

    /// A part of the same page.
    package static func here(_ id: String) -> Address {
        Address(kind: .asset, path: "#" + PercentEncoding.encode(id))
    }

    /// Another site, or nil for anything but `https:` and `http:` with a host.
    package init?(outside text: String) {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }),
            let first = text.dropFirst(scheme.count).first, first.isLetter || first.isNumber
        else { return nil }
        self.init(kind: .outside, path: text)
    }

    /// A page of ours whose path came with a request, or nil for any other address.
    ///
    /// For "back to where you were": `//host`, a backslash and a scheme are refused.
    package init?(ownPath text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C })
        else { return nil }
        self.init(kind: .page, path: text)
    }

    /// A telephone number.
    package static func phone(_ number: String) -> Address {
        Address(
            kind: .outside,
            path: "tel:" + number.filter { $0.isASCII && "+0123456789".contains($0) }
        )
    }

    /// A WhatsApp message to be sent by the person; without a number the person picks whom to.
    package static func whatsApp(_ number: String?, saying text: String) -> Address {
        var digits = (number ?? "").filter { $0.isASCII && $0.isNumber }
        if digits.hasPrefix("0") { digits = "62" + digits.dropFirst() }
        return Address(
            kind: .outside,
            path: "https://wa.me/\(digits)?text=" + PercentEncoding.encode(text)
        )
    }

    /// A mail to be written by the person.
    package static func mail(_ to: String) -> Address {
        Address(kind: .outside, path: "mailto:" + PercentEncoding.encode(to, keeping: "@"))
    }

    /// The same page with one more value in its query.
    package func with(_ name: StaticString, _ value: String) -> Address {
        let joint = path.contains("?") ? "&" : "?"
        return Address(kind: kind, path: path + "\(joint)\(name)=" + PercentEncoding.encode(value))
    }

    /// The page in that language, whatever language it is linked from.
    package func fixed(in language: Language) -> Address {
        Address(kind: .asset, path: text(in: language))
    }

    /// With the site in front, for paper, mails and search engines.
    package func absolute(in language: Language, of installation: Installation) -> Address {
        Address(kind: .outside, path: installation.base + text(in: language))
    }

    /// As it is written in a page or a header of that language.
    package func text(in language: Language) -> String {
        switch kind {
        case .asset, .outside: path
        case .page:
            path == "/" && !language.prefix.isEmpty ? language.prefix : language.prefix + path
        }
    }
}

extension Address: ExpressibleByStringInterpolation {
    /// Builds an address; see `Address`.
    package struct StringInterpolation: StringInterpolationProtocol {
        var path = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            path.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { path += literal }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            path += PercentEncoding.encode(value.description)
        }
    }

    package init(stringLiteral value: String) { self.init(ours: value) }

    package init(stringInterpolation: StringInterpolation) {
        self.init(ours: stringInterpolation.path)
    }

    private init(ours path: String) {
        precondition(
            path.hasPrefix("/") && !path.hasPrefix("//") || path.hasPrefix("?"),
            "an address of ours begins with a slash or a question mark"
        )
        self.init(kind: path.hasPrefix("/") ? .page : .asset, path: path)
    }
}

/// Percent-encoding of one segment or value.
enum PercentEncoding {
    static func encode(_ text: String, keeping kept: String = "") -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        // A dot segment would be resolved away by the browser.
        if text == "." || text == ".." { return "-" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isUnreserved(byte) || kept.utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
