/// An expression that was read and type-checked.
///
/// It is read once, when a service file is read, and evaluated as often as somebody types.
package struct Formula: Hashable, Sendable {
    package let source: String
    package let type: FeelType
    /// The free names that it reads.
    package let names: Set<String>
    let tree: Expression

    /// Reads an expression; every problem is reported, not only the first.
    ///
    /// An optional type fits where its own type is expected: what absence means there is for the
    /// place to say.
    package static func read(
        _ source: String,
        in scope: FeelScope,
        expecting: FeelType? = nil
    ) -> Result<Formula, FeelProblems> {
        var parser: Parser
        let tree: Expression
        do throws(FeelProblem) {
            parser = try Parser(source, names: scope.names)
            tree = try parser.wholeExpression()
        } catch {
            return .failure(FeelProblems([error]))
        }
        var checker = Checker(scope)
        let type = checker.type(of: tree)
        if let expecting { checker.expect(expecting, of: tree, found: type, by: "") }
        let problems = parser.problems + checker.problems
        guard problems.isEmpty else {
            return .failure(FeelProblems(problems.sorted(by: FeelProblem.isEarlier)))
        }
        return .success(
            Formula(source: source, type: type, names: checker.freeNames, tree: tree)
        )
    }

    /// Reads an expression and forgives everything but its syntax.
    ///
    /// For rules that come from elsewhere: FEEL gives null for what makes no sense.
    package static func readLeniently(
        _ source: String,
        in scope: FeelScope
    ) -> Result<Formula, FeelProblems> {
        do throws(FeelProblem) {
            var parser = try Parser(source, names: scope.names)
            let tree = try parser.wholeExpression()
            var checker = Checker(scope)
            let type = checker.type(of: tree)
            let forgiven = checker.problems.isEmpty && parser.problems.isEmpty
            return .success(
                Formula(
                    source: source,
                    type: forgiven ? type : .any,
                    names: checker.freeNames,
                    tree: tree
                )
            )
        } catch {
            return .failure(FeelProblems([error]))
        }
    }

    /// What the expression comes to; names that are not given are null.
    ///
    /// A hostile expression is stopped after a million steps and comes to null.
    package func value(_ names: [String: FeelValue] = [:]) -> FeelValue {
        var evaluation = Evaluation(names)
        return evaluation.whole(tree)
    }

    package static func == (left: Formula, right: Formula) -> Bool {
        left.source == right.source && left.type == right.type
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(type)
    }
}

extension Formula {
    /// Calls a function that an expression gave, or that the host lends.
    package static func call(_ function: FeelFunction, _ values: [FeelValue]) -> FeelValue {
        var evaluation = Evaluation([:])
        let result = evaluation.call(function, values)
        return evaluation.isStopped ? .null : result
    }
}
