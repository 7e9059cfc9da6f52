import Feel
import Testing

/// Conditions that a phone can judge without the formula language.
struct PlainConditionTests {
    private static func condition(_ source: String) throws -> PlainCondition? {
        let scope = FeelScope(["a": .number, "b": .string, "c": .boolean, "d": .list(.string)])
        return try Formula.readLeniently(source, in: scope).get().plainCondition
    }

    @Test(
        arguments: [
            ("a <= 4", .compares(name: "a", .lessOrEqual, .number(4))),
            ("4 >= a", .compares(name: "a", .lessOrEqual, .number(4))),
            ("b != \"x\"", .compares(name: "b", .unequal, .string("x"))),
            ("c = false", .compares(name: "c", .equal, .boolean(false))),
            ("c", .compares(name: "c", .equal, .boolean(true))),
            (
                "c and a > 1",
                .all(
                    .compares(name: "c", .equal, .boolean(true)),
                    .compares(name: "a", .more, .number(1))
                )
            ),
            (
                "a < 1 or 2 < a",
                .any(
                    .compares(name: "a", .less, .number(1)),
                    .compares(name: "a", .more, .number(2))
                )
            ),
        ] as [(String, PlainCondition)]
    )
    func `comparisons with fixed values are data`(source: String, expected: PlainCondition) throws {
        #expect(try Self.condition(source) == expected)
    }

    @Test(arguments: [
        "a + 1 > 4", "not(c)", "list contains(d, \"x\")", "a > count(d)", "a in [1..3]",
        "if c then a > 1 else false", "a = null", "c and count(d) > 1",
    ])
    func `whatever else a formula does is judged where formulas are`(source: String) throws {
        #expect(try Self.condition(source) == nil)
    }
}
