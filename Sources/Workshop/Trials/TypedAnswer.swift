import Blueprints

/// An answer of an example as a person types it, and back.
///
/// Several have a line each; a person and each entry of a group are one line, `nama: isi; nama: isi`.
enum TypedAnswer {
    static func text(of tree: Tree) -> String {
        switch tree {
        case .text(let text): text
        case .atom(let parts): parts.map(line).joined(separator: "\n")
        case .keyed: line(tree)
        }
    }

    private static func line(_ tree: Tree) -> String {
        switch tree {
        case .text(let text): text
        case .atom(let parts): parts.map(line).joined(separator: ", ")
        case .keyed: tree.children.map { "\($0.id): \(line($0.tree))" }.joined(separator: "; ")
        }
    }

    /// - Parameter was: stays as it is where the text is that of it.
    static func tree(of typed: String, for type: AnswerType?, was: Tree? = nil) -> Tree {
        if let was, text(of: was) == typed { return was }
        switch type {
        case .choices: return .atom(lines(typed).map { .text($0) })
        case .group(let members, _): return .atom(lines(typed).map { entry($0, members) })
        case .person: return entry(lines(typed).joined(separator: "; "), [])
        case .text, .longText, .name, .choice, .yesNo, .whole, .decimal, .money, .date, .phone,
            .email, .nik, .nib, .village, .point, .area, .photo, .file, .computed, nil:
            return .text(typed)
        }
    }

    private static func entry(_ line: String, _ members: [Question]) -> Tree {
        let pairs = line.split(separator: ";").map { FieldText.pair(String($0)) }
        return .record(
            pairs.reduce(into: [:]) { entry, pair in
                let id = Blueprints.ID(pair.0)
                var value = Tree.text(pair.1)
                if case .choices? = members.first(where: { $0.id == id })?.type {
                    value = .atom(
                        pair.1.split(separator: ",").map { .text(FieldText.tidy("\($0)")) }
                    )
                }
                entry[id] = value
            }
        )
    }

    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { FieldText.tidy(String($0)) }.filter { !$0.isEmpty }
    }
}
