import Cases
import Site
import Stories

/// Setting a case aside until a day, with the reason: what is asked, and what it becomes.
enum Snoozing {
    static func fields(_ typed: Posted) -> [Field] {
        let reason = typed["alasan"] ?? ""
        return [
            Field("sampai", .snoozeUntil, hint: .snoozeHint, .date(typed.date("sampai"))),
            Field("alasan", .snoozeReason, .longText(reason, most: 500)),
        ]
    }

    static func problems(_ posted: Posted) -> [String: Words] {
        var problems: [String: Words] = [:]
        if day(posted, "sampai") == nil { problems["sampai"] = .dayMissing }
        if (posted["alasan"] ?? "").allSatisfy(\.isWhitespace) {
            problems["alasan"] = .reasonMissing
        }
        return problems
    }

    static func command(_ posted: Posted, _ zone: Zone) -> CaseCommand? {
        day(posted, "sampai").map { day in
            .snooze(
                until: zone.instant(day, minute: 0),
                reason: String((posted["alasan"] ?? "").prefix(500))
            )
        }
    }

    /// The day of three boxes.
    static func day(_ posted: Posted, _ name: String) -> Day? {
        let typed = posted.date(name)
        func number(_ text: String) -> Int? { Int(text.filter { !$0.isWhitespace }) }
        guard let year = number(typed.year), let month = number(typed.month),
            let day = number(typed.day)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
