package import Blueprints
import Stories

/// What the one who runs this machine has let in, and by whose word a certificate holds.
package struct FetchRules: Hashable, Sendable {
    /// `host:port` of sites that may lie inside and may answer without TLS.
    package let inside: Set<String>

    /// Certificates that are believed instead of the system's.
    package let authorityFile: String?

    package init(inside: [String] = [], authorityFile: String? = nil) {
        self.inside = Set(inside.map { $0.contains(":") ? $0 : "\($0):443" })
        self.authorityFile = authorityFile
    }

    /// Everything that lies outside, by https.
    package static let outsideOnly = FetchRules()

    func lets(in host: String, _ port: Int) -> Bool { inside.contains("\(host):\(port)") }
}

/// Where a partner's site is, and perhaps which of its packages is meant.
///
/// Read from what somebody typed or followed, so strictly: no name and password, nothing after the
/// path, no other way of writing a number, and only paths that a site of this program has.
package struct PartnerAddress: Hashable, Sendable {
    /// `https://layanan.contoh.example`, in small letters, with a port only where it has to be.
    package let origin: String
    package let host: String
    package let port: Int
    package let wanted: Wanted?

    /// A package that an address names; without a version the newest.
    package struct Wanted: Hashable, Sendable {
        package let name: BlueprintName
        package let version: String?
    }

    private static let longest = 300

    package init(reading text: String, by rules: FetchRules) throws(FetchTrouble) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, words[0].utf8.count <= Self.longest else { throw .noAddress }
        let word = String(words[0])
        guard word.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .noAddress }
        let (scheme, rest) = Self.scheme(of: word)
        let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard !rest.contains("@") else { throw .credentials }
        guard let authority = parts.first, !rest.contains(where: { "?#\\%".contains($0) }) else {
            throw .noAddress
        }
        guard scheme == "https" || scheme == "http" else { throw .noAddress }
        let usual = scheme == "https" ? 443 : 80
        let (host, port) = try Self.hostAndPort(authority.lowercased(), usual: usual)
        if !rules.lets(in: host, port) {
            guard scheme == "https" else { throw .notSecure }
            guard port == 443 else { throw .otherPort }
        }
        self.host = host
        self.port = port
        origin = "\(scheme)://\(host)" + (port == usual ? "" : ":\(port)")
        wanted = try Self.wanted(parts.count > 1 ? String(parts[1]) : "")
    }

    /// Only which site it is, whatever page of it was copied.
    package init(siteOf text: String, by rules: FetchRules) throws(FetchTrouble) {
        let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let start = word.firstRange(of: "://")?.upperBound ?? word.startIndex
        let end = word[start...].firstIndex { "/?#".contains($0) } ?? word.endIndex
        try self.init(reading: String(word[..<end]), by: rules)
    }

    /// The whole address of a page of that site.
    package func page(_ path: String) -> String { origin + path }

    /// What is meant, as an address that can be followed again.
    package var text: String {
        guard let wanted else { return origin }
        let version = wanted.version.map { "/\($0)" } ?? ""
        return "\(origin)/cetak-biru/\(wanted.name)\(version)"
    }

    private static func scheme(of word: String) -> (String, Substring) {
        guard let mark = word.firstRange(of: "://") else { return ("https", word[...]) }
        return (word[..<mark.lowerBound].lowercased(), word[mark.upperBound...])
    }

    private static func hostAndPort(
        _ authority: String,
        usual: Int
    ) throws(FetchTrouble) -> (String, Int) {
        let halves = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), isHost(String(halves[0])) else { throw .noAddress }
        guard halves.count == 2 else { return (String(halves[0]), usual) }
        guard let port = Int(halves[1]), (1...65_535).contains(port), String(port) == halves[1]
        else { throw .noAddress }
        return (String(halves[0]), port)
    }

    /// A name, or four numbers as they are usually written: `127.1` and `0x7f000001` are neither.
    private static func isHost(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253,
            labels.allSatisfy({ label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
            })
        else { return false }
        guard let last = labels.last, last.utf8.first.map(isDigit) ?? false else { return true }
        return labels.count == 4
            && labels.allSatisfy { label in
                Int(label).map { (0...255).contains($0) && String($0) == label } ?? false
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func wanted(_ path: String) throws(FetchTrouble) -> Wanted? {
        var words = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if words.last == "" { words.removeLast() }
        // An English page is the same package.
        if words.first == "en" { words.removeFirst() }
        if words.isEmpty || words == ["cetak-biru"] || words == [".well-known", "cetak-biru.json"] {
            return nil
        }
        if words.last == "unduh", words.count == 5 { words.removeLast() }
        guard words[0] == "cetak-biru", (3...4).contains(words.count),
            let name = BlueprintName(reading: "\(words[1])/\(words[2])")
        else { throw .noAddress }
        let version = words.count == 4 ? words[3] : nil
        guard version.map(isVersion) ?? true else { throw .noAddress }
        return Wanted(name: name, version: version)
    }

    private static func isVersion(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.first != "."
            && text.utf8.allSatisfy {
                isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
            }
    }
}
