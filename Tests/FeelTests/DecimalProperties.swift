import Feel
import Testing

/// A small generator with a seed, so that a failure can be repeated.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func decimal(places: ClosedRange<Int>, digits: Int) -> Decimal34 {
        var size: UInt128 = 0
        for _ in 0..<Int.random(in: 1...digits, using: &self) {
            size = size * 10 + UInt128.random(in: 0...9, using: &self)
        }
        let places = Int.random(in: places, using: &self)
        let negative = Bool.random(using: &self)
        return Decimal34(coefficient: size, exponent: -places, isNegative: negative) ?? .zero
    }
}

@Suite struct `Of all decimals` {
    @Test(arguments: 1...20)
    func `short ones add and multiply exactly, as whole numbers do`(seed: UInt64) throws {
        var dice = Dice(state: seed)
        for _ in 0..<200 {
            let left = Int128.random(in: -999_999_999_999...999_999_999_999, using: &dice)
            let right = Int128.random(in: -999_999_999_999...999_999_999_999, using: &dice)
            let a = try #require(decimal(left, 4))
            let b = try #require(decimal(right, 4))
            #expect(a.adding(b) == decimal(left + right, 4))
            #expect(a.subtracting(b) == decimal(left - right, 4))
            #expect(a.multiplied(by: b) == decimal(left * right, 8))
            #expect((a < b) == (left < right))
        }
    }

    private func decimal(_ number: Int128, _ places: Int) -> Decimal34? {
        Decimal34(coefficient: number.magnitude, exponent: -places, isNegative: number < 0)
    }

    @Test(arguments: 1...20)
    func `what is printed is read back`(seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<200 {
            let number = dice.decimal(places: -60...60, digits: 34)
            #expect(Decimal34(number.description) == number)
            #expect(number.negated.negated == number)
            #expect(number.adding(.zero) == number)
            #expect(number.multiplied(by: 1) == number)
            #expect(number.subtracting(number) == .zero)
        }
    }

    @Test(arguments: 1...20)
    func `sums and products do not depend on the order`(seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<200 {
            let left = dice.decimal(places: -40...40, digits: 34)
            let right = dice.decimal(places: -40...40, digits: 34)
            #expect(left.adding(right) == right.adding(left))
            #expect(left.multiplied(by: right) == right.multiplied(by: left))
            #expect(left.subtracting(right) == right.subtracting(left)?.negated)
        }
    }

    @Test(arguments: 1...20)
    func `a quotient times its divisor is the dividend, but for the last digits`(seed: UInt64)
        throws
    {
        var dice = Dice(state: seed)
        for _ in 0..<200 {
            let left = dice.decimal(places: 0...20, digits: 30)
            let right = dice.decimal(places: 0...20, digits: 30)
            guard !right.isZero, !left.isZero else { continue }
            let quotient = try #require(left.divided(by: right))
            let back = try #require(quotient.multiplied(by: right))
            let distance = try #require(back.subtracting(left)?.magnitude)
            let small = try #require(Decimal34("1e-32"))
            let limit = try #require(left.magnitude.multiplied(by: small))
            #expect(distance <= limit, "\(left) / \(right)")
        }
    }

    @Test(arguments: 1...20)
    func `rounding stays within one unit and is stable`(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let modes: [Rounding] = [.halfEven, .halfUp, .halfDown, .up, .down, .floor, .ceiling]
        for _ in 0..<100 {
            let number = dice.decimal(places: 0...12, digits: 20)
            let decimals = Int.random(in: -3...8, using: &dice)
            let unit = try #require(Decimal34(coefficient: 1, exponent: -decimals))
            for mode in modes {
                let rounded = number.rounded(to: decimals, mode)
                #expect(rounded.rounded(to: decimals, mode) == rounded)
                let distance = try #require(rounded.subtracting(number)?.magnitude)
                #expect(distance < unit)
            }
            #expect(number.rounded(to: decimals, .floor) <= number)
            #expect(number.rounded(to: decimals, .ceiling) >= number)
        }
    }

    @Test(
        arguments: [
            ("2.5", 0, Rounding.halfEven, "2"), ("3.5", 0, .halfEven, "4"),
            ("2.5", 0, .halfUp, "3"),
            ("-2.5", 0, .halfUp, "-3"), ("-2.5", 0, .halfDown, "-2"), ("-1.1", 0, .floor, "-2"),
            ("-1.1", 0, .ceiling, "-1"), ("1.01", 1, .up, "1.1"), ("1.09", 1, .down, "1"),
            ("1250", -2, .halfEven, "1200"), ("49", -2, .halfUp, "0"), ("1e-40", 2, .up, "0.01"),
        ]
    )
    func `some are rounded like this`(
        number: String,
        decimals: Int,
        mode: Rounding,
        result: String
    ) throws {
        #expect(try #require(Decimal34(number)).rounded(to: decimals, mode).description == result)
    }

    @Test func `paper shows the decimals that it asks for`() throws {
        #expect(Decimal34(12).text(decimals: 2) == "12.00")
        #expect(try #require(Decimal34("12.1")).text(decimals: 2) == "12.10")
        #expect(try #require(Decimal34("0.005")).text(decimals: 2) == "0.00")
        #expect(try #require(Decimal34("-3.456")).text(decimals: 2) == "-3.46")
    }
}
