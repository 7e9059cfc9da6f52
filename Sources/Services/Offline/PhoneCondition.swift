import Blueprints
import Feel
import Stories

extension PlainCondition {
    /// As the script of the phone reads it: `["<=","luas_kebun",4]`, `["&",…,…]`, `["|",…,…]`.
    var json: JSONValue {
        switch self {
        case .compares(let name, let comparison, let value):
            .list([.text(comparison.rawValue), .text(name), Self.json(value)])
        case .all(let left, let right): .list([.text("&"), left.json, right.json])
        case .any(let left, let right): .list([.text("|"), left.json, right.json])
        }
    }

    private static func json(_ value: FeelValue) -> JSONValue {
        if let text = value.text { return .text(text) }
        if let number = value.number.flatMap({ Double($0.description) }) { return .number(number) }
        return .flag(value.isTrue)
    }
}

extension PublicService {
    /// When a question is asked, in a form that a phone can judge; nil where it cannot.
    ///
    /// Only what is asked on the same form can be compared there: not what is worked out.
    func conditionOnPhone(of question: Question) -> PlainCondition? {
        guard let condition = question.when?.plainCondition,
            let names = question.when?.names,
            names.allSatisfy({ name in
                allQuestions.contains { $0.id.text == name && $0.type.isAsked }
            })
        else { return nil }
        return condition
    }
}
