package import Stories

// What somebody has to look after besides the machine: copies, and the line to the mail server.

extension Finding {
    /// How old the newest copy is, by the mark that whoever copies leaves.
    ///
    /// - Parameter mark: the file that says when.
    package static func backup(_ newest: Instant?, at now: Instant, mark: String) -> Finding {
        guard let newest else {
            return Finding(
                .attention,
                "backup",
                "Belum ada catatan kapan data terakhir disalin. Salin folder data menurut "
                    + "docs/OPERATING.md, lalu jalankan: touch \(mark)"
            )
        }
        let days = max(0, now.seconds(since: newest)) / 86_400
        let age = days == 0 ? "kurang dari sehari" : "\(days) hari"
        switch days {
        case ..<2: return Finding(.fine, "backup", "Data terakhir disalin \(age) yang lalu.")
        case ..<14:
            return Finding(
                .attention,
                "backup",
                "Data terakhir disalin \(age) yang lalu. Salin setiap malam, lalu: touch \(mark)"
            )
        case _:
            return Finding(
                .danger,
                "backup",
                "Data terakhir disalin \(age) yang lalu: sebanyak itu yang hilang bila disk "
                    + "rusak. Salin sekarang, lalu: touch \(mark)"
            )
        }
    }

    /// What a mail server said when it was knocked at.
    package enum Knock: Hashable, Sendable {
        case answered(isSafe: Bool)
        /// Why not, as the end of a sentence.
        case failed(why: String)
    }

    /// Whether the mail server can be reached, and whether the line to it is safe.
    package static func mail(_ host: String, _ knock: Knock) -> Finding {
        switch knock {
        case .answered(isSafe: true):
            Finding(.fine, "mail", "Server surel \(host) menjawab lewat sambungan yang aman.")
        case .answered(isSafe: false):
            Finding(.fine, "mail", "Server surel \(host) di mesin ini menjawab.")
        case .failed(let why):
            Finding(
                .danger,
                "mail",
                "Surel lewat \(host) tidak bisa dikirim: \(why). Kabar ke warga tertahan, lalu "
                    + "pindah ke meja petugas."
            )
        }
    }

    /// A way of telling people that has been stuck.
    package static func stuck(_ channel: String, since: Instant, zone: Zone) -> Finding {
        Finding(
            .attention,
            "notices",
            "Saluran kabar \"\(channel)\" macet sejak \(zone.day(since)); dicoba lagi sendiri."
        )
    }

    /// A machine of the same record that has said nothing for a while.
    package static func silent(_ host: String) -> Finding {
        Finding(
            .danger,
            "nodes",
            "Mesin \(host) tidak terdengar lagi: mati, terputus dari basis data, atau programnya "
                + "lama. Bila memang tidak dipakai lagi: serasan keys strike-off."
        )
    }

    /// A file of settings that is not the same on all machines of a record.
    package static func differing(_ file: String, on hosts: [String]) -> Finding {
        Finding(
            .attention,
            "nodes",
            "\(file) di \(hosts.joined(separator: ", ")) lain daripada di mesin yang lain. "
                + "Samakan, lalu mulai lagi programnya di sana."
        )
    }
}
