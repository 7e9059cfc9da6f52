package import Office
package import Site
import Stories

/// All offices, and whether somebody is there now.
package struct OfficesPage: Page {
    package var units: [OfficeUnit]
    package var now: OpenNow

    package init(units: [OfficeUnit], now: OpenNow) {
        self.units = units
        self.now = now
    }

    package var frame: Frame { Frame(back: Link(.home, "/"), isIndexed: true) }

    package func title(for visit: Visit) -> String { Words.offices.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .offices)
        html(.p, .role("status")) { html(.strong, now.words) }
        html(.ul, .class("layanan")) {
            for unit in units {
                html(.li) {
                    html(.a, unit.name, .href(unit.page))
                    let place = [unit.address, unit.phone].filter { !$0.isEmpty }
                    if !place.isEmpty {
                        html(.p, place.joined(separator: " · "), .class("petunjuk"))
                    }
                }
            }
        }
    }
}

/// One office: where, when, how to reach it, and what it answers for.
package struct OfficePage: Page {
    package var unit: OfficeUnit
    package var now: OpenNow

    /// The openings of each weekday; `nil` is closed.
    package var week: [(day: Words, hours: String?)]

    /// The weeks of other hours that are going on, if any.
    package var period: Words?
    package var services: [ListedService]

    /// Today's queue, where a number was given.
    package var queue: QueueDay?

    package init(
        unit: OfficeUnit,
        now: OpenNow,
        week: [(day: Words, hours: String?)],
        period: Words?,
        services: [ListedService]
    ) {
        self.unit = unit
        self.now = now
        self.week = week
        self.period = period
        self.services = services
    }

    package var frame: Frame { Frame(back: Link(.offices, "/unit"), isIndexed: true) }

    package func title(for visit: Visit) -> String { unit.name }

    package func body(_ html: HTML) {
        html(.h1, unit.name)
        html(.p, .role("status")) { html(.strong, now.words) }
        var facts: [(name: Words, value: Inline)] = []
        if !unit.address.isEmpty { facts.append((.address, .text(unit.address))) }
        if !unit.phone.isEmpty {
            facts.append((.callUs, .link(Link(Words(unit.phone, unit.phone), .phone(unit.phone)))))
        }
        if let number = unit.whatsApp {
            let link = Link(Words(number, number), .whatsApp(number, saying: ""))
            facts.append(("WhatsApp", .link(link)))
        }
        if facts.isEmpty { html(.p, .noContact) } else { html(KeyFacts(facts)) }
        html(.h2, .openingHours)
        if let period { html(.p, period) }
        var hours = DataTable(
            .openingHoursByDay,
            [DataTable.Heading(.weekday), DataTable.Heading(.openAt)],
            week.map { day, hours in
                DataTable.Line([.words(day), hours.map { .text($0) } ?? .words(.closedDay)])
            }
        )
        hours.hidesCaption = true
        html(hours)
        if let queue {
            html(.h2, .queueToday)
            html(.p) {
                html.text(.waiting(queue.waiting))
                html.text(" ")
                html(.a, Words.queueOf(unit.name), .href("/unit/\(unit.id)/antrean"))
            }
        }
        html(.p) { html(.a, .holidaysToSubscribe, .href("/kalender.ics")) }
        html(.h2, .servicesHere)
        if services.isEmpty {
            html(.p, .noServiceHere)
        } else {
            html(ServiceList(services: services))
        }
        html(.p) { html(.a, .performance, .href("/kinerja/\(unit.id)")) }
    }
}

extension OfficeUnit {
    /// The page of the office.
    package var page: Address { "/unit/\(id)" }
}

extension Words {
    static let address = Words("Alamat", "Address")
    static let openingHours = Words("Jam buka", "Opening hours")
    static let openingHoursByDay = Words("Jam buka menurut hari", "Opening hours by day")
    static let weekday = Words("Hari", "Day")
    static let openAt = Words("Jam", "Hours")
    static let closedDay = Words("Tutup", "Closed")
    static let servicesHere = Words("Layanan di kantor ini", "Services of this office")
    static let noServiceHere = Words(
        "Belum ada layanan kantor ini yang diajukan lewat situs ini.",
        "No service of this office is applied for on this site yet."
    )
    static let noContact = Words(
        "Alamat dan telepon kantor ini belum diisi.",
        "The address and phone of this office are not filled in yet."
    )
    static let holidaysToSubscribe = Words(
        "Kalender hari libur untuk ponsel Anda",
        "Calendar of holidays for your phone"
    )
}
