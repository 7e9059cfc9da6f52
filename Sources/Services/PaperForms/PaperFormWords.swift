import Site

/// The fixed sentences of blank forms for hours without power.
extension Words {
    static let blankForms = Words("Borang kertas", "Paper forms")
    static let whyBlankForms = Words(
        "Cetak sebelum listrik padam. Setiap borang punya nomor sendiri, dan warga menyimpan "
            + "potongannya.",
        "Print them before the power fails. Every form has a number of its own, and the citizen "
            + "keeps its part."
    )
    static let howManyForms = Words("Berapa borang?", "How many forms?")
    static let mostForms = Words("Paling banyak 50 sekali cetak.", "At most 50 at once.")
    static let whichForm = Words("Untuk layanan apa?", "For which service?")
    static let chooseForm = Words("Pilih layanan", "Choose a service")
    static let reserveNumbers = Words("Siapkan nomor", "Reserve the numbers")
    static let printedForms = Words("Cetakan sebelumnya", "Earlier prints")
    static let printForms = Words("Unduh borang (PDF)", "Download the forms (PDF)")
    static let formState = Words("Keadaan", "State")
    static let formOut = Words("Belum kembali", "Not back yet")
    static let formRecorded = Words("Tercatat", "Recorded")
    static let formGivenBack = Words("Ditarik", "Given back")
    static let recordForm = Words("Catat isinya", "Record it")
    static let giveBackForms = Words("Tarik nomor yang dipilih", "Give back the chosen numbers")
    static let unusedForms = Words(
        "Nomor yang tidak terpakai",
        "Numbers that were not used"
    )
    static let forTheCitizen = Words(
        "Untuk warga. Simpan potongan ini.",
        "For the citizen. Keep it."
    )
    static let tearHere = Words("sobek di sini", "tear here")
    static let notRecordedYet = Words(
        "Nomor ini berlaku setelah petugas mencatat borang. Lacak dengan kode QR atau nomornya.",
        "The number is good once an officer records the form. Track it by code or number."
    )
    static let formUnknown = Words(
        "Nomor itu bukan borang kantor ini yang masih terbuka",
        "That number is no open form of this office"
    )
    static let formHandedOut = Words("Borang kertas, belum tercatat", "A paper form, not recorded")
    static let formVoid = Words("Borang ini sudah ditarik", "This form was given back")
    static let askForNewForm = Words(
        "Nomor ini tidak dipakai lagi. Bila Anda menyerahkan borangnya, tanyakan ke kantor itu.",
        "This number is not used any more. If you handed the form in, ask that office."
    )

    static func handedOut(by office: String, on date: Words) -> Words {
        Words(
            "Borang ini dicetak \(office) pada \(date.indonesian). Isinya belum kami catat. Bila "
                + "sudah Anda serahkan, simpan potongannya dan tanyakan ke kantor itu.",
            "\(office) printed this form on \(date.text(in: .english)). We have not recorded it "
                + "yet. If you handed it in, keep your part and ask that office."
        )
    }

    static func recordNumber(_ number: String) -> Words {
        Words("Catat borang \(number)", "Record the form \(number)")
    }

    static func formsPrinted(_ count: Int, open: Int) -> Words {
        Words("\(count) borang, \(open) belum kembali", "\(count) forms, \(open) not back")
    }
}
