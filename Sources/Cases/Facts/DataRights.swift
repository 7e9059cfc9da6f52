package import Stories

/// The answers were put right because their person asked for it: all of them anew.
package struct Correction: Hashable, Sendable {
    package let answers: Sealed

    /// The questions whose answers changed.
    package let questions: [Code]

    /// Who asked for it, in words.
    package let asker: Sealed
    package let decider: Actor
    package let request: OpaqueID

    /// The units whose lists find the case by its new name; none where it is secret.
    package let units: [Code]

    /// The answers whose place it took; the first corrections did not say.
    package let before: PayloadID?
}

/// Nothing is done with the data of a case any more but keeping them.
package struct Restriction: Hashable, Sendable, FactRecord {
    package let cause: Cause
    package let reason: Sealed
    package let request: OpaqueID?

    /// What was left of each promise: the clock stands still until it is lifted.
    ///
    /// Nil where it goes on, as it did in the first restrictions and does where the case is over.
    package let held: HeldClock?

    package enum Cause: String, FactWord {
        /// The person asked for it (UU 27/2022, article 11).
        case asked = "diminta"
        case objection = "keberatan"

        /// There is no basis any more (article 9): it stays for good.
        case consentWithdrawn = "persetujuan-dicabut"
    }

    package init(_ cause: Cause, reason: Sealed, request: OpaqueID?, held: HeldClock? = nil) {
        (self.cause, self.reason, self.request, self.held) = (cause, reason, request, held)
    }

    package func write(to fields: inout FactWriter) {
        fields.put("cause", cause)
        fields.put("reason", reason)
        fields.put("request", request)
        fields.put("held", held)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        cause = try fields.get("cause")
        reason = try fields.get("reason")
        request = try fields.find("request")
        held = try fields.find("held")
    }
}

extension CaseEvent {
    /// What follows from a person's rights, and from a receipt; no other fact is written here.
    func writeRest(to fields: inout FactWriter) {
        if case .corrected(let correction) = self { correction.write(to: &fields) }
        if case .restricted(let restriction) = self { restriction.write(to: &fields) }
        if case .restrictionLifted(let lifting) = self { lifting.write(to: &fields) }
        if case .recovered(let recovery) = self { recovery.write(to: &fields) }
    }
}

extension Correction {
    func write(to fields: inout FactWriter) {
        fields.put("answers", answers)
        fields.put("questions", each: questions)
        fields.put("asker", asker)
        fields.put("decider", decider)
        fields.put("request", request)
        if !units.isEmpty { fields.put("units", each: units) }
        fields.put("before", before)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        answers = try fields.get("answers")
        questions = try fields.list("questions")
        asker = try fields.get("asker")
        decider = try fields.get("decider")
        request = try fields.get("request")
        units = try fields.list("units")
        before = try fields.find("before")
    }
}
