import Site

extension Words {
    static let reportTitle = Words("Laporan kepuasan warga", "Satisfaction report")
    static let allServices = Words("Semua layanan", "All services")
    static let allUnits = Words("Semua kantor", "All offices")
    static let unit = Words("Kantor", "Office")
    static let service = Words("Layanan", "Service")
    static let period = Words("Waktu", "Period")
    static let answers = Words("Jawaban", "Answers")
    static let atLeast = Words("Paling sedikit", "At least")
    static let indexName = Words("IKM", "IKM")
    static let weight = Words("Bobot", "Weight")
    static let publication = Words("Terbitan", "Publication")
    static let countedUntilName = Words("Data sampai", "Counted until")
    static let endedCases = Words("Permohonan selesai", "Finished requests")
    static let neededAnswers = Words("Jawaban yang diperlukan", "Answers needed")
    static let index = Words("IKM (25 sampai 100)", "IKM (25 to 100)")
    static let quality = Words("Mutu", "Class")
    static let element = Words("Unsur", "Element")
    static let average = Words("Rata-rata (1 sampai 4)", "Average (1 to 4)")
    static let weighted = Words("Rata-rata tertimbang", "Weighted average")
    static let weightOfElement = Words("Bobot tiap unsur", "Weight of each element")
    static let elementsLowestFirst = Words(
        "Nilai per unsur, terendah lebih dulu",
        "Elements, the lowest first"
    )
    static let lowestThree = Words(
        "Tiga unsur terendah perlu diperbaiki lebih dulu.",
        "The three lowest elements need work first."
    )
    static let respondents = Words("Siapa yang menjawab", "Who answered")
    static let fewAreHidden = Words(
        "Jumlah yang kecil tidak dirinci, supaya tidak ada yang dikenali.",
        "Small counts are not told, so that nobody can be known."
    )
    static let notTold = Words("tidak dirinci", "not told")
    static let howMany = Words("Jumlah", "Count")
    static let remarks = Words("Saran warga", "Suggestions")
    static let remarksAreForHere = Words(
        "Hanya untuk kantor ini, dan tidak ikut terbit.",
        "For this office only; they are not published."
    )
    static let weightExact = Words("1/9 tepat", "exactly 1/9")
    static let notPublished = Words("Belum diterbitkan", "Not published yet")
    static let nothingPublished = Words(
        "Angka kepuasan muncul di sini setelah disetujui pimpinan.",
        "Figures stand here once the head has approved them."
    )
    static let publishHeading = Words("Terbitkan untuk umum", "Publish")
    static let publishWhat = Words(
        "Yang terbit: jumlah jawaban, IKM, mutu, dan nilai tiap unsur. Saran dan data "
            + "penjawab tidak ikut.",
        "Published are the count, the IKM, the class and each element. Suggestions and what people "
            + "say of themselves are not."
    )
    static let plan = Words("Rencana perbaikan", "What will be improved")
    static let planHint = Words(
        "Apa, kapan, dan jabatan siapa yang bertanggung jawab. Semua orang bisa membacanya.",
        "What, when, and which post answers for it. Anybody can read it."
    )
    static let approveAndPublish = Words("Setujui dan terbitkan", "Approve and publish")
    static let publishedDone = Words(
        "Terbit. Angka ini sekarang ada di halaman kinerja.",
        "Published. The figures now stand on the performance page."
    )
    static let performanceLead = Words(
        "Warga menilai sembilan hal setelah permohonannya selesai. Yang tampil hanya angka yang "
            + "sudah disetujui pimpinan.",
        "Citizens grade nine things once their request is finished. Only figures that the head has "
            + "approved are shown."
    )
    static let scaleExplained = Words(
        "A sangat baik, B baik, C kurang baik, D tidak baik (Permenpan RB 14/2017).",
        "A very good, B good, C not so good, D not good (Permenpan RB 14/2017)."
    )
    static let otherPeriods = Words("Waktu lain", "Other periods")
    static let ofTheWholeUnit = Words("Per kantor", "By office")
    static let byService = Words("Per layanan", "By service")

    static func notEnough(_ sample: Sample) -> Words {
        guard sample.population > 0 else {
            return Words(
                "Tidak ada permohonan yang selesai dalam waktu ini",
                "No request was finished in this period"
            )
        }
        return Words(
            "Belum cukup jawaban (\(sample.answers) dari \(sample.needed))",
            "Not enough answers yet (\(sample.answers) of \(sample.needed))"
        )
    }

    static func answered(_ sample: Sample) -> Words {
        Words(
            "\(sample.answers) dari \(sample.population) permohonan selesai",
            "\(sample.answers) of \(sample.population) finished requests"
        )
    }

    static func answersNeeded(_ sample: Sample) -> Words {
        Words("\(sample.needed) jawaban", "\(sample.needed) answers")
    }

    static func indexInScale(_ index: SatisfactionIndex) -> Words {
        Words(
            NumberWords.decimal(index.text, in: .indonesian) + " (dari 25 sampai 100)",
            NumberWords.decimal(index.text, in: .english) + " (of 25 to 100)"
        )
    }

    static let averageOf4 = Words("Rata-rata, paling tinggi 4", "Average, at most 4")

    static func why(_ sample: Sample) -> Words {
        sample.population > 0 ? whyNotEnough : nothingToGrade
    }

    private static let nothingToGrade = Words(
        "Jadi tidak ada yang bisa menilai. Pilih waktu lain.",
        "So nobody could grade anything. Choose another period."
    )
    private static let whyNotEnough = Words(
        "Hasil tampil setelah jawaban cukup, supaya angkanya bisa dipercaya dan tidak ada penjawab "
            + "yang dikenali.",
        "Results show once there are enough answers, so that they can be trusted and nobody can be "
            + "known."
    )

    static func countedUntil(_ moment: Words) -> Words {
        Words(
            "Data sampai \(moment.indonesian)",
            "Counted until \(moment.text(in: .english))"
        )
    }

    static func publishedOn(_ date: Words) -> Words {
        Words("Terbit \(date.indonesian)", "Published \(date.text(in: .english))")
    }
}

extension Report.Trait {
    var title: Words {
        switch self {
        case .sex: Words("Jenis kelamin", "Sex")
        case .age: Words("Umur", "Age")
        case .education: Words("Pendidikan", "Schooling")
        case .work: Words("Pekerjaan", "Work")
        }
    }

    /// What a chosen word is called; nil for one that is not offered.
    func words(_ word: String) -> Words? {
        switch self {
        case .sex: Respondent.Sex(rawValue: word)?.words
        case .age: Respondent.AgeBand(rawValue: word)?.words
        case .education: Respondent.Education(rawValue: word)?.words
        case .work: Respondent.Work(rawValue: word)?.words
        }
    }

    /// The words in the order in which they are offered.
    var order: [String] {
        switch self {
        case .sex: Respondent.Sex.allCases.map(\.rawValue)
        case .age: Respondent.AgeBand.allCases.map(\.rawValue)
        case .education: Respondent.Education.allCases.map(\.rawValue)
        case .work: Respondent.Work.allCases.map(\.rawValue)
        }
    }
}

extension WeightPolicy {
    var words: Words {
        switch self {
        case .exact: .weightExact
        case .thousandths: Words("0,111", "0.111")
        case .hundredths: Words("0,11", "0.11")
        }
    }
}
