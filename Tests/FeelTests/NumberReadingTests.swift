import Feel
import Testing

@Test(
    arguments: [
        ("1,5", "1.5"), ("1.5", "1.5"), ("0.25", "0.25"), ("0,01", "0.01"), ("12", "12"),
        ("1.234.567", "1234567"), ("1.234,5", "1234.5"), ("-3,5", "-3.5"), (" 2 ", "2"),
        ("0.125", "0.125"), ("1234.567", "1234.567"), ("12.10", "12.1"), ("007", "7"),
    ]
)
func `a number is read as people in Indonesia write it`(written: String, means: String) throws {
    let number = try #require(Decimal34(means))
    #expect(NumberReading(written) == .number(number))
}

@Test(arguments: [("1.500", "1.5", "1500"), ("25.000", "25", "25000")])
func `a dot before exactly three digits is asked back`(
    written: String,
    small: String,
    large: String
) throws {
    let one = try #require(Decimal34(small))
    let other = try #require(Decimal34(large))
    #expect(NumberReading(written) == .unclear(one, other))
}

@Test(arguments: ["", "satu", "1,2,3", "1.2.3", "1,", ",5", "1e3", "--1", "1,234.5", "½", "٣"])
func `anything else is no number`(written: String) {
    #expect(NumberReading(written) == .notANumber)
}

@Test(
    arguments: [
        ("25.000", 25_000), ("Rp25.000", 25_000), ("Rp 25.000,-", 25_000), ("rp.1.500", 1500),
        ("1500", 1500), ("1.500,00", 1500),
    ]
)
func `whole rupiah need not be asked back`(written: String, means: Int) {
    #expect(NumberReading.rupiah(written) == Decimal34(means))
}

@Test(
    arguments: [
        ("25000", "25.000"), ("1234567.5", "1.234.567,5"), ("-0.01", "-0,01"), ("100", "100"),
        ("2019", "2019"),
    ]
)
func `a number is shown with dots between groups and a comma`(number: String, text: String) throws {
    #expect(NumberText.decimal(try #require(Decimal34(number))) == text)
}
