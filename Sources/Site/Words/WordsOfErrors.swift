/// What is told when an answer needs another look; the same sentence above and at the field.
extension Words {
    package static let needsFixing = Words("Ada yang perlu diperbaiki", "Please fix this first")
    package static let fixFirst = Words("Perlu diperbaiki:", "Please fix:")
    package static let nameMissing = Words(
        "Tulis nama lengkap seperti di KTP",
        "Write the full name as on the identity card"
    )
    package static let answerMissing = Words(
        "Tulis jawaban Anda di sini",
        "Write your answer here"
    )
    package static let choiceMissing = Words("Pilih satu jawaban", "Choose one answer")
    package static let choiceUnknown = Words(
        "Pilih jawaban dari daftar ini",
        "Choose an answer from this list"
    )
    package static let choicesMissing = Words(
        "Pilih paling sedikit satu jawaban",
        "Choose at least one answer"
    )
    package static let placeMissing = Words(
        "Cari dan pilih desa atau kelurahan",
        "Search for a village and choose it"
    )
    package static let nikHasLetters = Words(
        "NIK hanya berisi angka",
        "A NIK has digits only"
    )
    package static let nikDateUnusual = Words(
        "Periksa lagi NIK Anda. Angka ke-7 sampai ke-12 biasanya tanggal lahir",
        "Check your NIK again. Digits 7 to 12 are usually the date of birth"
    )
    package static let nikIsRight = Words("NIK sudah benar", "The NIK is right")
    package static let nibHasLetters = Words("NIB hanya berisi angka", "A NIB has digits only")
    package static let phoneTooShort = Words(
        "Nomor HP kurang lengkap. Tulis mulai dari 08",
        "The phone number is too short. Begin with 08"
    )
    package static let dateMissing = Words("Tulis tanggal lengkap", "Write the whole date")
    package static let dayMissing = Words("Tulis juga tanggalnya", "Write the day too")
    package static let monthMissing = Words("Tulis juga bulannya", "Write the month too")
    package static let yearMissing = Words("Tulis juga tahunnya", "Write the year too")
    package static let dateUnreadable = Words(
        "Tulis tanggal dengan angka, misalnya 25 11 2026",
        "Write the date in digits, for example 25 11 2026"
    )
    package static let moneyNotUnderstood = Words(
        "Tulis jumlah uang dengan angka, misalnya 25.000",
        "Write the amount in digits, for example 25,000"
    )
    package static let photoMissing = Words(
        "Pilih atau ambil foto",
        "Choose or take a photo"
    )
    package static let fileMissing = Words("Pilih berkas", "Choose a file")
    package static let wrongFileType = Words(
        "Berkas harus foto (JPG, PNG) atau PDF",
        "The file must be a photo (JPG, PNG) or a PDF"
    )
    package static let fileUnreadable = Words(
        "Berkas tidak bisa dibuka. Coba kirim foto lain",
        "The file cannot be opened. Try another photo"
    )
    package static let filePasswordProtected = Words(
        "PDF ini terkunci sandi. Buka kuncinya dulu, lalu kirim lagi",
        "This PDF is locked. Unlock it, then send it again"
    )
    package static let photoDark = Words(
        "Foto tampak gelap. Tetap pakai foto ini, atau ambil lagi?",
        "The photo looks dark. Keep it, or take it again?"
    )
    package static let consentMissing = Words(
        "Centang kotak ini kalau data sudah benar",
        "Tick this box when everything is right"
    )
    package static let pointNotUnderstood = Words(
        "Tulis lintang dan bujur dengan angka",
        "Write latitude and longitude in digits"
    )
    package static let areaNotUnderstood = Words(
        "Batas kebun belum terbaca. Kirim berkas GeoJSON, atau tulis paling sedikit 3 titik",
        "We cannot read the boundary. Send a GeoJSON file, or write at least 3 points"
    )

    package static func nikLength(_ count: Int) -> Words {
        Words(
            "NIK harus 16 angka. Anda menulis \(count) angka",
            "A NIK has 16 digits. You wrote \(count)"
        )
    }

    package static func nibLength(_ count: Int) -> Words {
        Words(
            "NIB harus 13 angka. Anda menulis \(count) angka",
            "A NIB has 13 digits. You wrote \(count)"
        )
    }

    package static func tooLong(most: Int, over: Int) -> Words {
        Words(
            "Jawaban paling banyak \(most) huruf. Kurangi \(over) huruf",
            "At most \(most) characters. Take away \(over)"
        )
    }

    package static func tooManyChoices(most: Int) -> Words {
        Words("Pilih paling banyak \(most) jawaban", "Choose at most \(most) answers")
    }

    package static func noSuchDate(_ day: Int, _ month: Int) -> Words {
        let months = (DateWords.indonesianMonths, DateWords.englishMonths)
        guard (1...12).contains(month) else {
            return Words("Bulan harus 1 sampai 12", "The month must be 1 to 12")
        }
        return Words(
            "Tanggal \(day) \(months.0[month - 1]) tidak ada. Periksa lagi",
            "There is no \(day) \(months.1[month - 1]). Check again"
        )
    }

    package static let dateInFuture = Words(
        "Tanggal ini tidak boleh setelah hari ini",
        "This date cannot be after today"
    )

    package static func numberNotUnderstood(example: Words = Words("1,5", "1.5")) -> Words {
        Words(
            "Tulis dengan angka, misalnya \(example.indonesian)",
            "Write it in digits, for example \(example.english ?? example.indonesian)"
        )
    }

    /// The dot could mean either: the person says which.
    package static func numberAmbiguous(thousands: String, decimal: String) -> Words {
        Words(
            "Maksud Anda \(thousands) atau \(decimal)? Tulis tanpa titik",
            "Do you mean \(thousands) or \(decimal)? Write it without a dot"
        )
    }

    package static func outOfRange(from low: String, to high: String) -> Words {
        Words("Isi antara \(low) dan \(high)", "Write a number from \(low) to \(high)")
    }

    package static func atLeast(_ low: String) -> Words {
        Words("Paling sedikit \(low)", "At least \(low)")
    }

    package static func atMost(_ high: String) -> Words {
        Words("Paling banyak \(high)", "At most \(high)")
    }

    package static func tooBig(_ size: String, most: String) -> Words {
        Words(
            "Berkas \(size). Paling besar \(most). Coba foto ulang dengan kualitas lebih kecil",
            "The file has \(size). The most is \(most). Try a photo of lower quality"
        )
    }
}
