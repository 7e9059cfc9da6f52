import Site
import Stories

/// The forms by which a lot is worked with, each with what was typed.
struct LotForms {
    let vocabulary: CoffeeVocabulary
    var typed = FormAsTyped()

    func form(
        _ lot: ShownLot,
        _ deed: String,
        _ fields: [Field],
        _ button: Button,
        _ version: Version
    )
        -> Form
    {
        form(Address("/lot/\(lot.code)/\(deed)"), fields, button, version)
    }

    private func form(
        _ address: Address,
        _ fields: [Field],
        _ button: Button,
        _ version: Version
    ) -> Form {
        Form(
            to: address,
            fields,
            hidden: [("versi", "\(version.count)"), ("tanda", typed["tanda"])],
            buttons: [button]
        )
    }

    /// A new lot: what, of whom, from which harvest.
    func begin(holders: [(Code, String)], season: Int) -> Form {
        var typed = typed
        if typed["musim"].isEmpty { typed["musim"] = "\(season)" }
        var fields = [
            typed.line("nama", .lotTitle, hint: .lotTitleHint),
            typed.choice("jenis", .kindOfCoffee, Self.options(vocabulary.kinds)),
            typed.choice("kopi", .species, Self.options(vocabulary.species)),
            typed.field("musim", .season, .text(TextInput(typed["musim"], .whole, most: 4))),
        ]
        if holders.count > 1 {
            let options = holders.map { Option($0.0.text, Words($0.1)) }
            fields.append(typed.pick("pemegang", .holder, options))
        }
        return Form(to: "/lot/baru", fields, buttons: [Button(.newLot, .primary)])
    }

    /// A step: how much of this lot and of others goes in, into which lot, what came of it.
    func process(_ lot: ShownLot, others: [ShownLot], _ version: Version) -> Form {
        var typed = typed
        if typed["ambil"].isEmpty { typed["ambil"] = Kilograms.typed(lot.balance) }
        let targets =
            [Option("baru", .intoANewLot)]
            + others.map { Option($0.code, Words($0.title + " · " + $0.code)) }
        var fields = [
            typed.choice("langkah", .step, Self.options(vocabulary.steps)),
            typed.decimal("ambil", .amountTaken, unit: .kilogram),
        ]
        fields += others.filter { $0.balance > 0 }.map { other in
            typed.decimal(
                "ambil-\(other.code)",
                .alsoTaken(other.title, of: Kilograms.words(other.balance)),
                unit: .kilogram,
                isOptional: true
            )
        }
        fields += [
            typed.pick("ke", .intoWhichLot, targets),
            typed.line("nama", .nameOfNewLot, isOptional: true),
            typed.pick("jenis", .kindOfNewLot, Self.options(vocabulary.kinds), isOptional: true),
            typed.decimal("hasil", .weightAfter, hint: .weightHint, unit: .kilogram),
            typed.decimal("air", .moisture, hint: .moistureHint, unit: .percent, isOptional: true),
            typed.field(
                "karung",
                .countOfBags,
                isOptional: true,
                .text(TextInput(typed["karung"], .whole, most: 6))
            ),
        ]
        return form(lot, "olah", fields, Button(.processLots, .primary), version)
    }

    func sell(
        _ lot: ShownLot,
        buyers: [NamedParty],
        certificates: [ShownEntry],
        _ version: Version
    ) -> Form {
        var fields = [
            typed.pick("pembeli", .buyer, buyers.map { Option("\($0.id)", Words($0.name)) }),
            typed.decimal("berat", .weight, hint: .weightHint, unit: .kilogram),
            typed.money("harga", .price),
        ]
        if !certificates.isEmpty {
            let options = certificates.map { entry in
                Option("\(entry.id)", .certificateFor(Kilograms.words(entry.grams)))
            }
            fields.append(typed.pick("sertifikat", .withCertificate, options, isOptional: true))
        }
        fields += [
            ("nama-sendiri", Words.soldUnderOwnName), ("diceritakan", .buyerMayBeNamed),
        ].map { name, words in
            typed.field(name, words, .yesNo(["ya": true, "tidak": false][typed[name]]))
        }
        return form(lot, "jual", fields, Button(.sellLot, .primary), version)
    }

    func lose(_ lot: ShownLot, _ version: Version) -> Form {
        let reasons = LossReason.allCases.map { Option($0.rawValue, $0.words) }
        return form(
            lot,
            "susut",
            [
                typed.decimal("berat", .weight, hint: .weightHint, unit: .kilogram),
                typed.choice("sebab", .reason, reasons),
            ],
            Button(.loseWeight, .primary),
            version
        )
    }

    func correct(_ lot: ShownLot, _ entry: ShownEntry, _ version: Version) -> Form {
        var typed = typed
        if typed["berat"].isEmpty { typed["berat"] = Kilograms.typed(entry.grams) }
        var fields = [typed.decimal("berat", .rightWeight, hint: .zeroUndoes, unit: .kilogram)]
        if let price = entry.price {
            if typed["harga"].isEmpty { typed["harga"] = "\(price)" }
            fields.append(typed.money("harga", .price))
        }
        fields.append(typed.long("alasan", .reason))
        return form(
            Address("/lot/\(lot.code)/betulkan/\(entry.id)"),
            fields,
            Button(.correctWeight, .primary),
            version
        )
    }

    func certify(_ lot: ShownLot, schemes: [Option], _ version: Version) -> Form {
        var typed = typed
        if typed["berat"].isEmpty {
            typed["berat"] = Kilograms.typed(lot.uncertified)
        }
        return form(
            lot,
            "sertifikat",
            [
                typed.choice("jenis", .whichCertificate, schemes),
                typed.decimal("berat", .weight, hint: .usesUpTheWeight, unit: .kilogram),
            ],
            Button(.certifyLot, .primary),
            version
        )
    }

    /// One reason that everybody reads.
    func reason(_ lot: ShownLot, _ deed: String, _ words: Words, _ version: Version) -> Form {
        form(
            lot,
            deed,
            [typed.long("alasan", .reason, hint: .everybodyReads)],
            Button(words, .danger),
            version
        )
    }

    private static func options(_ words: [Code: Words]) -> [Option] {
        words.sorted { $0.key < $1.key }.map { Option($0.key.text, $0.value) }
    }
}

extension LossReason {
    var words: Words {
        switch self {
        case .drying: Words("Susut karena kering", "Dried")
        case .spilled: Words("Tumpah", "Spilled")
        case .spoiled: Words("Rusak", "Spoiled")
        case .sample: Words("Contoh untuk uji", "Sample for a test")
        case .stolen: Words("Hilang", "Stolen")
        }
    }
}

extension Words {
    static let intoANewLot = Words("Lot baru", "A new lot")
    static let nameOfNewLot = Words("Nama lot baru", "Name of the new lot")
    static let kindOfNewLot = Words("Jenis lot baru", "Kind of the new lot")
    static let withCertificate = Words("Dengan sertifikat", "With a certificate")
    static let whichCertificate = Words("Sertifikat apa", "Which certificate")
    static let buyerMayBeNamed = Words(
        "Pembeli setuju namanya diceritakan kepada petaninya",
        "The buyer agrees to be named to the growers"
    )
    static let rightWeight = Words("Berat yang benar", "The right weight")
    static let zeroUndoes = Words(
        "Tulis 0 untuk membatalkan catatan ini. Catatan lama tetap terlihat.",
        "Write 0 to undo the entry. The old one stays visible."
    )
    static let usesUpTheWeight = Words(
        "Berat ini terpakai oleh sertifikat, dan tidak bisa disertifikatkan lagi.",
        "The certificate uses up this weight."
    )
    static let everybodyReads = Words(
        "Semua orang membacanya di halaman kemasan.",
        "Everybody reads it on the page of the bag."
    )

    static func alsoTaken(_ title: String, of balance: Words) -> Words {
        Words(
            "Juga diambil dari \(title) (ada \(balance.indonesian))",
            "Also taken from \(title) (\(balance.text(in: .english)) there)"
        )
    }

    static func certificateFor(_ weight: Words) -> Words {
        Words(
            "Sertifikat untuk \(weight.indonesian)",
            "Certificate for \(weight.text(in: .english))"
        )
    }
}
