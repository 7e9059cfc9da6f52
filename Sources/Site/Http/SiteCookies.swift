/// The cookies of one installation: names of their own, and `__Host-` where the line is safe.
package struct SiteCookies: Sendable {
    package let isSecure: Bool
    private let installation: String

    /// `installation` is a short word, so that two regencies on one host do not mix.
    package init(installation: String, isSecure: Bool) {
        let letters = installation.lowercased().filter {
            $0.isASCII && ($0.isLetter || $0.isNumber)
        }
        self.installation = letters
        self.isSecure = isSecure
    }

    /// The name under which the browser keeps it.
    package func name(_ word: StaticString) -> String {
        (isSecure ? "__Host-" : "") + "\(installation)-\(word)"
    }

    /// The value that came with the request.
    ///
    /// One name twice means that somebody tossed one in from a neighbouring host: neither counts.
    package func value(_ word: StaticString, in header: String?) -> String? {
        guard let header else { return nil }
        let wanted = name(word)
        var found: Substring?
        for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
            let trimmed = pair.drop { $0 == UInt8(ascii: " ") }
            guard trimmed.starts(with: wanted.utf8) else { continue }
            let rest = trimmed.dropFirst(wanted.utf8.count)
            guard rest.first == UInt8(ascii: "=") else { continue }
            if found != nil { return nil }
            found = Substring(rest.dropFirst())
        }
        return found.map(String.init)
    }

    /// The header that keeps the value so long; zero seconds forget it.
    package func header(_ word: StaticString, _ value: String, seconds: Int?) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name(word))=\(value)\(age); Path=/; HttpOnly; SameSite=Lax"
            + (isSecure ? "; Secure" : "")
    }
}
