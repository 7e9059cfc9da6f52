package import Stories

/// The story of the working calendar: decrees of years, closures, outages.
///
/// Years that no fact decreed are those of the published file; beyond them counts are estimates.
package enum CalendarStory: Story {
    package static let kind: StreamKind = "calendar"
    package static let beginning = DecreedCalendar()

    /// The one stream of the installation.
    package static let stream = Stream(kind, OpaqueID(high: 0, low: 1))

    package static func evolve(_ state: inout DecreedCalendar, _ fact: CalendarFact) {
        switch fact {
        case .decreed(let year, let content): state.years[year] = content
        case .closed(let closure): state.closures.append(closure)
        case .failed(let outage): state.outages.append(outage)
        }
    }

    package static func decide(
        _ state: DecreedCalendar,
        _ command: CalendarFact,
        _ known: Void
    ) throws(CalendarRefusal) -> Decision<CalendarFact> {
        switch command {
        case .decreed(let year, let content):
            guard state.years[year] != content else { throw .unchanged }
        case .closed(let closure):
            guard closure.first <= closure.last else { throw .endsBeforeItBegins }
            guard !state.closures.contains(closure) else { throw .unchanged }
        case .failed(let outage):
            guard outage.from < outage.to else { throw .endsBeforeItBegins }
            guard !state.outages.contains(outage) else { throw .unchanged }
        }
        return Decision([command])
    }
}

/// What was decreed and declared, as the facts leave it.
package struct DecreedCalendar: Hashable, Sendable {
    package var years: [Int: Public] = [:]
    package var closures: [Closure] = []
    package var outages: [DeclaredOutage] = []
}

/// Days on which a unit, or all of them, are closed.
package struct Closure: Hashable, Sendable {
    /// Nil: all units.
    package let unit: Code?
    package let first: Day
    package let last: Day
    package let reason: Public

    package init(unit: Code?, first: Day, last: Day, reason: Public) {
        self.unit = unit
        self.first = first
        self.last = last
        self.reason = reason
    }
}

/// A time in which the services could not work.
package struct DeclaredOutage: Hashable, Sendable {
    package let from: Instant
    package let to: Instant
    package let reason: Public

    package init(from: Instant, to: Instant, reason: Public) {
        self.from = from
        self.to = to
        self.reason = reason
    }
}

/// What happened to the calendar; asked for in the same words.
package enum CalendarFact: Hashable, Sendable {
    /// The holidays of a year: lines of `date;kind;name`, as public content.
    case decreed(year: Int, Public)
    case closed(Closure)
    case failed(DeclaredOutage)
}

extension CalendarFact: FactShape {
    package var kind: Code {
        switch self {
        case .decreed: "decreed"
        case .closed: "closed"
        case .failed: "failed"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .decreed(let year, let content):
            fields.put("year", year)
            fields.put("content", content)
        case .closed(let closure):
            fields.put("unit", closure.unit)
            fields.put("first", closure.first)
            fields.put("last", closure.last)
            fields.put("reason", closure.reason)
        case .failed(let outage):
            fields.put("from", outage.from)
            fields.put("to", outage.to)
            fields.put("reason", outage.reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "decreed":
            self = .decreed(year: try fields.get("year"), try fields.get("content"))
        case "closed":
            self = .closed(
                Closure(
                    unit: try fields.find("unit"),
                    first: try fields.get("first"),
                    last: try fields.get("last"),
                    reason: try fields.get("reason")
                )
            )
        case "failed":
            self = .failed(
                DeclaredOutage(
                    from: try fields.get("from"),
                    to: try fields.get("to"),
                    reason: try fields.get("reason")
                )
            )
        default: throw FactUnreadable("no fact of the calendar: \(kind)")
        }
    }
}

/// What the calendar refuses, with the sentence for each.
package enum CalendarRefusal: Refusal, Hashable {
    case unchanged
    case endsBeforeItBegins
    case noSuchDraft
    case contradicts
    case movedOn

    package var sentence: String {
        switch self {
        case .unchanged: "Itu sudah tercatat begitu. Tidak ada yang berubah."
        case .endsBeforeItBegins: "Waktu selesai lebih awal daripada waktu mulai."
        case .noSuchDraft: "Berkas itu tidak ada lagi. Kirim lagi."
        case .contradicts: "Daftar ini bertentangan dengan dirinya, jadi tidak bisa dipakai."
        case .movedOn: "Kalender baru saja diubah orang lain. Buka lagi halamannya."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .unchanged: "That is on record already. Nothing has changed."
        case .endsBeforeItBegins: "The end is before the beginning."
        case .noSuchDraft: "That file is no longer here. Send it again."
        case .contradicts: "This list contradicts itself, so it cannot be used."
        case .movedOn: "Somebody has just changed the calendar. Open the page again."
        }
    }

    package var status: Int {
        switch self {
        case .unchanged, .movedOn: 409
        case .endsBeforeItBegins, .contradicts: 422
        case .noSuchDraft: 404
        }
    }
}
