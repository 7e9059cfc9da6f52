package import Plots
import Stories

/// Plots for Whisp (openforis.org), and what it found in them.
///
/// What goes out names no person: the plot's number and its boundary, nothing else. What comes back
/// is looked up by that number. Whisp gathers many maps of tree cover; its column `risk_pcrop`
/// (`Risk_PCrop` before 2.0) weighs them for permanent crops such as coffee.
package enum WhispExchange {
    /// How Whisp calls what it is given and gives back.
    private static let number = "external_id"

    /// GeoJSON of every plot that has a number and a boundary.
    package static func file(of plots: [RegisteredPlot]) -> [UInt8] {
        GeoJSONWriter.file(
            of: plots.filter { !$0.code.isEmpty }.compactMap { plot in
                plot.boundary.map { ([(number, plot.code)], $0) }
            }
        )
    }

    /// What Whisp says of a plot.
    package struct Result: Hashable {
        package let code: String
        package let outcome: AssessedOutcome
    }

    /// What could be read of a file that came back.
    package struct Results: Hashable {
        package let results: [Result]

        /// Rows that name no plot, or whose word for the risk is unknown, by their numbers.
        package let unreadable: [Int]
    }

    /// Reads rows of a CSV or of the properties of a GeoJSON; nil where the columns are missing.
    package static func results(in rows: [PlotRow]) -> Results? {
        guard let first = rows.first,
            let code = column(["external_id", "externalid"], of: first),
            let risk = column(["risk_pcrop"], of: first)
        else { return nil }
        var (results, unreadable): ([Result], [Int]) = ([], [])
        for row in rows {
            let name = row[code]?.trimmed ?? ""
            guard !name.isEmpty, let outcome = outcome(row[risk]?.trimmed.lowercased() ?? "")
            else {
                unreadable.append(row.number)
                continue
            }
            results.append(Result(code: name, outcome: outcome))
        }
        return Results(results: results, unreadable: unreadable)
    }

    private static func outcome(_ word: String) -> AssessedOutcome? {
        switch word {
        case "low": .clear
        case "high": .risk
        case "more_info_needed", "more info needed": .unclear
        case _: nil
        }
    }

    private static func column(_ names: [String], of row: PlotRow) -> String? {
        row.attributes.map(\.column).first { names.contains($0.lowercased()) }
    }
}

extension String {
    fileprivate var trimmed: String {
        let edges = drop { $0.isWhitespace }
        return String(edges.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension WhispExchange {
    /// The rows of a file that came back: separated values, or the properties of a GeoJSON.
    package static func rows(of bytes: [UInt8]) throws(PlotRefusal) -> [PlotRow] {
        let first = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        if first == UInt8(ascii: "{") { return try PlotRows(reading: bytes).rows }
        let rows = SeparatedRows(String(decoding: bytes, as: UTF8.self)).map(\.cells)
        return PlotRows(table: rows).rows
    }
}
