extension DecisionTable {
    /// Reads a table; problems are told by cell, all at once.
    ///
    /// Warnings do not keep a table from being read: ask `warnings` for them.
    package static func read(
        _ sheet: Sheet,
        in scope: FeelScope
    ) -> Swift.Result<DecisionTable, TableProblems> {
        var reader = TableReader(sheet: sheet, scope: scope, isLenient: false)
        let table = reader.table()
        let faults = reader.problems + table.findings.filter { !$0.isWarning }
        return faults.isEmpty ? .success(table) : .failure(TableProblems(faults))
    }

    /// Reads a table that comes from elsewhere and forgives everything but its syntax.
    package static func readLeniently(
        _ sheet: Sheet,
        in scope: FeelScope
    ) -> Swift.Result<DecisionTable, TableProblems> {
        var reader = TableReader(sheet: sheet, scope: scope, isLenient: true)
        let table = reader.table()
        return reader.problems.isEmpty
            ? .success(table) : .failure(TableProblems(reader.problems))
    }
}

private struct TableReader {
    let sheet: DecisionTable.Sheet
    let scope: FeelScope
    let isLenient: Bool
    var problems: [TableProblem] = []
    var names: Set<String> = []

    mutating func table() -> DecisionTable {
        if sheet.rules.isEmpty { problems.append(TableProblem(.noRules, at: .table)) }
        let inputs = sheet.inputs.enumerated().map { column, input in
            formula(input.expression, nil, at: .input(column: column))
        }
        let outputs = sheet.outputs.enumerated().map { column, output in
            DecisionTable.Output(
                name: output.name,
                values: output.values,
                otherwise: output.otherwise.flatMap {
                    formula($0, output.type, at: .output(column: column))
                }
            )
        }
        var rules: [DecisionTable.Rule] = []
        for (index, line) in sheet.rules.enumerated() {
            if let rule = rule(line, at: index, inputs) { rules.append(rule) }
        }
        return DecisionTable(
            sheet: sheet,
            type: type(of: rules),
            names: names,
            inputs: inputs.compactMap { $0 },
            rules: rules,
            outputs: outputs
        )
    }

    private mutating func rule(
        _ line: DecisionTable.Line,
        at index: Int,
        _ inputs: [Formula?]
    ) -> DecisionTable.Rule? {
        for (expected, found) in [
            (sheet.inputs.count, line.when.count), (sheet.outputs.count, line.then.count),
        ] where expected != found {
            problems.append(
                TableProblem(.shape(expected: expected, found: found), at: .rule(index))
            )
            return nil
        }
        var cells: [UnaryTests] = []
        for (column, text) in line.when.enumerated() {
            let place = TableProblem.Place.test(rule: index, column: column)
            if let cell = tests(text, of: inputs[column]?.type ?? .any, at: place) {
                cells.append(cell)
            }
        }
        var results: [Formula] = []
        for (column, text) in line.then.enumerated() {
            let place = TableProblem.Place.result(rule: index, column: column)
            if let result = formula(text, sheet.outputs[column].type, at: place) {
                results.append(result)
            }
        }
        guard cells.count == line.when.count, results.count == line.then.count else { return nil }
        return DecisionTable.Rule(tests: cells, results: results)
    }

    private mutating func formula(
        _ text: String,
        _ type: FeelType?,
        at place: TableProblem.Place
    ) -> Formula? {
        switch isLenient
            ? Formula.readLeniently(text, in: scope)
            : Formula.read(text, in: scope, expecting: type)
        {
        case .success(let formula):
            names.formUnion(formula.names)
            return formula
        case .failure(let found):
            problems += found.all.map { TableProblem(.formula($0), at: place) }
            return nil
        }
    }

    private mutating func tests(
        _ text: String,
        of input: FeelType,
        at place: TableProblem.Place
    ) -> UnaryTests? {
        switch isLenient
            ? UnaryTests.readLeniently(text, in: scope)
            : UnaryTests.read(text, of: input, in: scope)
        {
        case .success(let tests):
            names.formUnion(tests.names)
            return tests
        case .failure(let found):
            problems += found.all.map { TableProblem(.formula($0), at: place) }
            return nil
        }
    }

    private func type(of rules: [DecisionTable.Rule]) -> FeelType {
        let columns = sheet.outputs.indices.map { column -> FeelType in
            if let type = sheet.outputs[column].type { return type }
            let found = rules.map { $0.results[column].type }
            return found.reduce(nil) { join($0, $1) } ?? .any
        }
        let one: FeelType =
            columns.count == 1
            ? columns[0]
            : .context(
                Dictionary(zip(sheet.outputs.map(\.name), columns)) { $1 }
            )
        switch sheet.policy {
        case .unique, .any, .priority, .first:
            return sheet.outputs.contains { $0.otherwise != nil } ? one : one.orAbsent
        case .ruleOrder, .outputOrder, .collect: return .list(one)
        case .sum, .least, .most: return one.orAbsent
        case .count: return .number
        }
    }
}

extension UnaryTests {
    /// Reads the tests of a cell and forgives everything but their syntax.
    package static func readLeniently(
        _ source: String,
        in scope: FeelScope
    ) -> Result<UnaryTests, FeelProblems> {
        do throws(FeelProblem) {
            var parser = try Parser(source, names: scope.names)
            let tests = try parser.wholeTests()
            var checker = Checker(scope)
            checker.check(tests, of: .any)
            return .success(
                UnaryTests(source: source, input: .any, names: checker.freeNames, tests: tests)
            )
        } catch {
            return .failure(FeelProblems([error]))
        }
    }
}
