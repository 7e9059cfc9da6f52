import Feel
import Testing

@Suite struct `A day` {
    @Test(arguments: [
        (1970, 1, 1, 0), (2026, 1, 1, 20_454), (2000, 2, 29, 11_016), (1969, 12, 31, -1),
    ])
    func `is counted from 1970`(year: Int, month: Int, day: Int, count: Int) throws {
        let date = try #require(FeelDate(year: year, month: month, day: day))
        #expect(date.daysSince1970 == count)
        #expect(FeelDate(daysSince1970: count) == date)
    }

    @Test func `comes back from every count`() {
        for count in stride(from: -1_000_000, through: 1_000_000, by: 97) {
            #expect(FeelDate(daysSince1970: count).daysSince1970 == count)
        }
    }

    @Test func `that does not exist is refused`() {
        #expect(FeelDate(year: 2025, month: 2, day: 29) == nil)
        #expect(FeelDate(year: 2026, month: 13, day: 1) == nil)
        #expect(FeelDate(year: 2026, month: 4, day: 31) == nil)
    }

    @Test func `somebody born on 29 February is a year older on 1 March`() throws {
        let born = try #require(FeelDate(year: 2004, month: 2, day: 29))
        #expect(born.years(to: try #require(FeelDate(year: 2021, month: 2, day: 28))) == 16)
        #expect(born.years(to: try #require(FeelDate(year: 2021, month: 3, day: 1))) == 17)
    }
}
