package import Ledger
package import Stories

/// Brings what the clock found to the lists of offices, and to the addresses of posts.
///
/// The list is what counts: officials read no e-mail. Where a post has an address, one e-mail goes
/// there beside it.
package struct ReminderPost: Sendable {
    package let desk: RemindersDesk
    let settings: NoticeSettings
    let now: @Sendable () -> Instant
    let sort: Sort
    let compose: Compose

    /// Whom the effect is for, with its unit and duty; nil where its case went on long since.
    package typealias Sort =
        @Sendable (Reader, OpaqueID, Reminder.Kind, _ about: [Code], _ seq: Int64) throws
        -> Addressee?

    /// The words for one try; nil where there is nothing left to remind of.
    package typealias Compose = @Sendable (Reader, Reminder) throws -> ComposedReminder?

    package init(
        _ desk: RemindersDesk,
        _ settings: NoticeSettings,
        now: @escaping @Sendable () -> Instant,
        sort: @escaping Sort,
        compose: @escaping Compose
    ) {
        self.desk = desk
        self.settings = settings
        self.now = now
        self.sort = sort
        self.compose = compose
    }

    /// One round: put what is new on the lists, then send the e-mails that are due.
    package func round() async throws {
        try await fill()
        guard let mail = settings.mail else { return }
        let mailer = Mailer(mail)
        for _ in 0..<Self.mostInARound {
            let start = now()
            let lease = Lease(at: start)
            guard !Task.isCancelled,
                let reminder = try await desk.lease(at: start, until: lease.until)
            else { return }
            guard try await send(reminder, under: lease, by: mailer, mail) else { return }
        }
    }

    /// - Returns: false where the server takes nothing at the moment, and the round ends.
    private func send(
        _ reminder: Reminder,
        under lease: Lease,
        by mailer: Mailer,
        _ mail: MailSettings
    ) async throws -> Bool {
        let compose = compose
        let composed = try await desk.store.glance { reader in try compose(reader, reminder) }
        guard let composed, let to = address(of: composed.posts) else {
            try await desk.mark(reminder, .none)
            return true
        }
        guard lease.lets(beginAt: now()) else { return true }
        let sent = await mailer.send(
            MailMessage(
                from: mail.from,
                fromName: mail.name ?? composed.sender,
                to: to,
                subject: composed.subject,
                text: composed.text,
                id: reminder.key,
                at: reminder.asked,
                zone: composed.zone
            )
        )
        let notices = NoticesDesk(store: desk.store)
        switch sent {
        case .taken:
            try await desk.mark(reminder, .sent)
            try await notices.noteWell(.mail)
            return true
        case .never:
            try await desk.mark(reminder, .failed)
            return true
        case .later(let why):
            let now = now()
            let next = BackOff.next(after: reminder.tries, asked: reminder.asked, now: now)
            guard let next else {
                try await desk.mark(reminder, .failed)
                return true
            }
            try await desk.postpone(reminder, until: next)
            try await notices.noteTrouble(.mail, why, next: next, at: now)
            return false
        }
    }

    private func fill() async throws {
        let (now, sort) = (now(), sort)
        let leased = try await Outbox(desk.store).lease(
            Reminder.Kind.allCases.compactMap { Code($0.rawValue) },
            at: now,
            until: Lease(at: now).until,
            limit: Self.mostInARound
        )
        guard !leased.isEmpty else { return }
        for effect in leased {
            let about = effect.effect.about
            guard let kind = Reminder.Kind(rawValue: effect.effect.kind.text),
                let id = about.first.flatMap({ OpaqueID($0.text) })
            else { continue }
            let addressee = try await desk.store.glance { reader in
                try sort(reader, id, kind, Array(about.dropFirst()), effect.seq)
            }
            guard let addressee else {
                _ = try await Outbox(desk.store).done(effect, at: now)
                continue
            }
            // What waited for an upgrade of the program is on the list, and in nobody's mailbox.
            let isFresh = now.seconds(since: addressee.asked) < Self.freshSeconds
            let hasMail = settings.mail != nil && address(of: addressee.posts) != nil
            try await desk.put(
                effect,
                kind,
                about: id,
                for: addressee,
                mail: isFresh && hasMail ? .waiting : .none,
                at: now
            )
        }
        try await desk.sweep(before: now.adding(seconds: -Self.keptSeconds))
    }

    private func address(of posts: [Code]) -> MailAddress? {
        posts.lazy.compactMap { settings.posts[$0.text] }.first
    }

    private static let mostInARound = 50
    private static let freshSeconds: Int64 = 2 * 86_400
    private static let keptSeconds: Int64 = 400 * 86_400
}
