package import Ledger
package import Notices
package import Stories

/// Sends the newest head once a day to those whom the regency has named.
package struct CheckpointPost: Sendable {
    let store: RecordStore
    let settings: NoticeSettings
    let sender: @Sendable () async throws -> Sender
    let now: @Sendable () -> Instant
    private let post: RegularPost

    private static let mostInARound = 50

    /// Whose record it is, and in which zone its day begins.
    package struct Sender: Sendable {
        package var name: String
        package var base: String
        package var zone: Zone

        package init(name: String, base: String, zone: Zone) {
            self.name = name
            self.base = base
            self.zone = zone
        }
    }

    package init(
        _ store: RecordStore,
        _ keys: Keys,
        _ settings: NoticeSettings,
        sender: @escaping @Sendable () async throws -> Sender,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.settings = settings
        self.sender = sender
        self.now = now
        post = RegularPost(
            store,
            keys,
            kind: "checkpoint.mail",
            purpose: "checkpoint-mail",
            now: now
        )
    }

    /// One round: ask for today's messages, then try what is due.
    package func round() async throws {
        guard let mail = settings.mail, !settings.witnesses.isEmpty else { return }
        if let newest = try await store.glance({ try $0.checkpoint() }) {
            try await post.ask(
                in: "\(try await sender().zone.day(now()))",
                for: settings.witnesses.map(\.text),
                subject: "\(newest.size)",
                seq: newest.size
            )
        }
        let mailer = Mailer(mail)
        try await post.round(most: Self.mostInARound) { leased in
            try await deliver(leased, by: mailer, mail)
        }
    }

    private func deliver(
        _ leased: Outbox.Leased,
        by mailer: Mailer,
        _ mail: MailSettings
    ) async throws -> RegularPost.Fate {
        guard let size = leased.effect.about.first.flatMap({ Int64($0.text) }),
            let kept = try await store.glance({ try $0.checkpoint(at: size) }),
            let to = settings.witnesses.first(where: { post.isFor($0.text, leased) })
        else {
            // Named no longer: nobody is to get it.
            return .done
        }
        let notices = NoticesDesk(store: store)
        let message = message(kept, leased.effect.key, to, mail, from: try await sender())
        switch await mailer.send(message) {
        case .taken:
            let copy = OutsideCopy(size: size, covers: kept.made, way: .mail, at: now())
            try await store.operate([copy.statement(by: nil)])
            try await notices.noteWell(.mail)
            return .done
        case .never: return .done
        case .later(let why):
            let now = now()
            let next = BackOff.next(after: leased.attempt, asked: kept.made, now: now)
            guard let next else { return .done }
            try await notices.noteTrouble(.mail, why, next: next, at: now)
            return .laterForAll(next)
        }
    }

    private func message(
        _ kept: KeptCheckpoint,
        _ key: OpaqueID,
        _ to: MailAddress,
        _ mail: MailSettings,
        from sender: Sender
    ) -> MailMessage {
        MailMessage(
            from: mail.from,
            fromName: mail.name ?? sender.name,
            to: to,
            subject: "Cap catatan \(sender.name), \(kept.size) peristiwa",
            text: """
                Simpan surel ini. Dengan menyimpannya Anda menjadi saksi: catatan layanan sampai \
                cap di bawah ini tidak bisa diubah tanpa ketahuan. Tidak ada data pribadi di dalamnya.

                Keep this message. It makes you a witness: nothing recorded up to the checkpoint \
                below can be changed unseen. It holds no personal data.

                \(kept.note)
                Penjelasan dan kunci: \(sender.base)/bukti
                """,
            id: key,
            at: kept.made,
            zone: sender.zone
        )
    }
}
