import Feel

/// Whether a text is what its scalar asks for, and how to say that it is not.
struct ScalarCheck {
    let code: FormCode
    let sentence: String
    let fix: String?

    /// Nil where the text is right.
    init?(_ text: String, as scalar: Scalar, example: String) {
        guard let wrong = Self.look(at: text, as: scalar) else { return nil }
        code = wrong.code
        sentence = "\"\(Self.shortened(text))\" bukan \(wrong.what)."
        fix = wrong.fix ?? "Tulis misalnya \(example)."
    }

    private struct Wrong {
        let code: FormCode
        let what: String
        var fix: String?
    }

    private static func look(at text: String, as scalar: Scalar) -> Wrong? {
        let isRight: Bool
        let wrong: Wrong
        switch scalar {
        case .text, .sentence, .feel, .reference(.topic), .reference(.notice): return nil
        case .word, .reference: (isRight, wrong) = word(text)
        case .until, .span, .days, .keeping: (isRight, wrong) = time(text, scalar)
        case .whole, .decimal, .money: (isRight, wrong) = number(text, scalar)
        case .fee: return fee(text)
        case .choice(let choices): return choice(text, of: choices)
        case .flag(let word): (isRight, wrong) = flag(text, word)
        case .yesNo: (isRight, wrong) = flag(text, "true")
        case .date, .moment, .hours: (isRight, wrong) = calendar(text, scalar)
        case .digest, .regionCode, .version, .requirement, .slot:
            (isRight, wrong) = code(text, scalar)
        case .language, .address, .phone, .colour, .path, .numberTemplate:
            (isRight, wrong) = outside(text, scalar)
        }
        return isRight ? nil : wrong
    }

    private static func word(_ text: String) -> (Bool, Wrong) {
        let fix = "Pakai huruf kecil, angka, _ atau -, mulai dengan huruf."
        return (
            WordForms.isWord(text),
            Wrong(code: .notAWord, what: "nama pendek yang boleh dipakai", fix: fix)
        )
    }

    private static func time(_ text: String, _ scalar: Scalar) -> (Bool, Wrong) {
        if scalar == .days {
            let fix = "Tulis misalnya 7 hari, atau 0 hari."
            return (
                TimeSpan.days(text) != nil, Wrong(code: .notASpan, what: "jumlah hari", fix: fix)
            )
        }
        if scalar == .keeping {
            let fix = "Tulis misalnya 5 tahun, atau 18 bulan."
            return (
                KeepingTime(text) != nil, Wrong(code: .notASpan, what: "lama simpan", fix: fix)
            )
        }
        guard scalar == .until else {
            let fix = "Tulis misalnya 2 hari kerja, 4 jam kerja, atau 30 hari."
            return (TimeSpan(text) != nil, Wrong(code: .notASpan, what: "jangka waktu", fix: fix))
        }
        let words = text.split(separator: " ")
        let isRight = words.count == 2 && words[0] == "until" && WordForms.isWord(String(words[1]))
        return (
            isRight,
            Wrong(code: .notUntil, what: "batas langkah", fix: "Tulis until, lalu nama langkahnya.")
        )
    }

    private static func number(_ text: String, _ scalar: Scalar) -> (Bool, Wrong) {
        if scalar == .decimal {
            (
                WordForms.isDecimal(text),
                Wrong(code: .notDecimal, what: "bilangan", fix: "Pakai titik untuk desimal: 0.5.")
            )
        } else if scalar == .money {
            (
                WordForms.isWhole(text),
                Wrong(
                    code: .notMoney,
                    what: "rupiah bulat",
                    fix: "Tulis angka saja tanpa titik: 25000."
                )
            )
        } else {
            (
                WordForms.isWhole(text),
                Wrong(code: .notWhole, what: "bilangan bulat", fix: "Tulis angka saja: 80.")
            )
        }
    }

    /// A fee with a letter in it is an expression, which is checked with the service's meaning.
    private static func fee(_ text: String) -> Wrong? {
        let isNumber = text.utf8.allSatisfy { !WordForms.isLetter($0) }
        guard isNumber, !WordForms.isWhole(text) else { return nil }
        return Wrong(
            code: .notMoney,
            what: "rupiah bulat",
            fix: "Tulis angka saja tanpa titik: 25000."
        )
    }

    private static func choice(_ text: String, of choices: [Scalar.Choice]) -> Wrong? {
        let words = choices.map(\.word)
        guard !words.contains(text) else { return nil }
        let near = Nearest.to(String(text.prefix(64)), among: words).map {
            "Mungkin maksud Anda \"\($0)\"."
        }
        return Wrong(
            code: .notAChoice,
            what: "pilihan di sini",
            fix: near ?? "Yang ada: \(words.joined(separator: ", "))."
        )
    }

    private static func flag(_ text: String, _ word: String) -> (Bool, Wrong) {
        (
            text == word,
            Wrong(
                code: .notAChoice,
                what: "pilihan di sini",
                fix: "Tulis \(word), atau hapus kuncinya."
            )
        )
    }

    private static func calendar(_ text: String, _ scalar: Scalar) -> (Bool, Wrong) {
        if scalar == .date {
            (
                WordForms.isDate(text),
                Wrong(code: .notADate, what: "tanggal", fix: "Tulis misalnya 2026-11-23.")
            )
        } else if scalar == .moment {
            (
                WordForms.isMoment(text),
                Wrong(
                    code: .notAMoment,
                    what: "tanggal dengan jam",
                    fix: "Tulis misalnya 2026-11-23 09.14."
                )
            )
        } else {
            (
                WordForms.hours(text) != nil,
                Wrong(
                    code: .notHours,
                    what: "jam kerja",
                    fix: "Tulis misalnya \"07.30-12.00, 13.00-16.00\"."
                )
            )
        }
    }

    private static func code(_ text: String, _ scalar: Scalar) -> (Bool, Wrong) {
        if scalar == .digest {
            (
                text.utf8.count == 64 && text.utf8.allSatisfy(WordForms.isHexadecimal),
                Wrong(
                    code: .notADigest,
                    what: "sidik SHA-256",
                    fix: "Sidik terdiri dari 64 angka atau huruf a sampai f."
                )
            )
        } else if scalar == .regionCode {
            (
                WordForms.isRegionCode(text),
                Wrong(
                    code: .notARegion,
                    what: "kode wilayah",
                    fix: "Tulis misalnya 16.03 atau 16.03.07.2001."
                )
            )
        } else if scalar == .version {
            (
                WordForms.isVersion(text),
                Wrong(code: .notAVersion, what: "nomor versi", fix: "Tulis misalnya 1.2.0.")
            )
        } else if scalar == .requirement {
            (
                WordForms.isRequirement(text),
                Wrong(
                    code: .notARequirement,
                    what: "syarat cetak biru",
                    fix: "Tulis misalnya 16.03/kopi >=1.2."
                )
            )
        } else {
            (
                text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                    !$0.isEmpty
                },
                Wrong(
                    code: .notASlot,
                    what: "alamat bagian",
                    fix: "Tulis misalnya service/usaha/title."
                )
            )
        }
    }

    private static func outside(_ text: String, _ scalar: Scalar) -> (Bool, Wrong) {
        if scalar == .language {
            (
                (2...3).contains(text.utf8.count) && text.utf8.allSatisfy(WordForms.isSmall),
                Wrong(
                    code: .notALanguage,
                    what: "kode bahasa",
                    fix: "Tulis misalnya id, en, atau pse."
                )
            )
        } else if scalar == .address {
            (
                (text.hasPrefix("https://") || text.hasPrefix("http://")) && !text.contains(" ")
                    && text.utf8.count > 10,
                Wrong(
                    code: .notAnAddress,
                    what: "alamat situs",
                    fix: "Tulis mulai dengan https://."
                )
            )
        } else if scalar == .phone {
            (
                WordForms.isPhone(text),
                Wrong(
                    code: .notAPhone,
                    what: "nomor telepon",
                    fix: "Tulis misalnya 0812-0000-0001."
                )
            )
        } else if scalar == .colour {
            (
                text.utf8.count == 7 && text.hasPrefix("#")
                    && text.utf8.dropFirst().allSatisfy(WordForms.isHexadecimal),
                Wrong(code: .notAColour, what: "warna", fix: "Tulis misalnya \"#0b5d3b\".")
            )
        } else if scalar == .path {
            (
                !text.hasPrefix("/") && !text.split(separator: "/").contains("..")
                    && !text.contains("\\"),
                Wrong(
                    code: .notAPath,
                    what: "nama berkas di folder ini",
                    fix: "Tulis nama berkas tanpa / di depan dan tanpa .."
                )
            )
        } else {
            (true, Wrong(code: .notText, what: "teks"))
        }
    }

    static func shortened(_ text: String) -> String {
        let line =
            text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init)
            ?? ""
        return line.count > 60 || line.count < text.count ? line.prefix(60) + "…" : line
    }
}
