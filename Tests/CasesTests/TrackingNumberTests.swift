import Cases
import Stories
import Testing

@Suite struct TrackingNumberTests {
    private let numbers = (0..<40).map { index in
        TrackingNumber(Draw { OpaqueID(high: 0, low: UInt64(index) * 7_919_000_411 + 3) })
    }

    @Test func `every wrong digit is caught`() {
        for number in numbers {
            for place in 0..<12 {
                for digit in "0123456789" where digit != Array(number.digits)[place] {
                    var typed = Array(number.digits)
                    typed[place] = digit
                    #expect(throws: TrackingNumber.Mistake.wrongCheckDigit) {
                        try TrackingNumber(reading: String(typed))
                    }
                }
            }
        }
    }

    @Test func `every swap of neighbours is caught`() {
        for number in numbers {
            for place in 0..<11 {
                var typed = Array(number.digits)
                guard typed[place] != typed[place + 1] else { continue }
                typed.swapAt(place, place + 1)
                #expect(throws: TrackingNumber.Mistake.wrongCheckDigit) {
                    try TrackingNumber(reading: String(typed))
                }
            }
        }
    }

    @Test func `it is read however it is typed`() throws {
        for number in numbers {
            let groups = "\(number)".split(separator: "-")
            #expect(groups.map(\.count) == [4, 4, 4])
            for separator in ["-", " ", ".", "", " – ", "\u{a0}"] {
                let typed = " \(groups.joined(separator: separator)) "
                #expect(try TrackingNumber(reading: typed) == number)
            }
        }
    }

    @Test func `the known example of Damm ends in 4`() throws {
        // 572 has the check digit 4; leading zeros change nothing.
        #expect(try TrackingNumber(reading: "0000-0000-5724").digits == "000000005724")
    }

    @Test(arguments: ["", "4829-1037-552", "4829-1037-55271", "4829-1037-552a", "٤٨٢٩-1037-5527"])
    func `what has not twelve digits is malformed`(text: String) {
        #expect(throws: TrackingNumber.Mistake.malformed) { try TrackingNumber(reading: text) }
    }
}
