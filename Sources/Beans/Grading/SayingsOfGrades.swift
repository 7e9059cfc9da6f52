// What a report says beside its numbers.

extension GradeReport.Line {
    /// `25 × 0,2 = 5`.
    package var arithmetic: Saying {
        guard isCounted else { return Saying("\(count), tidak dihitung", "\(count), not counted") }
        return Saying(
            "\(count) × \(defect.points.text()) = \(points.text())",
            "\(count) × \(defect.points.englishText()) = \(points.englishText())"
        )
    }
}

extension GradeReport {
    /// How the points become those of 300 g.
    package var scaling: Saying {
        guard isIndicative else {
            return Saying("Contoh 300 g, nilai tetap.", "A sample of 300 g, the points stay.")
        }
        let (here, there) = (sum.text(), inStandardSample.text())
        return Saying(
            "Contoh \(grams.text()) g, dihitung ke 300 g: \(here) × 300 / \(grams.text()) = "
                + "\(there). Hasil ini indikatif.",
            "A sample of \(grams.englishText()) g, brought to 300 g: \(sum.englishText()) × 300 / "
                + "\(grams.englishText()) = \(inStandardSample.englishText()). "
                + "The result is an indication."
        )
    }

    /// `Mutu 3 (nilai cacat lebih dari 25 sampai 44)`.
    package var conclusion: Saying {
        let reach = grade.reach(for: species)
        return Saying(
            "\(grade.title.indonesian) (nilai cacat \(reach.indonesian))",
            "\(grade.title.english) (points of defects \(reach.english))"
        )
    }

    /// What a reader must know to reckon it again.
    package var notes: [Saying] {
        var notes = [
            Saying(
                "Standar menulis batas bulat. Nilai di antaranya masuk mutu yang batas atasnya "
                    + "belum dilewati: 11 masih Mutu 1, 11,5 sudah Mutu 2.",
                "The standard writes whole bounds. What lies between belongs to the grade whose "
                    + "upper bound it has not passed: 11 is grade 1, 11.5 is grade 2."
            ),
            Saying(
                "Satu biji dengan beberapa cacat dihitung sekali, dengan nilai terbesar.",
                "A bean with several defects counts once, with the largest value."
            ),
        ]
        if let rule = rules.spotsOnWetArabicaOnly {
            notes.append(
                Saying(
                    "Bertutul-tutul hanya dihitung pada arabika olah basah (\(rule.source)).",
                    "Spots count on wet-processed arabica only (\(rule.source))."
                )
            )
        }
        if let size { notes.append(size.sentence) }
        if wantsTreatment {
            notes.append(
                Saying(
                    "Kelas ukuran robusta bergantung pada pengolahannya, kering atau basah.",
                    "The size class of robusta depends on its processing, dry or wet."
                )
            )
        }
        return notes
    }
}

extension SizeFinding {
    /// The size with the share that fell through, or why there is none.
    package var sentence: Saying {
        if let missing {
            return Saying(
                "Ukuran belum bisa ditentukan: ayakan nomor \(missing.rawValue) tidak dipakai.",
                "The size cannot be told: sieve \(missing.rawValue) was not used."
            )
        }
        guard let size, let passed = trials.first(where: { $0.size == size })?.passed else {
            return Saying(
                "Tidak masuk kelas ukuran mana pun: lebih dari 5 % massa lolos.",
                "It fits no size class: more than 5 % of the mass fell through."
            )
        }
        let (percent, name) = (passed * 100, size.name.title)
        let holes = size.holds.millimetres
        return Saying(
            "Biji \(name.indonesian): \(percent.text(decimals: 2)) % massa lolos ayakan "
                + "\(holes.text()) mm (paling banyak 5 %).",
            "Beans of size \(name.english): \(percent.englishText(decimals: 2)) % of the mass fell "
                + "through \(holes.englishText()) mm (at most 5 %)."
        )
    }
}
