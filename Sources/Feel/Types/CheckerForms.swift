// The types of paths, filters, loops, functions and calls.

extension Checker {
    mutating func type(of field: Expression.Field, in base: FeelType) -> FeelType {
        switch base.present {
        case .any, .nothing: return .any
        case .list(let item): return .list(type(of: field, in: item))
        case .context(let fields):
            if fields.isEmpty { return .any }
            guard let type = fields[field.name] else { return unknown(field, fields) }
            return base.isOptional ? type.orAbsent : type
        case let type:
            let parts = Parts.types(of: type)
            guard let part = parts[field.name] else { return unknown(field, parts) }
            return base.isOptional ? part.orAbsent : part
        }
    }

    private mutating func unknown(
        _ field: Expression.Field,
        _ fields: [String: FeelType]
    ) -> FeelType {
        report(
            .unknownField(
                field.name,
                suggestion: Nearest.to(field.name, among: fields.keys),
                known: fields.keys.sorted()
            ),
            at: field.range
        )
        return .any
    }

    mutating func type(filtering base: Expression, by condition: Expression) -> FeelType {
        let baseType = type(of: base)
        let item: FeelType = if case .list(let item) = baseType.present { item } else { baseType }
        var names = Names(types: ["item": item])
        switch item.present {
        case .context(let fields):
            names.types.merge(fields) { $1 }
            names.isOpen = fields.isEmpty
        case .any, .nothing: names.isOpen = true
        default: break
        }
        let found = within(names) { $0.type(of: condition) }
        switch found.present {
        case .number: return item.orAbsent
        case .boolean, .any, .nothing: break
        default:
            report(.wrongType(expected: .boolean, found: found, by: "[…]"), at: condition.range)
        }
        return found.present == .any ? .any : .list(item)
    }

    private mutating func names(of iterations: [Expression.Iteration]) -> Names {
        var names = Names(types: [:])
        for iteration in iterations {
            let (source, end) = within(names) { checker in
                (
                    checker.type(of: iteration.source),
                    iteration.end.map { checker.type(of: $0) }
                )
            }
            if let end, !isComparable(source, end, inOrder: true) {
                report(.incomparable(source, end, by: ".."), at: iteration.source.range)
            }
            switch source.present {
            case .list(let item), .range(let item): names.types[iteration.name] = item
            case let type: names.types[iteration.name] = type
            }
        }
        return names
    }

    mutating func loop(_ iterations: [Expression.Iteration], _ body: Expression) -> FeelType {
        var names = names(of: iterations)
        names.types["partial"] = .list(.any)
        return .list(within(names) { $0.type(of: body) })
    }

    mutating func quantified(
        _ iterations: [Expression.Iteration],
        _ body: Expression
    ) -> FeelType {
        let names = names(of: iterations)
        let found = within(names) { $0.type(of: body) }
        expect(.boolean, of: body, found: found, by: "satisfies")
        return found.isOptional ? .optional(.boolean) : .boolean
    }

    mutating func function(
        _ parameters: [Expression.Parameter],
        _ body: Expression
    ) -> FeelType {
        let types = parameters.map { $0.type?.type ?? .any }
        let names = zip(parameters.map(\.name), types)
        let result = within(Names(types: Dictionary(names) { $1 })) { $0.type(of: body) }
        return .function(types, result)
    }

    mutating func type(
        calling callee: Expression,
        _ arguments: [Expression.Argument],
        at range: Range<Int>
    ) -> FeelType {
        let found = arguments.map { type(of: $0.value) }
        if case .name(let name) = callee.node, known(name) == nil, !isOpen {
            let known = Set(Builtins.all.keys)
            report(
                .unknownFunction(
                    name,
                    suggestion: FunctionWords.meant(by: name) ?? Nearest.to(name, among: known)
                ),
                at: callee.range
            )
            return .any
        }
        switch type(of: callee).present {
        case .function(let parameters, let result):
            if parameters.count != found.count, arguments.allSatisfy({ $0.name == nil }) {
                report(
                    .wrongArity(
                        function: callee.nameText,
                        expected: "\(parameters.count)",
                        found: found.count
                    ),
                    at: range
                )
            } else if arguments.allSatisfy({ $0.name == nil }) {
                for (index, argument) in arguments.enumerated() {
                    expect(
                        parameters[index],
                        of: argument.value,
                        found: found[index],
                        by: callee.nameText
                    )
                }
            }
            return result
        case .any, .nothing: return .any
        case let other:
            report(
                .wrongType(expected: .function([], .any), found: other, by: "(…)"),
                at: callee.range
            )
            return .any
        }
    }

    mutating func type(calling form: Builtin, _ values: [Expression?]) -> FeelType {
        var types: [FeelType] = []
        for (index, value) in values.enumerated() {
            guard let value else {
                types.append(.nothing)
                continue
            }
            let found = type(of: value)
            types.append(found)
            let parameter = form.parameters[min(index, form.parameters.count - 1)]
            let fits =
                parameter.accepts.isEmpty
                || parameter.accepts.contains { expected in
                    if case .list(let item) = expected, found.suits(item) { return true }
                    return found.suits(expected)
                }
            if !fits, let expected = parameter.accepts.first {
                report(.wrongType(expected: expected, found: found, by: form.name), at: value.range)
            }
        }
        checkElements(form, values, types)
        let result = result(of: form, types)
        let isStrict = form.parameters.contains { !$0.accepts.isEmpty }
        return isStrict && types.contains(where: { $0.isOptional && $0 != .nothing })
            ? result.orAbsent : result
    }

    /// In `list contains(kopi, "robusta")` the text has to be one of the options.
    private mutating func checkElements(
        _ form: Builtin,
        _ values: [Expression?],
        _ types: [FeelType]
    ) {
        guard ["list contains", "index of"].contains(form.name), types.count == 2 else { return }
        checkOptions(of: types[0], in: values[1])
    }

    private func result(of form: Builtin, _ types: [FeelType]) -> FeelType {
        switch form.result {
        case .fixed(let type): return type
        case .first: return types.first ?? .any
        case .item:
            if form.gathers { return types.reduce(nil) { join($0, $1) } ?? .any }
            guard case .list(let item) = types.first?.present else { return types.first ?? .any }
            return item
        case .listOfItems:
            let items = types.map { type -> FeelType in
                if case .list(let item) = type.present { item } else { type }
            }
            return .list(items.reduce(nil) { join($0, $1) } ?? .any)
        }
    }
}

extension Expression {
    var nameText: String {
        switch node {
        case .name(let name): name
        case .path(_, let field): field.name
        default: "fungsi"
        }
    }
}
