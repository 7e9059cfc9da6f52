import Site

/// What each element is called in the law, how people are asked about it, and what they may say.
extension SurveyElement {
    /// As the law calls it, for reports.
    var title: Words {
        switch self {
        case .requirements: Words("Persyaratan", "Requirements")
        case .procedure:
            Words("Sistem, Mekanisme, dan Prosedur", "System, mechanism, procedure")
        case .time: Words("Waktu Penyelesaian", "Completion time")
        case .cost: Words("Biaya/Tarif", "Cost or fee")
        case .product:
            Words("Produk Spesifikasi Jenis Pelayanan", "Product specification of the service")
        case .competence: Words("Kompetensi Pelaksana", "Competence of staff")
        case .conduct: Words("Perilaku Pelaksana", "Conduct of staff")
        case .complaints:
            Words(
                "Penanganan Pengaduan, Saran dan Masukan",
                "Handling of complaints, suggestions, input"
            )
        case .facilities: Words("Sarana dan Prasarana", "Facilities and infrastructure")
        }
    }

    /// As a person is asked.
    var question: Words {
        switch self {
        case .requirements:
            Words(
                "Apakah yang harus disiapkan sesuai dengan layanannya?",
                "Did what you had to bring fit the service?"
            )
        case .procedure: Words("Apakah langkahnya mudah?", "Were the steps easy?")
        case .time: Words("Apakah selesainya cepat?", "Was it finished fast?")
        case .cost: Words("Bagaimana biayanya?", "How was the cost?")
        case .product:
            Words(
                "Apakah hasilnya sesuai dengan yang dijanjikan?",
                "Was the result what had been promised?"
            )
        case .competence:
            Words("Apakah petugas mampu mengerjakannya?", "Were the officers able to do it?")
        case .conduct:
            Words("Apakah petugas sopan dan ramah?", "Were the officers polite and friendly?")
        case .complaints:
            Words(
                "Bagaimana pengaduan dan saran ditangani?",
                "How are complaints and suggestions handled?"
            )
        case .facilities:
            Words(
                "Bagaimana kantor, peralatan, dan situsnya?",
                "How are the office, its equipment and this site?"
            )
        }
    }

    /// The sentence for a grade.
    func answer(_ grade: Grade) -> Words { answers[grade.rawValue - 1] }

    private var answers: [Words] {
        switch self {
        case .requirements, .product: Self.fit
        case .procedure:
            Self.degrees(of: Words("mudah", "easy"))
        case .time: Self.degrees(of: Words("cepat", "fast"))
        case .cost: Self.costs
        case .competence: Self.degrees(of: Words("mampu", "able"))
        case .conduct: Self.degrees(of: Words("sopan dan ramah", "polite and friendly"))
        case .complaints: Self.handling
        case .facilities: Self.degrees(of: Words("baik", "good"))
        }
    }

    private static let fit = degrees(of: Words("sesuai", "fitting"))

    private static let costs = [
        Words("Sangat mahal", "Very expensive"), Words("Cukup mahal", "Rather expensive"),
        Words("Murah", "Cheap"), Words("Gratis", "Free"),
    ]

    private static let handling = [
        Words("Tidak ada", "There is nothing"),
        Words("Ada, tetapi tidak berfungsi", "There is, but it does not work"),
        Words("Berfungsi, tetapi kurang maksimal", "It works, but not well enough"),
        Words("Dikelola dengan baik", "It is managed well"),
    ]

    private static func degrees(of word: Words) -> [Words] {
        let english = word.english ?? word.indonesian
        return [
            Words("Tidak \(word.indonesian)", "Not \(english)"),
            Words("Kurang \(word.indonesian)", "Not quite \(english)"),
            Words(word.indonesian.capitalizedFirst, english.capitalizedFirst),
            Words("Sangat \(word.indonesian)", "Very \(english)"),
        ]
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension QualityClass {
    /// What the class says about the work of a unit.
    var words: Words {
        switch self {
        case .excellent: Words("Sangat baik", "Very good")
        case .good: Words("Baik", "Good")
        case .fair: Words("Kurang baik", "Not so good")
        case .poor: Words("Tidak baik", "Not good")
        }
    }
}

extension Period {
    /// "Triwulan IV 2026", "Tahun 2026".
    var words: Words {
        guard let quarter else { return Words("Tahun \(year)", "Year \(year)") }
        let numeral = ["I", "II", "III", "IV"][quarter - 1]
        return Words("Triwulan \(numeral) \(year)", "Quarter \(quarter) of \(year)")
    }
}
