import Site
import Stories

// What was found about plots, in words for whoever farms them.

extension Words {
    static let myPlots = Words("Kebun saya", "My plots")
    static let plotsNeedALook = Words(
        "Ada kebun Anda yang perlu dilihat.",
        "Some of your plots need a look."
    )
    static let plotsAndFindings = Words("Kebun dan hasil pemeriksaannya", "Plots and findings")
    static let plotsOfThisGrower = Words("Lihat kebun petani ini", "See this grower's plots")
    static let noPlotsOfGrower = Words(
        "Belum ada kebun yang terdaftar.",
        "No plot is registered yet."
    )
    static let whatIsToldOfPlots = Words(
        "Inilah kata peta dan petugas tentang setiap kebun. Peta bisa keliru.",
        "This is what maps and officials say of each plot. Maps can be wrong."
    )
    static let plotsByReceiptOnly = Words(
        "Kebun Anda tidak tampil lewat tautan ini, karena tautan mudah sampai ke orang lain. "
            + "Buka dulu tautan tanda terima pendaftaran petani Anda, lalu halaman ini.",
        "Your plots are not shown by this link, because links easily reach others. Open the link "
            + "on the receipt of your registration as a grower first, then this page."
    )
    static let areaUnknown = Words("luas belum dicatat", "no area recorded")
    static let plotIsLeftOut = Words(
        "Kebun ini tidak ikut dalam berkas pembeli.",
        "This plot is not in buyers' files."
    )
    static let reasonIsGone = Words(
        "Sebabnya sudah tidak tersimpan. Tanyakan kepada petugas.",
        "The reason is no longer kept. Ask the official."
    )
    static let coffeeStaysRecorded = Words(
        "Kopinya tetap tercatat. Berkas itu menyebut bahwa kebun ini tidak disertakan.",
        "Its coffee stays recorded. The files say that this plot is left out."
    )
    static let whatCanBeDone = Words("Yang bisa dilakukan", "What can be done")
    static let askExtensionWorker = Words(
        "Ada yang kurang jelas? Tanyakan kepada penyuluh,",
        "Is something not clear? Ask the extension worker,"
    )
    static let orTheOffice = Words("atau kepada", "or")
    static let findGrowersPlots = Words("Cari kebun petani", "Find a grower's plots")
    static let whoSeesPlots = Words(
        "Yang bisa dibuka: kebun petani yang Anda layani. Isinya untuk petani itu, jangan "
            + "diteruskan ke orang lain.",
        "What can be opened: plots of growers whom you serve. It is for that grower, do not pass "
            + "it on to others."
    )
    static let noGrowerServed = Words(
        "Tidak ada yang cocok di antara petani yang Anda layani.",
        "Nobody fits among the growers whom you serve."
    )
    static let growersRead = Words(
        "Petaninya, penyuluh, dan koperasi membaca alasan ini. Jangan tulis nama atau nomor kebun "
            + "orang lain.",
        "The grower, the extension worker and the cooperative read it. Do not write names or "
            + "numbers of plots of others."
    )
    static let reasonNamesOthers = Words(
        "Alasan ini menyebut petani atau kebun lain. Tulis tanpa nama dan nomor itu.",
        "This reason names another grower or plot. Write it without that name and number."
    )

    static func myPlotsBelow(_ count: Int) -> Words {
        Words("Lihat kebun saya (\(count))", "See my plots (\(count))")
    }

    static func numberOfPlot(_ number: String) -> Words {
        Words("Nomor kebun \(number)", "Plot number \(number)")
    }

    static func plotsNotTold(_ count: Int) -> Words {
        Words(
            "Ada \(count) kebun lagi yang tidak tampil di sini.",
            "\(count) more plots are not shown here."
        )
    }

    static func saidBy(_ source: String, _ day: String) -> Words {
        source.isEmpty
            ? Words("Per \(day)", "As of \(day)")
            : Words("Sumber: \(source), per \(day)", "According to \(source), as of \(day)")
    }

    /// Why a person keeps a plot out of buyers' files.
    static func becauseOf(_ reason: String) -> Words {
        Words("Alasan petugas: \(reason)", "The official's reason: \(reason)")
    }

    static func growersFound(_ count: Int) -> Words {
        Words("\(count) petani ditemukan", "\(count) growers found")
    }
}

extension AssessedSubject {
    /// The same subjects as on the page of all plots, as growers call them.
    var wordsForGrowers: Words {
        switch self {
        case .legality: Words("Surat dan izin tanah", "Papers of the land")
        case .treeCover: Words("Pohon sesudah tahun 2020", "Trees after 2020")
        case .forest: Words("Kawasan hutan", "Forest estate")
        case .overlap: Words("Batas dengan kebun lain", "Border with other plots")
        }
    }
}

extension Assessment {
    /// What was found, as a sentence; the other plot is named only to who may know it.
    func sentence(other: String?) -> Words {
        switch (about, outcome) {
        case (.legality, .clear): Words("Tidak ada masalah.", "No trouble.")
        case (.legality, .permitted): Words("Ada izinnya.", "There is a permit.")
        case (.legality, .unclear): Words("Belum jelas.", "Not clear yet.")
        case (.legality, .risk): Words("Ada masalah.", "There is trouble.")
        case (.treeCover, .clear), (.treeCover, .permitted):
            Words("Tidak terlihat pohon hilang.", "No loss of trees is seen.")
        case (.treeCover, .unclear):
            Words("Belum jelas apakah ada pohon hilang.", "Not clear whether trees were lost.")
        case (.treeCover, .risk):
            Words("Terlihat tanda pohon hilang.", "There are signs that trees were lost.")
        case (.forest, .clear): Words("Di luar kawasan hutan.", "Outside the forest estate.")
        case (.forest, .permitted):
            part(Words("Di dalam kawasan hutan, dengan izin", "Inside, with a permit"))
        case (.forest, .unclear):
            Words(
                "Belum bisa diperiksa: batas kebun belum diukur dengan benar.",
                "Cannot be looked at yet: the border was not measured well."
            )
        case (.forest, .risk):
            part(
                Words(
                    "Di dalam kawasan hutan, belum ada izin yang tercatat",
                    "Inside the forest estate, no permit is recorded"
                )
            )
        case (.overlap, .clear), (.overlap, .permitted):
            Words("Tidak bertumpang dengan kebun lain.", "Overlaps with no other plot.")
        case (.overlap, .unclear): Words("Belum jelas.", "Not clear yet.")
        case (.overlap, .risk): part(.overlapping(other))
        }
    }

    /// With the size of the part of the plot that it is about, where that is known.
    private func part(_ words: Words) -> Words {
        guard let squareMetres else { return words.map { $0 + "." } }
        return .inBoth { language in
            let size = Words.onMetres(squareMetres).text(in: language)
            let joint = language == .english ? ", on " : ", seluas "
            return words.text(in: language) + joint + size + "."
        }
    }
}

extension Words {
    fileprivate static func overlapping(_ other: String?) -> Words {
        guard let other else {
            return Words("Bertumpang dengan kebun lain", "Overlaps with another plot")
        }
        return Words("Bertumpang dengan kebun \(other)", "Overlaps with plot \(other)")
    }
}

extension WhatToDo {
    var words: Words {
        switch self {
        case .measure:
            Words(
                "Minta penyuluh mengukur batas kebun ini.",
                "Ask the extension worker to measure this plot."
            )
        case .correct:
            Words(
                "Batas atau letaknya salah? Minta dibetulkan.",
                "Is the border or the place wrong? Ask for a correction."
            )
        case .askForPermit:
            Words(
                "Tanyakan kepada penyuluh cara mengurus izin perhutanan sosial.",
                "Ask the extension worker how to get a social-forestry permit."
            )
        case .showPapers:
            Words(
                "Tunjukkan surat tanah kepada penyuluh.",
                "Show the papers of the land to the extension worker."
            )
        case .showOldPhotographs:
            Words(
                "Kebunnya sudah ada sebelum 2021? Tunjukkan foto atau surat lama kepada penyuluh.",
                "Was it a farm before 2021? Show old photographs or papers to the extension worker."
            )
        case .askForSTDB:
            Words(
                "Belum punya surat tanda daftar kebun (STDB)? Minta suratnya.",
                "No STDB, the paper that registers a plot, yet? Ask for it."
            )
        }
    }
}
