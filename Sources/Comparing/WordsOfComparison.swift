import Exchange
import Site
import Stories

// The sentences of the comparison and of the dossier of a replication.

extension Words {
    static let comparisonLead = Words(
        "Layanan yang sama di beberapa kabupaten, diukur dengan cara yang sama. Angka kabupaten "
            + "lain datang sebagai bukti yang mereka tanda tangani.",
        "The same service in several regencies, measured in the same way. Figures of others come "
            + "as evidence that they have signed."
    )
    static let inCommon = Words("Layanan yang sama-sama dipunyai", "Services in common")
    static let alsoIn = Words("Juga di", "Also in")
    static let noneInCommon = Words(
        "Belum ada bukti dari kabupaten lain untuk layanan di sini. Minta berkas buktinya "
            + "(.bukti.json) dari USB atau surel mitra, lalu ambil di bawah ini.",
        "There is no evidence of other regencies for services here yet. Ask a partner for its "
            + "file (.bukti.json), then take it in below."
    )
    static let takeEvidence = Words("Ambil bukti kabupaten lain", "Take in another's evidence")
    static let evidenceFile = Words("Berkas bukti", "File of evidence")
    static let evidenceFileHint = Words(
        "Di USB mitra ada di folder bukti. Akar dan katalog mitra harus sudah dikenal di sini.",
        "On a partner's stick it lies in the folder bukti. Its root and catalogue must be known."
    )
    static let takeIn = Words("Ambil", "Take in")
    static let twoFiguresSaid = Words(
        "Kabupaten ini pernah menandatangani dua nilai untuk hal yang sama. Yang dipakai adalah "
            + "yang pertama; tanyakan kepada mereka.",
        "This regency has signed two values for one thing. The first is used; ask them."
    )
    static let measure = Words("Ukuran", "Measure")
    static let statedBy = Words("Dinyatakan oleh", "Stated by")
    static let notStatedYet = Words(
        "Dihitung di sini, belum dinyatakan",
        "Computed here, not stated yet"
    )
    static let receivedMeasure = Words("Permohonan masuk", "Requests received")
    static let decidedMeasure = Words("Diputus", "Decided")
    static let inTimeMeasure = Words("Tepat waktu", "In time")
    static let shareMeasure = Words("Bagian tepat waktu", "Share in time")
    static let medianMeasure = Words("Lama, nilai tengah", "Time taken, median")
    static let indexMeasure = Words("IKM (mutu)", "IKM (class)")
    static let answersMeasure = Words("Jawaban survei", "Answers to the survey")
    static let costMeasure = Words("Biaya per permohonan", "Cost per request")
    static let versionMeasure = Words("Versi layanan", "Version of the service")
    static let fewerThanTen = Words("kurang dari 10", "fewer than 10")
    static let allButAFew = Words("semua kecuali kurang dari 10", "all but fewer than 10")
    static let hiddenFigure = Words("disamarkan", "hidden")
    static let notToldOrKnown = Words("tidak dinyatakan", "not stated")
    static let notStatedForQuarter = Words(
        "tidak ada untuk triwulan ini",
        "nothing for this quarter"
    )
    static let howCounted = Words(
        "Angka dibulatkan ke 5. Yang kurang dari 10 tidak disebut, dan satu angka lain ikut "
            + "disamarkan bila ia bisa dihitung balik. Nilai tengah dan IKM disebut mulai 20. Lama "
            + "dihitung dalam hari kerja sejak diterima. Setiap angka dinyatakan satu kali.",
        "Figures are rounded to 5. Fewer than 10 are not told, and another one is hidden where "
            + "they could be found by subtracting. Medians and the IKM are told from 20 up. Time is "
            + "in working days since receipt. Each figure is stated once."
    )
    static let whatWasAdapted = Words("Apa yang disesuaikan", "What was adapted")
    static let isItsOrigin = Words(
        "Layanan ini berasal dari kabupaten ini.",
        "This service comes from this regency."
    )
    static let nothingAdapted = Words(
        "Dipakai seperti aslinya, tanpa penyesuaian.",
        "Used as it came, without changes."
    )
    static let beforeAndAfter = Words("Sebelum dan sesudah di sini", "Before and after here")
    static let before = Words("Sebelum", "Before")
    static let after = Words("Sesudah", "After")
    static let fromWhere = Words("Asal angka", "Where from")
    static let noBefore = Words(
        "Keadaan sebelum layanan ini dipakai belum dicatat.",
        "How it went before this service was used is not on record yet."
    )
    static let noAfter = Words(
        "Belum ada satu triwulan penuh sesudah layanan ini dipakai.",
        "There is no whole quarter yet since this service is used."
    )
    static let enterBaseline = Words("Catat keadaan sebelumnya", "Record how it was before")
    static let baselineLead = Words(
        "Angka dari luar sistem ini, misalnya dari laporan tahun lalu. Isi yang diketahui saja.",
        "Figures from outside this system, such as last year's report. Fill in what is known."
    )
    static let receivedInQuarter = Words(
        "Permohonan masuk dalam tiga bulan",
        "Requests received in three months"
    )
    static let shareInPercent = Words("Tepat waktu (persen)", "In time (per cent)")
    static let medianInDays = Words("Lama, nilai tengah (hari kerja)", "Median (working days)")
    static let indexTyped = Words("IKM", "IKM")
    static let indexHint = Words("Dari 25 sampai 100, misalnya 81,25.", "From 25 to 100.")
    static let sourceOfFigures = Words("Sumber angka", "Source of the figures")
    static let sourceHint = Words(
        "Misalnya: Laporan SKM 2025 halaman 4.",
        "Such as: SKM report 2025, page 4."
    )
    static let dayOfFigures = Words("Angka per tanggal", "Figures as of")
    static let saved = Words("Sudah disimpan.", "Saved.")
    static let taken = Words("Bukti sudah diambil.", "The evidence was taken in.")
    static let dossier = Words("Berkas replikasi", "Dossier of the replication")
    static let recordRange = Words("Dihitung dari catatan", "Computed from the record")

    static func events(_ range: EvidenceStatement.RecordRange) -> Words {
        let head = hexadecimal(range.head.digest.prefix(4))
        return Words(
            "peristiwa \(range.first) sampai \(range.last), akar \(head)…",
            "events \(range.first) to \(range.last), root \(head)…"
        )
    }

    static func statedOn(_ name: String, _ day: Day) -> Words {
        Words(
            "\(name), \(DateWords.date(day, in: .indonesian))",
            "\(name), \(DateWords.date(day, in: .english))"
        )
    }

    /// Who said something last, and when.
    static func lastSaid(_ entry: LoadedReplication.Entry, _ zone: Zone) -> Words {
        let day = zone.day(entry.at)
        let name = entry.name ?? "—"
        return Words(
            "Terakhir disimpan \(DateWords.date(day, in: .indonesian)) oleh \(name).",
            "Last saved \(DateWords.date(day, in: .english)) by \(name)."
        )
    }
}

extension Quarter {
    /// "Triwulan 3 2026".
    var words: Words { Words("Triwulan \(number) \(year)", "Quarter \(number) of \(year)") }
}
