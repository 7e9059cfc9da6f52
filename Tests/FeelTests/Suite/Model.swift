import Feel

/// As much of a DMN model as the public suite needs: decisions, knowledge, services, types.
final class Model {
    private var decisions: [String: Element] = [:]
    private var inputs: [String: Element] = [:]
    private var knowledge: [String: Element] = [:]
    private var services: [String: Element] = [:]
    private var types: [String: Element] = [:]
    private var depth = 0

    init(_ root: Element) {
        for child in root.children {
            let name = child["name"] ?? ""
            switch child.name {
            case "decision": decisions[name] = child
            case "inputData": inputs[name] = child
            case "businessKnowledgeModel": knowledge[name] = child
            case "decisionService": services[name] = child
            case "itemDefinition": types[name] = child
            default: break
            }
        }
    }

    typealias Names = [String: FeelValue]

    /// The value of a decision for some inputs.
    func decision(_ name: String, _ given: Names) -> FeelValue {
        if let value = given[name] { return value }
        guard let decision = decisions[name], depth < 50 else { return .null }
        depth += 1
        defer { depth -= 1 }
        var names: Names = [:]
        require(decision, given, &names)
        let body = decision.children.first { Boxed.kinds.contains($0.name) }
        let value = body.map { Boxed(self, names).value($0) } ?? .null
        return shaped(value, decision.first("variable")?["typeRef"])
    }

    private func require(_ node: Element, _ given: Names, _ names: inout Names) {
        for requirement in node.children {
            for need in requirement.children {
                let id = need["href"].map { String($0.drop { $0 != "#" }.dropFirst()) } ?? ""
                switch need.name {
                case "requiredInput":
                    guard let name = name(of: id, in: inputs) else { continue }
                    let type = inputs[name]?.first("variable")?["typeRef"]
                    names[name] = shaped(given[name] ?? .null, type)
                case "requiredDecision":
                    guard let name = name(of: id, in: decisions) else { continue }
                    names[name] = decision(name, given)
                case "requiredKnowledge":
                    if let name = name(of: id, in: knowledge) {
                        names[name] = knowledge(name, given)
                    } else if let name = name(of: id, in: services) {
                        names[name] = .function(service(name, given))
                    }
                default: break
                }
            }
        }
    }

    private func name(of id: String, in nodes: [String: Element]) -> String? {
        nodes.first { $0.value["id"] == id }?.key
    }

    private func knowledge(_ name: String, _ given: Names) -> FeelValue {
        guard let node = knowledge[name], let logic = node.first("encapsulatedLogic"), depth < 50
        else { return .null }
        depth += 1
        defer { depth -= 1 }
        var names: Names = [:]
        require(node, given, &names)
        return .function(Boxed(self, names).function(logic))
    }

    /// A decision service as a function of its inputs.
    func service(_ name: String, _ given: Names) -> FeelFunction {
        guard let node = services[name] else {
            return FeelFunction(parameters: []) { _ in .null }
        }
        func names(_ kind: String, _ nodes: [String: Element]) -> [String] {
            node.all(kind).compactMap { child in
                self.name(of: String(child["href"]?.dropFirst() ?? ""), in: nodes)
            }
        }
        let inputs = names("inputData", inputs)
        let parameters = inputs + names("inputDecision", decisions)
        let outputs = names("outputDecision", decisions)
        let type = node.first("variable")?["typeRef"].flatMap { types[$0] }
        let result = type?.first("functionItem")?["outputTypeRef"]
        let model = Shared(self)
        return FeelFunction(parameters: parameters) { values in
            var given: Names = [:]
            for (name, value) in zip(parameters, values) {
                let node = model.value.inputs[name] ?? model.value.decisions[name]
                let shaped = model.value.shaped(value, node?.first("variable")?["typeRef"])
                if shaped.isNull, !value.isNull { return .null }
                given[name] = shaped
            }
            let results = outputs.map { model.value.decision($0, given) }
            return results.count == 1
                ? model.value.shaped(results[0], result)
                : .context(Dictionary(zip(outputs, results)) { $1 })
        }
    }

    /// Calls a knowledge model or a service by name, as a test case may.
    func invoke(_ name: String, _ given: Names) -> FeelValue? {
        if services[name] != nil {
            let function = service(name, given)
            return Formula.call(function, function.parameters.map { given[$0] ?? .null })
        }
        guard knowledge[name] != nil, case .function(let function) = knowledge(name, given) else {
            return nil
        }
        return Formula.call(function, function.parameters.map { given[$0] ?? .null })
    }

    // MARK: Types

    /// A value brought to a type of the model: what does not fit is null.
    func shaped(_ value: FeelValue, _ name: String?) -> FeelValue {
        guard let name, !value.isNull else { return value }
        if fits(value, name) { return value }
        if case .list(let items) = value, items.count == 1, fits(items[0], name) { return items[0] }
        if let type = types[name], type["isCollection"] == "true", fits(.list([value]), name) {
            return .list([value])
        }
        return .null
    }

    private static let plain: [String: FeelType] = [
        "string": .string, "number": .number, "boolean": .boolean, "date": .date, "time": .time,
        "dateTime": .dateTime, "date and time": .dateTime,
        "days and time duration": .daysDuration, "dayTimeDuration": .daysDuration,
        "years and months duration": .monthsDuration, "yearMonthDuration": .monthsDuration,
    ]

    func fits(_ value: FeelValue, _ name: String) -> Bool {
        let short = name.split(separator: ":").last.map(String.init) ?? name
        if let type = Model.plain[short] { return value.isNull || value.fits(type) }
        guard let type = types[short] else { return true }
        return fits(value, type)
    }

    private func fits(_ value: FeelValue, _ type: Element) -> Bool {
        if value.isNull { return true }
        if type["isCollection"] == "true" {
            guard case .list(let items) = value else { return false }
            return items.allSatisfy { fitsItem($0, type) }
        }
        return fitsItem(value, type)
    }

    private func fitsItem(_ value: FeelValue, _ type: Element) -> Bool {
        if value.isNull { return true }
        if let allowed = type.first("allowedValues"),
            case .success(let tests) = UnaryTests.readLeniently(allowed.formula, in: FeelScope()),
            !tests.admit(value)
        {
            return false
        }
        if type.first("functionItem") != nil { return value.fits(.function([], .any)) }
        if let base = type.first("typeRef")?.text { return fits(value, base) }
        let components = type.all("itemComponent")
        guard !components.isEmpty else { return true }
        guard case .context(let fields) = value else { return false }
        return components.allSatisfy { component in
            let name = component["name"] ?? ""
            guard let field = fields[name] else { return false }
            return fits(field, component)
        }
    }
}

/// The suite runs each model on one thread; a lent function only has to be called.
struct Shared<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
}
