/// Diagnostics as people read them in a terminal: each with its line and a `^` under the place.
///
/// `source` gives the text of a file; without it the line is left out.
package func checkText(_ diagnostics: [Diagnostic], source: (String) -> String?) -> String {
    var lines: [String] = []
    for diagnostic in diagnostics.inOrder {
        lines.append("\(diagnostic.place): \(diagnostic.headline)")
        lines += excerpt(at: diagnostic.place, source: source)
        if let fix = diagnostic.fix { lines.append("  saran: \(fix)") }
        for note in diagnostic.notes {
            lines.append("\(note.place): catatan: \(note.sentence)")
            lines += excerpt(at: note.place, source: source)
        }
        lines.append("")
    }
    return (lines + [summary(of: diagnostics)]).joined(separator: "\n") + "\n"
}

/// The golden form of the tests: no source lines.
package func plainCheckText(_ diagnostics: [Diagnostic]) -> String {
    var lines: [String] = []
    for diagnostic in diagnostics.inOrder {
        lines.append("\(diagnostic.place): \(diagnostic.headline)")
        if let fix = diagnostic.fix { lines.append("  saran: \(fix)") }
        lines += diagnostic.notes.map { "  catatan: \($0.place): \($0.sentence)" }
    }
    return (lines + [summary(of: diagnostics)]).joined(separator: "\n") + "\n"
}

/// `2 errors, 1 warnings`: always the same words, so that a script can read it.
package func summary(of diagnostics: [Diagnostic]) -> String {
    func count(_ severity: Diagnostic.Severity) -> String {
        let count = diagnostics.count { $0.severity == severity }
        return "\(count) \(severity.rawValue)s"
    }
    return "\(count(.error)), \(count(.warning))"
}

private let mostOfLine = 200

private func excerpt(at place: Place, source: (String) -> String?) -> [String] {
    guard let text = source(place.file) else { return [] }
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard place.line >= 1, place.line <= all.count else { return [] }
    // A line without end would bury what is said about it.
    let line = all[place.line - 1].prefix(mostOfLine).filter { $0 != "\r" && $0 != "\r\n" }
    let number = String(place.line)
    let margin = String(repeating: " ", count: number.count)
    // Tabs keep their width, so that the mark stands under its place.
    let before = line.prefix(max(0, place.column - 1)).map { $0 == "\t" ? "\t" : " " }.joined()
    return ["  \(number) | \(line)", "  \(margin) | \(before)^"]
}

extension Diagnostic {
    /// `error[S102]: …`.
    fileprivate var headline: String { "\(severity.rawValue)[\(code)]: \(sentence)" }

    /// The diagnostic as a value of JSON, in the order of its keys.
    package var json: String {
        var fields = [
            "\"code\":\(Self.quoted(code))",
            "\"severity\":\(Self.quoted(severity.rawValue))",
            "\"file\":\(Self.quoted(place.file))",
            "\"line\":\(place.line)",
            "\"column\":\(place.column)",
            "\"sentence\":\(Self.quoted(sentence))",
        ]
        if let fix { fields.append("\"fix\":\(Self.quoted(fix))") }
        if !notes.isEmpty {
            let notes = notes.map {
                "{\"file\":\(Self.quoted($0.place.file)),\"line\":\($0.place.line),"
                    + "\"column\":\($0.place.column),\"sentence\":\(Self.quoted($0.sentence))}"
            }
            fields.append("\"notes\":[\(notes.joined(separator: ","))]")
        }
        return "{\(fields.joined(separator: ","))}"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension [Diagnostic] {
    /// By place, then errors before warnings, then by code; what is said twice, once.
    package var inOrder: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return sorted {
            ($0.place, $0.severity.rawValue, $0.code, $0.sentence)
                < ($1.place, $1.severity.rawValue, $1.code, $1.sentence)
        }
        .filter { seen.insert($0).inserted }
    }

    /// Whether anything in it keeps a blueprint from being compiled.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// All of them as one JSON array.
    package var json: String { "[\(inOrder.map(\.json).joined(separator: ","))]" }
}
