package import Stories

/// What was left of the promises of a case when its clock was stopped.
///
/// A promise that is missing here was missed already, and a pause cannot mend that.
package struct HeldClock: Hashable, Sendable, FactRecord {
    package let left: [Left]

    /// Working days, office minutes or days, as the promise counts.
    package struct Left: Hashable, Sendable, FactRecord {
        package let of: Promised
        package let amount: Int

        package init(_ amount: Int, of: Promised) { (self.amount, self.of) = (amount, of) }

        package func write(to fields: inout FactWriter) {
            fields.put("of", of)
            fields.put("amount", amount)
        }

        package init(from fields: FactReader) throws(FactUnreadable) {
            of = try fields.get("of")
            amount = try fields.get("amount")
        }
    }

    /// Everything about a case that has its time.
    package enum Promised: String, FactWord {
        case whole = "perkara"
        case step = "langkah"
        case legal = "batas_hukum"
        /// The citizen's time to complete it.
        case waiting = "tunggu"
        /// The citizen's time to object.
        case objection = "keberatan"
        /// The office's time to answer an objection.
        case answer = "jawaban"
        /// The citizen's time to have it opened again.
        case reopening = "buka_kembali"
    }

    package init(_ left: [Left]) { self.left = left }

    package subscript(promised: Promised) -> Int? {
        left.first { $0.of == promised }?.amount
    }

    package func write(to fields: inout FactWriter) { fields.put("left", each: left) }

    package init(from fields: FactReader) throws(FactUnreadable) {
        left = try fields.list("left")
    }
}

/// A restriction lifted, and what people are told of the time that goes on.
package struct Lifting: Hashable, Sendable {
    package let reason: Sealed

    /// The targets as of now; absent where no clock stood still.
    package let toldOfCase: Instant?
    package let toldOfStep: Instant?

    /// Until when its citizen may complete it, where it waits for that.
    package let waitsUntil: Instant?

    /// Where the case rests, for the lists; absent where it stood in them all the while.
    package let phase: CasePhase?

    package init(
        reason: Sealed,
        toldOfCase: Instant? = nil,
        toldOfStep: Instant? = nil,
        waitsUntil: Instant? = nil,
        phase: CasePhase? = nil
    ) {
        self.reason = reason
        self.toldOfCase = toldOfCase
        self.toldOfStep = toldOfStep
        self.waitsUntil = waitsUntil
        self.phase = phase
    }

    func write(to fields: inout FactWriter) {
        fields.put("reason", reason)
        fields.put("told_of_case", toldOfCase)
        fields.put("told_of_step", toldOfStep)
        fields.put("waits_until", waitsUntil)
        fields.put("phase", phase)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        reason = try fields.get("reason")
        toldOfCase = try fields.find("told_of_case")
        toldOfStep = try fields.find("told_of_step")
        waitsUntil = try fields.find("waits_until")
        phase = try fields.find("phase")
    }
}
