import Ledger
import Office
import Site
import Stories

// What the page of the ICT office says about backups: the places, their reading, the drills.

extension KeepingFeature {
    func copies() async throws -> [HealthPage.Item] {
        let (machine, now) = (machine(), now())
        let mayUse = try await store.read { try $0.mayUsePlaces() }
        var items = [
            machine.isOnServer
                ? Self.keyrings(machine) : Self.backups(machine, mayUsePlaces: mayUse, now)
        ]
        guard !machine.isTrial else { return items }
        let age = try await drillAge(try await regency())
        items.append(HealthPage.Item(.drills, age.wellness.tag, age.words))
        return items
    }

    /// The places of backups, the worst of them.
    static func backups(
        _ machine: Machine,
        mayUsePlaces: Bool,
        _ now: Instant
    ) -> HealthPage.Item {
        let places = machine.places
        guard mayUsePlaces else {
            return HealthPage.Item(.backups, Wellness.broken.tag, .placesNotTakenHead)
        }
        guard !machine.isTrial || !places.isEmpty else {
            return HealthPage.Item(.backups, StatusTag(.trial, .info), .trialPlaces)
        }
        let late = places.filter { $0.isLate || $0.isLost }.map(\.name)
        let unread = places.filter { $0.unread != nil }.map(\.name)
        guard late.isEmpty, unread.isEmpty else {
            let worst = places.map(\.wellness).max() ?? .broken
            let isFew = places.count < 2 && !machine.isTrial
            return HealthPage.Item(
                .backups,
                (isFew ? Wellness.broken : worst).tag,
                late.isEmpty
                    ? .unreadPlaces(unread.joined(separator: ", "))
                    : .latePlaces(late.joined(separator: ", "))
            )
        }
        guard places.count >= 2 || machine.isTrial else {
            return HealthPage.Item(
                .backups,
                Wellness.broken.tag,
                places.isEmpty ? noPlace(machine.copied, now) : .oneBackupPlace
            )
        }
        let worst = places.map(\.wellness).max() ?? .well
        return HealthPage.Item(
            .backups,
            worst.tag,
            worst == .well ? .allPlacesNew(places.count) : .someUnreadLong
        )
    }

    /// The places of the keyring, where the data are backed up by the server's own tools.
    static func keyrings(_ machine: Machine) -> HealthPage.Item {
        let late = machine.places.filter { $0.isLate || $0.isLost }
        let worst = machine.places.map(\.wellness).max() ?? (machine.isTrial ? .well : .look)
        let words: Words =
            machine.places.isEmpty
            ? (machine.isTrial ? .backedUpByServer : .noKeyringPlace)
            : late.isEmpty
                ? .keyringsNew(machine.places.count)
                : .latePlaces(late.map(\.name).joined(separator: ", "))
        return HealthPage.Item(.backups, worst.tag, words)
    }

    /// Without a place: how old the copy is that somebody makes by hand.
    private static func noPlace(_ newest: Instant?, _ now: Instant) -> Words {
        guard let newest else { return .noBackupPlace }
        let days = max(0, now.seconds(since: newest)) / 86_400
        let ago = Words.daysAgo(Int(days))
        return Words(
            "\(Words.noBackupPlace.indonesian) Terakhir disalin \(ago.indonesian).",
            "\(Words.noBackupPlace.text(in: .english)) Last copied \(ago.text(in: .english))."
        )
    }
}

extension Machine.Place {
    /// Old backups and backups that cannot be read are both none.
    var wellness: Wellness {
        if isLost || unread != nil { return .broken }
        return isLate || isUnreadLong ? .look : .well
    }
}

extension Words {
    static let trial = Words("Contoh", "Sample")
    static let someUnreadLong = Words(
        "Semua baru, tetapi ada tempat yang lama tidak dibaca sampai habis.",
        "All are new, but some place was not read to its end for long."
    )

    static func allPlacesNew(_ count: Int) -> Words {
        Words("\(count) tempat, semua baru.", "\(count) places, all new.")
    }

    static func latePlaces(_ names: String) -> Words {
        Words("Terlambat: \(names).", "Late: \(names).")
    }

    static func unreadPlaces(_ names: String) -> Words {
        Words("Tidak terbaca: \(names).", "Cannot be read: \(names).")
    }

    static func keyringsNew(_ count: Int) -> Words {
        Words(
            "Data dicadangkan oleh PostgreSQL. Gantungan kunci baru di \(count) tempat.",
            "PostgreSQL backs up the data. The keyring is new in \(count) places."
        )
    }

    static let noKeyringPlace = Words(
        "Mesin ini tidak menyimpan gantungan kunci; tanpa itu cadangan basis data tidak terbuka. "
            + "Tulis satu folder di backup_targets, atau pastikan mesin lain menyimpannya.",
        "This machine keeps no keyring, and without one the backups of the database do not open. "
            + "Set one folder in backup_targets, or make sure that another machine keeps it."
    )
    static let backedUpByServer = Words(
        "Data ada di PostgreSQL. Cadangannya dibuat dan diperiksa dengan alat PostgreSQL "
            + "(pg_basebackup atau pgBackRest, dengan arsip WAL), bukan di sini. Folder kabupaten "
            + "di mesin ini hanya menyimpan kunci.",
        "The data are in PostgreSQL. Its own tools (pg_basebackup or pgBackRest, with the archive "
            + "of WAL) make and check the backups, not this site. The regency's folder on this "
            + "machine holds keys alone."
    )
    static let nextKeyring = Words(
        "Gantungan kunci disimpan lagi paling lambat seperempat jam lagi. Hanya yang terbaru yang "
            + "disimpan.",
        "The keyring is kept again within a quarter of an hour. Only the newest one is kept."
    )
    static let lastKeyring = Words("Gantungan kunci terakhir", "Last keyring")
}
