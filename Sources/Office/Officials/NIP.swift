import Stories

/// The number of a civil servant (Nomor Induk Pegawai): 18 digits.
///
/// Date of birth, month of appointment, sex, running number. Contract staff carry 21 where the
/// month stands. There is no check digit, so only what no such number can be is refused.
package struct NIP: Hashable, Sendable, CustomStringConvertible {
    package let digits: String

    /// Reads the digits, with the spaces or dots that people put between the groups.
    package init?(_ text: String) {
        let digits = text.filter { $0 != " " && $0 != "." }
        let figures = Array(digits.utf8)
        guard figures.count == 18, figures.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        func part(_ range: Range<Int>) -> Int {
            figures[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        let (month, sex) = (part(12..<14), part(14..<15))
        guard Day(year: part(0..<4), month: part(4..<6), day: part(6..<8)) != nil,
            (1900...2200).contains(part(0..<4)), part(0..<4) < part(8..<12),
            (1...12).contains(month) || month == 21, sex == 1 || sex == 2
        else { return nil }
        self.digits = digits
    }

    /// In the groups in which it is printed: `19800101 200501 1 001`.
    package var description: String {
        let figures = Array(digits)
        return [figures[0..<8], figures[8..<14], figures[14..<15], figures[15..<18]]
            .map { String($0) }.joined(separator: " ")
    }
}
