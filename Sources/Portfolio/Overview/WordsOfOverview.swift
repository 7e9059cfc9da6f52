import Site

// The sentences of the leaders' pages.

extension Words {
    static let overview = Words("Ringkasan pimpinan", "Leader's overview")
    static let noDistrict = Words("Tanpa kecamatan", "Without a district")
    static let onTimeShare = Words("Selesai tepat waktu", "Finished on time")
    static let indexIKM = Words("Kepuasan (IKM)", "Satisfaction (IKM)")
    static let receivedThisWeek = Words("Masuk minggu ini", "Received this week")
    static let overdueNow = Words("Yang lewat waktu", "Beyond the promised time")
    static let noneOverdue = Words(
        "Tidak ada yang lewat waktu.",
        "Nothing is beyond the promised time."
    )
    static let allOverdue = Words("Semua yang lewat waktu", "Everything beyond its time")
    static let byUnit = Words("Menurut perangkat daerah", "By office")
    static let byService = Words("Menurut layanan", "By service")
    static let byDistrict = Words("Menurut kecamatan", "By district")
    static let office = Words("Kantor", "Office")
    static let serviceName = Words("Layanan", "Service")
    static let district = Words("Kecamatan", "District")
    static let receivedColumn = Words("Masuk", "Received")
    static let endedColumn = Words("Selesai", "Ended")
    static let onTimeColumn = Words("Tepat waktu", "On time")
    static let overdueColumn = Words("Lewat waktu", "Overdue")
    static let openColumn = Words("Berjalan", "Open")
    static let elements = Words("IKM per unsur", "IKM by element")
    static let elementColumn = Words("Unsur", "Element")
    static let averageColumn = Words("Rata-rata dari 4", "Average of 4")
    static let trend = Words("Tren 13 minggu", "Trend of 13 weeks")
    static let trendOf = Words(
        "Bagian yang selesai tepat waktu tiap minggu",
        "Share finished on time in each week"
    )
    static let week = Words("Minggu mulai", "Week from")
    static let asTable = Words("Lihat sebagai tabel", "See as a table")
    static let downloadFigures = Words("Unduh CSV", "Download CSV")
    static let monthlyReport = Words("Cetak laporan bulan", "Print the month's report")
    static let openSigning = Words("Buka", "Open")
    static let noCasesYet = Words(
        "Belum ada permohonan. Angka muncul di sini begitu permohonan pertama masuk.",
        "No requests yet. Figures appear here once the first request comes in."
    )
    static let noCasesThisMonth = Words(
        "Belum ada permohonan yang masuk atau selesai bulan ini.",
        "No request came in or ended this month."
    )
    static let tileMap = Words(
        "Peta petak: satu kotak satu kecamatan",
        "Tile map: one square is one district"
    )
    static let mapShows = Words(
        "Bagian yang selesai tepat waktu bulan ini",
        "Share finished on time this month"
    )
    static let tooFewForShare = Words("belum cukup", "too few")
    static let noFigure = Words("-", "-")

    static func countedUntil(_ clock: Words) -> Words {
        Words("Data sampai \(clock.indonesian)", "Counted until \(clock.text(in: .english))")
    }

    static func shownOf(_ shown: Int, _ all: Int) -> Words {
        Words(
            "\(shown) dari \(all), yang paling perlu dilihat dulu. Semuanya ada di CSV.",
            "\(shown) of \(all), those that need a look first. All of them are in the CSV."
        )
    }

    static func toSign(_ count: Int) -> Words {
        Words("Perlu tanda tangan Anda: \(count)", "To be signed by you: \(count)")
    }

    static func daysOver(_ days: Int) -> Words {
        Words("lewat \(days) hari", days == 1 ? "1 day over" : "\(days) days over")
    }

    static func notEnoughAnswers(_ answers: Int, of needed: Int) -> Words {
        Words(
            "Belum cukup jawaban (\(answers) dari \(needed))",
            "Not enough answers yet (\(answers) of \(needed))"
        )
    }

    static func targetIs(_ percent: Int) -> Words {
        Words("sasaran \(percent)%", "target \(percent)%")
    }

    static func aYearAgo(_ percent: Int) -> Words {
        Words("setahun lalu \(percent)%", "a year ago \(percent)%")
    }

    static func lastWeekHad(_ count: Int) -> Words {
        Words(
            "minggu lalu \(NumberWords.whole(count, in: .indonesian))",
            "last week \(NumberWords.whole(count, in: .english))"
        )
    }

    /// "naik 2 dari Oktober".
    static func change(_ now: Int, from before: Int, _ month: Month) -> Words {
        let name = month.words.map { String($0.split(separator: " ").first ?? "") }
        let english = name.text(in: .english)
        let by = abs(now - before)
        if now > before {
            return Words("naik \(by) dari \(name.indonesian)", "up \(by) from \(english)")
        }
        if now < before {
            return Words("turun \(by) dari \(name.indonesian)", "down \(by) from \(english)")
        }
        return Words("tetap seperti \(name.indonesian)", "the same as in \(english)")
    }
}

extension Axis {
    var heading: Words {
        switch self {
        case .unit: .byUnit
        case .service: .byService
        case .district: .byDistrict
        }
    }

    var columnName: Words {
        switch self {
        case .unit: .office
        case .service: .serviceName
        case .district: .district
        }
    }
}

extension Behind {
    var words: Words {
        switch self {
        case .received: Words("Permohonan yang masuk", "Requests received")
        case .ended: Words("Permohonan yang selesai", "Requests that ended")
        case .onTime: Words("Selesai tepat waktu", "Finished on time")
        case .late: Words("Selesai terlambat", "Finished late")
        case .refused: Words("Ditolak", "Refused")
        case .open: Words("Masih berjalan", "Still open")
        case .overdue: .overdueNow
        }
    }
}
