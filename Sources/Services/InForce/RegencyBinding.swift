import Blueprints
import Office
import Stories

// What `regency.yaml` says, in the terms of those who use it.

extension RegencyFile {
    var clockZone: Zone { Zone(rawValue: zone) ?? .wib }

    /// Units and posts.
    var office: OfficeMap {
        OfficeMap(
            units: units.compactMap { unit in
                guard let id = Code(unit.id.text) else { return nil }
                return OfficeUnit(
                    id: id,
                    name: unit.name,
                    answersTo: Set(unit.calledBy.map(\.text)),
                    village: unit.village.flatMap { Code($0) },
                    code: unit.code,
                    contact: OfficeUnit.Contact(
                        letterhead: unit.head,
                        address: unit.address ?? "",
                        phone: unit.phone ?? "",
                        whatsApp: unit.whatsapp
                    )
                )
            },
            posts: posts.compactMap { post in
                guard let id = Code(post.id.text), let unit = Code(post.unit.text)
                else { return nil }
                return OfficePost(
                    id: id,
                    title: post.title,
                    unit: unit,
                    duties: Set(post.duties.map(\.text))
                )
            }
        )
    }

    /// The working calendar; `csv` is the file that `calendar.file` names.
    func workCalendar(
        csv: String?,
        with recorded: RecordedCalendar = RecordedCalendar(),
        for unit: Code? = nil
    ) throws(CalendarProblem) -> WorkCalendar {
        var parts = WorkCalendar.Parts()
        parts.zone = clockZone
        parts.holidays = calendar.holidays.compactMap { holiday in
            Self.holiday(date: holiday.date, kind: holiday.kind, name: holiday.name)
        }
        if let csv { parts.holidays += HolidayTable(csv: csv, file: "").holidays }
        parts.knownYears = Set(parts.holidays.map { $0.day.parts.year })
        if hours.week.contains(where: { !$0.isEmpty }) {
            parts.hours = Self.officeHours(hours.week)
            parts.weekend = Set((1...7).filter { parts.hours.openings(on: $0).isEmpty })
        }
        parts.periods = hours.special.compactMap { special in
            guard let first = Day(special.from), let last = Day(special.to) else { return nil }
            return HoursPeriod(
                name: special.why ?? "",
                first: first,
                last: last,
                hours: Self.officeHours(special.week)
            )
        }
        return try WorkCalendar(recorded.applied(to: parts, for: unit))
    }

    private static func holiday(date: String, kind: String, name: String) -> Stories.Holiday? {
        guard let day = Day(date), let kind = HolidayTable.kinds[kind] else { return nil }
        return Stories.Holiday(day: day, kind: kind, name: name)
    }

    private static func officeHours(_ week: [[Interval]]) -> OfficeHours {
        OfficeHours(
            week: Dictionary(
                uniqueKeysWithValues: week.enumerated().map { index, intervals in
                    (index + 1, intervals.map { Opening(from: $0.from, to: $0.to) })
                }
            )
        )
    }
}
