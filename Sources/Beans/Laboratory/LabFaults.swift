// The sentences of what can be wrong in a laboratory's file.

extension LabFault {
    static let empty = LabFault(
        .empty,
        "Berkas ini tidak berisi contoh.",
        "This file has no samples."
    )
    static let unclosedQuotation = LabFault(
        .unclosedQuotation,
        "Tanda kutip dibuka tetapi tidak ditutup.",
        "A quotation mark opens and does not close."
    )
    static let tooManyCells = LabFault(
        .tooManyCells,
        "Sel lebih banyak daripada judul kolom. Bila koma memisahkan kolom, tulis \"12,5\" dalam "
            + "tanda kutip.",
        "There are more cells than headings. Where commas separate, write \"12,5\" in quotation "
            + "marks."
    )
    static let noDefects = LabFault(
        .noDefects,
        "Tidak ada kolom cacat dan jumlah, dan tidak ada kolom yang bernama kode cacat.",
        "There are neither the columns cacat and jumlah nor a column named by a code of a defect."
    )
    static let notACount = LabFault(
        .count,
        "Jumlah harus bilangan bulat dari 0 sampai 100000.",
        "A count is a whole number from 0 to 100000."
    )
    static let notAShare = LabFault(
        .share,
        "Tulis persen dari 0 sampai 100, misalnya 12,5.",
        "Write percent from 0 to 100, for example 12.5."
    )
    static let notYesOrNo = LabFault(.yesOrNo, "Tulis ada atau tidak.", "Write ada or tidak.")

    static func tooLong(_ rows: Int) -> LabFault {
        LabFault(
            .tooLong,
            "Berkas lebih panjang dari \(rows) baris. Bagi menjadi beberapa berkas.",
            "The file has more than \(rows) rows. Split it into several files."
        )
    }

    static func unknownColumn(_ name: String) -> LabFault {
        let nearest = LabColumn.nearest(to: name)
        return LabFault(
            .unknownColumn,
            "Kolom \"\(name)\" tidak dikenal." + (nearest.map { " Maksudnya \($0)?" } ?? ""),
            "The column \"\(name)\" is not known." + (nearest.map { " Is it \($0)?" } ?? "")
        )
    }

    static func columnTwice(_ name: String) -> LabFault {
        LabFault(
            .columnTwice,
            "Kolom \(name) ada dua kali.",
            "The column \(name) stands there twice."
        )
    }

    static func unknownDefect(_ name: String, nearest: String?) -> LabFault {
        LabFault(
            .unknownDefect,
            "Cacat \"\(name)\" tidak ada dalam SNI 01-2907-2008."
                + (nearest.map { " Maksudnya \($0)?" } ?? ""),
            "The defect \"\(name)\" is not in SNI 01-2907-2008."
                + (nearest.map { " Is it \($0)?" } ?? "")
        )
    }

    static func defectTwice(_ first: Int) -> LabFault {
        LabFault(
            .defectTwice,
            "Cacat ini sudah dihitung di baris \(first). Tulis satu jumlah saja.",
            "This defect was counted in line \(first). Write one count only."
        )
    }

    static func saidOtherwise(_ first: Int) -> LabFault {
        LabFault(
            .saidOtherwise,
            "Isinya berbeda dari baris \(first) untuk contoh yang sama.",
            "It differs from line \(first) for the same sample."
        )
    }

    static func noWeight(_ sample: String) -> LabFault {
        LabFault(
            .noWeight,
            "Contoh \(sample) tidak punya berat_contoh, jadi tidak bisa dinilai.",
            "Sample \(sample) has no berat_contoh, so it cannot be graded."
        )
    }

    static func smallShare(_ share: Ratio) -> LabFault {
        let percent = share * 100
        return LabFault(
            .share,
            "Kadar air \(share.text()) % terlalu kering. Bila maksudnya \(percent.text()) %, "
                + "tulis begitu.",
            "A moisture of \(share.englishText()) % is too dry. If \(percent.englishText()) % is "
                + "meant, write that."
        )
    }

    static func strangeWeight(_ grams: Ratio) -> LabFault {
        let (kilo, pound) = (grams * 1000, grams * WeightUnit.pound.grams)
        return LabFault(
            .weight,
            "Berat contoh \(grams.text()) g tidak wajar. Tulis dalam gram: bila angkanya kilogram, "
                + "itu \(kilo.text()) g; bila pon (lb), \(pound.text(decimals: 1)) g.",
            "A sample of \(grams.englishText()) g is unlikely. Write grams: if the number is "
                + "kilograms, it is \(kilo.englishText()) g; if pounds, "
                + "\(pound.englishText(decimals: 1)) g."
        )
    }
}
