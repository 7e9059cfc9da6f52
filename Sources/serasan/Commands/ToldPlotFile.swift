import Plots
import Stories

/// What a check of a file of plots found, as a person or a program reads it.
struct ToldPlotFile {
    let check: PlotFileCheck

    /// The file's name, as it was given.
    let name: String

    init(_ check: PlotFileCheck, of name: String) {
        self.check = check
        self.name = name
    }

    /// Every finding, what was not told, and the line that scripts read.
    var text: String {
        var lines = check.findings.flatMap(lines)
        let told = Dictionary(grouping: check.findings, by: \.code).mapValues(\.count)
        for (code, count) in check.counts.sorted(by: { $0.key < $1.key }) {
            let rest = count - told[code, default: 0]
            if rest > 0 { lines.append("dan \(rest) lagi [\(code)]") }
        }
        return (lines + [summary]).joined(separator: "\n") + "\n"
    }

    /// One line on a file that was mended after it.
    var before: String {
        let repairs = check.repairs.map(\.rawValue).sorted().joined(separator: ", ")
        return "\(name): \(summary)\ndiperbaiki: \(repairs.isEmpty ? "-" : repairs)\n"
    }

    private var summary: String { "\(check.errors) errors, \(check.warnings) warnings" }

    private func lines(of finding: PlotFinding) -> [String] {
        let place = finding.line.map { "\(name):\($0)" } ?? name
        let plot = finding.feature.map { "kebun \($0)" }
        let called = [plot, finding.name.map { "\"\(Self.plain($0))\"" }].compactMap { $0 }
        let whose = called.isEmpty ? "" : called.joined(separator: " ") + ": "
        var lines = [
            "\(place): \(finding.severity.rawValue)[\(finding.code)]: \(whose)"
                + Self.plain(finding.sentence)
        ]
        if let position = finding.place { lines.append("  tempat: \(position)") }
        if let repair = finding.repair, check.repairs.contains(repair) {
            lines.append("  bisa diperbaiki: \(repair.rawValue)")
        }
        return lines
    }

    /// Without signs that would move about in a terminal.
    private static func plain(_ text: String) -> String {
        String(
            text.unicodeScalars.map {
                [.control, .format].contains($0.properties.generalCategory) ? "?" : Character($0)
            }
        )
    }

    var json: String {
        let value = JSONValue.object([
            "file": .text(name),
            "errors": .number(Double(check.errors)),
            "warnings": .number(Double(check.warnings)),
            "counts": .object(check.counts.mapValues { .number(Double($0)) }),
            "repairs": .list(check.repairs.map(\.rawValue).sorted().map(JSONValue.text)),
            "findings": .list(check.findings.map(Self.value)),
            "plots": .list(check.plots.map(Self.value)),
        ])
        var bytes: [UInt8] = []
        do { bytes = try CanonicalJSON.write(value) } catch { return "null\n" }
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }

    private static func value(of finding: PlotFinding) -> JSONValue {
        var fields: [String: JSONValue] = [
            "code": .text(finding.code),
            "severity": .text(finding.severity.rawValue),
            "sentence": .text(finding.sentence),
            "sentence_en": .text(finding.sentenceInEnglish),
        ]
        fields["feature"] = finding.feature.map { .number(Double($0)) }
        fields["name"] = finding.name.map(JSONValue.text)
        fields["line"] = finding.line.map { .number(Double($0)) }
        fields["place"] = finding.place.map {
            .list([.number($0.longitudeDegrees), .number($0.latitudeDegrees)])
        }
        fields["repair"] = finding.repair.map { .text($0.rawValue) }
        return .object(fields)
    }

    private static func value(of plot: CheckedPlot) -> JSONValue {
        var fields: [String: JSONValue] = ["feature": .number(Double(plot.number))]
        fields["name"] = plot.name.map(JSONValue.text)
        fields["hectares"] = plot.hectares.map(JSONValue.number)
        return .object(fields)
    }
}
