import Site
import Stories

extension Words {
    static let myCoffee = Words("Kopi saya", "My coffee")
    static let allUnits = Words(
        "Semua setoran Anda yang tercatat di sini.",
        "All your deliveries that are recorded here."
    )
    static let nothingBrought = Words("Belum ada setoran.", "No deliveries yet.")
    static let paidOutInCash = Words("Dibayar tunai", "Paid in cash")
    static let advanceLeft = Words("Sisa panjar", "Advance left")
    static let bySeason = Words("Menurut tahun panen", "By harvest")
    static let dayBrought = Words("Tanggal", "Day")
    static let whatItBecame = Words("Jadi apa kopi Anda", "What your coffee became")
    static let notYetBecome = Words(
        "Belum ada yang masuk karung, diuji, atau dijual.",
        "Nothing has been bagged, tested or sold yet."
    )
    static let mixedWithOthers = Words(
        "Kopi Anda ada di dalam lot ini, bisa bersama kopi petani lain.",
        "Your coffee is in these lots, maybe together with that of other growers."
    )
    static let somethingMissing = Words(
        "Ada setoran yang kurang atau keliru? Bawa slipnya ke juru timbang.",
        "Is a delivery missing or wrong? Take its slip to the scale."
    )
    static let closeMyCoffee = Words("Tutup halaman ini", "Close this page")
    static let openMyCoffee = Words("Buka kopi saya", "Open my coffee")
    static let keepTheLink = Words(
        "Siapa pun yang memegang tautan ini bisa membacanya. Jangan dibagikan.",
        "Whoever has this link can read it. Do not share it."
    )
    static let waysToMyCoffee = Words(
        "Halaman ini berisi setoran dan uang Anda, jadi hanya terbuka dengan:",
        "This page holds your deliveries and your money, so it only opens with:"
    )
    static let wayBySlip = Words(
        "Tautan dari juru timbang: kode QR di slip, atau pesan WhatsApp.",
        "The link from the scale: the QR code on the slip, or a WhatsApp message."
    )
    static let wayByReceipt = Words(
        "Tautan tanda terima pendaftaran petani Anda: buka dulu tautan itu, lalu halaman ini.",
        "The link on the receipt of your registration as a grower: open it first, then this page."
    )
    static let neverByNIK = Words(
        "NIK saja tidak cukup, karena orang lain juga bisa mengetahuinya.",
        "A NIK alone is not enough, because others may know it too."
    )
    static let linkForGrower = Words("Tautan untuk petani", "The grower's link")
    static let giveLink = Words("Buat tautan untuk petani", "Make a link for the grower")
    static let withdrawLink = Words("Cabut tautan", "Withdraw the link")
    static let whatALinkIs = Words(
        "Dengan tautan ini petani membaca setorannya ke unit Anda, tanpa akun. QR-nya tercetak "
            + "di slip.",
        "With it the grower reads their deliveries to your unit, without an account. Its QR is "
            + "printed on the slip."
    )
    static let openWhatsAppWithMessage = Words(
        "Buka WhatsApp dengan pesan ini",
        "Open WhatsApp with this message"
    )
    static let neverOpened = Words("Belum pernah dibuka.", "Never opened.")
    static let readYourCoffee = Words("Baca setoran Anda:", "Read your deliveries:")

    /// A year is written alike in both languages.
    static func ofYear(_ year: Int) -> Words {
        let digits = String(year)
        return Words(digits)
    }

    static func worthIn(_ season: Int) -> Words {
        Words("Nilai panen \(season)", "Worth of harvest \(season)")
    }

    static func deliveriesIn(_ season: Int) -> Words {
        Words("Setoran panen \(season)", "Deliveries of harvest \(season)")
    }

    static func ofUnitUntil(_ unit: String, _ day: Day) -> Words {
        Words(
            "Setoran Anda ke \(unit). Tautan ini berlaku sampai "
                + "\(DateWords.date(day, in: .indonesian)).",
            "Your deliveries to \(unit). This link works until "
                + "\(DateWords.date(day, in: .english))."
        )
    }

    static func linkOpens(_ unit: String) -> Words {
        Words(
            "Tautan ini membuka setoran seorang petani ke \(unit).",
            "This link opens a grower's deliveries to \(unit)."
        )
    }

    static func linkStandsUntil(_ day: Day) -> Words {
        Words(
            "Berlaku sampai \(DateWords.date(day, in: .indonesian)).",
            "It works until \(DateWords.date(day, in: .english))."
        )
    }

    static func qrOfGrower(_ day: Day) -> Words {
        Words(
            "Kopi saya, sampai \(DateWords.date(day, in: .indonesian))",
            "My coffee, until \(DateWords.date(day, in: .english))"
        )
    }

    static func opened(_ times: Int, last: String) -> Words {
        Words("Dibuka \(times) kali, terakhir \(last).", "Opened \(times) times, last \(last).")
    }

    static func gradeIs(_ grade: String) -> Words {
        Words("Mutu \(grade) menurut SNI 01-2907-2008", "Grade \(grade) under SNI 01-2907-2008")
    }

    static func soldOn(_ day: Day) -> Words {
        Words(
            "Dijual \(DateWords.date(day, in: .indonesian))",
            "Sold on \(DateWords.date(day, in: .english))"
        )
    }

    static func soldTo(_ buyer: String, _ weight: Words, _ day: Day) -> Words {
        Words(
            "Dijual ke \(buyer), \(weight.indonesian), "
                + DateWords.date(day, in: .indonesian),
            "Sold to \(buyer), \(weight.text(in: .english)), "
                + DateWords.date(day, in: .english)
        )
    }

    /// What is sent by WhatsApp: who, what, how long, and a warning.
    static func messageToGrower(_ unit: String, _ link: String, _ day: Day) -> Words {
        Words(
            "Setoran kopi Anda ke \(unit) bisa dibaca di \(link) sampai "
                + "\(DateWords.date(day, in: .indonesian)). Jangan dibagikan. Kami tidak pernah "
                + "meminta uang atau kode.",
            "Your deliveries of coffee to \(unit) can be read at \(link) until "
                + "\(DateWords.date(day, in: .english)). Do not share it. We never ask for money "
                + "or codes."
        )
    }
}

extension CertificateScheme {
    /// That it was given, in words for whoever grew the coffee.
    var given: Words {
        switch self {
        case .origin: Words("Ada surat keterangan asal", "Has a certificate of origin")
        case .geographicalIndication:
            Words("Bersertifikat indikasi geografis", "Certified geographical indication")
        }
    }
}
