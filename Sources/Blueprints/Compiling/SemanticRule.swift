/// One rule of meaning: it looks at a whole draft and says what is wrong.
struct SemanticRule: Sendable {
    let name: String
    let check: @Sendable (Draft) -> [Diagnostic]

    /// All rules; add one by adding a line and a file.
    static let all = [
        SemanticRule(name: "dead references", check: DeadReferences.check),
        SemanticRule(name: "way of a case", check: WayOfACase.check),
        SemanticRule(name: "actions", check: Actions.check),
        SemanticRule(name: "promises", check: Promises.check),
        SemanticRule(name: "fees", check: Fees.check),
        SemanticRule(name: "oddities of services", check: ServiceOddities.check),
        SemanticRule(name: "forms", check: Forms.check),
        SemanticRule(name: "labels", check: Labels.check),
        SemanticRule(name: "letters", check: Letters.check),
        SemanticRule(name: "registers", check: Registers.check),
        SemanticRule(name: "imports", check: Imports.check),
        SemanticRule(name: "examples", check: Examples.check),
        SemanticRule(name: "moves of running cases", check: Moves.check),
        SemanticRule(name: "marks of the publisher", check: Marks.check),
        SemanticRule(name: "holes", check: Holes.check),
        SemanticRule(name: "plain words", check: PlainWords.check),
    ]
}
