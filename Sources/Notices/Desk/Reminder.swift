package import Stories

/// One thing that an office is reminded of: a case and what its time has come to.
///
/// It holds no personal content, and is told once for each case, kind, step and duty.
package struct Reminder: Hashable, Sendable {
    package let key: OpaqueID

    /// The case.
    package let about: OpaqueID
    package let kind: Kind
    package let unit: Code

    /// The duty that is told; nil: those who head the unit.
    package let duty: Code?

    /// The step in which the case rested.
    package let step: Code
    package let asked: Instant
    package let tries: Int64

    /// What the time of a case has come to; the raw value is the kind of the effect.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case due = "reminder"
        case late
        case legalLimit = "legal_limit"
    }

    /// Where the e-mail is, beside the list at the desk.
    package enum Mail: String, Hashable, Sendable, CaseIterable {
        /// The post has no address, or nothing sends e-mail here.
        case none = "tidak"
        case waiting = "menunggu"
        case sent = "terkirim"
        case failed = "gagal"
    }
}

/// Whom a reminder is for: nil where there is nothing left to remind of.
package struct Addressee: Hashable, Sendable {
    package var unit: Code
    package var duty: Code?
    package var step: Code

    /// When it came to be: the moment of its fact.
    package var asked: Instant

    /// The posts that are told, by whose addresses e-mail goes.
    package var posts: [Code]

    package init(unit: Code, duty: Code?, step: Code, asked: Instant, posts: [Code]) {
        self.unit = unit
        self.duty = duty
        self.step = step
        self.asked = asked
        self.posts = posts
    }
}

/// The words of a reminder by e-mail, without anything personal.
package struct ComposedReminder: Hashable, Sendable {
    package var subject: String
    package var text: String
    package var posts: [Code]
    package var sender: String
    package var zone: Zone

    package init(
        subject: String,
        text: String,
        posts: [Code],
        sender: String,
        zone: Zone
    ) {
        self.subject = subject
        self.text = text
        self.posts = posts
        self.sender = sender
        self.zone = zone
    }
}
