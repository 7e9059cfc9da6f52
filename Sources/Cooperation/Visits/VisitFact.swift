package import Stories

/// What happened about a working visit.
package enum VisitFact: Hashable, Sendable {
    /// Said again, it corrects what was said, with its reason.
    case held(HeldVisit)
    case became(Sealed)
    case owed(OwedDuty)
    case fulfilled(Fulfilment)
}

/// A visit as it took place.
package struct HeldVisit: Hashable, Sendable {
    package let from: Day
    package let until: Day

    /// They came to us; else we went to them.
    package let isIncoming: Bool

    /// The code of the region of the others, where they have one.
    package let partner: Code?
    package let agreement: OpaqueID?
    package let service: Code?

    /// Who came, what for, what was seen, what was learned.
    package let words: Sealed

    package init(
        from: Day,
        until: Day,
        isIncoming: Bool,
        partner: Code?,
        agreement: OpaqueID?,
        service: Code?,
        words: Sealed
    ) {
        (self.from, self.until, self.isIncoming) = (from, until, isIncoming)
        (self.partner, self.agreement, self.service) = (partner, agreement, service)
        self.words = words
    }
}

extension VisitFact: FactShape {
    package var kind: Code {
        switch self {
        case .held: "held"
        case .became: "became"
        case .owed: "owed"
        case .fulfilled: "fulfilled"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .held(let visit):
            fields.put("from", visit.from)
            fields.put("until", visit.until)
            fields.put("incoming", visit.isIncoming)
            fields.put("partner", visit.partner)
            fields.put("agreement", visit.agreement)
            fields.put("service", visit.service)
            fields.put("words", visit.words)
        case .became(let words): fields.put("words", words)
        case .owed(let duty):
            fields.put("item", duty.item)
            fields.put("due", duty.due)
            fields.put("unit", duty.unit)
            fields.put("words", duty.words)
        case .fulfilled(let done):
            fields.put("item", done.item)
            fields.put("on", done.on)
            fields.put("words", done.words)
            fields.put(paper: done.paper)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "held":
            self = .held(
                HeldVisit(
                    from: try fields.get("from"),
                    until: try fields.get("until"),
                    isIncoming: try fields.get("incoming"),
                    partner: try fields.find("partner"),
                    agreement: try fields.find("agreement"),
                    service: try fields.find("service"),
                    words: try fields.get("words")
                )
            )
        case "became": self = .became(try fields.get("words"))
        case "owed":
            self = .owed(
                OwedDuty(
                    item: try fields.get("item"),
                    due: try fields.get("due"),
                    unit: try fields.find("unit"),
                    words: try fields.get("words")
                )
            )
        case "fulfilled":
            self = .fulfilled(
                Fulfilment(
                    item: try fields.get("item"),
                    on: try fields.get("on"),
                    words: try fields.get("words"),
                    paper: try fields.paper()
                )
            )
        case _: throw FactUnreadable("no fact of a visit: \(kind)")
        }
    }
}
