import Blueprints
import Feel
import Stories

/// One cell of a file as an answer to the question that a field of a register is.
///
/// Files write what people would not type: numbers with a dot, days as counts, the name of a
/// village instead of its code, options in their own words.
struct CellReading {
    let field: Question
    let source: FieldSource
    let habits: IncomingTable.Habits
    let villages: VillageNames

    /// - Returns: nil for an empty cell.
    func read(_ cell: String) throws(UnreadableCell) -> RawAnswer? {
        let text = Self.plain(cell)
        guard !text.isEmpty else { return nil }
        switch field.type {
        case .nik, .nib: return .text(try Self.digits(text))
        case .phone: return .text(Self.phone(try Self.digits(text)))
        case .whole, .money: return .text(number(text))
        case .decimal(let unit, _): return .text(try converted(number(text), to: unit))
        case .date: return .text(day(text))
        case .yesNo: return .text(Self.truth(text))
        case .choice(let options): return .text(try option(text, of: options))
        case .choices(let options, _): return .several(try several(text, of: options))
        case .village: return .text(try village(text))
        case .text, .longText, .name, .email, .point, .area, .photo, .file, .person, .group,
            .computed:
            return .text(text)
        }
    }

    /// Spreadsheets mark text by an apostrophe; forms write that nothing was answered.
    private static func plain(_ cell: String) -> String {
        let bare = cell.first == "'" ? cell.dropFirst() : cell[...]
        let text = bare.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return ["-", "n/a", "na", "null", "#n/a"].contains(text.lowercased()) ? "" : text
    }

    /// A long number that a sheet took for a quantity: `1.603084505900001E+15`.
    private static func digits(_ text: String) throws(UnreadableCell) -> String {
        let parts = text.lowercased().split(separator: "e")
        guard parts.count == 2, let power = Int(parts[1].filter { $0 != "+" }),
            (1...30).contains(power)
        else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
        let mantissa = parts[0].split { $0 == "." || $0 == "," }
        let all = mantissa.joined()
        guard mantissa.count <= 2, mantissa.first?.count == 1,
            all.allSatisfy({ $0.isASCII && $0.isNumber }), all.count == power + 1
        else {
            throw UnreadableCell(
                "ditulis sebagai bilangan (\(text)), jadi angkanya hilang. Ubah kolomnya menjadi "
                    + "teks, lalu simpan lagi.",
                "written as a quantity (\(text)), so digits are lost. Make the column text and "
                    + "save it again."
            )
        }
        return all
    }

    /// The zero before a mobile number is lost where it was taken for a quantity.
    private static func phone(_ text: String) -> String { text.first == "8" ? "0\(text)" : text }

    /// A dot before three digits is no sign of thousands in what a program wrote.
    private func number(_ text: String) -> String {
        guard habits.hasDots, !text.contains(","), text.count(where: { $0 == "." }) == 1 else {
            return text
        }
        return text.replacing(".", with: ",")
    }

    private func converted(_ text: String, to unit: String) throws(UnreadableCell) -> String {
        guard let given = source.unit, given != unit,
            case .number(let number) = NumberReading(text),
            let converted = UnitOfFile.convert(number, from: given, to: unit)
        else { return text }
        return converted.description.replacing(".", with: ",")
    }

    /// `46353` is 27 November 2026 in a sheet.
    private func day(_ text: String) -> String {
        guard habits.countsDays, let count = Double(text), (1..<100_000).contains(count),
            let first = Day("1899-12-30")
        else { return text.split(separator: "T").first.map(String.init) ?? text }
        return first.adding(days: Int(count)).description
    }

    private static let agreed: Set<String> = ["y", "1", "iya", "benar", "setuju", "ada", "ok"]
    private static let refused: Set<String> = [
        "t", "n", "0", "bukan", "salah", "tidak setuju", "tidak ada", "belum",
    ]

    private static func truth(_ text: String) -> String {
        let word = text.lowercased()
        return agreed.contains(word) ? "ya" : refused.contains(word) ? "tidak" : text
    }

    // MARK: Options

    private func option(
        _ text: String,
        of options: [AnswerType.Option]
    ) throws(UnreadableCell) -> String {
        if let found = match(text, of: options) { return found }
        let known = options.map(\.label.indonesian).joined(separator: ", ")
        throw UnreadableCell(
            "\"\(text)\" bukan salah satu dari: \(known).",
            "\"\(text)\" is none of: \(known)."
        )
    }

    private func match(_ text: String, of options: [AnswerType.Option]) -> String? {
        let wanted = ColumnName.plain(text)
        return options.first { option in
            let labels = [
                option.id.text, option.label.indonesian, option.label.text(in: .english).text,
            ]
            return (labels + (source.words[option.id] ?? [])).contains {
                ColumnName.plain($0) == wanted
            }
        }?.id.text
    }

    /// Parted by signs, or as forms write it by spaces alone.
    private func several(
        _ text: String,
        of options: [AnswerType.Option]
    ) throws(UnreadableCell) -> [String] {
        if let only = match(text, of: options) { return [only] }
        let parts = text.split { ",;|/".contains($0) }.map(String.init)
        let words = text.split(separator: " ").map(String.init)
        let byWord = words.compactMap { match($0, of: options) }
        if parts.count == 1, byWord.count == words.count { return byWord }
        var found: [String] = []
        for part in parts { found.append(try option(Self.plain(part), of: options)) }
        return found
    }

    private func village(_ text: String) throws(UnreadableCell) -> String {
        let found = villages.codes(text)
        if found.count == 1, let only = found.first { return only }
        if found.isEmpty {
            throw UnreadableCell(
                "desa \"\(text)\" tidak ditemukan. Tulis namanya lengkap, atau kodenya.",
                "no village is called \"\(text)\". Write its whole name, or its code."
            )
        }
        throw UnreadableCell(
            "ada \(found.count) desa bernama \"\(text)\". Tambahkan kecamatannya sesudah koma.",
            "\(found.count) villages are called \"\(text)\". Add the district after a comma."
        )
    }
}

/// A cell that is no answer, and why.
struct UnreadableCell: Error {
    let problem: RowProblem

    init(_ indonesian: String, _ english: String) {
        problem = RowProblem(indonesian, english)
    }
}

/// How villages are found by what people call them; several may have one name.
package struct VillageNames: Sendable {
    /// The codes of all villages that this text may mean.
    package let codes: @Sendable (String) -> [String]

    package init(_ codes: @escaping @Sendable (String) -> [String]) { self.codes = codes }
}
