import Site
import Stories

extension Words {
    static let fromPartnersSite = Words("Dari situs mitra", "From a partner's site")
    static let fromFiles = Words("Dari berkas", "From files")
    static let partnerAddressAsked = Words(
        "Alamat katalog mitra",
        "Address of a partner's catalogue"
    )
    static let partnerAddressHint = Words(
        "Misalnya https://layanan.contoh.example, atau alamat halaman cetak birunya",
        "For example https://layanan.contoh.example, or the address of a blueprint's page there"
    )
    static let fetchAndLook = Words("Ambil dan tinjau", "Fetch and look at it")
    static let fetchIsRunning = Words("Sedang mengambil", "Being fetched")
    static let fetchIsRunningWhat = Words(
        "Jaringannya lambat. Anda boleh menunggu atau melihat lagi nanti. Yang belum lengkap tidak "
            + "disimpan.",
        "The line is slow. You may wait or look again later. What is not whole is not kept."
    )
    static let lookWhetherDone = Words("Lihat apakah sudah selesai", "Look whether it is done")
    static let publisherWord = Words("Penerbit", "Publisher")
    static let partnersWord = Words("Mitra", "Partners")
    static let partnerAddress = Words("Alamat", "Address")
    static let lastReached = Words("Terakhir terhubung", "Last reached")
    static let rootKnown = Words("Akar", "Root")
    static let rootIsPinned = Words("Dicocokkan dengan perjanjian", "Compared with the agreement")
    static let rootUnknownYet = Words("Belum dikenal", "Not known yet")
    static let catalogueNumber = Words("Katalog nomor", "Catalogue number")
    static let catalogueIssued = Words("Terbit", "Issued")
    static let catalogueExpires = Words("Berlaku sampai", "Holds until")
    static let lastLookFailed = Words(
        "Pemeriksaan terakhir tidak berhasil",
        "The last look brought nothing"
    )
    static let offeredByPartner = Words("Yang dibagikan", "What it offers")
    static let noCatalogueYet = Words(
        "Belum ada katalog yang diambil.",
        "No catalogue was taken yet."
    )
    static let getIt = Words("Ambil", "Fetch")
    static let getItByFile = Words("Lewat berkas", "By file")
    static let notHere = Words("Belum di sini", "Not here")
    static let updateAvailable = Words("Pembaruan tersedia", "An update is available")
    static let withdrawnVersions = Words("Ditarik penerbit", "Withdrawn by the publisher")
    static let withdrawnButHere = Words("Terpasang di sini", "Installed here")
    static let askPartnerNow = Words("Periksa sekarang", "Look now")
    static let needsLook = Words("Perlu diperiksa", "To be looked at")
    static let waitsForSecond = Words("Menunggu orang kedua", "Waits for a second person")
    static let notReachedTag = Words("Tidak terhubung", "Not reached")
    static let noCatalogueTag = Words("Belum ada katalog", "No catalogue yet")
    static let nothingNewThere = Words("Tidak ada yang baru", "Nothing new")
    static let offeredByUs = Words("Yang kami bagikan", "What we offer")
    static let catalogueVeryOld = Words(
        "Katalog yang terakhir diambil sudah lebih tua dari 180 hari. Minta yang baru; bila belum ada, "
            + "orang kedua harus menyetujui pemakaiannya.",
        "The catalogue that was taken last is older than 180 days. Ask for a newer one; where there "
            + "is none, a second person has to agree to its use."
    )
    static let askSecondPerson = Words("Minta orang kedua", "Ask a second person")
    static let secondPersonHeading = Words(
        "Katalog lama menunggu orang kedua",
        "An old catalogue waits for a second person"
    )
    static let secondPersonIsAnother = Words(
        "Anda yang meminta. Pengelola lain yang menyetujui atau menolaknya di halaman ini.",
        "You asked for it. Another manager agrees to it or declines it on this page."
    )
    static let agreeToCatalogue = Words("Setujui pemakaiannya", "Agree to its use")
    static let declineCatalogue = Words("Tolak", "Decline")

    static func catalogueOf(_ publisher: String) -> Words {
        Words("Katalog \(publisher)", "Catalogue of \(publisher)")
    }

    static func willBeFetchedFrom(_ site: String) -> Words {
        Words(
            "Akan diambil dari \(site). Pastikan itu situs mitra yang Anda maksud.",
            "It will be fetched from \(site). Make sure that it is the partner you mean."
        )
    }

    static func fetchPackage(_ what: String) -> Words {
        Words("Ambil \(what)", "Fetch \(what)")
    }

    static func secondPersonAsked(_ name: String, _ number: Int, on day: Day) -> Words {
        Words(
            "\(name) meminta katalog nomor \(number), terbit "
                + "\(DateWords.date(day, in: .indonesian)), dipakai walaupun lebih tua dari 180 hari. "
                + "Dalam waktu itu penerbit bisa saja menarik versi yang salah.",
            "\(name) asks that catalogue number \(number), issued on "
                + "\(DateWords.date(day, in: .english)), is used although it is older than 180 days. "
                + "Meanwhile the publisher may have withdrawn faulty versions."
        )
    }

    static func secondPersonWaits(_ publisher: String) -> Words {
        Words(
            "Katalog lama dari \(publisher) menunggu persetujuan orang kedua.",
            "An old catalogue of \(publisher) waits for a second person."
        )
    }

    static func withdrawnHere(_ what: String, _ reason: String) -> Words {
        Words(
            "\(what) ditarik penerbitnya: \(reason)",
            "\(what) was withdrawn by its publisher: \(reason)"
        )
    }

    static func updateFromTo(_ name: String, _ from: String, _ to: String) -> Words {
        Words("\(name): di sini \(from), ada \(to).", "\(name): \(from) here, \(to) is there.")
    }
}
