/// The tests of one cell, such as `-`, `"kopi"`, `< 4`, `[1..2)` or `not("a", "b")`.
package struct UnaryTests: Hashable, Sendable {
    package let source: String
    /// The type of the value that is tested.
    package let input: FeelType
    /// The free names that the tests read.
    package let names: Set<String>
    let tests: [UnaryTest]

    package static func read(
        _ source: String,
        of input: FeelType,
        in scope: FeelScope
    ) -> Result<UnaryTests, FeelProblems> {
        do throws(FeelProblem) {
            var parser = try Parser(source, names: scope.names)
            let tests = try parser.wholeTests()
            var checker = Checker(scope)
            checker.check(tests, of: input)
            let problems = parser.problems + checker.problems
            guard problems.isEmpty else {
                return .failure(FeelProblems(problems.sorted(by: FeelProblem.isEarlier)))
            }
            return .success(
                UnaryTests(source: source, input: input, names: checker.freeNames, tests: tests)
            )
        } catch {
            return .failure(FeelProblems([error]))
        }
    }

    /// Whether the value passes; nothing passes but `true`.
    package func admit(_ value: FeelValue, _ names: [String: FeelValue] = [:]) -> Bool {
        var evaluation = Evaluation(names)
        return evaluation.admits(tests, value)
    }

    package static func == (left: UnaryTests, right: UnaryTests) -> Bool {
        left.source == right.source && left.input == right.input
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
