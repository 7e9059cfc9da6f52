package import Ledger
package import Stories

/// Reminds those who look after the installation that something there needs them: one e-mail a
/// week to the address of their post, for as long as it is so.
///
/// Through the outbox as everything that leaves the house. What is said names no person and no path.
package struct CareMail: Sendable {
    let store: RecordStore
    let keys: Keys
    let settings: NoticeSettings
    let now: @Sendable () -> Instant
    let ask: @Sendable () async throws -> Care

    private static let kind: Code = "care.mail"

    /// Longer than a try can last.
    private static let leaseSeconds: Int64 = 60
    private static let mostInARound = 20

    /// What needs them, and who they are.
    package struct Care: Sendable {
        /// Sentences; empty where nothing does.
        package var troubles: [String]

        /// The posts of those who look after the installation.
        package var posts: [Code]
        package var name: String
        package var base: String
        package var zone: Zone

        package init(
            troubles: [String],
            posts: [Code],
            name: String,
            base: String,
            zone: Zone
        ) {
            self.troubles = troubles
            self.posts = posts
            self.name = name
            self.base = base
            self.zone = zone
        }
    }

    package init(
        _ store: RecordStore,
        _ keys: Keys,
        _ settings: NoticeSettings,
        now: @escaping @Sendable () -> Instant,
        ask: @escaping @Sendable () async throws -> Care
    ) {
        self.store = store
        self.keys = keys
        self.settings = settings
        self.now = now
        self.ask = ask
    }

    /// One round: ask for this week's messages where something is wrong, then try what is due.
    package func round() async throws {
        guard let mail = settings.mail else { return }
        let care = try await ask()
        let addresses = Set(care.posts.compactMap { settings.posts[$0.text] })
        if !care.troubles.isEmpty { try await put(addresses, care.zone) }
        let mailer = Mailer(mail)
        for _ in 0..<Self.mostInARound {
            let start = now()
            let due = try await Outbox(store).lease(
                [Self.kind],
                at: start,
                until: start.adding(seconds: Self.leaseSeconds),
                limit: 1
            )
            guard !Task.isCancelled, let effect = due.first else { return }
            let to = addresses.first { mark($0) == effect.effect.about.first?.text }
            guard try await deliver(effect, to, care, by: mailer, mail) else { return }
        }
    }

    /// One message a week and address, however often somebody asks.
    private func put(_ addresses: Set<MailAddress>, _ zone: Zone) async throws {
        let week = zone.day(now()).number / 7
        let seq = try await store.head().size
        try await store.operate(
            addresses.map { address in
                """
                INSERT INTO outbox (key, kind, about, seq, tries) VALUES (\
                \(key("\(week)", address)), \(Self.kind), \(mark(address)), \(seq), \(0)) \
                ON CONFLICT (key) DO NOTHING
                """
            }
        )
    }

    /// - Returns: false where the server takes nothing at the moment, and the round ends.
    private func deliver(
        _ leased: Outbox.Leased,
        _ to: MailAddress?,
        _ care: Care,
        by mailer: Mailer,
        _ mail: MailSettings
    ) async throws -> Bool {
        let outbox = Outbox(store)
        guard let to, !care.troubles.isEmpty else {
            // Well again, or named no longer: nobody is to get it.
            _ = try await outbox.done(leased.effect.key, at: now())
            return true
        }
        let notices = NoticesDesk(store: store)
        switch await mailer.send(message(care, leased.effect.key, to, mail)) {
        case .taken:
            _ = try await outbox.done(leased.effect.key, at: now())
            try await notices.noteWell(.mail)
            return true
        case .never:
            _ = try await outbox.done(leased.effect.key, at: now())
            return true
        case .later(let why):
            let now = now()
            let next = now.adding(seconds: 3600)
            try await outbox.postpone(leased.effect.key, until: next)
            try await notices.noteTrouble(.mail, why, next: next, at: now)
            return false
        }
    }

    private func message(
        _ care: Care,
        _ key: OpaqueID,
        _ to: MailAddress,
        _ mail: MailSettings
    ) -> MailMessage {
        MailMessage(
            from: mail.from,
            fromName: mail.name ?? care.name,
            to: to,
            subject: "Cadangan \(care.name) perlu dilihat",
            text: """
                \(care.troubles.map { "- \($0)" }.joined(separator: "\n"))

                Buka: \(care.base)/kelola/cadangan
                Surel ini datang sekali seminggu selama masih begitu.
                """,
            id: key,
            at: now(),
            zone: care.zone
        )
    }

    /// The same for the same week and address, at every start and on every node.
    private func key(_ week: String, _ address: MailAddress) -> OpaqueID {
        let mark = keys.mark("care-mail", Array("\(week) \(address)".utf8))
        guard let id = OpaqueID(bytes: mark.prefix(16)) else {
            preconditionFailure("an id has 16 bytes")
        }
        return id
    }

    /// Stands for an address in the outbox, where no address is written.
    private func mark(_ address: MailAddress) -> String { "\(key("", address))" }
}
