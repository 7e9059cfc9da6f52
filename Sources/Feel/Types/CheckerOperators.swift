// The types of operators and tests.

extension Checker {
    /// What an operator makes of two kinds; nil when they do not go together.
    private static func result(
        _ sign: Operator,
        _ left: FeelType,
        _ right: FeelType
    ) -> FeelType? {
        switch (sign, left, right) {
        case (_, .any, _), (_, _, .any), (_, .nothing, _), (_, _, .nothing): .any
        case (_, .number, .number): .number
        case (.plus, .string, .string), (.plus, .word, .string), (.plus, .string, .word),
            (.plus, .word, .word):
            .string
        case (.plus, .date, .daysDuration), (.plus, .date, .monthsDuration),
            (.plus, .daysDuration, .date), (.plus, .monthsDuration, .date),
            (.minus, .date, .daysDuration), (.minus, .date, .monthsDuration):
            .date
        case (.plus, .dateTime, .daysDuration), (.plus, .dateTime, .monthsDuration),
            (.plus, .daysDuration, .dateTime), (.plus, .monthsDuration, .dateTime),
            (.minus, .dateTime, .daysDuration), (.minus, .dateTime, .monthsDuration):
            .dateTime
        case (.plus, .time, .daysDuration), (.plus, .daysDuration, .time),
            (.minus, .time, .daysDuration):
            .time
        case (.minus, .date, .date), (.minus, .dateTime, .dateTime), (.minus, .time, .time),
            (.minus, .date, .dateTime), (.minus, .dateTime, .date):
            .daysDuration
        case (.plus, .daysDuration, .daysDuration), (.minus, .daysDuration, .daysDuration),
            (.times, .daysDuration, .number), (.times, .number, .daysDuration),
            (.over, .daysDuration, .number):
            .daysDuration
        case (.plus, .monthsDuration, .monthsDuration), (.minus, .monthsDuration, .monthsDuration),
            (.times, .monthsDuration, .number), (.times, .number, .monthsDuration),
            (.over, .monthsDuration, .number):
            .monthsDuration
        case (.over, .daysDuration, .daysDuration), (.over, .monthsDuration, .monthsDuration):
            .number
        default: nil
        }
    }

    mutating func arithmetic(
        _ sign: Operator,
        _ left: Expression,
        _ right: Expression,
        _ range: Range<Int>
    ) -> FeelType {
        let leftType = type(of: left)
        let rightType = type(of: right)
        guard let result = Checker.result(sign, leftType.present, rightType.present) else {
            // Point at the one side that is no number, when the other is.
            if leftType.present == .number {
                report(
                    .wrongType(expected: .number, found: rightType, by: sign.rawValue),
                    at: right.range
                )
            } else if rightType.present == .number {
                report(
                    .wrongType(expected: .number, found: leftType, by: sign.rawValue),
                    at: left.range
                )
            } else {
                report(.incomparable(leftType, rightType, by: sign.rawValue), at: range)
            }
            return .any
        }
        // A division may be by zero, but nobody wants to hear that of every division.
        return leftType.isOptional || rightType.isOptional ? result.orAbsent : result
    }

    mutating func compared(
        _ leftType: FeelType,
        _ left: Expression?,
        _ rightType: FeelType,
        _ right: Expression?,
        by sign: Operator
    ) -> FeelType {
        let isEquality = sign == .equal || sign == .unequal
        let start = left?.range.lowerBound ?? right?.range.lowerBound ?? 0
        let end = right?.range.upperBound ?? left?.range.upperBound ?? start
        if !isComparable(leftType, rightType, inOrder: !isEquality) {
            report(.incomparable(leftType, rightType, by: sign.rawValue), at: start..<end)
        } else if isEquality {
            checkOptions(of: leftType, in: right)
            checkOptions(of: rightType, in: left)
        }
        // Equality with an absent value is an answer; order is not.
        return !isEquality && (leftType.isOptional || rightType.isOptional)
            ? .optional(.boolean) : .boolean
    }

    /// Checks the texts of an expression against the options of what it is compared with.
    func literals(_ tree: Expression?) -> [(String, Range<Int>)] {
        guard let tree else { return [] }
        return switch tree.node {
        case .literal(.string(let text)): [(text, tree.range)]
        case .list(let items): items.flatMap { literals($0) }
        case .condition(_, let yes, let no): literals(yes) + literals(no)
        default: []
        }
    }

    mutating func checkOptions(of type: FeelType, in tree: Expression?) {
        var word = type.present
        if case .list(let item) = word { word = item.present }
        guard case .word(let options) = word else { return }
        for (text, range) in literals(tree) { checkOption(text, options, at: range) }
    }

    mutating func between(
        _ inner: Expression,
        _ low: Expression,
        _ high: Expression
    ) -> FeelType {
        let innerType = type(of: inner)
        var isOptional = innerType.isOptional
        for bound in [low, high] {
            let boundType = type(of: bound)
            isOptional = isOptional || boundType.isOptional
            if !isComparable(innerType, boundType, inOrder: true) {
                report(.incomparable(innerType, boundType, by: "between"), at: bound.range)
            }
        }
        return isOptional ? .optional(.boolean) : .boolean
    }

    mutating func membership(_ inner: Expression, _ tests: [UnaryTest]) -> FeelType {
        let input = type(of: inner)
        check(tests, of: input)
        return input.isOptional ? .optional(.boolean) : .boolean
    }

    /// Checks the tests of a cell, or of what stands behind `in`.
    mutating func check(_ tests: [UnaryTest], of input: FeelType) {
        within(Names(types: ["?": input])) { checker in
            for test in tests { checker.check(test, of: input) }
        }
    }

    private mutating func check(_ test: UnaryTest, of input: FeelType) {
        switch test.kind {
        case .anything: break
        case .not(let tests): for test in tests { check(test, of: input) }
        case .comparison(let sign, let bound):
            let boundType = type(of: bound)
            let isEquality = sign == .equal || sign == .unequal
            if !isComparable(input, boundType, inOrder: !isEquality) {
                report(.incomparable(input, boundType, by: sign.rawValue), at: test.range)
            } else if isEquality {
                checkOptions(of: input, in: bound)
            }
        case .expression(let tree, let readsInput):
            let found = type(of: tree)
            if readsInput {
                expect(.boolean, of: tree, found: found, by: "?")
            } else if !canHold(found, input) {
                report(.incomparable(input, found, by: "in"), at: tree.range)
            } else {
                checkOptions(of: input, in: tree)
            }
        }
    }

    /// Whether a value may equal or lie in a place of this type.
    private func canHold(_ place: FeelType, _ value: FeelType) -> Bool {
        if isComparable(value, place, inOrder: false) { return true }
        return switch place.present {
        case .range(let item): isComparable(value, item, inOrder: true)
        case .list(let item): canHold(item, value)
        default: false
        }
    }
}
