package import Site
package import Stories

extension Words {
    static let newLot = Words("Mulai lot baru", "Begin a new lot")
    static let lotsThere = Words("Yang masih ada isinya", "Those that hold coffee")
    static let allLots = Words("Semua lot", "All lots")
    static let noLots = Words("Belum ada lot. Mulai satu, lalu timbang.", "No lots yet. Begin one.")
    static let lotTitle = Words("Nama lot", "Name of the lot")
    static let lotTitleHint = Words(
        "Semua orang membacanya di halaman kemasan. Contoh: Robusta petik merah Contoh Ulu.",
        "Everybody reads it on the page of the bag."
    )
    static let lotCode = Words("Kode", "Code")
    static let kindOfCoffee = Words("Jenis", "Kind")
    static let species = Words("Kopi", "Species")
    static let season = Words("Tahun panen", "Harvest")
    static let letterAsPDF = Words("Surat (PDF)", "Letter (PDF)")
    static let holder = Words("Pemegang", "Holder")
    static let lies = Words("Ada sekarang", "Here now")
    static let uncertifiedWeight = Words("Belum bersertifikat", "Without a certificate")
    static let moisture = Words("Kadar air", "Moisture")
    static let grade = Words("Mutu", "Grade")
    static let bags = Words("Karung", "Bags")
    static let journey = Words("Perjalanan", "Journey")
    static let findings = Words("Temuan", "Findings")
    static let weighHere = Words("Timbang", "Weigh")
    static let processLots = Words("Olah", "Process")
    static let sellLot = Words("Jual", "Sell")
    static let loseWeight = Words("Catat susut atau hilang", "Write down a loss")
    static let emptyLot = Words("Nyatakan kosong", "Say that it is empty")
    static let certifyLot = Words("Terbitkan sertifikat", "Certify")
    static let recallLot = Words("Tarik lot ini", "Recall this lot")
    static let liftRecall = Words("Cabut penarikan", "Lift the recall")
    static let correctWeight = Words("Betulkan", "Correct")
    static let weight = Words("Berat", "Weight")
    static let weightHint = Words(
        "Dalam kilogram, bukan pon. Contoh: 52,5.",
        "In kilograms, not pounds. For example 52,5."
    )
    static let kilogram = sign("kg")
    static let percent = sign("%")
    static let moistureHint = Words(
        "Kosongkan bila tidak diukur.",
        "Leave it empty if not measured."
    )
    static let price = Words("Harga per kilogram", "Price per kilogram")
    static let advance = Words("Panjar yang sudah dibayar", "Advance paid before")
    static let paidOut = Words("Dibayar", "Paid out")
    static let reason = Words("Alasan", "Reason")
    static let buyer = Words("Pembeli", "Buyer")
    static let grower = Words("Petani", "Grower")
    static let plots = Words("Kebun", "Plots")
    static let step = Words("Langkah", "Step")
    static let chooseInputs = Words("Lot yang diolah", "Lots that go in")
    static let amountTaken = Words("Diambil dari lot ini", "Taken from this lot")
    static let weightAfter = Words("Berat sesudahnya", "Weight afterwards")
    static let countOfBags = Words("Jumlah karung", "Number of bags")
    static let saveWeight = Words("Simpan timbangan", "Save the weighing")
    static let overruleFinding = Words("Tanggung jawab saya, lanjutkan", "I answer for it, go on")
    static let overruled = Words("Diputuskan dengan alasan", "Decided with a reason")
    static let isRecalledTag = Words("Ditarik", "Recalled")
    static let hasFindings = Words("Ada temuan", "Has findings")
    static let isInOrder = Words("Cocok", "Adds up")
    static let findGrower = Words("Cari petani", "Find the grower")
    static let findGrowerHint = Words("Nama atau NIK.", "Name or NIK.")
    static let noGrowerFound = Words(
        "Tidak ada yang cocok. Periksa ejaannya, atau daftarkan petani itu dulu.",
        "Nobody fits. Check the spelling, or register the grower first."
    )
    static let scale = Words("Timbangan", "The scale")
    static let intoWhichLot = Words("Masuk ke lot mana?", "Into which lot?")
    static let soldUnderOwnName = Words(
        "Dijual dengan nama daerah sendiri",
        "Sold under the region's own name"
    )
    static let everyPlot = Words("Semua kebunnya", "All of their plots")
    static let lotLabels = Words("Label QR", "QR labels")
    static let publicPage = Words("Halaman untuk pembeli", "Page for buyers")

    /// A unit that is written alike in both languages.
    static func sign(_ sign: String) -> Words { Words(sign) }

    /// "12,5 %" from tenths.
    static func tenths(_ tenths: Int) -> Words {
        let canonical = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        return Words(
            NumberWords.decimal(canonical, in: .indonesian) + " %",
            NumberWords.decimal(canonical, in: .english) + " %"
        )
    }
}

/// What kinds, species and steps are called; a code that is not known here is shown as it is.
package struct CoffeeVocabulary: Sendable {
    package let kinds: [Code: Words]
    package let steps: [Code: Words]
    package let species: [Code: Words]

    package init(kinds: [Code: Words], steps: [Code: Words], species: [Code: Words]) {
        (self.kinds, self.steps, self.species) = (kinds, steps, species)
    }

    func kind(_ code: Code) -> Words { kinds[code] ?? Words(code.text) }
    func step(_ code: Code) -> Words { steps[code] ?? Words(code.text) }
    func species(_ code: Code) -> Words { species[code] ?? Words(code.text) }

    /// "Gabah kering robusta".
    func what(_ what: KindOfCoffee) -> Words {
        let (kind, species) = (kind(what.kind), species(what.species))
        return Words(
            "\(kind.indonesian) \(species.indonesian.lowercased())",
            "\(kind.text(in: .english)), \(species.text(in: .english).lowercased())"
        )
    }
}

extension LotFinding {
    /// What does not add up, with its numbers.
    var words: Words {
        let (said, most) = (Kilograms.words(said), Kilograms.words(most))
        func both(_ indonesian: String, _ english: String) -> Words { Words(indonesian, english) }
        let (saidEn, mostEn) = (said.text(in: .english), most.text(in: .english))
        return switch rule {
        case .moreThanItsInputs:
            both(
                "Hasilnya \(said.indonesian), padahal dari yang masuk paling banyak "
                    + "\(most.indonesian).",
                "It gave \(saidEn), and what went in gives \(mostEn) at most."
            )
        case .moreThanThePlotBears:
            both(
                "Kebun ini sudah menyetor setara \(said.indonesian) biji kopi musim ini, padahal "
                    + "luasnya paling banyak menghasilkan \(most.indonesian).",
                "This plot has brought \(saidEn) of green coffee this season, and its area bears "
                    + "\(mostEn) at most."
            )
        case .scaleInPounds:
            both(
                "Beratnya \(said.indonesian), seperti timbangan yang memakai pon. Yang wajar "
                    + "\(most.indonesian).",
                "The weight is \(saidEn), as if the scale had shown pounds. \(mostEn) would fit."
            )
        case .noRatioDeclared:
            both(
                "Perbandingan berat untuk langkah ini belum ditetapkan, jadi \(said.indonesian) "
                    + "tidak bisa dicocokkan.",
                "No ratio is declared for this step, so \(saidEn) cannot be compared."
            )
        }
    }
}
