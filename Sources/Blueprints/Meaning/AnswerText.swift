package import Feel

extension Question {
    /// An answer in words, for pages and letters.
    ///
    /// `place` names a village by its code; without a name the code itself is shown.
    package func text(
        of value: FeelValue,
        in language: Language = .indonesian,
        place: (String) -> String? = { _ in nil }
    ) -> String {
        let speaks = language == .english
        switch (type, value) {
        case (_, .null): return ""
        case (.choice(let options), .string(let word)):
            return Self.label(word, of: options, in: language)
        case (.choices(let options, _), .list(let words)):
            return words.compactMap(\.text).map { Self.label($0, of: options, in: language) }
                .joined(separator: ", ")
        case (.decimal(let unit, _), .number(let number)):
            let text = speaks ? NumberText.englishDecimal(number) : NumberText.decimal(number)
            return unit.isEmpty ? text : "\(text) \(unit)"
        case (.money, .number(let number)): return NumberText.rupiah(number)
        case (.village, .string(let code)): return place(code) ?? code
        case (.phone, .string(let number)): return Phone.text(number)
        case (.person, .context(let fields)):
            return [fields["nama"]?.text, fields["nik"]?.text.map { "NIK \($0)" }]
                .compactMap(\.self).joined(separator: ", ")
        case (.area, .context(let fields)):
            guard let size = fields["luas"]?.number else { return "" }
            return (speaks ? NumberText.englishDecimal(size) : NumberText.decimal(size)) + " ha"
        case (.group(let questions, _), .list(let entries)):
            return entries.map { entry in
                questions.compactMap { question in
                    entry.fields?[question.id.text].map {
                        question.text(of: $0, in: language, place: place)
                    }
                }
                .filter { !$0.isEmpty }.joined(separator: ", ")
            }
            .joined(separator: "; ")
        default: return value.text(in: language)
        }
    }

    private static func label(
        _ word: String,
        of options: [AnswerType.Option],
        in language: Language
    ) -> String {
        options.first { $0.id.text == word }?.label.text(in: language).text ?? word
    }
}

extension FeelValue {
    /// A value in words, where no question says more about it.
    package func text(in language: Language = .indonesian) -> String {
        let speaks = language == .english
        return switch self {
        case .null: ""
        case .boolean(let truth): speaks ? (truth ? "Yes" : "No") : (truth ? "Ya" : "Tidak")
        case .number(let number):
            speaks ? NumberText.englishDecimal(number) : NumberText.decimal(number)
        case .string(let text): text
        case .date(let day): speaks ? NumberText.englishDate(day) : NumberText.date(day)
        case .list(let items): items.map { $0.text(in: language) }.joined(separator: ", ")
        case .context(let fields):
            if let latitude = fields["lintang"]?.number, let longitude = fields["bujur"]?.number {
                "\(latitude), \(longitude)"
            } else {
                fields.sorted { $0.key < $1.key }.map { $0.value.text(in: language) }
                    .joined(separator: ", ")
            }
        case .time, .dateTime, .daysDuration, .monthsDuration, .range, .function: written ?? ""
        }
    }
}
