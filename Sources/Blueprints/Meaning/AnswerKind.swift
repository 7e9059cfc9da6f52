package import Feel

extension AnswerType {
    /// What rules see of an answer of this kind.
    ///
    /// A choice is a word out of its options, so that a comparison with a word that is no option
    /// is found when the file is read.
    package var feelType: FeelType {
        switch self {
        case .text, .longText, .name, .phone, .email, .nik, .nib, .village, .photo, .file: .string
        case .choice(let options): .word(Set(options.map(\.id.text)))
        case .choices(let options, _): .list(.word(Set(options.map(\.id.text))))
        case .yesNo: .boolean
        case .whole, .decimal, .money: .number
        case .date: .date
        case .point: Land.pointType
        case .area: Land.areaType
        case .person: .context(["nama": .string, "nik": .string])
        case .group(let questions, _):
            .list(
                .context(
                    Dictionary(
                        questions.map { ($0.id.text, $0.feelType) },
                        uniquingKeysWith: { first, _ in first }
                    )
                )
            )
        case .computed(let formula): formula.type
        }
    }

    /// Whether it is worked out and never asked.
    package var isComputed: Bool {
        if case .computed = self { true } else { false }
    }
}

extension Question {
    /// What rules see of the answer: an optional type where it may be absent.
    package var feelType: FeelType {
        isOptional || when != nil ? type.feelType.orAbsent : type.feelType
    }
}

extension ID {
    /// The id as words: `luas_kebun` is "luas kebun".
    package var inWords: String {
        String(text.map { $0 == "_" || $0 == "-" ? " " : $0 })
    }
}

extension String {
    /// The text with its first letter in upper case, as at the beginning of a sentence.
    var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }

    /// The text without spaces and line ends around it.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    /// Whether it is digits only, the ASCII ones, and at least one.
    var isDigits: Bool {
        !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
