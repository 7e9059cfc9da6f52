import Stories

/// One of the nine things that the law has everybody ask about a service (unsur SKM).
///
/// Known by its word, never by its number: some offices count facilities before complaints.
package enum SurveyElement: String, FactWord {
    case requirements = "persyaratan"
    case procedure = "prosedur"
    case time = "waktu"
    case cost = "biaya"
    case product = "produk"
    case competence = "kompetensi"
    case conduct = "perilaku"
    case complaints = "pengaduan"
    case facilities = "sarana"

    /// Its place in our questionnaire, from 0.
    package var place: Int {
        switch self {
        case .requirements: 0
        case .procedure: 1
        case .time: 2
        case .cost: 3
        case .product: 4
        case .competence: 5
        case .conduct: 6
        case .complaints: 7
        case .facilities: 8
        }
    }

    /// Its number in our questionnaire: `U1`.
    package var code: String { "U\(place + 1)" }
}

/// How good somebody finds one element; four is best.
package enum Grade: Int, CaseIterable, Sendable {
    case poor = 1
    case fair = 2
    case good = 3
    case excellent = 4
}

/// The nine grades of one questionnaire, none left out.
package struct Grades: Hashable, Sendable {
    /// In the order of the questionnaire.
    package let inOrder: [Grade]

    /// Nil where an element has no grade.
    package init?(_ grades: [SurveyElement: Grade]) {
        let found = SurveyElement.allCases.compactMap { grades[$0] }
        guard found.count == SurveyElement.allCases.count else { return nil }
        inOrder = found
    }

    package subscript(element: SurveyElement) -> Grade { inOrder[element.place] }
}
