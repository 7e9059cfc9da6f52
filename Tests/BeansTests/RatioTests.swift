import Beans
import Feel
import Testing

struct RatioTests {
    @Test(arguments: [
        (Ratio(341, over: 10), "34,1"), (Ratio(1, over: 3), "≈ 0,3333"),
        (Ratio(2, over: 3), "≈ 0,6667"), (0, "0"), (Ratio(-1, over: 20), "-0,05"),
        (Ratio(12_345, over: 100_000), "≈ 0,1235"),
        (Ratio(123_456, over: 10), "12.345,6"), (1075, "1075"),
    ])
    func `a fraction is written as a decimal, and says where it is not exact`(
        fraction: Ratio,
        text: String
    ) {
        #expect(fraction.text() == text)
    }

    @Test func `there is one form of a fraction`() {
        #expect(Ratio(2, over: -4) == Ratio(-1, over: 2))
        #expect(Ratio(0, over: -7) == 0)
        #expect(Set([Ratio(2, over: 4), Ratio(50, over: 100)]).count == 1)
    }

    @Test(arguments: [
        (Ratio(5, over: 2), 3, 2), (Ratio(-5, over: 2), -2, -3), (Ratio(7, over: 3), 2, 2),
        (Ratio(-7, over: 3), -2, -3), (4, 4, 4),
    ])
    func `a half goes up`(fraction: Ratio, rounded: Int, floor: Int) {
        #expect(fraction.roundedHalfUp == Int128(rounded))
        #expect(fraction.floor == Int128(floor))
    }

    @Test func `fractions that decimals confuse keep their order`() {
        let third = Ratio(1, over: 3)
        #expect(third + third + third == 1)
        #expect(third * 3 == 1)
        #expect(Ratio(333_333_333, over: 1_000_000_000) < third)
        #expect(Ratio(1).divided(by: 0) == nil)
    }

    @Test(arguments: [("12.5", true), ("0.0000000001", false), ("1e15", false), ("-3.25", true)])
    func `only sizes that people write become fractions`(text: String, isRead: Bool) throws {
        let decimal = try #require(Decimal34(text))
        #expect((Ratio(decimal) != nil) == isRead)
        #expect(Ratio(decimal).map { $0.decimal == decimal } ?? true)
    }
}
