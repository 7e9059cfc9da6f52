import Feel

/// The number of a person in the population register: sixteen digits, `PPKKCC DDMMYY SSSS`.
///
/// It has no check digit. Real ones with odd dates exist, so a date that cannot be is only a
/// warning; so is a district of first registration that no list knows today.
package enum NIK {
    /// What keeps a text from being a NIK.
    package enum Mistake: Hashable, Sendable {
        case notDigits
        case length(Int)
    }

    /// What a person should look at again, and may well be right about.
    package enum Doubt: Hashable, Sendable {
        case date
        case region
        case serial
    }

    /// The digits of what was written, or why it is none.
    ///
    /// Spaces, dots and hyphens between them are left out.
    package static func read(_ text: String) -> Result<String, Refused> {
        let digits = String(text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" })
        guard digits.isDigits else { return .failure(Refused(.notDigits)) }
        guard digits.utf8.count == 16 else { return .failure(Refused(.length(digits.utf8.count))) }
        return .success(digits)
    }

    /// What is odd about sixteen digits.
    ///
    /// `districts` are the first six digits that are in use; none given: not compared.
    package static func doubts(about nik: String, districts: Set<String> = []) -> [Doubt] {
        let digits = nik.utf8.map { Int($0) - 48 }
        guard digits.count == 16 else { return [] }
        var doubts: [Doubt] = []
        if birthday(digits) == nil { doubts.append(.date) }
        let regency = digits[2] * 10 + digits[3]
        let known = districts.isEmpty || districts.contains(String(nik.prefix(6)))
        if digits[0] == 0 || regency == 0 || digits[4] * 10 + digits[5] == 0 || !known {
            doubts.append(.region)
        }
        if digits.suffix(4).allSatisfy({ $0 == 0 }) { doubts.append(.serial) }
        return doubts
    }

    /// Whether the number is from the range that examples take theirs from: one of two regencies,
    /// and a serial below one hundred.
    package static func isInvented(_ nik: String) -> Bool {
        nik.isDigits && nik.utf8.count == 16 && (nik.hasPrefix("1603") || nik.hasPrefix("1203"))
            && nik.dropFirst(12).hasPrefix("00")
    }

    /// Whether the number is that of a woman: her day of birth has 40 added.
    package static func isWoman(_ nik: String) -> Bool? {
        let digits = nik.utf8.map { Int($0) - 48 }
        guard digits.count == 16 else { return nil }
        return digits[6] * 10 + digits[7] > 40
    }

    /// The date of birth in a year of the 1900s or the 2000s, whichever has such a day.
    private static func birthday(_ digits: [Int]) -> FeelDate? {
        let day = digits[6] * 10 + digits[7]
        let month = digits[8] * 10 + digits[9]
        let year = digits[10] * 10 + digits[11]
        let real = day > 40 ? day - 40 : day
        return FeelDate(year: 1900 + year, month: month, day: real)
            ?? FeelDate(year: 2000 + year, month: month, day: real)
    }

    /// A mistake as an error, for `Result`.
    package struct Refused: Error, Hashable, Sendable {
        package let mistake: Mistake

        init(_ mistake: Mistake) { self.mistake = mistake }
    }
}
