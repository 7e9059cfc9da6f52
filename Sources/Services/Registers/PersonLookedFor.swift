import Blueprints
import Feel
import Site

/// A person as registers are looked through for them: by name or by phone number.
///
/// Whole numbers of persons are found by keys; a name stands in none, so records are opened.
struct PersonLookedFor {
    private let words: Set<String>
    private let phone: String?

    init(_ mark: String) {
        phone = Self.phone(mark)
        let written = Self.words(mark)
        words = written.contains { $0.contains(where: \.isNumber) } ? [] : written
    }

    /// A number of a case, or of an identity card, is written in no other field.
    var isWorthOpening: Bool { phone != nil || words.contains { $0.count > 1 } }

    func isNamed(in content: TypedAnswers, at field: Question) -> Bool {
        guard let said = content[field.id]?.text else { return false }
        switch field.type {
        case .name: return !words.isEmpty && words.isSubset(of: Self.words(said))
        case .phone: return phone != nil && Self.phone(said) == phone
        case .text, .longText, .whole, .decimal, .money, .email, .nik, .nib, .date, .choice,
            .choices, .yesNo, .village, .point, .area, .photo, .file, .person, .group, .computed:
            return false
        }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// The digits of a mobile number behind 0 or +62; nil for anything else.
    private static func phone(_ text: String) -> String? {
        let digits = text.filter(\.isNumber)
        let own =
            digits.hasPrefix("62")
            ? digits.dropFirst(2) : digits.hasPrefix("0") ? digits.dropFirst() : ""
        return own.hasPrefix("8") && (8...12).contains(own.count) ? String(own) : nil
    }
}

extension AnswerType {
    /// Whether an answer of this type says who somebody is.
    var namesPerson: Bool {
        switch self {
        case .name, .nik, .phone, .person: true
        case .text, .longText, .whole, .decimal, .money, .email, .nib, .date, .choice, .choices,
            .yesNo, .village, .point, .area, .photo, .file, .group, .computed:
            false
        }
    }
}
