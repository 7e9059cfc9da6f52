import Site
import Stories

extension DateInput {
    init(_ day: Day) {
        let (year, month, number) = day.parts
        self.init(day: String(number), month: String(month), year: String(year))
    }

    /// Whether nothing was typed in any of the three boxes.
    var isEmpty: Bool { (day + month + year).allSatisfy(\.isWhitespace) }

    /// The date that was typed, or what is to be fixed.
    var read: (day: Day?, error: Words?) {
        guard !isEmpty else { return (nil, .dateMissing) }
        guard let day = Int(day.trimmingSpaces), let month = Int(month.trimmingSpaces),
            let year = Int(year.trimmingSpaces)
        else { return (nil, .dateUnreadable) }
        guard let found = Day(year: year, month: month, day: day), (1945...2200).contains(year)
        else { return (nil, .noSuchDate(day, month)) }
        return (found, nil)
    }
}
