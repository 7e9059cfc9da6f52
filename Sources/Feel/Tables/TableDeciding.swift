extension DecisionTable {
    /// What the table decides.
    ///
    /// It is null when no rule matches and nothing is said for that, and when the rules that
    /// match contradict the hit policy.
    package func decide(_ names: [String: FeelValue]) -> FeelValue {
        let values = inputs.map { $0.value(names) }
        let matching = matchingRules(values, names)
        guard !matching.isEmpty else { return otherwise(names) }
        switch sheet.policy {
        case .unique: return matching.count == 1 ? result(matching[0], names) : .null
        case .first: return result(matching[0], names)
        case .any:
            let results = matching.map { result($0, names) }
            return results.allSatisfy { $0 == results[0] } ? results[0] : .null
        case .priority: return ranked(matching, names).first ?? .null
        case .outputOrder: return .list(ranked(matching, names))
        case .ruleOrder, .collect: return .list(matching.map { result($0, names) })
        case .sum: return gathered("sum", matching, names)
        case .least: return gathered("min", matching, names)
        case .most: return gathered("max", matching, names)
        case .count: return FeelValue(matching.count)
        }
    }

    /// The rules that match, counted from 0: what an officer reads as the reason.
    package func matches(_ names: [String: FeelValue]) -> [Int] {
        matchingRules(inputs.map { $0.value(names) }, names)
    }

    /// The columns whose input has no value, counted from 0: "belum dijawab".
    package func unanswered(_ names: [String: FeelValue]) -> [Int] {
        inputs.indices.filter { inputs[$0].value(names).isNull }
    }

    func matchingRules(_ values: [FeelValue], _ names: [String: FeelValue]) -> [Int] {
        rules.indices.filter { rule in
            zip(rules[rule].tests, values).allSatisfy { $0.admit($1, names) }
        }
    }

    private func result(_ rule: Int, _ names: [String: FeelValue]) -> FeelValue {
        combined(rules[rule].results.map { $0.value(names) })
    }

    private func combined(_ values: [FeelValue]) -> FeelValue {
        if values.count == 1 { return values[0] }
        return .context(Dictionary(zip(outputs.map(\.name), values)) { $1 })
    }

    private func otherwise(_ names: [String: FeelValue]) -> FeelValue {
        if outputs.contains(where: { $0.otherwise != nil }) {
            return combined(outputs.map { $0.otherwise?.value(names) ?? .null })
        }
        return switch sheet.policy {
        case .count: FeelValue(0)
        case .unique, .any, .priority, .first, .ruleOrder, .outputOrder, .collect, .sum, .least,
            .most:
            .null
        }
    }

    /// The results by the order in which the outputs list their values.
    private func ranked(_ matching: [Int], _ names: [String: FeelValue]) -> [FeelValue] {
        let results = matching.map { rule in rules[rule].results.map { $0.value(names) } }
        let ranks = results.map { values in
            zip(outputs, values).map { output, value in
                output.values.firstIndex(of: value) ?? output.values.count
            }
        }
        let order = ranks.indices.sorted { left, right in
            ranks[left] == ranks[right]
                ? left < right : ranks[left].lexicographicallyPrecedes(ranks[right])
        }
        return order.map { combined(results[$0]) }
    }

    private func gathered(
        _ function: String,
        _ matching: [Int],
        _ names: [String: FeelValue]
    ) -> FeelValue {
        let results = matching.map { result($0, names) }
        guard let form = Builtins.all[function]?.first else { return .null }
        var evaluation = Evaluation([:])
        return form.body(&evaluation, [.list(results)])
    }
}
