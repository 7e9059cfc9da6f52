// Functions, tests of a value, and the parts of a value behind a dot.

extension Evaluation {
    mutating func called(_ form: Builtin, _ arguments: [Expression?]) -> FeelValue {
        var values: [FeelValue] = []
        values.reserveCapacity(arguments.count)
        for argument in arguments { values.append(argument.map { value($0) } ?? .null) }
        if form.gathers {
            let fixed = form.parameters.count - 1
            var gathered = Array(values[min(fixed, values.count)...])
            if case .list = form.parameters[fixed].accepts.first {
                for index in gathered.indices where gathered[index].items == nil {
                    guard !gathered[index].isNull else { return .null }
                    gathered[index] = .list([gathered[index]])
                }
            }
            values = Array(values.prefix(fixed)) + [.list(gathered)]
        }
        for (index, parameter) in form.parameters.enumerated() {
            if form.gathers, index == form.parameters.count - 1 { break }
            guard let fitted = Builtin.fitted(values[index], to: parameter) else { return .null }
            values[index] = fitted
        }
        for value in values { charge(value) }
        guard !isStopped else { return .null }
        let result = form.body(&self, values)
        charge(result)
        return isStopped ? .null : result
    }

    mutating func called(_ callee: Expression, _ arguments: [Expression.Argument]) -> FeelValue {
        guard let function = value(callee).function else { return .null }
        guard arguments.contains(where: { $0.name != nil }) else {
            guard arguments.count == function.parameters.count else { return .null }
            return call(function, arguments.map { value($0.value) })
        }
        var values: [FeelValue?] = function.parameters.map { _ in nil }
        for argument in arguments {
            guard let name = argument.name?.name,
                let index = function.parameters.firstIndex(of: name), values[index] == nil
            else { return .null }
            values[index] = value(argument.value)
        }
        guard values.allSatisfy({ $0 != nil }) else { return .null }
        return call(function, values.map { $0 ?? .null })
    }

    mutating func call(_ function: FeelFunction, _ values: [FeelValue]) -> FeelValue {
        guard values.count == function.parameters.count else { return .null }
        var fitted: [FeelValue] = []
        for (value, type) in zip(values, function.types) {
            guard let type, !value.isNull else {
                fitted.append(value)
                continue
            }
            guard let value = Builtin.fitted(value, to: .of("", type)) else { return .null }
            fitted.append(value)
        }
        switch function.body {
        case .host(let body): return body(fitted)
        case .written(let body, let captured):
            let outside = frames
            frames = captured
            defer { frames = outside }
            for (name, value) in zip(function.parameters, fitted) {
                frames.append(.binding(name, value))
            }
            return value(body)
        }
    }

    func part(_ name: String, of value: FeelValue) -> FeelValue {
        switch value {
        case .context(let fields): fields[name] ?? .null
        case .list(let items):
            .list(items.map { part(name, of: $0) })
        default: Parts.part(name, of: value)
        }
    }

    /// Whether any of the tests takes the value; nil when none does and one cannot tell.
    mutating func passes(_ tests: [UnaryTest], _ value: FeelValue) -> Bool? {
        var result: Bool? = false
        for test in tests {
            switch passes(test, value) {
            case true?: return true
            case nil: result = nil
            case false?: break
            }
        }
        return result
    }

    mutating func admits(_ tests: [UnaryTest], _ value: FeelValue) -> Bool {
        passes(tests, value) == true && !isStopped
    }

    private mutating func passes(_ test: UnaryTest, _ value: FeelValue) -> Bool? {
        switch test.kind {
        case .anything: return true
        case .not(let tests): return passes(tests, value).map { !$0 }
        case .comparison(let sign, let bound):
            return Arithmetic.value(sign, value, tested(bound, value)).truth
        case .expression(let expression, let readsInput):
            let place = tested(expression, value)
            if readsInput { return place.truth }
            // A range without an end that is known: nobody can say.
            if case .range = expression.node, place.isNull { return nil }
            if case .boolean(let truth) = place, value.truth == nil {
                // A condition that is true of other names lets every value pass.
                return value.isNull || !isCondition(expression) ? value.isIn(place) : truth
            }
            return value.isIn(place)
        }
    }

    private func isCondition(_ expression: Expression) -> Bool {
        switch expression.node {
        case .comparison, .and, .or, .builtin, .call, .membership, .between, .quantified: true
        default: false
        }
    }

    /// An expression inside a test, which may name the value as `?`.
    private mutating func tested(_ expression: Expression, _ value: FeelValue) -> FeelValue {
        if case .literal(let literal) = expression.node { return literal }
        frames.append(.binding("?", value))
        defer { frames.removeLast() }
        return self.value(expression)
    }
}
