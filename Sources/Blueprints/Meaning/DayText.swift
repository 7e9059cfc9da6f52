package import Feel

// Days as people read them, beside numbers and money.

extension NumberText {
    /// `25 November 2026`.
    package static func date(_ day: FeelDate) -> String {
        "\(day.day) \(DateReading.months[day.month - 1]) \(day.year)"
    }

    package static func englishDate(_ day: FeelDate) -> String {
        "\(day.day) \(englishMonths[day.month - 1]) \(day.year)"
    }

    static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
