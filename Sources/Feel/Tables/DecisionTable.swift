/// What a decision table does when several rules match.
package enum HitPolicy: String, Hashable, Sendable, CaseIterable {
    case unique = "U"
    case any = "A"
    case priority = "P"
    case first = "F"
    case ruleOrder = "R"
    case outputOrder = "O"
    case collect = "C"
    case sum = "C+"
    case least = "C<"
    case most = "C>"
    case count = "C#"
}

/// A decision table that was read and type-checked.
package struct DecisionTable: Hashable, Sendable {
    package let sheet: Sheet
    package let type: FeelType
    /// The free names that the table reads.
    package let names: Set<String>
    let inputs: [Formula]
    let rules: [Rule]
    let outputs: [Output]

    /// A table as its author wrote it: nothing but texts.
    package struct Sheet: Hashable, Sendable {
        package var policy: HitPolicy
        package var inputs: [Input]
        package var outputs: [Result]
        package var rules: [Line]

        package init(policy: HitPolicy, inputs: [Input], outputs: [Result], rules: [Line]) {
            self.policy = policy
            self.inputs = inputs
            self.outputs = outputs
            self.rules = rules
        }
    }

    /// What a column of conditions looks at.
    package struct Input: Hashable, Sendable {
        package var expression: String
        package init(_ expression: String) { self.expression = expression }
    }

    /// A column of results.
    ///
    /// A table with one output gives its value; one with several gives a context by their names.
    package struct Result: Hashable, Sendable {
        package var name: String
        package var type: FeelType?
        /// The possible values, the most important first: for the policies P and O.
        package var values: [FeelValue]
        /// The expression for when no rule matches.
        package var otherwise: String?

        package init(
            _ name: String = "",
            type: FeelType? = nil,
            values: [FeelValue] = [],
            otherwise: String? = nil
        ) {
            self.name = name
            self.type = type
            self.values = values
            self.otherwise = otherwise
        }
    }

    /// One rule: a cell of tests for each input, an expression for each output.
    package struct Line: Hashable, Sendable {
        package var when: [String]
        package var then: [String]

        package init(when: [String], then: [String]) {
            self.when = when
            self.then = then
        }
    }

    struct Rule: Sendable {
        let tests: [UnaryTests]
        let results: [Formula]
    }

    struct Output: Sendable {
        let name: String
        let values: [FeelValue]
        let otherwise: Formula?
    }

    package static func == (left: DecisionTable, right: DecisionTable) -> Bool {
        left.sheet == right.sheet && left.type == right.type
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(sheet) }
}
