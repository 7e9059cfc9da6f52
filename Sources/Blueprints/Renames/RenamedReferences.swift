/// Writes new names into everything that refers to a renamed thing: expressions, placeholders of
/// sentences, where an action leads, what an example answers.
///
/// The slots stay; `Renaming` moves those. `Shape` says which value refers to what.
struct RenamedReferences: Sendable {
    let names: NewNames
    private let services: [ID: ID]

    init(_ names: NewNames, in base: Tree) {
        self.names = names
        let pairs = (base["example"]?.children ?? []).compactMap { id, node in
            node["service"]?.text.map { (id, ID($0)) }
        }
        services = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// What a value that stands at `slot` says once its references have their new names.
    func callAsFunction(_ tree: Tree, at slot: Slot = .root) -> Tree {
        guard !names.isEmpty else { return tree }
        switch Shape.meaning(of: slot) {
        case .field(let field, let part):
            let reading = Reading(names: names, service: service(of: slot, tree), slot: slot)
            if part == .rule, field.key == "rows" { return reading.cells(tree) }
            if field.key == "type", field.place == .partOfType { return reading.type(tree) }
            return reading.value(tree, field.content)
        case .translation: return translation(tree, at: slot)
        case .place, .order, .label, .rowLabel: return tree
        case .part, .things, .row, nil:
            guard case .keyed(let children, let order) = tree else { return tree }
            let inner = children.map { ($0, self($1, at: slot.child($0))) }
            return .keyed(Dictionary(uniqueKeysWithValues: inner), order: order)
        }
    }

    private func service(of slot: Slot, _ tree: Tree) -> ID? {
        guard slot.path.count > 1 else { return nil }
        switch slot.path[0] {
        case "service": return slot.path[1]
        case "example": return services[slot.path[1]] ?? tree["service"]?.text.map { ID($0) }
        default: return nil
        }
    }

    /// A translation says the same placeholders as its source.
    private func translation(_ tree: Tree, at slot: Slot) -> Tree {
        if case .keyed(let children, let order) = tree {
            let inner = children.map { ($0, self($1, at: slot.child($0))) }
            return .keyed(Dictionary(uniqueKeysWithValues: inner), order: order)
        }
        guard slot.last != "of", tree.text != nil else { return tree }
        let inner = slot.last == "text" ? slot.parent : slot
        let source = Slot(Array(inner.path.dropFirst(2)))
        let reading = Reading(names: names, service: service(of: source, tree), slot: source)
        return reading.value(tree, .sentence)
    }
}

/// One value while its references get their new names.
private struct Reading {
    let names: NewNames
    let service: ID?
    let slot: Slot

    func value(_ tree: Tree, _ content: Content) -> Tree {
        guard tree.holeName == nil else { return tree }
        switch content {
        case .scalar(let scalar): return text(tree) { self.scalar($0, scalar) }
        case .oneOrMore(let scalar): return parts(tree) { value($0, .scalar(scalar)) }
        case .list(let inner): return parts(tree) { value($0, inner) }
        case .values(let inner), .assigned(_, let inner):
            return children(tree) { _, child in value(child, inner) }
        case .labelled(let scalar):
            return children(tree) { _, row in
                children(row) { $0 == "value" ? value($1, .scalar(scalar)) : $1 }
            }
        case .record(let part):
            return children(tree) { id, child in
                if part == .record, id == "corrects" { return corrected(child, in: tree["in"]) }
                return (Shape[part].field(id)?.content ?? Shape[part].rest).map { value(child, $0) }
                    ?? child
            }
        case .answers: return answers(tree)
        case .things, .named, .options, .translations, .anything: return tree
        }
    }

    /// The field that says which record is corrected belongs to the register that is written to.
    private func corrected(_ tree: Tree, in register: Tree?) -> Tree {
        let fields = register?.text.flatMap { names.fields[ID($0)] } ?? [:]
        return text(tree) { fields[ID($0)]?.text ?? $0 }
    }

    private func scalar(_ text: String, _ scalar: Scalar) -> String {
        switch scalar {
        case .reference(let thing): renamed(text, thing)
        case .until:
            text.split(separator: " ").map { renamed(String($0), .stepOrOutcome) }
                .joined(separator: " ")
        case .feel, .fee: expression(text)
        case .sentence: sentence(text)
        case .text, .word, .span, .days, .keeping, .whole, .decimal, .money, .choice, .flag,
            .yesNo, .date, .moment, .digest, .regionCode, .version, .requirement, .language,
            .address, .phone, .colour, .path, .numberTemplate, .slot, .hours:
            text
        }
    }

    private func renamed(_ text: String, _ thing: Scalar.Thing) -> String {
        for kind in Self.kinds(of: thing) {
            if let new = names.of(kind, in: service)[ID(text)] { return new.text }
        }
        if thing == .field, slot.path.count > 1, slot.path[0] == "register" {
            return names.fields[slot.path[1]]?[ID(text)]?.text ?? text
        }
        return text
    }

    private static func kinds(of thing: Scalar.Thing) -> [ID] {
        switch thing {
        case .question: ["question"]
        case .step: ["step"]
        case .stepOrOutcome: ["step", "outcome"]
        case .outcome: ["outcome"]
        case .letter: ["letter"]
        case .register: ["register"]
        case .service: ["service"]
        case .noticeOrNone, .notice: ["notice"]
        case .act: ["action"]
        case .field, .duty, .unit, .topic: []
        }
    }

    // MARK: Expressions

    private func expression(_ text: String) -> String {
        let known = names.of("rule", in: nil)
            .merging(names.of("question", in: service)) { _, asked in asked }
        let words = FormulaWords(text)
        let mentioned = Set(words.names)
        var literals: [ID: ID] = [:]
        for question in names.questionsWithNewOptions(in: service)
        where mentioned.contains(question.text) {
            literals.merge(names.ofOptions(of: question, in: service)) { first, _ in first }
        }
        return words.renamed(known, members: names.ofMembers(in: service), literals: literals)
    }

    /// The expressions stand in braces; everything else is for people.
    private func sentence(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"),
            let close = rest[open...].firstIndex(of: "}")
        {
            let inside = rest[rest.index(after: open)..<close]
            result += rest[..<open] + "{" + expression(String(inside)) + "}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The rows of a table: tests and results, all of them expressions.
    func cells(_ tree: Tree) -> Tree {
        parts(tree) { row in parts(row) { cell in text(cell, expression) } }
    }

    // MARK: Types and answers

    /// A question's type: its bounds are expressions, its options are ids.
    func type(_ tree: Tree) -> Tree {
        let question = slot.path.dropFirst(3).first ?? ""
        return parts(tree) { record in
            children(record) { id, child in
                guard id == "options" else {
                    return Shape[.question].field(id).map { value(child, $0.content) } ?? child
                }
                let new = names.ofOptions(of: question, in: service)
                return parts(child) { option in text(option) { new[ID($0)]?.text ?? $0 } }
            }
        }
    }

    /// Answers by question: at a slot of their own `Renaming` gives the keys their new names.
    private func answers(_ tree: Tree) -> Tree {
        let isOwnSlot = slot.last == "answers"
        let known = names.of("question", in: service)
        guard case .keyed(let children, let order) = tree else { return tree }
        var renamed: [ID: Tree] = [:]
        for (id, child) in children {
            let options = names.ofOptions(of: id, in: service)
            let value = text(child) { options[ID($0)]?.text ?? $0 }
            renamed[isOwnSlot ? id : known[id] ?? id] = parts(value) { part in
                text(part) { options[ID($0)]?.text ?? $0 }
            }
        }
        return .keyed(renamed, order: order.map { isOwnSlot ? $0 : known[$0] ?? $0 })
    }

    // MARK: Trees

    private func text(_ tree: Tree, _ change: (String) -> String) -> Tree {
        tree.text.map { .text(change($0)) } ?? tree
    }

    private func parts(_ tree: Tree, _ change: (Tree) -> Tree) -> Tree {
        guard case .atom(let parts) = tree else { return tree }
        return .atom(parts.map(change))
    }

    private func children(_ tree: Tree, _ change: (ID, Tree) -> Tree) -> Tree {
        guard case .keyed(let children, let order) = tree else { return tree }
        let inner = children.map { ($0, change($0, $1)) }
        return .keyed(Dictionary(uniqueKeysWithValues: inner), order: order)
    }
}
