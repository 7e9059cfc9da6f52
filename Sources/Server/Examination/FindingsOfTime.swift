package import Stories

/// What the machine says about its clock.
package struct ClockReading: Hashable, Sendable {
    package var wall: Instant
    /// The latest moment in the record; nil for an empty one.
    package var recorded: Instant?
    /// Whether the clock follows a time server; nil where the machine cannot tell.
    package var isSynchronized: Bool?

    package init(wall: Instant, recorded: Instant?, isSynchronized: Bool?) {
        self.wall = wall
        self.recorded = recorded
        self.isSynchronized = isSynchronized
    }
}

extension Finding {
    /// So long without an event is rare: perhaps the clock is ahead.
    private static let quietDays: Int64 = 45

    /// Whether the clock is right, as far as the record can tell.
    package static func clock(
        _ reading: ClockReading,
        zone: Zone,
        folder: String = "FOLDER"
    ) -> [Finding] {
        var found: [Finding] = []
        let today = zone.day(reading.wall)
        if let recorded = reading.recorded {
            let behind = recorded.seconds(since: reading.wall)
            if behind >= SteadyClock.worrying {
                found.append(
                    Finding(
                        .danger,
                        "clock",
                        "Jam server (\(today)) tertinggal \(length(behind)) dari catatan "
                            + "terakhir (\(zone.day(recorded))). Betulkan jamnya. Sampai itu, waktu "
                            + "dihitung maju dari catatan terakhir. Bila jamnya kini benar dan dulu "
                            + "terlalu maju: hentikan server, lalu serasan clock \(folder) "
                            + "--reason \"apa yang terjadi\""
                    )
                )
            } else if -behind > quietDays * 86_400 {
                found.append(
                    Finding(
                        .attention,
                        "clock",
                        "Catatan terakhir \(length(-behind)) yang lalu (\(zone.day(recorded))). "
                            + "Bila kantor tidak sesepi itu, jam server (\(today)) terlalu maju."
                    )
                )
            }
        }
        if found.isEmpty {
            found.append(Finding(.fine, "clock", "Jam server \(today), sejalan dengan catatan."))
        }
        found.append(synchronization(reading.isSynchronized))
        return found
    }

    /// Whether this machine's clock agrees with that of the database's server.
    package static func clock(secondsAhead: Int64) -> Finding {
        let seconds = abs(secondsAhead)
        let words =
            "Jam server ini \(seconds) detik \(secondsAhead > 0 ? "lebih cepat" : "lebih lambat") "
            + "daripada jam basis data. Samakan keduanya dengan NTP."
        if seconds > SharedClock.tooFar {
            return Finding(
                .danger,
                "clock-of-database",
                words + " Sampai itu tenggat dan kabar tidak dijalankan di sini."
            )
        }
        return seconds >= SharedClock.worrying
            ? Finding(.attention, "clock-of-database", words)
            : Finding(.fine, "clock-of-database", "Jam server ini sejalan dengan jam basis data.")
    }

    private static func synchronization(_ isSynchronized: Bool?) -> Finding {
        switch isSynchronized {
        case true?: Finding(.fine, "ntp", "Jam mengikuti server waktu (NTP).")
        case false?:
            Finding(
                .attention,
                "ntp",
                "Jam tidak mengikuti server waktu. Jalankan: timedatectl set-ntp true"
            )
        case nil:
            Finding(
                .attention,
                "ntp",
                "Tidak bisa diperiksa apakah jam mengikuti server waktu (timedatectl tidak menjawab)."
            )
        }
    }

    private static func length(_ seconds: Int64) -> String {
        switch seconds {
        case ..<7200: "\(seconds / 60) menit"
        case ..<172_800: "\(seconds / 3600) jam"
        case _: "\(seconds / 86_400) hari"
        }
    }

    /// Whether the calendar reaches far enough for what is promised now.
    ///
    /// - Parameter years: those for which holidays are known.
    package static func calendar(years: Set<Int>, today: Day) -> Finding {
        let (year, month) = (today.parts.year, today.parts.month)
        guard years.contains(year) else {
            return Finding(
                .danger,
                "calendar",
                "Kalender tidak memuat hari libur \(year): tenggat dihitung salah. "
                    + "Lengkapi berkas hari libur, lalu terbitkan."
            )
        }
        if month >= 10, !years.contains(year + 1) {
            return Finding(
                .attention,
                "calendar",
                "Kalender belum memuat \(year + 1). Isi setelah SKB hari libur terbit, "
                    + "lalu terbitkan."
            )
        }
        return Finding(
            .fine,
            "calendar",
            "Kalender memuat hari libur sampai akhir \(years.max() ?? year)."
        )
    }

    /// How long the certificate is still good.
    package static func certificate(_ valid: ClosedRange<Int64>, at now: Instant) -> Finding {
        let seconds = now.milliseconds / 1000
        if seconds < valid.lowerBound {
            return Finding(
                .danger,
                "certificate",
                "Sertifikat belum berlaku pada jam server. Periksa jam dan sertifikatnya."
            )
        }
        let left = valid.upperBound - seconds
        let days = left / 86_400
        if left <= 0 {
            return Finding(
                .danger,
                "certificate",
                "Sertifikat sudah habis \(-left / 86_400) hari yang lalu: peramban warga menolak "
                    + "situs. Perbarui sekarang."
            )
        }
        return days < 21
            ? Finding(
                .attention,
                "certificate",
                "Sertifikat habis \(days) hari lagi. Periksa apakah pembaruannya berjalan."
            )
            : Finding(.fine, "certificate", "Sertifikat berlaku \(days) hari lagi.")
    }
}
