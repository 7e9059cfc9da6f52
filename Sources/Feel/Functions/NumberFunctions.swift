extension Builtins {
    static let numberFunctions: [Builtin] = [
        .plain("abs", [.of("n", .number, .daysDuration, .monthsDuration)], gives: .any) { values in
            switch values[0] {
            case .number(let number): .number(number.magnitude)
            case .daysDuration(let days):
                .daysDuration(FeelDays(nanoseconds: abs(days.nanoseconds)))
            case .monthsDuration(let months):
                .monthsDuration(FeelMonths(months: abs(months.months)))
            default: .null
            }
        },
        whole("floor", .floor),
        scaling("floor", .floor),
        whole("ceiling", .ceiling),
        scaling("ceiling", .ceiling),
        scaling("decimal", .halfEven),
        scaling("round up", .up),
        scaling("round down", .down),
        scaling("round half up", .halfUp),
        scaling("round half down", .halfDown),
        .plain("modulo", [.number("dividend"), .number("divisor")], gives: .number) { values in
            guard let dividend = values[0].number, let divisor = values[1].number else {
                return .null
            }
            return FeelValue(dividend.modulo(divisor))
        },
        .plain("sqrt", [.number("number")], gives: .number) {
            FeelValue($0[0].number?.squareRoot)
        },
        .plain("log", [.number("number")], gives: .number) {
            FeelValue($0[0].number?.logarithm)
        },
        .plain("exp", [.number("number")], gives: .number) {
            FeelValue($0[0].number?.exponential)
        },
        .plain("odd", [.number("number")], gives: .boolean) {
            FeelValue(isEven($0[0]).map { !$0 })
        },
        .plain("even", [.number("number")], gives: .boolean) { FeelValue(isEven($0[0])) },
        .plain("number", [.of("from", .string, .number)], gives: .number) { values in
            if let text = values[0].text { return FeelValue(Decimal34(text)) }
            return values[0]
        },
        .plain(
            "number",
            [
                .text("from"), .text("grouping separator").optional,
                .text("decimal separator").optional,
            ],
            gives: .number
        ) { grouped($0) },
    ]

    private static func isEven(_ value: FeelValue) -> Bool? {
        guard let number = value.number, number.isWhole else { return nil }
        return number.modulo(2)?.isZero
    }

    private static func whole(_ name: String, _ rounding: Rounding) -> Builtin {
        .plain(name, [.number("n")], gives: .number) { values in
            FeelValue(values[0].number?.rounded(to: 0, rounding))
        }
    }

    private static func scaling(_ name: String, _ rounding: Rounding) -> Builtin {
        .plain(name, [.number("n"), .number("scale")], gives: .number) { values in
            guard let number = values[0].number else { return .null }
            return rounded(number, values[1], rounding)
        }
    }

    private static func rounded(
        _ number: Decimal34,
        _ scale: FeelValue,
        _ rounding: Rounding
    ) -> FeelValue {
        guard let scale = scale.number?.rounded(to: 0, .down).whole,
            (-6111...6176).contains(scale)
        else { return .null }
        return .number(number.rounded(to: scale, rounding))
    }

    /// `number("1.000,50", ".", ",")`.
    private static func grouped(_ values: [FeelValue]) -> FeelValue {
        guard let text = values[0].text else { return .null }
        let grouping = values[1].text
        let point = values[2].text
        guard grouping == nil || [" ", ".", ","].contains(grouping),
            point == nil || [".", ","].contains(point), grouping == nil || grouping != point
        else { return .null }
        var plain = ""
        for letter in text {
            if String(letter) == grouping { continue }
            if String(letter) == point ?? "." {
                plain += "."
            } else if letter == "." {
                return .null
            } else {
                plain.append(letter)
            }
        }
        return FeelValue(Decimal34(plain))
    }
}
