import Blueprints
import HTTPTypes
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Offices: where they are, when they are open, what they answer for; the calendar to subscribe.

extension ServicesFeature {
    func addOffices(to router: Router<some SiteContext>) {
        router.get("unit") { _, context in
            let force = try await self.force()
            let page = OfficesPage(
                units: force.office.units,
                now: OpenNow(force.calendar, at: self.now())
            )
            return try self.answer(page, context)
        }
        router.get("unit/:unit") { _, context in
            let force = try await self.force()
            guard let id = context.parameters.get("unit").flatMap({ Code($0) }),
                let unit = force.office.unit(id)
            else { throw WebRefusal.notFound }
            let now = self.now()
            var page = Self.page(of: unit, force, at: now, try self.visit(context).language)
            let queue = try await self.store.glance { reader in
                try reader.queue(of: id, on: force.zone.day(now))
            }
            page.queue = queue.given > 0 ? queue : nil
            return try self.answer(page, context)
        }
        router.get("kalender.ics") { _, _ in
            let force = try await self.force()
            let file = HolidayCalendar(
                force.calendar,
                of: force.installation,
                writtenAt: self.now()
            )
            return Answer.bytes(file.bytes, type: "text/calendar; charset=utf-8")
        }
    }

    private static func page(
        of unit: OfficeUnit,
        _ force: InForce,
        at now: Instant,
        _ language: Language
    ) -> OfficePage {
        let today = force.zone.day(now)
        let period = force.calendar.period(on: today)
        let hours = period?.hours ?? force.calendar.hours
        let week = (1...7).map { number -> (day: Words, hours: String?) in
            let openings = hours.openings(on: number).map { opening in
                [opening.from, opening.to].map { DateWords.clock(minute: $0, in: language) }
                    .joined(separator: "-")
            }
            let isClosed = force.calendar.weekend.contains(number) || openings.isEmpty
            return (DateWords.weekday(number), isClosed ? nil : openings.joined(separator: ", "))
        }
        return OfficePage(
            unit: unit,
            now: OpenNow(force.calendar, at: now),
            week: week,
            period: period.map { period in
                Words(
                    "\(period.name): berlaku sampai \(DateWords.date(period.last, in: .indonesian)).",
                    "\(period.name): until \(DateWords.date(period.last, in: .english))."
                )
            },
            services: force.services(of: unit).map(ListedService.init)
        )
    }
}

extension InForce {
    /// The services that a unit answers for.
    func services(of unit: OfficeUnit) -> [PublicService] {
        services.filter { service in
            office.units(called: service.owner.text).contains { $0.id == unit.id }
        }
    }

    /// The offices whose names hold one of the words.
    func offices(named query: String) -> [OfficeUnit] {
        let words = query.lowercased().split { !$0.isLetter && !$0.isNumber }
            .filter { $0.count >= 3 }
        return office.units.filter { unit in
            let name = unit.name.lowercased()
            return words.contains { name.contains($0) }
        }
    }
}
