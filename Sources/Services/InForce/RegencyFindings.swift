package import Blueprints
import Stories

extension RegencyFile {
    /// What is wrong with a regency although each of its lines can be read: found by putting
    /// together what a running site puts together, so that nothing is published that cannot run.
    ///
    /// - Parameters:
    ///   - text: `regency.yaml`, to find the places.
    ///   - holidays: the file that `calendar.file` names; nil where it is not there.
    package func findings(text: String, holidays: String?) -> [Diagnostic] {
        let text = RegencyText(text)
        var found: [Diagnostic] = []
        if let file = calendar.file {
            if let holidays {
                found += HolidayTable(csv: holidays, file: file).findings
            } else {
                found.append(
                    text.diagnostic(
                        .notHolidays,
                        at: "file:",
                        "Berkas hari libur \(file) tidak ada di folder kabupaten.",
                        fix: "Letakkan berkasnya di samping regency.yaml."
                    )
                )
            }
        }
        do {
            _ = try workCalendar(csv: holidays)
        } catch {
            found.append(
                text.diagnostic(.noCalendar, at: "hours:", error.sentence, fix: error.fix)
            )
        }
        return found + share(text) + codes(text)
    }

    /// The target as a share of a hundred, for it is compared with one.
    private func share(_ text: RegencyText) -> [Diagnostic] {
        guard let target, !(1...100).contains(target.onTime) else { return [] }
        return [
            text.diagnostic(
                .notWhole,
                at: "on_time:",
                "Sasaran tepat waktu \(target.onTime) bukan persen.",
                fix: "Tulis bilangan 1 sampai 100."
            )
        ]
    }

    /// The codes of units stand in the numbers of letters: each its own, and fit for one.
    private func codes(_ text: RegencyText) -> [Diagnostic] {
        var seen: [String: Unit] = [:]
        return units.compactMap { unit in
            if Code(unit.code) == nil {
                return text.diagnostic(
                    .notALetterCode,
                    at: "\(unit.id):",
                    "Kode \"\(unit.code)\" tidak bisa berdiri di nomor surat.",
                    fix: "Pakai huruf, angka, titik, dan tanda hubung saja, misalnya KEL-PT."
                )
            }
            guard let other = seen.updateValue(unit, forKey: unit.code) else { return nil }
            return text.diagnostic(
                .codeTwice,
                at: "\(unit.id):",
                "Kode \"\(unit.code)\" sudah dipakai \(other.name): nomor suratnya akan sama.",
                fix: "Beri setiap unit kode sendiri."
            )
        }
    }
}

/// `regency.yaml` as lines, for the places of findings about the whole.
private struct RegencyText {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// A diagnostic at the first line that begins with a key.
    func diagnostic(
        _ code: FormCode,
        at key: String,
        _ sentence: String,
        fix: String?
    ) -> Diagnostic {
        let line =
            lines.firstIndex { $0.drop { $0 == " " }.hasPrefix(key) }
            ?? lines.firstIndex { $0.contains(key) } ?? 0
        let column = lines.indices.contains(line) ? lines[line].prefix { $0 == " " }.count + 1 : 1
        return Diagnostic(
            code: code.rawValue,
            place: Place(file: "regency.yaml", line: line + 1, column: column),
            sentence: sentence,
            fix: fix
        )
    }
}

extension CalendarProblem {
    private static let weekdays = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]

    private static func time(_ period: String?) -> String {
        period.map { " di masa \"\($0)\"" } ?? ""
    }

    fileprivate var sentence: String {
        switch self {
        case .noWorkingDay: "Tidak ada satu hari kerja pun dalam seminggu."
        case .noHours(let weekday, let period):
            "Hari \(Self.weekdays[weekday - 1]) adalah hari kerja, tetapi tidak punya jam buka"
                + "\(Self.time(period))."
        case .crookedHours(let weekday, let period):
            "Jam buka hari \(Self.weekdays[weekday - 1])\(Self.time(period)) bertumpuk atau terbalik."
        case .crookedPeriod(let name): "Masa \"\(name)\" berakhir sebelum mulai."
        case .tooWide: "Tanggal libur tersebar lebih dari 200 tahun."
        }
    }

    fileprivate var fix: String {
        switch self {
        case .noWorkingDay: "Tulis jam buka paling sedikit untuk satu hari."
        case .noHours: "Tulis jam buka untuk setiap hari kerja, di masa khusus juga."
        case .crookedHours: "Tulis dari yang paling pagi, misalnya 08.00-12.00, 13.00-16.00."
        case .crookedPeriod: "Periksa tahun pada \"from\" dan \"to\"; mungkin tertukar."
        case .tooWide: "Periksa tahun pada daftar hari libur."
        }
    }
}
