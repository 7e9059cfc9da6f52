package import Blueprints

/// Who an example of a blueprint speaks about, to be looked for among the living.
package struct PersonInExample: Hashable, Sendable {
    package let file: String
    package let text: String

    /// A number that only one person has; a name may be that of many.
    package let isNumber: Bool

    /// Everybody in the examples of a folder, each once in a file.
    package static func all(in folder: ReadFolder) -> [PersonInExample] { all(in: folder.tree) }

    /// Everybody in the examples of a tree.
    package static func all(in tree: Tree) -> [PersonInExample] {
        var found: [PersonInExample] = []
        for (id, example) in tree["example"]?.children ?? [] {
            let file = "\(FileKind.example.location)\(id).yaml"
            collect(example["answers"], file, into: &found)
            for act in example["acts"]?.partsOfAtom ?? [] {
                collect(act["answers"], file, into: &found)
            }
        }
        return found
    }

    private static func collect(
        _ answers: Tree?,
        _ file: String,
        into found: inout [PersonInExample]
    ) {
        func add(_ text: String, isNumber: Bool) {
            let person = PersonInExample(file: file, text: text, isNumber: isNumber)
            if !found.contains(person) { found.append(person) }
        }
        for (id, answer) in answers?.children ?? [] {
            for text in answer.text.map({ [$0] }) ?? answer.partsOfAtom.compactMap(\.text) {
                let digits = text.filter(\.isNumber)
                let rest = text.filter { !$0.isNumber && !" -.+".contains($0) }
                if rest.isEmpty, digits.utf8.count >= 10 {
                    add(text, isNumber: true)
                } else if id.text.hasPrefix("nama"), text.contains(" ") {
                    add(text, isNumber: false)
                }
            }
            for part in answer.partsOfAtom { collect(part, file, into: &found) }
        }
    }
}
