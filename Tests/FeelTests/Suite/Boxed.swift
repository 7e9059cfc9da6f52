import Feel

/// Evaluates DMN's boxed expressions.
struct Boxed {
    let model: Model
    var names: [String: FeelValue]

    static let kinds: Set<String> = [
        "literalExpression", "decisionTable", "context", "invocation", "relation", "list",
        "functionDefinition", "conditional", "filter", "for", "some", "every",
    ]

    init(_ model: Model, _ names: [String: FeelValue]) {
        self.model = model
        self.names = names
    }

    private var scope: FeelScope { FeelScope(names.mapValues { _ in .any }) }

    func text(_ source: String) -> FeelValue {
        switch Formula.readLeniently(source, in: scope) {
        case .success(let formula): formula.value(names)
        case .failure: .null
        }
    }

    func inside(_ node: Element?) -> FeelValue {
        node?.children.first { Boxed.kinds.contains($0.name) }.map { value($0) } ?? .null
    }

    func value(_ node: Element) -> FeelValue {
        let result = untyped(node)
        return model.shaped(result, node["typeRef"])
    }

    private func untyped(_ node: Element) -> FeelValue {
        switch node.name {
        case "literalExpression": text(node.formula)
        case "decisionTable": table(node)
        case "context": context(node)
        case "invocation": invocation(node)
        case "relation": relation(node)
        case "list": .list(node.children.filter { Boxed.kinds.contains($0.name) }.map { value($0) })
        case "functionDefinition": .function(function(node))
        case "conditional": choice(node)
        case "filter": filter(node)
        case "for", "some", "every": iteration(node)
        default: .null
        }
    }

    /// Unlike FEEL's own `if`, the boxed one is an error when its condition is no condition.
    private func choice(_ node: Element) -> FeelValue {
        switch inside(node.first("if")) {
        case .boolean(let truth): inside(node.first(truth ? "then" : "else"))
        case .null: inside(node.first("else"))
        default: .null
        }
    }

    func with(_ name: String, _ value: FeelValue) -> Boxed {
        var copy = self
        copy.names[name] = value
        return copy
    }

    private func context(_ node: Element) -> FeelValue {
        var box = self
        var fields: [String: FeelValue] = [:]
        for entry in node.all("contextEntry") {
            let value = box.inside(entry)
            guard let variable = entry.first("variable") else { return value }
            let name = variable["name"] ?? ""
            let shaped = model.shaped(value, variable["typeRef"])
            fields[name] = shaped
            box.names[name] = shaped
        }
        return .context(fields)
    }

    private func invocation(_ node: Element) -> FeelValue {
        guard case .function(let function) = inside(node) else { return .null }
        var values: [String: FeelValue] = [:]
        for binding in node.all("binding") {
            values[binding.first("parameter")?["name"] ?? ""] = inside(binding)
        }
        return Formula.call(function, function.parameters.map { values[$0] ?? .null })
    }

    private func relation(_ node: Element) -> FeelValue {
        let columns = node.all("column").map { $0["name"] ?? "" }
        return .list(
            node.all("row").map { row in
                let cells = row.children.filter { Boxed.kinds.contains($0.name) }.map { value($0) }
                return .context(Dictionary(zip(columns, cells)) { $1 })
            }
        )
    }

    func function(_ node: Element) -> FeelFunction {
        let names = node.all("formalParameter").map { $0["name"] ?? "" }
        let box = Shared((self, node))
        return FeelFunction(parameters: names) { values in
            let node = box.value.1
            var inner = box.value.0
            let parameters = node.all("formalParameter")
            for (parameter, value) in zip(parameters, values) {
                let shaped = inner.model.shaped(value, parameter["typeRef"])
                if shaped.isNull, !value.isNull { return .null }
                inner.names[parameter["name"] ?? ""] = shaped
            }
            return inner.inside(node)
        }
    }

    private func filter(_ node: Element) -> FeelValue {
        let source = inside(node.first("in"))
        guard let match = node.first("match"),
            let body = match.children.first(where: { Boxed.kinds.contains($0.name) })
        else { return .null }
        let conditions = with("liste", source).text("for item in liste return \(body.formula)")
        let isFine = (conditions.items ?? []).allSatisfy {
            $0.truth != nil || $0.isNull || $0.number != nil
        }
        return isFine ? with("liste", source).text("liste[\(body.formula)]") : .null
    }

    private func iteration(_ node: Element) -> FeelValue {
        let name = node["iteratorVariable"] ?? "item"
        var source = inside(node.first("in"))
        if case .range = source { source = with("liste", source).text("for i in liste return i") }
        guard case .list(let items) = source else { return .null }
        let body = node.first(node.name == "for" ? "return" : "satisfies")
        var results: [FeelValue] = []
        for item in items {
            let box = with(name, item).with("partial", .list(results))
            results.append(box.inside(body))
        }
        let areConditions = results.allSatisfy { $0.truth != nil || $0.isNull }
        guard node.name == "for" || areConditions else { return .null }
        switch node.name {
        case "some": return results.contains(.yes) ? .yes : .no
        case "every": return .boolean(!results.contains(.no))
        default: return .list(results)
        }
    }

    private func table(_ node: Element) -> FeelValue {
        let collected = ["SUM": "C+", "MIN": "C<", "MAX": "C>", "COUNT": "C#"]
        let policies = [
            "UNIQUE": "U", "ANY": "A", "PRIORITY": "P", "FIRST": "F", "RULE ORDER": "R",
            "OUTPUT ORDER": "O", "COLLECT": "C",
        ]
        let letter =
            node["aggregation"].flatMap { collected[$0] }
            ?? policies[node["hitPolicy"] ?? "UNIQUE"] ?? "U"
        let outputs = node.all("output").map { output in
            DecisionTable.Result(
                output["name"] ?? "",
                values: (text("[" + (output.first("outputValues")?.formula ?? "") + "]").items ?? []),
                otherwise: output.first("defaultOutputEntry")?.formula
            )
        }
        let sheet = DecisionTable.Sheet(
            policy: HitPolicy(rawValue: letter) ?? .unique,
            inputs: node.all("input").map { .init($0.first("inputExpression")?.formula ?? "") },
            outputs: outputs,
            rules: node.all("rule").map { rule in
                .init(
                    when: rule.all("inputEntry").map(\.formula),
                    then: rule.all("outputEntry").map(\.formula)
                )
            }
        )
        switch DecisionTable.readLeniently(sheet, in: scope) {
        case .success(let table): return table.decide(names)
        case .failure: return .null
        }
    }
}
