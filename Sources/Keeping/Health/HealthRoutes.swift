import Hummingbird
import Ledger
import Office
import Site
import Stories

// The home of the ICT office.

extension KeepingFeature {
    func addHealth(to router: Router<some SiteContext>) {
        router.get("kelola") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let page = HealthPage(items: try await self.health(), links: Self.links)
                let regency = try await self.regency()
                return Answer.page(page, for: try self.visit(context, regency, of: keeper))
            }
        }
    }

    private static let links = [
        Link(.backups, "/kelola/cadangan"),
        Link(Words("Petugas", "Officials"), "/kelola/pengguna"),
        Link(Words("Mutasi", "Rotations"), "/kelola/mutasi"),
        Link(Words("Impor petugas", "Import of officials"), "/kelola/impor"),
        Link(Words("Layanan", "Services"), "/kelola/layanan"),
        Link(Words("Kegunaan layanan", "What services are worth"), "/kelola/kegunaan"),
        Link(.comparison, "/kelola/studi-banding"),
        Link(Words("Kalender kerja", "Working calendar"), "/kelola/kalender"),
        Link(
            Words("Nomor surat setelah pemulihan", "Letters after a restore"),
            "/kelola/nomor-surat"
        ),
        Link(Words("Data pribadi warga", "People's data"), "/kelola/data-pribadi"),
        Link(Words("Jejak kegiatan", "Activity"), "/kelola/jejak"),
        Link(Words("Saksi catatan", "Witnesses of the record"), "/kelola/bukti"),
    ]

    func health() async throws -> [HealthPage.Item] {
        let now = now()
        let head = try await store.head()
        let lags = try await store.lags()
        let newest = try await store.read { reader in
            try reader.events(after: max(0, head.size - 1), limit: 1).first?.at
        }
        let troubles = try await troubles()
        let count = duties
        let duties = try await store.read { try count(now, $0) }
        return [
            HealthPage.Item(
                Words("Catatan", "The record"),
                StatusTag(.well, .done),
                Words(
                    "\(NumberWords.whole(Int(head.size), in: .indonesian)) peristiwa tercatat.",
                    "\(NumberWords.whole(Int(head.size), in: .english)) events recorded."
                )
            )
        ] + (machine().isOutdated ? [Self.outdated] : []) + [
            Self.views(lags, machine().compared, now),
            Self.clock(now, newest: newest, machine().clock),
            Self.disk(machine()),
            Self.channels(troubles),
            Self.data(duties),
        ] + (try await copies()) + (try await witnesses()) + (try await nodes())
    }

    /// Only this machine: others are at work with the newer program.
    private static let outdated = HealthPage.Item(
        Words("Program", "The program"),
        StatusTag(.broken, .danger),
        Words(
            "Catatan sudah diubah program yang lebih baru, jadi mesin ini tidak mencatat apa pun. "
                + "Pasang program itu di sini juga.",
            "A newer program has changed the record, so this machine records nothing. Install it "
                + "here too."
        )
    )

    private func witnesses() async throws -> [HealthPage.Item] {
        guard let (isWell, sentence) = try await guarded?() else { return [] }
        let tag = isWell ? StatusTag(.well, .done) : StatusTag(.look, .attention)
        return [
            HealthPage.Item(Words("Saksi catatan", "Witnesses of the record"), tag, sentence)
        ]
    }

    /// Whether people can be told by the ways that were set up.
    private static func channels(_ troubles: [Words]) -> HealthPage.Item {
        let name = Words("Kabar ke warga", "News to citizens")
        guard !troubles.isEmpty else {
            return HealthPage.Item(
                name,
                StatusTag(.well, .done),
                Words("Tidak ada saluran yang macet.", "No channel is stuck.")
            )
        }
        return HealthPage.Item(
            name,
            StatusTag(.look, .attention),
            Words(
                troubles.map(\.indonesian).joined(separator: " "),
                troubles.map { $0.text(in: .english) }.joined(separator: " ")
            )
        )
    }

    /// What is owed to people whose data are here: late is red.
    private static func data(_ duties: DutiesOfData) -> HealthPage.Item {
        HealthPage.Item(
            Words("Data pribadi warga", "People's data"),
            duties.isLate
                ? StatusTag(.late, .danger)
                : duties.isEmpty ? StatusTag(.well, .done) : StatusTag(.look, .attention),
            duties.words
        )
    }

    private static func views(
        _ lags: [ViewLag],
        _ compared: (at: Instant, troubles: [Words])?,
        _ now: Instant
    ) -> HealthPage.Item {
        let name = Words("Daftar dan pencarian", "Lists and search")
        let stopped = lags.filter { $0.failedAt != nil }.map(\.view.text)
        guard stopped.isEmpty else {
            let names = stopped.joined(separator: ", ")
            return HealthPage.Item(
                name,
                StatusTag(.broken, .danger),
                Words(
                    "Berhenti: \(names). Jalankan serasan rebuild.",
                    "Stopped: \(names). Run serasan rebuild."
                )
            )
        }
        if let compared, !compared.troubles.isEmpty {
            return HealthPage.Item(
                name,
                StatusTag(.broken, .danger),
                Words(
                    compared.troubles.map(\.indonesian).joined(separator: " ")
                        + " Hentikan situs, jalankan serasan rebuild.",
                    compared.troubles.map { $0.text(in: .english) }.joined(separator: " ")
                        + " Stop the site and run serasan rebuild."
                )
            )
        }
        let behind = lags.map(\.behind).max() ?? 0
        let hours = compared.map { max(0, now.seconds(since: $0.at)) / 3600 }
        return HealthPage.Item(
            name,
            behind > 1000 ? StatusTag(.look, .attention) : StatusTag(.well, .done),
            Words(
                (behind == 0 ? "Sudah memuat seluruh catatan." : "Tertinggal \(behind) peristiwa.")
                    + (hours.map { " Dibandingkan \($0) jam yang lalu: sama." } ?? ""),
                (behind == 0 ? "Up to date with the record." : "\(behind) events behind.")
                    + (hours.map { " Compared \($0) hours ago: the same." } ?? "")
            )
        )
    }

    /// Nothing is recorded in the future, unless the clock went back.
    private static func clock(
        _ now: Instant,
        newest: Instant?,
        _ apart: (secondsAhead: Int64, isTooFar: Bool)?
    ) -> HealthPage.Item {
        let name = Words("Jam mesin", "The machine's clock")
        if let apart {
            let tag = apart.isTooFar ? StatusTag(.broken, .danger) : StatusTag(.look, .attention)
            return HealthPage.Item(name, tag, .clockApart(apart.secondsAhead, apart.isTooFar))
        }
        let ahead = newest.map { $0.seconds(since: now) } ?? 0
        guard ahead <= 60 else {
            return HealthPage.Item(
                name,
                StatusTag(.broken, .danger),
                Words(
                    "Jam mundur: peristiwa terakhir \(ahead / 60) menit di depan jam sekarang. "
                        + "Samakan dengan NTP.",
                    "The clock went back: the newest event is \(ahead / 60) minutes ahead. "
                        + "Set it by NTP."
                )
            )
        }
        return HealthPage.Item(
            name,
            StatusTag(.well, .done),
            Words("Cocok dengan catatan.", "Agrees with the record.")
        )
    }

    private static func disk(_ machine: Machine) -> HealthPage.Item {
        let name = Words("Ruang disk", "Disk")
        guard let free = machine.free, let total = machine.total, total > 0 else {
            return HealthPage.Item(
                name,
                StatusTag(.look, .attention),
                Words("Tidak terbaca.", "Cannot be read.")
            )
        }
        let share = free * 100 / total
        let gigabytes = free / 1_000_000_000
        let tag =
            share < 10
            ? StatusTag(.broken, .danger)
            : share < 20 ? StatusTag(.look, .attention) : StatusTag(.well, .done)
        let left = Words("Sisa \(gigabytes) GB (\(share)%).", "\(gigabytes) GB left (\(share)%).")
        return HealthPage.Item(
            name,
            tag,
            machine.isOnServer
                ? Words(
                    "\(left.indonesian) Berkas warga masuk ke basis data: pantau disk di sana.",
                    "\(left.text(in: .english)) Files go to the database: watch the disk there."
                )
                : Words(
                    "\(left.indonesian) Di bawah 10% unggahan ditolak.",
                    "\(left.text(in: .english)) Below 10% uploads are refused."
                )
        )
    }
}
