package import Stories

// What follows in a dossier from what its person may ask.

/// A question of a dossier whose answer can be put right.
package struct Correctable: Hashable, Sendable {
    package let question: Code
    package let label: Words

    package init(_ question: Code, _ label: Words) {
        (self.question, self.label) = (question, label)
    }
}

/// One answer to be put right, by whom it was decided.
package struct DossierCorrection: Sendable {
    package let id: OpaqueID
    package let question: Code
    package let typed: String

    /// Who asked for it, in words.
    package let asker: String
    package let decider: Actor
    package let by: Actor
    package let request: OpaqueID

    package init(
        _ id: OpaqueID,
        question: Code,
        typed: String,
        asker: String,
        decider: Actor,
        by: Actor,
        request: OpaqueID
    ) {
        self.id = id
        self.question = question
        self.typed = typed
        self.asker = asker
        self.decider = decider
        self.by = by
        self.request = request
    }

    /// What became of it.
    package enum Outcome: Hashable, Sendable {
        case done

        /// It says already what was typed.
        case unchanged

        /// What was typed is no answer to that question, and why.
        case unreadable(Words)
    }
}

/// Why nothing but keeping is done with the data of a dossier.
package struct DossierRestriction: Hashable, Sendable {
    package let id: OpaqueID
    package let cause: Cause
    package let reason: String
    package let by: Actor
    package let request: OpaqueID

    package enum Cause: Hashable, Sendable { case asked, objection, consentWithdrawn }

    package init(
        _ id: OpaqueID,
        _ cause: Cause,
        reason: String,
        by: Actor,
        request: OpaqueID
    ) {
        self.id = id
        self.cause = cause
        self.reason = reason
        self.by = by
        self.request = request
    }
}

/// A file that a person sent, as it goes into the copy of their data.
package struct DossierFile: Sendable {
    package let name: String
    package let type: String
    package let bytes: [UInt8]

    package init(_ name: String, type: String, bytes: [UInt8]) {
        (self.name, self.type, self.bytes) = (name, type, bytes)
    }
}

/// What is past its time of keeping.
package struct PastKeeping: Sendable {
    package let dossier: Dossier
    package let ended: Instant

    /// What is to become of it then.
    package let fate: Fate

    /// How long it is kept, in words.
    package let rule: Words

    /// What becomes of something after its time of keeping.
    package enum Fate: Hashable, Sendable, CaseIterable { case destroyed, permanent, reviewed }

    package init(_ dossier: Dossier, ended: Instant, fate: Fate, rule: Words) {
        (self.dossier, self.ended, self.fate, self.rule) = (dossier, ended, fate, rule)
    }
}
