import Blueprints
import Exchange
import Site

extension Words {
    static let blueprintsOffered = Words("Cetak biru yang dibagikan", "Blueprints on offer")
    static let blueprintWord = Words("Cetak biru", "Blueprint")
    static let catalogueWhat = Words(
        "Layanan yang boleh dipakai kabupaten lain: formulir, alur, surat, standar, dan contoh yang diuji.",
        "Services that other regencies may use: forms, workflows, letters, standards, tried examples."
    )
    static let nothingOffered = Words(
        "Belum ada cetak biru yang dibagikan di sini.",
        "No blueprint is offered here yet."
    )
    static let cataloguePast = Words(
        "Katalog ini sudah lewat masanya. Situs lain menolaknya sampai yang baru ditandatangani.",
        "This catalogue is past its time. Other sites refuse it until a new one is signed."
    )
    static let aboutCatalogue = Words("Tentang katalog ini", "About this catalogue")
    static let whereWordsAre = Words(
        "12 kata penerbit ini tercetak di perjanjian kerja sama. Ketik dari sana, jangan dari halaman "
            + "atau pesan.",
        "The 12 words of this publisher are printed in the agreement. Type them from there, never "
            + "from a page or a message."
    )
    static let forMachines = Words(
        "Program mengambil katalog bertanda tangan dari alamat berikut.",
        "Programs fetch the signed catalogue from this address."
    )
    static let signedCatalogueFile = Words(
        "Katalog bertanda tangan (JSON)",
        "Signed catalogue (JSON)"
    )
    static let replicateToMine = Words(
        "Replikasi ke kabupaten saya",
        "Replicate to my regency"
    )
    static let downloadPackage = Words("Unduh paket", "Download the package")
    static let whatYouGet = Words("Anda akan mendapat", "What you get")
    static let whatYouSayWhy = Words(
        "Ini bukan salin buta: hal berikut hanya Anda yang tahu. Boleh diisi bertahap.",
        "This is no blind copy: only you know the following. It may be filled in bit by bit."
    )
    static let evidenceOfUse = Words("Bukti jalan", "How it does")
    static let seeContents = Words("Lihat isi", "See what is in it")
    static let historyOfVersions = Words("Riwayat versi", "History of versions")
    static let withdrawnTag = Words("Ditarik", "Withdrawn")
    static let meaningOfCC0 = Words(
        "Bebas dipakai, diubah, dan dibagikan tanpa izin.",
        "Free to use, change and share without asking."
    )
    static let thisVersionForEver = Words("Halaman tetap versi ini", "Fixed page of this version")
    static let whoPackedIt = Words("Keterangan asal (JSON)", "Statement of origin (JSON)")
    static let nothingDiffers = Words("Tidak ada yang berbeda.", "Nothing differs.")
    static let addressOfYourSite = Words(
        "Alamat layanan kabupaten Anda",
        "Address of your regency's services"
    )
    static let addressOfYourSiteHint = Words(
        "Misalnya https://layanan.contoh.example",
        "For example https://layanan.contoh.example"
    )
    static let goOn = Words("Lanjutkan", "Go on")
    static let signInOnlyThere = Words(
        "Periksa alamatnya sebelum melanjutkan. Di sana Anda masuk sebagai pengelola; halaman ini tidak "
            + "pernah meminta sandi Anda.",
        "Look at the address before you go on. You sign in there as a manager; this page never asks "
            + "for your password."
    )
    static let orByStick = Words(
        "Tanpa jaringan antarkabupaten: unduh paket, katalog, dan akarnya, bawa dengan flashdisk, lalu "
            + "serahkan di halaman Pasang dari paket di sana.",
        "Without a line between regencies: download package, catalogue and roots, carry them on a "
            + "stick, and hand them in there on the page Install from a package."
    )

    static func offeredInShort(_ listed: Catalogue.Listed) -> Words {
        Words(
            "Cetak biru \(listed.name) · versi \(listed.version)",
            "Blueprint \(listed.name) · version \(listed.version)"
        )
    }

    static func madeBy(_ name: String, _ origin: String?) -> Words {
        guard let origin else { return Words("Dibuat \(name)", "Made by \(name)") }
        return Words(
            "Disesuaikan \(name) dari \(origin)",
            "Adapted by \(name) from \(origin)"
        )
    }

    static func usedBy(_ count: Int) -> Words {
        Words(
            "Dipakai \(count) kabupaten",
            count == 1 ? "Used by 1 regency" : "Used by \(count) regencies"
        )
    }

    static func whatYouSay(_ count: Int) -> Words {
        Words(
            "Yang harus Anda isi sendiri (\(count))",
            "What you have to say yourselves (\(count))"
        )
    }

    static func whatChangedSince(_ version: String) -> Words {
        Words("Beda dari \(version)", "Difference from \(version)")
    }

    static func bytesOfPackage(_ size: String) -> Words {
        Words("Ukuran paket \(size).", "The package has \(size).")
    }

    static func differenceOf(_ name: String, _ from: String, _ to: String) -> Words {
        Words("Beda \(name) \(from) dan \(to)", "Difference of \(name) \(from) and \(to)")
    }

    static func seeVersion(_ version: String) -> Words {
        Words("Lihat versi \(version)", "See version \(version)")
    }

    static func youWillGoTo(_ site: String) -> Words {
        Words("Anda akan pergi ke \(site).", "You will go to \(site).")
    }

    static func goOnTo(_ host: String) -> Words {
        Words("Lanjutkan ke \(host)", "Go on to \(host)")
    }

    static func formsIn(_ forms: Int, _ pages: Int, _ questions: Int) -> Words {
        Words(
            "\(forms) formulir: \(pages) halaman, \(questions) pertanyaan",
            "\(counted(forms, "form")): \(counted(pages, "page")), \(counted(questions, "question"))"
        )
    }

    static func stepsIn(_ steps: Int, _ roles: Int) -> Words {
        Words(
            "Alur \(steps) tahap, \(roles) peran",
            "A workflow of \(counted(steps, "step")), \(counted(roles, "role"))"
        )
    }

    static func standardsIn(_ count: Int) -> Words {
        Words("\(count) standar pelayanan", counted(count, "service standard"))
    }

    static func lettersIn(_ count: Int) -> Words {
        Words("\(count) surat", counted(count, "letter"))
    }

    static func noticesIn(_ count: Int) -> Words {
        Words("\(count) pesan untuk warga", counted(count, "message") + " to citizens")
    }

    static func registersIn(_ count: Int) -> Words {
        Words("\(count) register", counted(count, "register"))
    }

    static func rulesIn(_ count: Int) -> Words {
        Words("\(count) aturan", counted(count, "rule"))
    }

    static func examplesIn(_ count: Int) -> Words {
        Words("\(count) contoh yang diuji", counted(count, "tried example"))
    }

    private static func counted(_ count: Int, _ thing: String) -> String {
        count == 1 ? "1 \(thing)" : "\(count) \(thing)s"
    }
}
