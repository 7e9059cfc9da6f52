import Feel

/// The words with which one question's mistakes are told.
struct AnswerWording {
    private let question: Question

    init(_ question: Question) { self.question = question }

    /// The question's subject: `luas kebun`; abbreviations in capitals.
    var name: String {
        question.id.inWords.split(separator: " ")
            .map { Self.abbreviations.contains(String($0)) ? $0.uppercased() : String($0) }
            .joined(separator: " ")
    }

    private static let abbreviations: Set<String> = [
        "nik", "nib", "ktp", "kk", "hp", "rt", "rw", "npwp", "umkm", "pirt",
    ]

    /// The subject at the beginning of a sentence.
    var opening: String { name.capitalizedFirst }

    /// `tanggal lahir` without its first word, for "Tulis juga bulan lahir".
    var nameWithoutDate: String {
        let words = name.split(separator: " ")
        guard words.count > 1, words[0] == "tanggal" else { return name }
        return words.dropFirst().joined(separator: " ")
    }

    /// What to do about an answer that is missing.
    var wish: String {
        switch question.type {
        case .name: "Tulis nama lengkap seperti di KTP"
        case .phone: "Tulis nomor HP mulai dari 08"
        case .nik: "Tulis NIK, 16 angka di KTP"
        case .nib: "Tulis NIB, 13 angka"
        case .email: "Tulis alamat surel"
        case .choice, .choices, .village: "Pilih \(name)"
        case .yesNo: "Pilih ya atau tidak"
        case .photo: "Pilih atau ambil \(name.hasPrefix("foto") ? name : "foto \(name)")"
        case .file: "Pilih berkas \(name)"
        case .point, .area: "Tandai \(name) di peta, atau tulis alamat saja"
        case .person: "Tulis nama dan NIK \(name)"
        case .group: "Isi \(name)"
        case .text, .longText, .whole, .decimal, .money, .date, .computed: "Tulis \(name)"
        }
    }

    var wishInEnglish: String {
        switch question.type {
        case .name: "Write the full name as on the identity card"
        case .phone: "Write the mobile number, beginning with 08"
        case .nik: "Write the NIK: 16 digits on the identity card"
        case .nib: "Write the NIB: 13 digits"
        case .email: "Write the e-mail address"
        case .choice, .choices, .village: "Choose an answer"
        case .yesNo: "Choose yes or no"
        case .photo: "Choose or take a photo"
        case .file: "Choose a file"
        case .point, .area: "Mark it on the map, or write the address instead"
        case .person: "Write the name and the NIK"
        case .text, .longText, .whole, .decimal, .money, .date, .group, .computed:
            "Answer this question"
        }
    }

    /// `Luas kebun harus antara 0,01 dan 100 hektare`.
    var range: String {
        let bounds = bounds
        let unit = unit
        switch (bounds.from, bounds.to) {
        case (let from?, let to?):
            return "\(opening) harus antara \(say(from)) dan \(say(to))\(unit)"
        case (let from?, nil): return "\(opening) paling sedikit \(say(from))\(unit)"
        case (nil, let to?): return "\(opening) paling banyak \(say(to))\(unit)"
        case (nil, nil): return "Periksa lagi \(name)"
        }
    }

    var rangeInEnglish: String {
        let unit = question.type.unit.map { " \($0)" } ?? ""
        return switch (bounds.from, bounds.to) {
        case (let from?, let to?): "It must be between \(from) and \(to)\(unit)"
        case (let from?, nil): "It must be at least \(from)\(unit)"
        case (nil, let to?): "It must be at most \(to)\(unit)"
        case (nil, nil): "Look at the number again"
        }
    }

    /// A number that would do: one within the bounds.
    var exampleNumber: String {
        NumberText.decimal(likelyNumber)
    }

    var exampleNumberInEnglish: String { likelyNumber.description }

    private var likelyNumber: Decimal34 {
        if case .decimal = question.type { return likely(Decimal34("1.5")) }
        if case .money = question.type { return likely(250_000) }
        return likely(3)
    }

    private func likely(_ number: Decimal34?) -> Decimal34 {
        let number = number ?? .one
        if let from = bounds.from, number < from { return from }
        if let to = bounds.to, number > to { return to }
        return number
    }

    private func say(_ number: Decimal34) -> String {
        if case .money = question.type { return NumberText.rupiah(number) }
        return NumberText.decimal(number)
    }

    private var unit: String {
        question.type.unit.map { " \(Self.spoken[$0] ?? $0)" } ?? ""
    }

    /// Units in full words, as they are said.
    private static let spoken = [
        "ha": "hektare", "m2": "meter persegi", "m": "meter", "km": "kilometer", "kg": "kilogram",
        "t": "ton",
    ]

    private var bounds: AnswerType.Bounds {
        switch question.type {
        case .whole(let bounds), .decimal(_, let bounds), .money(let bounds): bounds
        case .text, .longText, .name, .choice, .choices, .yesNo, .date, .phone, .email, .nik, .nib,
            .village, .point, .area, .photo, .file, .person, .group, .computed:
            AnswerType.Bounds()
        }
    }
}

extension AnswerType {
    /// The unit in which a number is given.
    package var unit: String? {
        if case .decimal(let unit, _) = self, !unit.isEmpty { unit } else { nil }
    }
}
