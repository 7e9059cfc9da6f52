import Blueprints
import Site

/// What things are called on the screen.
enum Naming {
    /// `Pertanyaan "Apa nama usaha Anda?"`.
    static func thing(_ part: Part, _ node: Tree?, id: Blueprints.ID?) -> Words {
        let kind = PartName.of(part)
        guard let called = name(of: node, id: id) else {
            return Words(kind.indonesian.capitalizedFirst, kind.english.capitalizedFirst)
        }
        return Words(
            "\(kind.indonesian.capitalizedFirst): \(called)",
            "\(kind.english.capitalizedFirst): \(called)"
        )
    }

    /// What people call it: its own words, else its id.
    static func name(of node: Tree?, id: Blueprints.ID?) -> String? {
        let words = ["ask", "label", "say", "title", "that"]
            .compactMap { node?[Blueprints.ID($0)]?.text }.first { !$0.isEmpty }
        return words ?? id.map { $0.text.replacing("_", with: " ").capitalizedFirst }
    }

    /// A value and the thing with a file of its own that it belongs to.
    static func place(_ slot: Slot, in tree: Tree) -> Words {
        let top = Slot(Array(slot.path.prefix(2)))
        let called = name(of: tree[at: top], id: top.last) ?? ""
        guard case .field(let field, _) = Shape.meaning(of: slot) else { return Words(called) }
        return label(field.meaning).map { "\($0) (\(called))" }
    }

    static func words(_ meaning: Meaning) -> Words { Words(meaning.indonesian, meaning.english) }

    /// The label of a field: what the table says it means, without the full stop.
    static func label(_ meaning: Meaning) -> Words {
        words(meaning).map { text in
            text.hasSuffix(".") ? String(text.dropLast()) : text
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
