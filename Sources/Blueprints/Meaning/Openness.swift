import Feel

/// How much of themselves an applicant shows, where a service leaves them the choice.
package enum Openness: String, Hashable, Sendable, CaseIterable {
    case open = "terbuka"

    /// The name is given, and read only by officials of the units that decide on the case.
    case secret = "rahasia"

    /// No name, no number: nobody knows, and only the receipt's link leads back to the case.
    case anonymous = "tanpa_nama"

    /// The question that asks for it.
    package static let question: ID = "keterbukaan_nama"

    /// What a service lets an applicant choose.
    package static func allowed(by service: PublicService) -> [Openness] {
        allowed(secret: service.allowsSecret, anonymous: service.allowsAnonymous)
    }

    static func allowed(secret: Bool, anonymous: Bool) -> [Openness] {
        allCases.filter { openness in
            switch openness {
            case .open: true
            case .secret: secret
            case .anonymous: anonymous
            }
        }
    }

    static func asked(among allowed: [Openness]) -> Question {
        Question(
            id: question,
            page: Applicant.page,
            ask: Words(
                "Apakah nama Anda boleh kami ketahui?",
                translated: [.english: "May we know your name?"]
            ),
            type: .choice(
                allowed.map { AnswerType.Option(id: ID($0.rawValue), label: $0.meaning) }
            )
        )
    }

    /// What the choice means, in words of the person who makes it.
    package var meaning: Words {
        switch self {
        case .open:
            Words(
                "Ya. Petugas yang menangani melihat nama saya.",
                translated: [.english: "Yes. The officials who handle it see my name."]
            )
        case .secret:
            Words(
                "Ya, tetapi rahasiakan. Hanya petugas unit yang memutuskan melihat nama saya, "
                    + "dan nama itu tidak tampil di daftar perkara.",
                translated: [
                    .english:
                        "Yes, but keep it secret. Only officials of the deciding unit see it, and "
                        + "no list shows it."
                ]
            )
        case .anonymous:
            Words(
                "Tidak. Tidak ada yang tahu nama saya, jadi saya sendiri melihat kabarnya lewat "
                    + "tautan tanda terima.",
                translated: [
                    .english:
                        "No. Nobody knows my name, so I look for news myself through the "
                        + "receipt's link."
                ]
            )
        }
    }

    /// Whether the applicant said that they give a name.
    static let isNamed: Formula = {
        let scope = FeelScope([question.text: .optional(.string)])
        let source =
            "\(question) = \"\(Openness.open.rawValue)\" "
            + "or \(question) = \"\(Openness.secret.rawValue)\""
        guard case .success(let formula) = Formula.read(source, in: scope) else {
            preconditionFailure("not a formula: \(source)")
        }
        return formula
    }()
}

extension Question {
    /// The same question, asked only where something holds.
    func asked(when condition: Formula) -> Question {
        Question(
            id: id,
            page: page,
            ask: ask,
            hint: hint,
            why: why,
            type: type,
            isOptional: isOptional,
            when: condition
        )
    }
}
