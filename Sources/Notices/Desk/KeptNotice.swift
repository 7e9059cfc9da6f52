package import Stories

/// One thing that is to be told to one applicant, as it stands in the queue.
///
/// It holds no personal content: who and with which words follows from the record each time.
package struct KeptNotice: Hashable, Sendable {
    package let key: OpaqueID

    /// The case, which is also its dossier.
    package let about: OpaqueID
    package let notice: Code

    /// The first event of the append that asked for it.
    package let seq: Int64
    package let channel: NoticeChannel
    package let state: NoticeState
    package let asked: Instant
    package let tries: Int64

    /// Why another way failed before, or why this one did.
    package let why: Code?
}

/// The way by which something is told.
package enum NoticeChannel: String, Hashable, Sendable, CaseIterable {
    /// An official opens WhatsApp at the desk.
    case desk = "wa"
    case mail = "surel"
    case gateway = "gerbang"
    /// Nobody is told: no way was given, or none is wanted.
    case none = "tidak"
}

/// How far it is: `opened` is not sent, `handed` is not delivered.
package enum NoticeState: String, Hashable, Sendable, CaseIterable {
    case waiting = "menunggu"
    case opened = "dibuka"
    /// An official says so.
    case told = "dikabari"
    /// The mail server took it.
    case sent = "terkirim"
    /// The gateway took it.
    case handed = "diserahkan"
    /// The gateway reports it.
    case delivered = "sampai"
    case failed = "gagal"
    /// Nothing is to be told any more: erased, or not wanted.
    case dropped = "batal"
}

/// One line of what became of a notice.
package struct NoticeStep: Hashable, Sendable {
    package let at: Instant
    package let notice: Code
    package let channel: NoticeChannel
    package let state: NoticeState

    /// The official who says so; nil for the machine.
    package let by: OpaqueID?
}

/// Why an official could not send it.
package enum WhyNotSent: String, Hashable, Sendable, CaseIterable {
    case noSuchNumber = "nomor_salah"
    case notOnWhatsApp = "tanpa_wa"
    case noAnswer = "tidak_dijawab"
    case other = "lain"
}

/// A notice with the words and the person, for one try.
package struct ComposedNotice: Sendable {
    package var text: String
    package var subject: String
    package var firstName: String
    package var phone: String?
    package var mail: MailAddress?

    /// What the applicant chose: `wa`, `sms`, `surel`, `tidak`.
    package var wish: String
    package var sender: String
    package var zone: Zone

    /// Whether the phone may be that of somebody who helped to fill in.
    package var mayReachHelper = false

    package init(text: String, subject: String, firstName: String, wish: String, sender: String) {
        self.text = text
        self.subject = subject
        self.firstName = firstName
        self.wish = wish
        self.sender = sender
        zone = .wib
    }

    /// The one way by which it goes.
    package func channel(_ settings: NoticeSettings) -> NoticeChannel {
        if wish == "tidak" { return .none }
        if mail != nil, settings.mail != nil, wish == "surel" { return .mail }
        guard phone != nil else {
            return mail != nil && settings.mail != nil ? .mail : .none
        }
        return settings.gateway?.channel.rawValue == wish ? .gateway : .desk
    }
}

/// How long a channel waits before it tries again.
package enum BackOff {
    private static let minutes: [Int64] = [1, 5, 15]
    private static let most: Int64 = 60
    private static let lastsSeconds: Int64 = 3 * 86_400

    /// When to try again after that many tries; nil once three days are over.
    package static func next(after tries: Int64, asked: Instant, now: Instant) -> Instant? {
        guard now.seconds(since: asked) < lastsSeconds else { return nil }
        let wait = tries >= 1 && tries <= minutes.count ? minutes[Int(tries) - 1] : most
        return now.adding(seconds: wait * 60)
    }
}
