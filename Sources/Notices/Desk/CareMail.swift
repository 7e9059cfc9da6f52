package import Ledger
package import Stories

/// Reminds those who look after the installation that something there needs them: one e-mail a
/// week to the address of their post, for as long as it is so, one more when something new needs
/// them, and one when it is well again.
///
/// Whichever node sends, it tells of what every node has found. What is said names no person and
/// no path.
package struct CareMail: Sendable {
    let store: RecordStore
    let settings: NoticeSettings
    let now: @Sendable () -> Instant
    let ask: @Sendable () async throws -> Care
    private let troubles: NodeTroubles
    private let post: RegularPost

    private static let mostInARound = 20

    /// What needs them, and who they are.
    package struct Care: Sendable {
        /// What this node finds; empty where all is well.
        package var troubles: [NodeTrouble]

        /// The name of this node's machine; empty where there is only one.
        package var host: String

        /// The posts of those who look after the installation.
        package var posts: [Code]
        package var name: String
        package var base: String
        package var zone: Zone

        package init(
            troubles: [NodeTrouble],
            host: String = "",
            posts: [Code],
            name: String,
            base: String,
            zone: Zone
        ) {
            self.troubles = troubles
            self.host = host
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
        troubles = NodeTroubles(store)
        post = RegularPost(store, keys, kind: "care.mail", purpose: "care-mail", now: now)
    }

    /// One round: say what this node finds, ask for the messages that follow, then try what is
    /// due.
    ///
    /// - Parameter sends: false where this node claims nothing that others may send.
    package func round(sends: Bool = true) async throws {
        let care = try await ask()
        try await troubles.say(care.troubles, on: care.host, at: now())
        guard sends, let mail = settings.mail else { return }
        let addresses = Set(care.posts.compactMap { settings.posts[$0.text] })
        try await askForMessages(care, to: addresses.map(\.text))
        let mailer = Mailer(mail)
        try await post.round(most: Self.mostInARound) { leased in
            // Named no longer: nobody is to get it.
            guard let to = addresses.first(where: { post.isFor($0.text, leased) }) else {
                return .done
            }
            let draft = MessageDraft(to: to, key: leased.effect.key, mail: mail)
            if let letter = Self.letter(in: leased) {
                return try await tellOfEnds(letter, care, draft, by: mailer)
            }
            return try await tell(care, draft, by: mailer)
        }
    }

    private struct MessageDraft {
        let to: MailAddress
        let key: OpaqueID
        let mail: MailSettings
    }

    /// One for each set of troubles in a week, and one for what has ended since.
    private func askForMessages(_ care: Care, to addresses: [String]) async throws {
        let seq = try await store.head().size
        let open = try await troubles.open()
        if !open.isEmpty {
            try await post.ask(in: period(of: open, care), for: addresses, seq: seq)
        }
        for letter in try await troubles.lettersOfEnds(Draw.random.id()) {
            let word = "\(letter)"
            try await post.ask(in: word, for: addresses, subject: word, seq: seq)
        }
    }

    private func period(of open: [NodeTroubles.Told], _ care: Care) -> String {
        let week = care.zone.day(now()).number / 7
        return "\(week) \(open.map(\.key).sorted().joined(separator: ","))"
    }

    /// The letter about ends that a delivery is of; nil where it is about what is wrong.
    private static func letter(in leased: Outbox.Leased) -> OpaqueID? {
        let about = leased.effect.about
        return about.count == 2 ? OpaqueID(about[0].text) : nil
    }

    private func tell(
        _ care: Care,
        _ draft: MessageDraft,
        by mailer: Mailer
    ) async throws -> RegularPost.Fate {
        let open = try await troubles.open()
        // Well again, or another one tells of what is wrong by now.
        guard !open.isEmpty, draft.key == post.mark("\(period(of: open, care)) \(draft.to.text)")
        else { return .done }
        let text = """
            \(Self.list(open))

            Buka: \(care.base)/kelola
            Surel ini datang sekali seminggu selama masih begitu.
            """
        let fate = try await deliver(
            message(care, draft, "Sistem \(care.name) perlu dilihat", text),
            by: mailer
        )
        if case .done = fate { try await troubles.noteTold(open, at: now()) }
        return fate
    }

    private func tellOfEnds(
        _ letter: OpaqueID,
        _ care: Care,
        _ draft: MessageDraft,
        by mailer: Mailer
    ) async throws -> RegularPost.Fate {
        let ended = try await troubles.ended(in: letter)
        // Wrong again before anybody heard that it was over.
        guard !ended.isEmpty else { return .done }
        let text = """
            Sudah tidak ada lagi:
            \(Self.list(ended))

            Keadaan semuanya: \(care.base)/kelola
            """
        return try await deliver(
            message(care, draft, "Sudah baik lagi di sistem \(care.name)", text),
            by: mailer
        )
    }

    private static func list(_ troubles: [NodeTroubles.Told]) -> String {
        troubles.map { "- \($0.sentence)" }.joined(separator: "\n")
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
        _ draft: MessageDraft,
        _ subject: String,
        _ text: String
    ) -> MailMessage {
        MailMessage(
            from: draft.mail.from,
            fromName: draft.mail.name ?? care.name,
            to: draft.to,
            subject: subject,
            text: text,
            id: draft.key,
            at: now(),
            zone: care.zone
        )
    }
}
