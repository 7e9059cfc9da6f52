package import Feel

/// What is wrong with one answer, with its one sentence.
///
/// The same sentence stands in the summary and at the field. It is put together from the
/// question's own words: the id `luas_kebun` is "luas kebun" in it.
package enum AnswerProblem: Hashable, Sendable {
    case missing
    case tooLong(limit: Int, surplus: Int)
    case nikNotDigits
    case nikLength(Int)
    case nibLength(Int)
    case phoneIncomplete
    case emailOdd
    case notANumber
    case notWhole
    case unclearNumber(Decimal34, Decimal34)
    case outOfRange
    case noSuchOption
    case tooManyOptions(Int)
    case dateMissing(DateReading.Part)
    case noSuchDay(day: Int, month: Int)
    case notADate
    case tooEarly(FeelDate)
    case tooLate(FeelDate, isToday: Bool)
    case noSuchVillage
    /// The village, the region for which the service is, and the one in which it lies.
    case villageOutside(String, of: String, in: String)
    case noLocation
    case boundaryCrosses(Int)
    case tooFew(Int)
    case tooMany(Int)
    case neitherYesNorNo

    /// The sentence for one question, in Indonesian and English.
    package func sentence(for question: Question) -> Words {
        let wording = AnswerWording(question)
        return Words(indonesian(wording), translated: [.english: english(wording)])
    }

    private func indonesian(_ its: AnswerWording) -> String {
        switch self {
        case .missing: its.wish
        case .tooLong(let limit, let surplus):
            "\(its.opening) paling banyak \(limit) huruf. Kurangi \(surplus) huruf"
        case .nikNotDigits: "NIK hanya berisi angka"
        case .nikLength(let count): "NIK harus 16 angka. Anda menulis \(count) angka"
        case .nibLength(let count): "NIB harus 13 angka. Anda menulis \(count) angka"
        case .phoneIncomplete: "Nomor HP kurang lengkap. Tulis mulai dari 08"
        case .emailOdd: "Tulis alamat surel lengkap, misalnya nama@contoh.id"
        case .notANumber: "Tulis \(its.name) dengan angka, misalnya \(its.exampleNumber)"
        case .notWhole: "Tulis \(its.name) dengan angka bulat, misalnya \(its.exampleNumber)"
        case .unclearNumber(let small, let large):
            "Maksud Anda \(NumberText.decimal(small)) atau \(NumberText.decimal(large))? "
                + "Tulis koma untuk desimal, tanpa titik"
        case .outOfRange: its.range
        case .noSuchOption: "Pilih \(its.name) dari daftar"
        case .tooManyOptions(let limit): "Pilih paling banyak \(limit) \(its.name)"
        case .dateMissing(let part): "Tulis juga \(part.rawValue) \(its.nameWithoutDate)"
        case .noSuchDay(let day, let month):
            "Tanggal \(day) \(DateReading.months[month - 1]) tidak ada. Periksa lagi"
        case .notADate: "Tulis \(its.name) dengan tanggal, bulan, dan tahun"
        case .tooEarly(let day): "\(its.opening) tidak boleh sebelum \(NumberText.date(day))"
        case .tooLate(let day, let isToday):
            "\(its.opening) tidak boleh setelah \(isToday ? "hari ini" : NumberText.date(day))"
        case .noSuchVillage: "Pilih desa atau kelurahan dari daftar"
        case .villageOutside(let village, let region, let other):
            "Layanan ini untuk \(region). \(village) tercatat di \(other), jadi ajukan ke sana"
        case .noLocation: "Tandai \(its.name) di peta, atau tulis alamat saja"
        case .boundaryCrosses(let corner):
            "Garis batas saling memotong dekat titik \(corner). Hapus titik itu dan catat ulang"
        case .tooFew(let least): "Isi paling sedikit \(least) \(its.name)"
        case .tooMany(let most): "Isi paling banyak \(most) \(its.name)"
        case .neitherYesNorNo: "Pilih ya atau tidak"
        }
    }

    private func english(_ its: AnswerWording) -> String {
        switch self {
        case .missing: its.wishInEnglish
        case .tooLong(let limit, let surplus):
            "At most \(limit) letters. Leave out \(surplus) of them"
        case .nikNotDigits: "A NIK has digits only"
        case .nikLength(let count): "A NIK has 16 digits. You wrote \(count)"
        case .nibLength(let count): "A NIB has 13 digits. You wrote \(count)"
        case .phoneIncomplete: "The mobile number is incomplete. Begin with 08"
        case .emailOdd: "Write the whole e-mail address, such as name@example.id"
        case .notANumber, .notWhole: "Write it in digits, such as \(its.exampleNumberInEnglish)"
        case .unclearNumber(let small, let large):
            "Do you mean \(small) or \(large)? Write a comma for decimals, and no dots"
        case .outOfRange: its.rangeInEnglish
        case .noSuchOption: "Choose one from the list"
        case .tooManyOptions(let limit): "Choose at most \(limit)"
        case .dateMissing(let part): "Write the \(Self.english(part)) as well"
        case .noSuchDay(let day, let month):
            "There is no \(day) \(NumberText.englishMonths[month - 1]). Look again"
        case .notADate: "Write the day, the month and the year"
        case .tooEarly(let day): "It cannot be before \(NumberText.englishDate(day))"
        case .tooLate(let day, let isToday):
            "It cannot be after \(isToday ? "today" : NumberText.englishDate(day))"
        case .noSuchVillage: "Choose a village from the list"
        case .villageOutside(let village, let region, let other):
            "This service is for \(region). \(village) is in \(other), so apply there"
        case .noLocation: "Mark it on the map, or write the address instead"
        case .boundaryCrosses(let corner):
            "The boundary crosses itself near corner \(corner). Remove that corner and record it again"
        case .tooFew(let least): "Fill in at least \(least)"
        case .tooMany(let most): "Fill in at most \(most)"
        case .neitherYesNorNo: "Choose yes or no"
        }
    }

    private static func english(_ part: DateReading.Part) -> String {
        switch part {
        case .day: "day"
        case .month: "month"
        case .year: "year"
        }
    }
}

/// Something that a person should look at again; it does not keep the form from being sent.
package enum AnswerDoubt: Hashable, Sendable {
    case nik(NIK.Doubt)

    package var sentence: Words {
        switch self {
        case .nik(.date):
            Words(
                "Periksa lagi NIK Anda. Angka ke-7 sampai ke-12 biasanya tanggal lahir.",
                translated: [
                    .english:
                        "Look at your NIK again. Digits 7 to 12 are usually the date of birth."
                ]
            )
        case .nik(.region):
            Words(
                "Periksa lagi NIK Anda. Enam angka pertama biasanya kode kecamatan.",
                translated: [
                    .english: "Look at your NIK again. The first six digits are usually a district."
                ]
            )
        case .nik(.serial):
            Words(
                "Periksa lagi NIK Anda. Empat angka terakhir biasanya bukan 0000.",
                translated: [
                    .english: "Look at your NIK again. The last four digits are usually not 0000."
                ]
            )
        }
    }
}
