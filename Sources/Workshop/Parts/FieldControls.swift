import Blueprints
import Site

/// The fields of a thing as questions of a form.
struct FieldControls {
    let thing: EditedThing
    let conditions: Conditions?

    /// What was typed where it did not fit, with the sentence that says so.
    var problems: [Blueprints.ID: Words] = [:]
    var typed: [Blueprints.ID: String] = [:]

    /// Whether it is still to be added.
    var isNew = false

    /// How long a text gets a box of several lines.
    private static let longLine = 60

    var fields: [Field] { thing.typed.flatMap(fields(of:)) }

    private func fields(of item: EditedThing.Typed) -> [Field] {
        let value = typed[item.key] ?? item.text
        var field = Field(
            item.key.text,
            Naming.label(item.field.meaning),
            hint: hint(item.field),
            isOptional: !item.field.isRequired,
            control(item, value)
        )
        field.error = problems[item.key]
        guard item.key == "when", conditions != nil else { return [field] }
        let isSaid = value.isEmpty || conditions?.sentence(of: value) != nil
        let formula = Field(
            "when-rumus",
            .ownFormula,
            hint: .ownFormulaHint,
            isOptional: true,
            .text(TextInput(isSaid ? "" : value))
        )
        return [field, formula]
    }

    private func hint(_ field: Blueprints.Field) -> Words? {
        switch field.content {
        case .list, .oneOrMore: return .onePerLine
        case .options: return .optionPerLine
        case .values, .assigned, .labelled, .answers: return .pairPerLine
        case .scalar(let scalar):
            switch scalar {
            case .choice, .flag, .yesNo, .reference, .text, .sentence: return nil
            case .feel(.truth): return nil
            case .word, .until, .span, .days, .keeping, .whole, .decimal, .money, .fee, .feel,
                .date, .moment, .digest, .regionCode, .version, .requirement, .language, .address,
                .phone, .colour, .path, .numberTemplate, .slot, .hours:
                return Words("Misalnya: \(field.example)", "For example: \(field.example)")
            }
        case .record, .things, .named, .translations, .anything: return nil
        }
    }

    private func control(_ item: EditedThing.Typed, _ value: String) -> Control {
        guard case .scalar(let scalar) = item.field.content else {
            return .longText(value, most: nil)
        }
        let none = item.field.isRequired ? [] : [Option("", .nothingChosen)]
        switch scalar {
        case .choice(let choices):
            let options = none + choices.map { Option($0.word, Naming.words($0.meaning)) }
            return options.count > 5 ? .pick(value, options) : .choice(value, options)
        case .flag(let word):
            return .choice(value, [Option("", .no), Option(word, .yes)])
        case .yesNo: return .choice(value, [Option("", .no), Option("true", .yes)])
        case .reference(let kind):
            guard let known = known(kind) else { return .text(TextInput(value)) }
            let isKnown = value.isEmpty || known.contains { $0.value == value }
            let own = isKnown ? [] : [Option(value, Words(value, value))]
            return .pick(value, none + known + own)
        case .feel(.truth) where item.key == "when":
            guard let conditions else { return .text(TextInput(value)) }
            let said = conditions.sentence(of: value)?.formula
            let options = conditions.sentences.map {
                Option($0.formula, Words($0.indonesian, $0.english))
            }
            return .pick(
                said ?? (value.isEmpty ? "" : Self.formula),
                [Option("", .always)] + options + [Option(Self.formula, .byFormula)]
            )
        case .text, .sentence, .feel, .fee:
            let isLong =
                value.count > Self.longLine || value.contains("\n")
                || ["hint", "why", "purpose", "summary", "text", "say"].contains(item.key)
            return isLong ? .longText(value, most: nil) : .text(TextInput(value))
        case .whole, .money: return .text(TextInput(value, .whole))
        case .word, .until, .span, .days, .keeping, .decimal, .date, .moment, .digest,
            .regionCode, .version, .requirement, .language, .address, .phone, .colour, .path,
            .numberTemplate, .slot, .hours:
            return .text(TextInput(value))
        }
    }

    /// What a condition says that is none of the sentences.
    static let formula = "rumus"

    /// The things of the blueprint that may be named; nil where others give the names.
    private func known(_ kind: Scalar.Thing) -> [Option]? {
        let scope = thing.tree[at: Slot(Array(thing.slot.path.prefix(2)))]
        let collections: [(Tree?, [Blueprints.ID])]
        switch kind {
        case .question: collections = [(scope, ["question"])]
        case .step: collections = [(scope, ["step"])]
        case .stepOrOutcome: collections = [(scope, ["step"]), (scope, ["outcome"])]
        case .outcome: collections = [(scope, ["outcome"])]
        case .notice: collections = [(scope, ["notice"])]
        case .noticeOrNone: collections = [(scope, ["notice"])]
        case .letter: collections = [(thing.tree, ["letter"])]
        case .register: collections = [(thing.tree, ["register"])]
        case .service: collections = [(thing.tree, ["service"])]
        case .field, .duty, .unit, .topic, .act: return nil
        }
        let found = collections.flatMap { tree, path in
            (path.reduce(tree) { $0?[$1] }?.children ?? []).map { id, node in
                let name = Naming.name(of: node, id: id) ?? id.text
                return Option(id.text, Words(name, name))
            }
        }
        return kind == .noticeOrNone ? found + [Option("none", .noNotice)] : found
    }

    /// What a form sent, by key: the formula of a chosen condition in its place.
    static func texts(_ posted: Posted, of thing: EditedThing) -> [Blueprints.ID: String] {
        var texts: [Blueprints.ID: String] = [:]
        for item in thing.typed {
            guard let value = posted[item.key.text] else { continue }
            texts[item.key] =
                item.key == "when" && value == formula ? posted["when-rumus"] ?? "" : value
        }
        return texts
    }
}
