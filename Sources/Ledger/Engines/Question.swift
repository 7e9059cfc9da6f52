/// What is asked before anything is written, and the answer by which nothing is in the way.
struct Question: Sendable {
    let sql: SQL
    let hope: Hope

    init(_ sql: SQL, _ hope: Hope) { (self.sql, self.hope) = (sql, hope) }
}

/// What the answer to a question is where nothing is in the way, so that the engine itself can tell.
enum Hope: Sendable {
    case noRow

    /// A row of which this holds: a condition over the question's columns, with `$1`, `$2`, … where
    /// its values are bound.
    case row(where: StaticString, [SQLValue])
}

extension SQL {
    /// The condition that this question is answered as hoped; its values are bound after those
    /// that `values` holds already, and added to them.
    func holds(_ hope: Hope, after values: inout [SQLValue]) -> String {
        let question = numbered(after: values.count)
        values += self.values
        switch hope {
        case .noRow: return "NOT EXISTS (\(question))"
        case .row(let condition, let more):
            let condition = SQL(text: "\(condition)").numbered(after: values.count)
            values += more
            return "EXISTS (SELECT 1 FROM (\(question)) AS found WHERE \(condition))"
        }
    }

    /// The text with `$1` as `$3` where two values stand before.
    private func numbered(after count: Int) -> String {
        if count == 0 { return text }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { made, part in
            let digits = part.prefix(while: \.isNumber)
            made += "$\((Int(digits) ?? 0) + count)" + part.dropFirst(digits.count)
        }
    }
}
