package import Ledger
package import Notices
package import Stories

/// Sends the newest head once a day to those whom the regency has named.
///
/// Through the outbox as everything that leaves the house: claimed before a try, marked once, under
/// a Message-ID that stays the same however often it is tried.
package struct CheckpointPost: Sendable {
    let store: RecordStore
    let keys: Keys
    let settings: NoticeSettings
    let sender: @Sendable () -> Sender
    let now: @Sendable () -> Instant

    private static let kind: Code = "checkpoint.mail"
    private static let mostInARound = 50

    /// Longer than a try can last.
    private static let leaseSeconds: Int64 = 60

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
        sender: @escaping @Sendable () -> Sender,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.keys = keys
        self.settings = settings
        self.sender = sender
        self.now = now
    }

    /// One round: ask for today's messages, then try what is due.
    package func round() async throws {
        guard let mail = settings.mail, !settings.witnesses.isEmpty else { return }
        try await ask()
        let mailer = Mailer(mail)
        for _ in 0..<Self.mostInARound {
            let start = now()
            let due = try await Outbox(store).lease(
                [Self.kind],
                at: start,
                until: start.adding(seconds: Self.leaseSeconds),
                limit: 1
            )
            guard !Task.isCancelled, let effect = due.first,
                try await deliver(effect, by: mailer, mail)
            else { return }
        }
    }

    /// One message a day and address, however often somebody asks.
    private func ask() async throws {
        guard let newest = try await store.glance({ try $0.checkpoint() }) else { return }
        let now = now()
        let day = sender().zone.day(now)
        try await store.operate(
            settings.witnesses.map { address in
                """
                INSERT INTO outbox (key, kind, about, seq, tries) VALUES (\
                \(key(day, address)), \(Self.kind), \
                \("\(newest.size) \(mark(address))"), \(newest.size), \(0)) \
                ON CONFLICT (key) DO NOTHING
                """
            }
        )
    }

    /// - Returns: false where the server takes nothing at the moment, and the round ends.
    private func deliver(
        _ leased: Outbox.Leased,
        by mailer: Mailer,
        _ mail: MailSettings
    ) async throws -> Bool {
        let about = leased.effect.about
        let outbox = Outbox(store)
        guard about.count == 2, let size = Int64(about[0].text),
            let kept = try await store.glance({ try $0.checkpoint(at: size) }),
            let to = settings.witnesses.first(where: { mark($0) == about[1].text })
        else {
            // Named no longer: nobody is to get it.
            _ = try await outbox.done(leased.effect.key, at: now())
            return true
        }
        let notices = NoticesDesk(store: store)
        switch await mailer.send(message(kept, leased.effect.key, to, mail)) {
        case .taken:
            let copy = OutsideCopy(size: size, covers: kept.made, way: .mail, at: now())
            try await store.operate([copy.statement(by: nil)])
            _ = try await outbox.done(leased.effect.key, at: now())
            try await notices.noteWell(.mail)
            return true
        case .never:
            _ = try await outbox.done(leased.effect.key, at: now())
            return true
        case .later(let why):
            let now = now()
            let next = BackOff.next(after: leased.attempt, asked: kept.made, now: now)
            guard let next else {
                _ = try await outbox.done(leased.effect.key, at: now)
                return true
            }
            try await outbox.postpone(leased.effect.key, until: next)
            try await notices.noteTrouble(.mail, why, next: next, at: now)
            return false
        }
    }

    private func message(
        _ kept: KeptCheckpoint,
        _ key: OpaqueID,
        _ to: MailAddress,
        _ mail: MailSettings
    ) -> MailMessage {
        let sender = sender()
        return MailMessage(
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

    /// The same for the same day and address, at every start and on every node.
    private func key(_ day: Day, _ address: MailAddress) -> OpaqueID {
        let mark = keys.mark("checkpoint-mail", Array("\(day) \(address)".utf8))
        guard let id = OpaqueID(bytes: mark.prefix(16)) else {
            preconditionFailure("an id has 16 bytes")
        }
        return id
    }

    /// Stands for an address in the outbox, where no address is written.
    private func mark(_ address: MailAddress) -> String {
        "\(key(Day(number: 0), address))"
    }
}
