package import Feel

/// A date as a person gave it: in three parts, of which some may be missing.
package enum DateReading: Hashable, Sendable {
    case date(FeelDate)
    case missing(Part)
    case noSuchDay(day: Int, month: Int)
    case notADate

    package enum Part: String, Hashable, Sendable {
        case day = "tanggal"
        case month = "bulan"
        case year = "tahun"
    }

    package static let months = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ]

    /// Reads the parts of a form; a month may be a number or a name.
    package init(day: String, month: String, year: String) {
        let day = day.trimmed
        let month = month.trimmed
        let year = year.trimmed
        if day.isEmpty {
            self = .missing(.day)
        } else if month.isEmpty {
            self = .missing(.month)
        } else if year.isEmpty {
            self = .missing(.year)
        } else if let day = Int(day), let month = Self.month(month), year.utf8.count == 4,
            let year = Int(year), (1...31).contains(day)
        {
            self =
                FeelDate(year: year, month: month, day: day).map { .date($0) }
                ?? .noSuchDay(day: day, month: month)
        } else {
            self = .notADate
        }
    }

    /// Reads `2026-11-23`, `23-11-2026`, `23/11/2026` or `23 November 2026`.
    package init(_ text: String) {
        let parts = text.split { $0.isWhitespace || "-/.".contains($0) }.map(String.init)
        guard parts.count == 3 else {
            self = .notADate
            return
        }
        self =
            parts[0].utf8.count == 4
            ? DateReading(day: parts[2], month: parts[1], year: parts[0])
            : DateReading(day: parts[0], month: parts[1], year: parts[2])
    }

    private static func month(_ text: String) -> Int? {
        if let number = Int(text) { return (1...12).contains(number) ? number : nil }
        let wanted = text.lowercased()
        return months.firstIndex {
            $0.lowercased() == wanted || $0.lowercased().prefix(3) == wanted
        }
        .map { $0 + 1 }
    }
}
