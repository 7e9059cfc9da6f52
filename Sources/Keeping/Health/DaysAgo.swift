import Site

extension Words {
    /// How long ago something was, in days.
    static func daysAgo(_ days: Int) -> Words {
        switch days {
        case ...0: Words("hari ini", "today")
        case 1: Words("kemarin", "yesterday")
        case _: Words("\(days) hari yang lalu", "\(days) days ago")
        }
    }
}
