import Site

extension Words {
    static let coffeeOfTheRegion = Words("Kopi daerah ini", "Coffee of this region")
    static let noBagsYet = Words("Belum ada lot dalam karung.", "No lot has been bagged yet.")
    static let unknownCode = Words("Kode ini tidak kami kenal", "We do not know this code")
    static let lookAtTheBag = Words(
        "Periksa tulisan di kemasan. Bila kodenya memang begitu, laporkan kepada kami.",
        "Check what is written on the bag. If the code is really so, tell us."
    )
    static let lotIsRecalled = Words("Lot ini ditarik", "This lot is recalled")
    static let doNotUse = Words(
        "Jangan dipakai dulu. Hubungi penjualnya.",
        "Do not use it for now. Ask who sold it."
    )
    static let seeProof = Words("Lihat bukti catatan", "See the proof of the record")
    static let fromWhere = Words("Dari mana", "Where it comes from")
    static let grownBy = Words("Ditanam oleh:", "Grown by:")
    static let gradeBySNI = Words("Mutu SNI 01-2907-2008", "Grade, SNI 01-2907-2008")
    static let cupScore = Words("Nilai cicip", "Cup score")
    static let tasteAndQuality = Words("Rasa dan mutu", "Taste and quality")
    static let whatIsProven = Words("Yang dibuktikan", "What is proven")
    static let whatIsNotProven = Words("Yang belum dibuktikan", "What is not proven")
    static let forBuyers = Words("Untuk pembeli", "For buyers")
    static let machineReadable = Words("Data lot ini (JSON)", "Data of this lot (JSON)")
    static let askTheHolder = Words("Tanya lewat WhatsApp", "Ask by WhatsApp")
    static let somethingWrong = Words("Ada yang keliru? Laporkan", "Is something wrong? Tell us")
    static let notGraded = Words("Mutu belum diuji.", "The grade was not tested.")
    static let gradedBySNI = Words(
        "Mutu diuji menurut SNI 01-2907-2008.",
        "The grade was tested under SNI 01-2907-2008."
    )
    static let notCertified = Words(
        "Belum ada sertifikat asal atau indikasi geografis.",
        "No certificate of origin or geographical indication."
    )
    static let noOrganicCertificate = Words(
        "Sertifikat organik: belum ada.",
        "Organic certificate: none."
    )

    static func harvestOf(_ season: Int) -> Words {
        Words("panen \(season)", "harvest \(season)")
    }

    /// Recorded, and nothing more: neither real nor certified.
    static func recordedHere(_ regency: String) -> Words {
        Words("Tercatat di \(regency).", "Recorded by \(regency).")
    }

    static func plotsAndArea(_ plots: Int, squareMetres: Int64) -> Words {
        let tenths = (squareMetres + 500) / 1000
        let canonical = "\(tenths / 10).\(tenths % 10)"
        return Words(
            "\(NumberWords.whole(plots, in: .indonesian)) kebun, "
                + "\(NumberWords.decimal(canonical, in: .indonesian)) hektare.",
            "\(NumberWords.whole(plots, in: .english)) plots, "
                + "\(NumberWords.decimal(canonical, in: .english)) hectares."
        )
    }

    static func unnamedGrowers(_ count: Int, areMore: Bool) -> Words {
        areMore
            ? Words("dan \(count) petani lain.", "and \(count) more growers.")
            : Words("Ditanam \(count) petani.", "Grown by \(count) growers.")
    }

    static func broughtBy(_ growers: Int, _ weight: Words) -> Words {
        Words(
            "Diterima dari \(growers) petani, \(weight.indonesian)",
            "Brought by \(growers) growers, \(weight.text(in: .english))"
        )
    }

    static func score(_ hundredths: Int, _ protocolName: String) -> Words {
        let canonical = "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
        return Words(
            "\(NumberWords.decimal(canonical, in: .indonesian)) (\(protocolName))",
            "\(NumberWords.decimal(canonical, in: .english)) (\(protocolName))"
        )
    }

    static func boundariesMeasured(_ measured: Int, of plots: Int) -> Words {
        Words(
            "Batas kebun terukur: \(measured) dari \(plots).",
            "Boundaries measured: \(measured) of \(plots)."
        )
    }

    static func weightsAddUp(_ open: Int) -> Words {
        open == 0
            ? Words(
                "Berat di setiap langkah cocok, dari kebun sampai lot ini.",
                "The weights of every step add up, from the plots to this lot."
            )
            : Words(
                "Berat di sebagian langkah belum cocok: \(open) temuan.",
                "The weights of some steps do not add up yet: \(open) findings."
            )
    }

    static func certifiedFor(_ weight: Words) -> Words {
        Words(
            "Bersertifikat untuk \(weight.indonesian).",
            "Certified for \(weight.text(in: .english))."
        )
    }

    static func askAboutLot(_ title: String, _ code: String) -> Words {
        Words(
            "Saya mau bertanya tentang \(title), lot \(code).",
            "I have a question about \(title), lot \(code)."
        )
    }
}
