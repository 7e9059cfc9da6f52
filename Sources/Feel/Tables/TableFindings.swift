// Overlaps, gaps and rules that are never reached. A table is tried with one value out of every
// stretch in which all its tests answer alike, so that what is found is found for certain.

extension DecisionTable {
    /// Overlaps, gaps and unreachable rules that can be shown with an example.
    ///
    /// A table with tests that are no plain words, numbers or days is not judged.
    package var findings: [TableProblem] {
        guard !rules.isEmpty, rules.count == sheet.rules.count,
            inputs.count == sheet.inputs.count
        else { return [] }
        var columns: [[FeelValue]] = []
        for column in inputs.indices {
            guard let samples = samples(of: column) else { return [] }
            columns.append(samples)
        }
        let size = columns.reduce(1) { min($0 * $1.count, 100_000) }
        guard size * rules.count <= 100_000 else { return [] }
        var trial = TableTrial(table: self)
        trial.run(columns)
        return trial.problems
    }

    package var warnings: [TableProblem] { findings.filter(\.isWarning) }

    /// One value of every stretch of a column; nil when its tests are not simple enough.
    private func samples(of column: Int) -> [FeelValue]? {
        var marks: [FeelValue] = []
        for rule in rules {
            for test in rule.tests[column].tests {
                guard collect(test, into: &marks) else { return nil }
            }
        }
        switch inputs[column].type.present {
        case .boolean: return [.yes, .no]
        case .word(let options): return options.sorted().map { .string($0) }
        case .string:
            let other = FeelValue.string("…")
            return marks.allSatisfy { $0.text != nil } ? unique(marks) + [other] : nil
        case .number: return numbers(marks)
        case .date: return days(marks)
        case .any, .nothing, .time, .dateTime, .daysDuration, .monthsDuration, .list, .context,
            .range, .function, .optional:
            return marks.isEmpty ? [.null] : nil
        }
    }

    private func unique(_ marks: [FeelValue]) -> [FeelValue] {
        var seen: Set<FeelValue> = []
        return marks.filter { seen.insert($0).inserted }
    }

    /// The marks, something in each gap between them, and something beyond.
    private func numbers(_ marks: [FeelValue]) -> [FeelValue]? {
        let numbers = Set(marks.compactMap(\.number)).sorted()
        guard numbers.count == Set(marks).count else { return nil }
        guard let first = numbers.first, let last = numbers.last else { return [.number(.zero)] }
        var samples = [first.subtracting(1) ?? first]
        for (index, number) in numbers.enumerated() {
            if index > 0, let middle = number.adding(numbers[index - 1])?.divided(by: 2) {
                samples.append(middle)
            }
            samples.append(number)
        }
        samples.append(last.adding(1) ?? last)
        return samples.map { .number($0) }
    }

    private func days(_ marks: [FeelValue]) -> [FeelValue]? {
        let days = Set(
            marks.compactMap { value -> Int? in
                if case .date(let date) = value { date.daysSince1970 } else { nil }
            }
        ).sorted()
        guard days.count == Set(marks).count else { return nil }
        guard let first = days.first, let last = days.last else {
            return [.date(FeelDate(daysSince1970: 0))]
        }
        var samples: Set<Int> = [first - 1, last + 1]
        for (index, day) in days.enumerated() {
            samples.insert(day)
            if index > 0, day - days[index - 1] > 1 { samples.insert(day - 1) }
        }
        return samples.sorted().map { .date(FeelDate(daysSince1970: $0)) }
    }

    /// Collects the values at which a test may change its answer; false when it is not simple.
    private func collect(_ test: UnaryTest, into marks: inout [FeelValue]) -> Bool {
        switch test.kind {
        case .anything: return true
        case .not(let tests):
            for test in tests where !collect(test, into: &marks) { return false }
            return true
        case .comparison(_, let bound): return collect(bound, into: &marks)
        case .expression(let tree, let readsInput):
            return !readsInput && collect(tree, into: &marks)
        }
    }

    private func collect(_ tree: Expression, into marks: inout [FeelValue]) -> Bool {
        switch tree.node {
        case .literal(let value):
            marks.append(value)
            return true
        case .negation, .builtin:
            guard Checker.isConstant(tree) else { return false }
            var evaluation = Evaluation([:])
            marks.append(evaluation.whole(tree))
            return true
        case .range(let ends):
            for end in [ends.start, ends.end] {
                guard let end else { continue }
                guard collect(end, into: &marks) else { return false }
            }
            return true
        default: return false
        }
    }
}

extension Checker {
    /// Whether an expression reads no name at all.
    static func isConstant(_ tree: Expression) -> Bool {
        switch tree.node {
        case .literal: true
        case .negation(let inner): isConstant(inner)
        case .builtin(let form, let values):
            form.name != "today" && form.name != "now"
                && values.allSatisfy { $0.map(isConstant) ?? true }
        default: false
        }
    }
}

/// Tries a table with all combinations of samples.
private struct TableTrial {
    let table: DecisionTable
    var problems: [TableProblem] = []
    private var overlaps: Set<[Int]> = []
    private var reached: Set<Int> = []
    private var shadows: [Int: Int] = [:]
    private var hasGap = false

    init(table: DecisionTable) { self.table = table }

    mutating func run(_ columns: [[FeelValue]]) {
        var picks = Array(repeating: 0, count: columns.count)
        repeat {
            attempt(zip(columns, picks).map { $0[$1] })
        } while advance(&picks, columns)
        for rule in table.rules.indices where !reached.contains(rule) {
            guard let shadow = shadows[rule], judgesOrder else { continue }
            problems.append(TableProblem(.unreachable(by: shadow), at: .rule(rule)))
        }
    }

    private var judgesOrder: Bool { table.sheet.policy == .first }

    private func advance(_ picks: inout [Int], _ columns: [[FeelValue]]) -> Bool {
        for column in picks.indices.reversed() {
            picks[column] += 1
            if picks[column] < columns[column].count { return true }
            picks[column] = 0
        }
        return false
    }

    private mutating func attempt(_ values: [FeelValue]) {
        let matching = table.matchingRules(values, [:])
        if let first = matching.first {
            reached.insert(first)
            for later in matching.dropFirst() where shadows[later] == nil {
                shadows[later] = first
            }
        }
        if table.sheet.policy == .unique, matching.count > 1 {
            for later in matching.dropFirst() where overlaps.insert([matching[0], later]).inserted {
                problems.append(
                    TableProblem(
                        .overlap(with: matching[0], example: example(values)),
                        at: .rule(later)
                    )
                )
            }
        }
        let needsRule = [.unique, .any, .priority, .first].contains(table.sheet.policy)
        let hasOtherwise = table.outputs.contains { $0.otherwise != nil }
        if matching.isEmpty, needsRule, !hasOtherwise, !hasGap {
            hasGap = true
            problems.append(TableProblem(.gap(example: example(values)), at: .table))
        }
    }

    private func example(_ values: [FeelValue]) -> String {
        zip(table.sheet.inputs, values)
            .map { "\($0.expression) = \($1)" }
            .joined(separator: ", ")
    }
}

extension TableProblem {
    package var code: String {
        switch kind {
        case .formula(let problem): problem.code
        case .shape: "table.shape"
        case .noRules: "table.no-rules"
        case .overlap: "table.overlap"
        case .gap: "table.gap"
        case .unreachable: "table.unreachable"
        }
    }

    /// What is wrong, as one plain sentence; rules are counted from 1.
    package var sentence: String {
        switch kind {
        case .formula(let problem): problem.sentence
        case .shape(let expected, let found):
            "Baris ini punya \(found) sel, seharusnya \(expected)."
        case .noRules: "Tabel ini belum punya baris."
        case .overlap(let other, let example):
            "Baris ini dan baris \(other + 1) cocok bersamaan, misalnya untuk \(example)."
        case .gap(let example): "Tidak ada baris yang cocok untuk \(example)."
        case .unreachable(let other):
            "Baris ini tidak pernah dipakai: baris \(other + 1) selalu cocok lebih dulu."
        }
    }

    package var fix: String? {
        switch kind {
        case .formula(let problem): problem.fix
        case .shape, .noRules: nil
        case .overlap: "Persempit salah satu baris, atau pakai aturan F (baris pertama menang)."
        case .gap: "Tambahkan baris, atau nilai untuk \"selain itu\"."
        case .unreachable: "Pindahkan baris ini ke atas, atau hapus."
        }
    }
}
