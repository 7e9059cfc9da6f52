// Allen's relations between points and ranges, as FEEL has them. A point is a range of itself.

private struct Span {
    let start: FeelValue
    let end: FeelValue
    let includesStart: Bool
    let includesEnd: Bool
    let isPoint: Bool

    init?(_ value: FeelValue) {
        if case .range(let range) = value {
            guard let start = range.start, let end = range.end else { return nil }
            self.start = start
            self.end = end
            includesStart = range.includesStart
            includesEnd = range.includesEnd
            isPoint = false
        } else {
            start = value
            end = value
            includesStart = true
            includesEnd = true
            isPoint = true
        }
    }
}

extension Builtins {
    static let rangeFunctions: [Builtin] = [
        relation("before") { left, right in
            order(left.end, right.start).map {
                $0 < 0 || $0 == 0 && !(left.includesEnd && right.includesStart)
            }
        },
        relation("after") { left, right in
            order(left.start, right.end).map {
                $0 > 0 || $0 == 0 && !(left.includesStart && right.includesEnd)
            }
        },
        relation("meets") { left, right in
            order(left.end, right.start).map {
                $0 == 0 && left.includesEnd && right.includesStart
            }
        },
        relation("met by") { left, right in
            order(left.start, right.end).map {
                $0 == 0 && left.includesStart && right.includesEnd
            }
        },
        relation("overlaps") { left, right in overlap(left, right) },
        relation("overlaps before") { left, right in
            guard let starts = starts(left, right), let ends = ends(left, right),
                let overlap = overlap(left, right)
            else { return nil }
            return overlap && starts < 0 && ends <= 0
        },
        relation("overlaps after") { left, right in
            guard let starts = starts(left, right), let ends = ends(left, right),
                let overlap = overlap(left, right)
            else { return nil }
            return overlap && ends > 0 && starts >= 0
        },
        relation("finishes") { left, right in
            guard let starts = starts(left, right), let ends = ends(left, right) else { return nil }
            return ends == 0 && starts >= 0
        },
        relation("finished by") { left, right in
            guard let starts = starts(left, right), let ends = ends(left, right) else { return nil }
            return ends == 0 && starts <= 0
        },
        relation("includes") { left, right in includes(left, right) },
        relation("during") { left, right in includes(right, left) },
        relation("starts") { left, right in
            guard let starts = starts(left, right), let ends = ends(left, right) else { return nil }
            return starts == 0 && ends <= 0
        },
        relation("started by") { left, right in
            guard let starts = starts(left, right), let ends = ends(left, right) else { return nil }
            return starts == 0 && ends >= 0
        },
        relation("coincides") { left, right in
            guard let starts = starts(left, right), let ends = ends(left, right) else { return nil }
            return starts == 0 && ends == 0
        },
        .plain("range", [.text("from")], gives: .range(.any)) { values in
            values[0].text.flatMap(RangeText.range).map(FeelValue.range) ?? .null
        },
    ]

    private static func relation(
        _ name: String,
        body: @escaping @Sendable (Span, Span) -> Bool?
    ) -> Builtin {
        .plain(name, [.any("range1"), .any("range2")], gives: .boolean) { values in
            guard let left = Span(values[0]), let right = Span(values[1]) else { return .null }
            return FeelValue(body(left, right))
        }
    }

    private static func order(_ left: FeelValue, _ right: FeelValue) -> Int? {
        left.order(to: right)
    }

    /// How the starts lie to each other, where an open start is a little later.
    private static func starts(_ left: Span, _ right: Span) -> Int? {
        order(left.start, right.start).map { order in
            order != 0 || left.includesStart == right.includesStart
                ? order : left.includesStart ? -1 : 1
        }
    }

    /// How the ends lie to each other, where an open end is a little earlier.
    private static func ends(_ left: Span, _ right: Span) -> Int? {
        order(left.end, right.end).map { order in
            order != 0 || left.includesEnd == right.includesEnd
                ? order : left.includesEnd ? 1 : -1
        }
    }

    private static func overlap(_ left: Span, _ right: Span) -> Bool? {
        guard let one = order(left.end, right.start), let other = order(right.end, left.start)
        else { return nil }
        return (one > 0 || one == 0 && left.includesEnd && right.includesStart)
            && (other > 0 || other == 0 && right.includesEnd && left.includesStart)
    }

    private static func includes(_ outer: Span, _ inner: Span) -> Bool? {
        guard let starts = starts(outer, inner), let ends = ends(outer, inner) else { return nil }
        return starts <= 0 && ends >= 0
    }
}

/// Reads a range out of a text, such as `"[18..21)"`.
private enum RangeText {
    static func range(_ text: String) -> FeelRange? {
        guard let tree = tree(text), case .range(let ends) = tree.node,
            [ends.start, ends.end].allSatisfy({ $0.map(isLiteral) ?? true })
        else { return nil }
        var evaluation = Evaluation([:])
        guard case .range(let range) = evaluation.whole(tree) else { return nil }
        return range
    }

    /// The text as an expression; a text that is none is simply no range.
    private static func tree(_ text: String) -> Expression? {
        do throws(FeelProblem) {
            var parser = try Parser(text, names: [:])
            return try parser.wholeExpression()
        } catch {
            return nil
        }
    }

    private static func isLiteral(_ tree: Expression) -> Bool {
        switch tree.node {
        case .literal(.null): false
        case .literal: true
        case .builtin(let form, let values):
            ["date", "time", "date and time", "duration"].contains(form.name)
                && values.allSatisfy { $0.map(isLiteral) ?? true }
        default: false
        }
    }
}
