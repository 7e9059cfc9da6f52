import Feel
import Testing

@Suite struct `A decision table` {
    private func sheet(
        _ policy: HitPolicy,
        _ inputs: [String],
        _ rules: [([String], String)],
        otherwise: String? = nil
    ) -> DecisionTable.Sheet {
        DecisionTable.Sheet(
            policy: policy,
            inputs: inputs.map { DecisionTable.Input($0) },
            outputs: [DecisionTable.Result("hasil", otherwise: otherwise)],
            rules: rules.map { DecisionTable.Line(when: $0.0, then: [$0.1]) }
        )
    }

    private let bands: [([String], String)] = [
        (["< 2"], "10"), (["[2..10)"], "20"), ([">= 5"], "30"),
    ]

    private let scope = FeelScope([
        "luas": .number, "jenis": .word(["kopi", "warung", "lain"]), "tanggal": .date,
    ])

    private func decide(_ sheet: DecisionTable.Sheet, luas: Int) throws -> String {
        try DecisionTable.readLeniently(sheet, in: scope).get()
            .decide(["luas": FeelValue(luas)]).description
    }

    @Test(
        arguments: [
            (HitPolicy.unique, "null"), (.any, "null"), (.first, "20"), (.ruleOrder, "[20, 30]"),
            (.collect, "[20, 30]"), (.sum, "50"), (.least, "20"), (.most, "30"), (.count, "2"),
        ]
    )
    func `follows its hit policy where two rules match`(policy: HitPolicy, result: String) throws {
        #expect(try decide(sheet(policy, ["luas"], bands), luas: 7) == result)
    }

    @Test func `ranks by the values of its output`() throws {
        var table = sheet(.priority, ["luas"], bands)
        table.outputs[0].values = [FeelValue(30), FeelValue(20), FeelValue(10)]
        #expect(try decide(table, luas: 7) == "30")
        table.policy = .outputOrder
        #expect(try decide(table, luas: 7) == "[30, 20]")
    }

    @Test func `gives what it says for all else`() throws {
        let table = sheet(.unique, ["luas"], [(["< 2"], "10")], otherwise: "0")
        #expect(try decide(table, luas: 7) == "0")
    }

    @Test func `knows words, dashes, lists and negations`() throws {
        let table = try DecisionTable.read(
            sheet(
                .first,
                ["jenis", "luas"],
                [
                    (["\"kopi\"", "-"], "1"), (["not(\"kopi\", \"warung\")", "< 5"], "2"),
                    (["\"warung\", \"lain\"", "1, 7, [8..9]"], "3"), (["-", "-"], "4"),
                ]
            ),
            in: scope
        ).get()
        func decide(_ kind: String, _ size: Int) -> FeelValue {
            table.decide(["jenis": .string(kind), "luas": FeelValue(size)])
        }
        #expect(decide("kopi", 3) == FeelValue(1))
        #expect(decide("lain", 3) == FeelValue(2))
        #expect(decide("warung", 8) == FeelValue(3))
        #expect(decide("warung", 6) == FeelValue(4))
        #expect(table.names == ["jenis", "luas"])
        #expect(table.type == .optional(.number))
    }

    private func problems(_ sheet: DecisionTable.Sheet) -> [String] {
        switch DecisionTable.read(sheet, in: scope) {
        case .success(let table):
            table.warnings.map { "\($0.code) \($0.place): \($0.sentence)" }
        case .failure(let found):
            found.all.map { "\($0.code) \($0.place): \($0.sentence)" }
        }
    }

    @Test func `tells every faulty cell`() {
        #expect(
            problems(
                sheet(.first, ["jenis", "luass"], [(["\"kopii\"", "-"], "1"), (["-"], "2")])
            ) == [
                "feel.unknown-name input(column: 1): Tidak ada nama \"luass\" di sini.",
                "feel.unknown-option test(rule: 0, column: 0): \"kopii\" bukan salah satu pilihannya.",
                "table.shape rule(1): Baris ini punya 1 sel, seharusnya 2.",
            ]
        )
    }

    @Test func `finds overlaps, gaps and rules that nothing reaches`() {
        #expect(
            problems(sheet(.unique, ["luas"], bands)).first
                == "table.overlap rule(2): Baris ini dan baris 2 cocok bersamaan, misalnya untuk luas = 5."
        )
        #expect(
            problems(sheet(.unique, ["luas"], [(["<= 4"], "1"), ([">= 5"], "2")]))
                == ["table.gap table: Tidak ada baris yang cocok untuk luas = 4.5."]
        )
        #expect(
            problems(sheet(.unique, ["jenis"], [(["\"kopi\""], "1"), (["\"lain\""], "2")]))
                == ["table.gap table: Tidak ada baris yang cocok untuk jenis = \"warung\"."]
        )
        #expect(
            problems(sheet(.first, ["luas"], [(["-"], "1"), (["> 5"], "2")]))
                == [
                    "table.unreachable rule(1): Baris ini tidak pernah dipakai: baris 1 selalu cocok lebih dulu."
                ]
        )
        #expect(
            problems(
                sheet(
                    .unique,
                    ["tanggal"],
                    [(["< @\"2026-01-01\""], "1"), ([">= @\"2026-01-01\""], "2")]
                )
            ) == []
        )
    }
}
