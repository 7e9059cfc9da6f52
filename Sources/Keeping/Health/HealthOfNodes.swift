import Ledger
import Site
import Stories

// What the page of the ICT office says about the machines that share the record.

extension KeepingFeature {
    /// One line for each machine, and one where their settings are not alike; none where there is
    /// only this one.
    func nodes() async throws -> [HealthPage.Item] {
        let (notes, now) = (try await store.nodeNotes(), now())
        guard !notes.isEmpty else { return [] }
        let troubles = try await NodeTroubles(store).open().filter { !$0.isShared }
        var items = notes.map { note in
            let own = troubles.filter { $0.node == note.id }.map(\.words)
            return Self.node(note, own, now)
        }
        for (file, hosts) in notes.differing(at: now) {
            let names = hosts.joined(separator: ", ")
            items.append(
                HealthPage.Item(
                    Words("Pengaturan", "Settings"),
                    StatusTag(.look, .attention),
                    Words(
                        "\(file) di \(names) lain daripada di mesin yang lain. Samakan, lalu "
                            + "mulai lagi programnya di sana.",
                        "\(file) on \(names) is not as on the other machines. Make it the same, "
                            + "then restart the program there."
                    )
                )
            )
        }
        return items
    }

    private static func node(
        _ note: NodeNote,
        _ troubles: [String],
        _ now: Instant
    ) -> HealthPage.Item {
        let name = Words("Mesin \(note.about.host)", "Machine \(note.about.host)")
        guard !note.isSilent(at: now) else {
            let minutes = now.seconds(since: note.seen) / 60
            return HealthPage.Item(
                name,
                StatusTag(.broken, .danger),
                Words(
                    "Tidak terdengar sejak \(minutes) menit: mati, terputus dari basis data, atau "
                        + "programnya lama.",
                    "Not heard of for \(minutes) minutes: off, cut off from the database, or with "
                        + "an old program."
                )
            )
        }
        guard troubles.isEmpty else {
            let found = troubles.joined(separator: " ")
            return HealthPage.Item(
                name,
                StatusTag(.broken, .danger),
                // As it was kept when the machine found it.
                Words(found, found)
            )
        }
        return HealthPage.Item(
            name,
            StatusTag(.well, .done),
            Words(
                "Berjalan dengan program \(note.about.program).",
                "At work with program \(note.about.program)."
            )
        )
    }
}
