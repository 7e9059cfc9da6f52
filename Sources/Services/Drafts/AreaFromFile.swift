package import Plots
import Site

extension Draft {
    /// Takes the boundary out of a file that was sent for a question: the first area of it.
    ///
    /// - Returns: what is wrong with the file; nil where all is well, or where none was sent.
    mutating func takeArea(of name: String, from posted: Posted) -> Words? {
        guard let file = posted.file("\(name)-berkas"), !file.bytes.isEmpty else { return nil }
        do {
            guard let corners = try AreaFromFile.corners(file.bytes) else {
                return .areaNotUnderstood
            }
            fields["\(name)-sudut"] = [corners]
            return nil
        } catch {
            return Words(error.sentence, error.sentenceInEnglish)
        }
    }
}

/// The boundary that somebody has as a file: from a phone, a mapping program or a survey.
package enum AreaFromFile {
    private static let mostCorners = 2000

    /// Corners as the form has them, one `latitude longitude` on a line; nil if there is no area.
    package static func corners(_ bytes: [UInt8]) throws(PlotRefusal) -> String? {
        let ring = try PlotRows(reading: bytes).rows.lazy
            .compactMap { $0.boundary?.outlines.first?.ring }.first
        // The last position of a ring repeats the first one.
        guard let corners = ring?.dropLast(), (3...mostCorners).contains(corners.count) else {
            return nil
        }
        return corners.map { "\(Position.text($0.latitude)) \(Position.text($0.longitude))" }
            .joined(separator: "\n")
    }
}
