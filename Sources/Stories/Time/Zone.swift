/// The clock on the wall of an office.
///
/// Indonesia has three zones without summer time, so an offset says everything.
package enum Zone: String, FactWord {
    case wib = "WIB"
    case wita = "WITA"
    case wit = "WIT"

    /// Hours east of Greenwich.
    package var hours: Int64 {
        switch self {
        case .wib: 7
        case .wita: 8
        case .wit: 9
        }
    }

    /// The date and the minute of that date (0-1439) on the wall.
    package func wall(_ instant: Instant) -> (day: Day, minute: Int) {
        let minutes = (instant.milliseconds + hours * 3_600_000).dividedDown(by: 60_000)
        let day = minutes.dividedDown(by: 1440)
        return (Day(number: Int(day)), Int(minutes - day * 1440))
    }

    /// The date on the wall.
    package func day(_ instant: Instant) -> Day { wall(instant).day }

    /// The moment at which the wall shows this minute of this date.
    package func instant(_ day: Day, minute: Int) -> Instant {
        Instant(
            milliseconds: (Int64(day.number) * 1440 + Int64(minute)) * 60_000 - hours * 3_600_000
        )
    }
}
