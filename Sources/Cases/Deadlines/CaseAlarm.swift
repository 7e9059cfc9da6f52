package import Stories

/// Something that time does to a case, once for each due moment.
package struct CaseAlarm: Hashable, Sendable {
    package let timer: Timer
    package let due: Instant

    package enum Timer: String, FactWord {
        case caseLate = "perkara_terlambat"
        case stepLate = "langkah_terlambat"
        case stepReminder = "pengingat"
        case legalLimit = "batas_hukum"
        case waitingEnds = "tunggu_habis"
        case objectionEnds = "keberatan_habis"
    }

    package init(_ timer: Timer, due: Instant) {
        self.timer = timer
        self.due = due
    }
}

/// The working calendar in force for each unit.
package struct UnitCalendars: Sendable {
    private let find: @Sendable (Code) -> WorkCalendar

    package init(_ find: @escaping @Sendable (_ unit: Code) -> WorkCalendar) { self.find = find }

    package subscript(unit: Code) -> WorkCalendar { find(unit) }
}
