package import Ledger
package import Stories

/// Reminds those who look after the installation that something there needs them: one e-mail a
/// week to the address of their post, for as long as it is so.
///
/// What is said names no person and no path.
package struct CareMail: Sendable {
    let store: RecordStore
    let settings: NoticeSettings
    let now: @Sendable () -> Instant
    let ask: @Sendable () async throws -> Care
    private let post: RegularPost

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
        self.settings = settings
        self.now = now
        self.ask = ask
        post = RegularPost(store, keys, kind: "care.mail", purpose: "care-mail", now: now)
    }

    /// One round: ask for this week's messages where something is wrong, then try what is due.
    package func round() async throws {
        guard let mail = settings.mail else { return }
        let care = try await ask()
        let addresses = Set(care.posts.compactMap { settings.posts[$0.text] })
        if !care.troubles.isEmpty {
            try await post.ask(
                in: "\(care.zone.day(now()).number / 7)",
                for: addresses.map(\.text),
                seq: store.head().size
            )
        }
        let mailer = Mailer(mail)
        try await post.round(most: Self.mostInARound) { leased in
            let to = addresses.first { post.isFor($0.text, leased) }
            // Well again, or named no longer: nobody is to get it.
            guard let to, !care.troubles.isEmpty else { return .done }
            return try await deliver(message(care, leased.effect.key, to, mail), by: mailer)
        }
    }

    private func deliver(
        _ message: MailMessage,
        by mailer: Mailer
    ) async throws -> RegularPost.Fate {
        let notices = NoticesDesk(store: store)
        switch await mailer.send(message) {
        case .taken:
            try await notices.noteWell(.mail)
            return .done
        case .never: return .done
        case .later(let why):
            let now = now()
            let next = now.adding(seconds: 3600)
            try await notices.noteTrouble(.mail, why, next: next, at: now)
            return .laterForAll(next)
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
}
