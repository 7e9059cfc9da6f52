/// What a slot of a blueprint's tree is.
package enum SlotMeaning: Hashable, Sendable {
    /// A thing with keys of its own: a service, a question.
    case part(Part)

    /// A whole collection of things.
    case things(Part)

    /// A value; of a question's `type` the one atom of everything that belongs to it.
    case field(Field, of: Part)

    /// What citizens read for one option of a question.
    case label(option: ID)

    /// A label of a letter's rows, columns or shown values; the value beside it is a field.
    case rowLabel

    /// One labelled value: `label` and `value`.
    case row(of: Scalar)
    case translation

    /// Under which parent a thing stands.
    case place

    /// The order of a collection.
    case order(of: Part?)
}

extension Shape {
    /// What stands at a slot of a blueprint; nil for an address that cannot be.
    package static func meaning(of slot: Slot) -> SlotMeaning? {
        guard let first = slot.path.first else { return nil }
        let rest = slot.path.dropFirst()
        switch first {
        case "blueprint": return walk(.blueprint, rest)
        case "text": return rest.count > 2 ? .translation : nil
        case "service", "register", "rule", "letter", "example", "import":
            guard let part = Part(rawValue: first.text), !rest.isEmpty else { return nil }
            return walk(part, rest.dropFirst())
        default: return nil
        }
    }

    /// What stands at a slot of a regency's own file, which nobody else edits: it is only compared.
    static func meaningOfRegency(_ slot: Slot) -> SlotMeaning? {
        guard slot.path.first == "regency" else { return nil }
        return walk(.regency, slot.path.dropFirst())
    }

    /// The kind of thing that lives in a collection of a service or a letter.
    static func inhabitant(of home: ID, in part: Part) -> Part? {
        guard part == .service || part == .letter else { return nil }
        let found = Part.allCases.first { Shape[$0].home == home }
        guard let found, (found == .block) == (part == .letter) else { return nil }
        return found
    }

    private static func walk(_ part: Part, _ path: ArraySlice<ID>) -> SlotMeaning? {
        guard let first = path.first else { return .part(part) }
        let rest = path.dropFirst()
        if first == .place { return rest.isEmpty ? .place : nil }
        if let inhabitant = inhabitant(of: first, in: part) { return walkThings(inhabitant, rest) }
        let hasOptions = Shape[part].field("options") != nil
        if first == "label", hasOptions {
            return rest.count == 1 ? rest.first.map(SlotMeaning.label) : nil
        }
        if let field = Shape[part].field(first) { return walk(field, of: part, rest) }
        guard let content = Shape[part].rest, content != .translations, rest.isEmpty else {
            return nil
        }
        return .field(Field(first, content, [], Meaning("", ""), "nama_usaha"), of: part)
    }

    private static func walkThings(_ part: Part, _ path: ArraySlice<ID>) -> SlotMeaning? {
        guard let first = path.first else { return .things(part) }
        if first == .order { return .order(of: part) }
        return walk(part, path.dropFirst())
    }

    private static func walk(_ field: Field, of part: Part, _ rest: ArraySlice<ID>) -> SlotMeaning?
    {
        switch field.content {
        case .record(let inner): return walk(inner, rest)
        case .things(let inner), .named(let inner, _, _):
            return Shape[inner].home == nil ? walkThings(inner, rest) : nil
        case .values(let content), .assigned(_, let content), .list(let content):
            if rest.isEmpty { return .field(field, of: part) }
            if rest.first == .order { return .order(of: nil) }
            guard rest.count == 1, let key = rest.first, !isList(field.content) else { return nil }
            return .field(Field(key, content, [], field.meaning, field.example), of: part)
        case .labelled(let scalar):
            if rest.isEmpty { return .field(field, of: part) }
            if rest.first == .order { return .order(of: nil) }
            if rest.count == 1 { return .row(of: scalar) }
            if rest.count == 2, rest.last == "label" { return .rowLabel }
            guard rest.count == 2, rest.last == "value" else { return nil }
            return .field(
                Field(field.key, .scalar(scalar), [.hole], field.meaning, field.example),
                of: part
            )
        case .scalar, .oneOrMore, .options, .translations, .answers, .anything:
            return rest.isEmpty && field.place != .id ? .field(field, of: part) : nil
        }
    }

    private static func isList(_ content: Content) -> Bool {
        guard case .list = content else { return false }
        return true
    }

    /// Whether the slot must stay as it is.
    package static func mustStay(_ slot: Slot) -> Bool {
        guard case .field(let field, _) = meaning(of: slot) else { return false }
        return field.freedom == .fixed
    }
}
