package import Ledger
package import Stories

/// Carries what is to be told to the desk, the mail server or the gateway, round by round.
package struct NoticePost: Sendable {
    package let desk: NoticesDesk
    let settings: NoticeSettings
    let compose: Compose
    let now: @Sendable () -> Instant

    /// Words and person of a notice; nil where nobody is to be told: erased, anonymous.
    package typealias Compose = @Sendable (Reader, OpaqueID, Code, Int64) throws -> ComposedNotice?

    package init(
        _ desk: NoticesDesk,
        _ settings: NoticeSettings,
        now: @escaping @Sendable () -> Instant,
        compose: @escaping Compose
    ) {
        self.desk = desk
        self.settings = settings
        self.now = now
        self.compose = compose
    }

    /// One round: sort what is new, then try what is due.
    package func round() async throws {
        try await sort()
        if let mail = settings.mail {
            let mailer = Mailer(mail)
            try await deliver(.mail, marks: .sent) { notice, composed in
                guard let to = composed.mail else { return .never(.refused) }
                return await mailer.send(
                    MailMessage(
                        from: mail.from,
                        fromName: mail.name ?? composed.sender,
                        to: to,
                        subject: composed.subject,
                        text: composed.text,
                        id: notice.key,
                        at: notice.asked,
                        zone: composed.zone
                    )
                )
            }
        }
        if let settings = settings.gateway {
            let gateway = Gateway(settings)
            try await deliver(.gateway, marks: .handed) { notice, composed in
                guard let phone = composed.phone else { return .never(.refused) }
                return await gateway.send(
                    Gateway.Message(id: notice.key, to: phone, text: composed.text),
                    at: now()
                )
            }
        }
    }

    /// The gateway reports what became of a message.
    package func report(_ key: OpaqueID, isDelivered: Bool) async throws {
        if isDelivered {
            try await desk.mark(key, .delivered, at: now())
        } else if let notice = try await desk.store.glance({ try $0.notice(key) }),
            notice.state == .handed
        {
            try await desk.giveToDesk(notice, why: Code(Trouble.refused.rawValue), at: now())
        }
    }

    /// Decides on the one channel of each new notice.
    private func sort() async throws {
        let (now, compose) = (now(), compose)
        let leased = try await Outbox(desk.store).lease(
            ["notice"],
            at: now,
            until: Lease(at: now).until,
            limit: 100
        )
        for effect in leased {
            let about = effect.effect.about
            guard let id = about.first.flatMap({ OpaqueID($0.text) }), let notice = about.last,
                about.count == 2
            else { continue }
            let composed = try await desk.store.glance { reader in
                try compose(reader, id, notice, effect.seq)
            }
            let channel = composed?.channel(settings) ?? .none
            try await desk.put(effect, about: id, notice: notice, channel, at: now)
        }
    }

    /// Tries what is due on a channel; a server that is down ends the round.
    private func deliver(
        _ channel: NoticeChannel,
        marks done: NoticeState,
        _ send: (KeptNotice, ComposedNotice) async -> Sent
    ) async throws {
        for _ in 0..<Self.mostInARound {
            let start = now()
            let lease = Lease(at: start)
            guard !Task.isCancelled,
                let notice = try await desk.lease(channel, at: start, until: lease.until)
            else { return }
            let compose = compose
            let composed = try await desk.store.glance { reader in
                try compose(reader, notice.about, notice.notice, notice.seq)
            }
            guard let composed else {
                try await desk.mark(notice, .dropped, at: now())
                continue
            }
            guard lease.lets(beginAt: now()) else { continue }
            switch await send(notice, composed) {
            case .taken:
                try await desk.mark(notice, done, at: now())
                try await desk.noteWell(channel)
            case .never(let why): try await fail(notice, composed, why)
            case .later(let why):
                let now = now()
                guard
                    let next = BackOff.next(after: notice.tries, asked: notice.asked, now: now)
                else {
                    try await fail(notice, composed, why)
                    continue
                }
                try await desk.postpone(notice, until: next)
                try await desk.noteTrouble(channel, why, next: next, at: now)
                return
            }
        }
    }

    private func fail(
        _ notice: KeptNotice,
        _ composed: ComposedNotice,
        _ why: Trouble
    ) async throws {
        let code = Code(why.rawValue)
        if composed.phone != nil {
            try await desk.giveToDesk(notice, why: code, at: now())
        } else {
            try await desk.mark(notice, .failed, why: code, at: now())
        }
    }

    private static let mostInARound = 50
}
