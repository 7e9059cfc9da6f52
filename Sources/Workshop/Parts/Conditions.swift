package import Blueprints

/// When a question is asked, as sentences to choose from.
///
/// Each answer of an earlier choice gives two; any other condition is a formula that is typed.
package struct Conditions {
    package struct Sentence: Equatable {
        package let formula: String
        package let indonesian: String
        package let english: String
    }

    package let sentences: [Sentence]

    /// - Parameter service: the node of the service; only questions before `question` may be read.
    package init(of service: Tree, before question: ID?) {
        let all = service["question"]?.children ?? []
        let end = all.firstIndex { $0.id == question } ?? all.count
        sentences = all[..<end].flatMap { id, node in Self.sentences(id, node) }
    }

    private static func sentences(_ id: ID, _ node: Tree) -> [Sentence] {
        guard let ask = node["ask"]?.text, case .atom(let parts)? = node["type"],
            let type = parts.first
        else { return [] }
        if type["type"]?.text == "yes/no" {
            return [("true", "ya", "yes"), ("false", "tidak", "no")].map { value, yes, english in
                Sentence(
                    formula: "\(id) = \(value)",
                    indonesian: "Bila \"\(ask)\" dijawab \(yes)",
                    english: "If \"\(ask)\" is answered \(english)"
                )
            }
        }
        guard type["type"]?.text == "choice", case .atom(let options)? = type["options"] else {
            return []
        }
        return options.compactMap(\.text).flatMap { option in
            let label = node["label"]?[ID(option)]?.text ?? option
            return [("=", "dijawab", "is answered"), ("!=", "tidak dijawab", "is not answered")]
                .map { sign, words, english in
                    Sentence(
                        formula: "\(id) \(sign) \"\(option)\"",
                        indonesian: "Bila \"\(ask)\" \(words) \"\(label)\"",
                        english: "If \"\(ask)\" \(english) \"\(label)\""
                    )
                }
        }
    }

    /// The sentence of a formula, however its blanks are written; nil where none says it.
    package func sentence(of formula: String) -> Sentence? {
        let plain = { (text: String) in text.filter { !$0.isWhitespace } }
        return sentences.first { plain($0.formula) == plain(formula) }
    }
}
