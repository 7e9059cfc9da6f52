extension FeelProblem {
    /// A stable name of the kind of problem, for tools and tests.
    package var code: String {
        switch kind {
        case .syntax: "feel.syntax"
        case .tooDeep: "feel.too-deep"
        case .tooLong: "feel.too-long"
        case .badLiteral: "feel.bad-literal"
        case .unknownName: "feel.unknown-name"
        case .unknownFunction: "feel.unknown-function"
        case .unknownField: "feel.unknown-field"
        case .unknownType: "feel.unknown-type"
        case .wrongType: "feel.wrong-type"
        case .incomparable: "feel.incomparable"
        case .unknownOption: "feel.unknown-option"
        case .wrongArity: "feel.wrong-arity"
        case .unknownParameter: "feel.unknown-parameter"
        }
    }

    /// What is wrong, as one plain sentence.
    package var sentence: String {
        switch kind {
        case .syntax(let found, let expected):
            found.isEmpty
                ? "Rumus berhenti terlalu awal: di sini seharusnya \(expected)."
                : "\"\(found)\" tidak cocok di sini: seharusnya \(expected)."
        case .tooDeep: "Rumus ini bertumpuk terlalu dalam."
        case .tooLong(let limit): "Rumus ini terlalu panjang: paling banyak \(limit) huruf."
        case .badLiteral(let kind, let text): FeelProblem.badLiteral(kind, text)
        case .unknownName(let name, _): "Tidak ada nama \"\(name)\" di sini."
        case .unknownFunction(let name, _): "Tidak ada fungsi \"\(name)\"."
        case .unknownField(let name, _, _): "Tidak ada bagian \"\(name)\" di sini."
        case .unknownType(let name, _): "Tidak ada jenis \"\(name)\"."
        case .wrongType(let expected, let found, let place):
            FeelProblem.wrongType(expected, found, place)
        case .incomparable(let left, let right, let place):
            FeelProblem.incomparable(left, right, place)
        case .unknownOption(let option, _, _): "\"\(option)\" bukan salah satu pilihannya."
        case .wrongArity(let function, let expected, let found):
            expected.isEmpty
                ? "Fungsi \"\(function)\" perlu masukan."
                : "Fungsi \"\(function)\" perlu \(expected) masukan, di sini ada \(found)."
        case .unknownParameter(let name, let function, _):
            "Fungsi \"\(function)\" tidak punya masukan bernama \"\(name)\"."
        }
    }

    /// What probably helps, when we know something.
    package var fix: String? {
        switch kind {
        case .unknownName(_, let suggestion?), .unknownFunction(_, let suggestion?),
            .unknownType(_, let suggestion?), .unknownField(_, let suggestion?, _):
            "Mungkin maksudnya \"\(suggestion)\"?"
        case .unknownOption(_, let suggestion?, _): "Mungkin maksudnya \"\(suggestion)\"?"
        case .unknownOption(_, nil, let options): FeelProblem.choices("Pilihannya", options)
        case .unknownField(_, nil, let known): FeelProblem.choices("Bagian yang ada", known)
        case .unknownParameter(_, _, let known): FeelProblem.choices("Nama masukannya", known)
        case .badLiteral:
            "Contoh: @\"2026-01-31\", @\"08:30:00\", @\"P10D\" (10 hari), @\"P2Y\" (2 tahun)."
        case .tooDeep, .tooLong: "Pecah menjadi beberapa rumus kecil."
        case .wrongType(let expected, let found, _): FeelProblem.conversion(expected, found)
        case .incomparable(let left, let right, _):
            FeelProblem.conversion(left, right) ?? FeelProblem.conversion(right, left)
        case .syntax("=", _): "Untuk \"sama dengan\" cukup satu tanda \"=\"."
        case .unknownName, .unknownFunction, .unknownType, .syntax, .wrongArity: nil
        }
    }

    /// What may be put in place of the marked text, when only one thing makes sense.
    package var replacement: String? {
        switch kind {
        case .unknownName(_, let suggestion), .unknownFunction(_, let suggestion),
            .unknownField(_, let suggestion, _), .unknownType(_, let suggestion):
            suggestion
        case .unknownOption(_, let suggestion, _): suggestion.map(FeelValue.quoted)
        case .syntax, .tooDeep, .tooLong, .badLiteral, .wrongType, .incomparable, .wrongArity,
            .unknownParameter:
            nil
        }
    }

    static func isEarlier(_ left: FeelProblem, _ right: FeelProblem) -> Bool {
        (left.range.lowerBound, left.range.upperBound, left.code)
            < (right.range.lowerBound, right.range.upperBound, right.code)
    }

    private static func choices(_ lead: String, _ choices: [String]) -> String? {
        guard !choices.isEmpty else { return nil }
        let some = choices.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
        return "\(lead): \(some)\(choices.count > 8 ? ", …" : "")."
    }

    private static func badLiteral(_ kind: FeelType, _ text: String) -> String {
        kind == .number
            ? "\"\(text)\" bukan angka yang dapat dihitung."
            : "\"\(text)\" bukan tanggal, jam, atau lama waktu."
    }

    private static func wrongType(
        _ expected: FeelType,
        _ found: FeelType,
        _ place: String
    ) -> String {
        switch place {
        case "":
            "Rumus ini seharusnya menghasilkan \(expected.words), tetapi menghasilkan \(found.words)."
        case "?", "satisfies", "if", "[…]": "Di sini perlu syarat (ya/tidak), bukan \(found.words)."
        case "and", "or":
            "Kedua sisi \"\(place)\" harus syarat (ya/tidak), yang ini \(found.words)."
        case "(…)": "Ini \(found.words), bukan fungsi, jadi tidak bisa diberi masukan."
        default:
            place.first?.isLetter ?? false
                ? "Fungsi \"\(place)\" perlu \(expected.words), bukan \(found.words)."
                : "Tanda \"\(place)\" di sini perlu \(expected.words), bukan \(found.words)."
        }
    }

    private static func incomparable(
        _ left: FeelType,
        _ right: FeelType,
        _ place: String
    ) -> String {
        switch place {
        case "+", "-", "*", "/", "**":
            "Tanda \"\(place)\" tidak bisa menghitung \(left.words) dengan \(right.words)."
        case "..": "Rentang tidak bisa mulai dari \(left.words) dan berakhir di \(right.words)."
        case "in": "Nilainya \(left.words), tidak akan pernah cocok dengan \(right.words)."
        default: "\(left.words.capitalizedFirst) tidak bisa dibandingkan dengan \(right.words)."
        }
    }

    private static func conversion(_ expected: FeelType, _ found: FeelType) -> String? {
        switch (expected.present, found.present) {
        case (.number, .string), (.number, .word):
            "Angka ditulis tanpa tanda kutip; teks diubah menjadi angka dengan number(…)."
        case (.string, .number), (.word, .number):
            "Teks ditulis dalam tanda kutip; angka diubah menjadi teks dengan string(…)."
        case (.date, .string): "Tanggal ditulis @\"2026-01-31\" atau date(…)."
        case (.number, .daysDuration):
            "Selisih dua tanggal adalah lama waktu; tambahkan .days untuk banyaknya hari."
        case (.date, .number):
            "Tambahkan lama waktu, misalnya @\"P10D\" untuk 10 hari."
        default: nil
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension FeelType {
    /// The type in plain words.
    package var words: String {
        switch self {
        case .any: "nilai apa saja"
        case .nothing: "nilai kosong"
        case .boolean: "ya/tidak"
        case .number: "angka"
        case .string: "teks"
        case .word: "pilihan"
        case .date: "tanggal"
        case .time: "jam"
        case .dateTime: "tanggal dan jam"
        case .daysDuration: "lama waktu dalam hari dan jam"
        case .monthsDuration: "lama waktu dalam tahun dan bulan"
        case .list(.any): "daftar"
        case .list(let item): "daftar \(item.words)"
        case .context: "kelompok nilai"
        case .range(let item): "rentang \(item.words)"
        case .function: "fungsi"
        case .optional(let type): type.words
        }
    }
}
