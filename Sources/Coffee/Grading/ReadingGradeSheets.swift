package import Site

/// A file of a laboratory: one row a finding, `sampel, kode, jumlah`.
///
/// The first row names the columns. `kode` is a defect of the standard (several of one bean joined
/// by `+`), or one of `berat_contoh` (gram), `kadar_air` and `kotoran` (percent),
/// `serangga_hidup` and `bau_busuk` (ya/tidak). Without a column `sampel` it is one sample.
package struct GradeFile: Sendable {
    package private(set) var sheets: [GradeSheet] = []
    package private(set) var problems: [Problem] = []

    /// Something that cannot be read, with its line.
    package struct Problem: Hashable, Sendable {
        package let line: Int
        package let words: Words
    }

    private struct Columns {
        var sample: Int?
        let code: Int
        let value: Int
    }

    package init(_ text: TextOfFile) {
        var rows = SeparatedRows(text.text)
        for line in text.strangeLines {
            problems.append(Problem(line: line, words: .strangeLetters))
        }
        guard let head = rows.next(), let columns = Self.columns(of: head.cells) else {
            problems.append(Problem(line: 1, words: .gradeColumnsMissing))
            return
        }
        while let row = rows.next() {
            if row.isUnclosed {
                problems.append(Problem(line: row.line, words: .quoteNotClosed))
            } else {
                take(row, columns)
            }
        }
        if sheets.isEmpty, problems.isEmpty {
            problems.append(Problem(line: head.line, words: .nothingCounted))
        }
    }

    private static func columns(of cells: [String]) -> Columns? {
        func place(_ names: Set<String>) -> Int? {
            cells.firstIndex { names.contains($0.lowercased()) }
        }
        guard let code = place(["kode", "jenis_cacat", "jenis cacat", "cacat", "jenis", "defect"]),
            let value = place(["jumlah", "nilai", "banyak", "count", "value"])
        else { return nil }
        return Columns(sample: place(["sampel", "contoh", "sample"]), code: code, value: value)
    }

    private mutating func take(_ row: SeparatedRows.Row, _ columns: Columns) {
        func cell(_ index: Int) -> String { index < row.cells.count ? row.cells[index] : "" }
        let name = columns.sample.map(cell) ?? ""
        let (code, value) = (cell(columns.code), cell(columns.value))
        let index =
            sheets.firstIndex { $0.sample == name }
            ?? {
                sheets.append(GradeSheet(name))
                return sheets.count - 1
            }()
        guard let problem = sheets[index].take(code, value) else { return }
        problems.append(Problem(line: row.line, words: problem))
    }
}

extension GradeSheet {
    /// Takes in one row; says what is wrong with it, if something is.
    fileprivate mutating func take(_ code: String, _ value: String) -> Words? {
        switch code.lowercased().replacing(" ", with: "_") {
        case "berat_contoh", "berat", "sample_grams":
            guard let grams = Self.number(value, scale: 10) else { return .numberUnreadable(value) }
            // A sheet is of a few hundred grams: kilograms and pounds show at once.
            guard (500...20_000).contains(grams) else { return .sampleWeightStrange(value) }
            sampleTenths = grams
        case "kadar_air", "moisture":
            guard let percent = Self.percent(value) else { return .numberUnreadable(value) }
            moisture = percent
        case "kotoran", "kadar_kotoran", "dirt":
            guard let percent = Self.percent(value) else { return .numberUnreadable(value) }
            dirt = percent
        case "serangga_hidup", "insects":
            guard let answer = Self.answer(value) else { return .yesOrNo(value) }
            hasLiveInsects = answer
        case "bau_busuk", "bau", "smell":
            guard let answer = Self.answer(value) else { return .yesOrNo(value) }
            smells = answer
        case _:
            var defects: [Defect] = []
            for part in code.split(separator: "+") {
                guard let defect = Defect(written: part) else {
                    return .unknownDefect(String(part))
                }
                defects.append(defect)
            }
            guard !defects.isEmpty else { return .unknownDefect(code) }
            guard let beans = Self.number(value, scale: 1), (0...100_000).contains(beans) else {
                return .countUnreadable(value)
            }
            count(beans, with: defects)
        }
        return nil
    }

    private static func percent(_ text: String) -> Int64? {
        let bare = text.hasSuffix("%") ? String(text.dropLast()) : text
        return number(bare, scale: 100).flatMap { (0...10_000).contains($0) ? $0 : nil }
    }

    private static func answer(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "ya", "ada", "yes", "true", "1": true
        case "tidak", "tidak ada", "no", "false", "0": false
        case _: nil
        }
    }

    /// A number with a comma or a dot, times `scale`; nil where it is none or has more decimals.
    ///
    /// Files come from programs, which write 12.500 for twelve and a half: a dot is decimal here.
    private static func number(_ text: String, scale: Int64) -> Int64? {
        let bare = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...9).contains(parts[0].utf8.count),
            bare.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
            let whole = Int64(parts[0])
        else { return nil }
        var decimals = parts.count == 2 ? parts[1] : ""
        while decimals.last == "0" { decimals.removeLast() }
        let places = String(scale).count - 1
        guard decimals.count <= places else { return nil }
        let rest =
            decimals.isEmpty && places == 0 ? 0 : Int64((decimals + "00").prefix(places)) ?? 0
        return whole * scale + rest
    }
}

extension Words {
    static let strangeLetters = Words(
        "Ada huruf yang tidak terbaca.",
        "Some letters cannot be read."
    )
    static let quoteNotClosed = Words(
        "Tanda kutipnya tidak ditutup.",
        "A quotation mark is not closed."
    )
    static let gradeColumnsMissing = Words(
        "Baris pertama harus memuat kolom kode dan jumlah.",
        "The first row has to name the columns kode and jumlah."
    )
    static let nothingCounted = Words(
        "Tidak ada yang dihitung di berkas ini.",
        "Nothing is counted in this file."
    )

    static func numberUnreadable(_ value: String) -> Words {
        Words("\(value) bukan angka yang dikenal.", "\(value) is no number that we know.")
    }

    static func countUnreadable(_ value: String) -> Words {
        Words("Jumlah \(value) harus bilangan bulat.", "The count \(value) has to be whole.")
    }

    static func yesOrNo(_ value: String) -> Words {
        Words("\(value): tulis ya atau tidak.", "\(value): write ya or tidak.")
    }

    static func sampleWeightStrange(_ value: String) -> Words {
        Words(
            "Berat contoh \(value) bukan gram. Contoh uji 50 sampai 2.000 gram.",
            "A sample of \(value) is not in grams. A sample has 50 to 2,000 grams."
        )
    }

    static func unknownDefect(_ code: String) -> Words {
        Words(
            "\(code) bukan jenis cacat SNI 01-2907-2008.",
            "\(code) is no defect of SNI 01-2907-2008."
        )
    }
}
