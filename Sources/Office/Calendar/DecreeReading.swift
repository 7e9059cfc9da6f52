package import Stories

/// The holidays of a year as a decree lists them, and everything in which the list contradicts
/// itself or the year.
///
/// A holiday too few is a promise broken by a day, so nothing is passed over.
package struct DecreeReading: Hashable, Sendable {
    package private(set) var holidays: [Holiday] = []
    package private(set) var problems: [Problem] = []

    /// The year that most of its dates lie in.
    package private(set) var year = 0

    /// One contradiction, in both languages.
    package struct Problem: Hashable, Sendable {
        package let line: Int?
        package let indonesian: String
        package let english: String
    }

    /// Days that are holidays in every year, whatever the decree.
    private static let fixed = [(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)]

    /// No year has had fewer national holidays.
    private static let fewest = 12

    /// Reads rows of date, name, kind; `first` is the line of the first row.
    package init(_ rows: [(line: Int, cells: [String])]) {
        var seen: [Day: (line: Int, kind: Holiday.Kind)] = [:]
        for (line, cells) in rows {
            guard let holiday = read(cells, line) else { continue }
            if let (earlier, kind) = seen[holiday.day] {
                if kind != holiday.kind {
                    report(
                        line,
                        "Tanggal \(holiday.day) sudah ada di baris \(earlier) dengan jenis lain.",
                        "\(holiday.day) stands in line \(earlier) with another kind."
                    )
                }
                continue
            }
            seen[holiday.day] = (line, holiday.kind)
            if holiday.kind == .jointLeave, holiday.day.weekday >= 6 {
                report(
                    line,
                    "Cuti bersama \(holiday.day) jatuh di akhir pekan.",
                    "The joint leave of \(holiday.day) falls on a weekend."
                )
            }
            holidays.append(holiday)
        }
        holidays.sort { $0.day < $1.day }
        complete()
    }

    private mutating func read(_ cells: [String], _ line: Int) -> Holiday? {
        guard cells.count >= 3 else {
            report(
                line,
                "Baris ini tidak berisi tanggal, nama, dan jenis.",
                "This line has not got a date, a name and a kind."
            )
            return nil
        }
        guard let day = Self.day(cells[0]) else {
            report(
                line,
                "Tanggal \"\(cells[0])\" tidak terbaca.",
                "The date \"\(cells[0])\" cannot be read."
            )
            return nil
        }
        let word = cells[2].lowercased().replacing("_", with: " ")
        let kinds: [String: Holiday.Kind] = [
            "libur nasional": .national, "cuti bersama": .jointLeave,
        ]
        guard let kind = kinds[word] else {
            report(
                line,
                "Jenis \"\(cells[2])\" tidak dikenal. Tulis libur nasional atau cuti bersama.",
                "The kind \"\(cells[2])\" is unknown. Write libur nasional or cuti bersama."
            )
            return nil
        }
        guard !cells[1].isEmpty else {
            report(line, "Nama hari liburnya kosong.", "The holiday has no name.")
            return nil
        }
        return Holiday(day: day, kind: kind, name: String(cells[1].prefix(120)))
    }

    /// Looks at the year as a whole.
    private mutating func complete() {
        var counts: [Int: Int] = [:]
        for holiday in holidays { counts[holiday.day.parts.year, default: 0] += 1 }
        year = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
        for holiday in holidays where holiday.day.parts.year != year {
            report(
                nil,
                "\(holiday.day) bukan tahun \(year). Satu berkas berisi satu tahun.",
                "\(holiday.day) is not in \(year). One file holds one year."
            )
        }
        let national = Set(holidays.filter { $0.kind == .national }.map(\.day))
        for (month, day) in Self.fixed {
            guard let date = Day(year: max(year, 1), month: month, day: day),
                !national.contains(date)
            else { continue }
            report(
                nil,
                "Tahun ini belum lengkap: \(date) tidak ada sebagai libur nasional.",
                "The year is not complete: \(date) is missing as a national holiday."
            )
        }
        if national.count < Self.fewest {
            report(
                nil,
                "Tahun ini belum lengkap: baru \(national.count) libur nasional.",
                "The year is not complete: it has \(national.count) national holidays."
            )
        }
    }

    private mutating func report(_ line: Int?, _ indonesian: String, _ english: String) {
        problems.append(Problem(line: line, indonesian: indonesian, english: english))
    }

    private static func day(_ cell: String) -> Day? {
        if let day = Day(cell) { return day }
        let parts = cell.split { "/-. ".contains($0) }.compactMap { Int($0) }
        guard parts.count == 3, parts[2] > 1900 else { return nil }
        return Day(year: parts[2], month: parts[1], day: parts[0])
    }

    /// As public content of the record: one line a day.
    package var content: [UInt8] {
        Array(
            holidays.map { "\($0.day);\($0.kind.rawValue);\($0.name)" }
                .joined(separator: "\n").utf8
        )
    }

    /// The holidays that such content holds.
    package static func holidays(in content: [UInt8]) -> [Holiday] {
        String(decoding: content, as: UTF8.self).split(separator: "\n").compactMap { line in
            let cells = line.split(separator: ";", maxSplits: 2).map(String.init)
            guard cells.count == 3, let day = Day(cells[0]),
                let kind = Holiday.Kind(rawValue: cells[1])
            else { return nil }
            return Holiday(day: day, kind: kind, name: cells[2])
        }
    }
}
