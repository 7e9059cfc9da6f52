import Blueprints
import Stories

/// The holidays of a CSV file with the columns `tanggal,hari,jenis,nama`, and what is wrong in it.
///
/// A line that cannot be read is a finding and never passed over: a holiday too few is a promise
/// broken by a day.
struct HolidayTable {
    private(set) var holidays: [Stories.Holiday] = []
    private(set) var findings: [Diagnostic] = []
    private let file: String

    init(csv: String, file: String) {
        self.file = file
        let lines = csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let head = lines.first, head.hasPrefix("tanggal,") else {
            report(
                1,
                "Baris pertama harus menyebut kolomnya, dipisah koma.",
                fix: "Tulis: tanggal,hari,jenis,nama"
            )
            return
        }
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            take(line, at: index + 1)
        }
        if holidays.isEmpty, findings.isEmpty {
            report(1, "Berkas ini tidak memuat satu hari libur pun.")
        }
    }

    private mutating func take(_ line: Substring, at number: Int) {
        let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
            .map(String.init)
        guard cells.count == 4 else {
            return report(
                number,
                "Baris ini tidak berisi empat kolom yang dipisah koma.",
                fix: "Contoh: 2026-12-25,Jumat,libur_nasional,Hari Natal"
            )
        }
        guard let day = Day(cells[0]) else {
            return report(
                number,
                "Tanggal \"\(cells[0])\" tidak terbaca.",
                fix: "Tulis tahun-bulan-tanggal, misalnya 2026-12-25."
            )
        }
        guard let kind = Self.kinds[cells[2]] else {
            return report(
                number,
                "Jenis \"\(cells[2])\" tidak dikenal.",
                fix: "Pilih libur_nasional, cuti_bersama, atau libur_daerah."
            )
        }
        holidays.append(Stories.Holiday(day: day, kind: kind, name: cells[3]))
    }

    static let kinds: [String: Stories.Holiday.Kind] = [
        "libur_nasional": .national, "cuti_bersama": .jointLeave, "libur_daerah": .closure,
    ]

    private mutating func report(_ line: Int, _ sentence: String, fix: String? = nil) {
        findings.append(
            Diagnostic(
                code: FormCode.notHolidays.rawValue,
                place: Place(file: file, line: line, column: 1),
                sentence: sentence,
                fix: fix
            )
        )
    }
}
