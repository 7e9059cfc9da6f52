/// Every control, first as it is asked, then with something to fix.
struct GalleryOfControls: Component {
    func write(to html: HTML) {
        html(.h2, "Isian")
        html(Form(to: "/isi", Self.asked(""), buttons: [Button(.next)]))
        let fixed = Self.asked("perlu-").map { field in
            field.with(error: Self.error(for: field.control))
        }
        html(ErrorSummary(of: fixed))
        html(Form(to: "/isi", fixed, buttons: [Button(.send), Button(.saveForLater, .quiet)]))
    }

    static func asked(_ prefix: String) -> [Field] {
        written(prefix) + picked(prefix)
    }

    private static func written(_ prefix: String) -> [Field] {
        [
            Field(
                prefix + "nama",
                "Nama lengkap",
                hint: "Seperti di KTP",
                .text(TextInput("Siti Aminah", .name))
            ),
            Field(prefix + "nik", "NIK", .text(TextInput("160301450790001", .nik))),
            Field(prefix + "hp", "Nomor HP", .text(TextInput("", .phone))),
            Field(
                prefix + "alamat",
                "Di mana tempat usaha Anda?",
                hint: "Tulis dusun, RT/RW, dan patokan yang mudah dikenali",
                .longText("", most: 500)
            ),
            Field(
                prefix + "status",
                "Tempat usaha ini",
                .choice(
                    "sewa",
                    [
                        Option("milik", "Milik sendiri"), Option("sewa", "Sewa atau menumpang"),
                        Option("tak-tahu", "Saya tidak tahu"),
                    ]
                )
            ),
            Field(
                prefix + "kabar",
                "Kabari lewat",
                isOptional: true,
                .choices(
                    ["wa"],
                    [
                        Option("wa", "WhatsApp", hint: "Ke nomor HP di atas"),
                        Option("surel", "Surel"),
                    ]
                )
            ),
        ]
    }

    private static func picked(_ prefix: String) -> [Field] {
        [
            Field(prefix + "izin", "Sudah punya izin lain?", .yesNo(nil)),
            Field(
                prefix + "lahir",
                "Tanggal lahir",
                hint: "Contoh: 31 3 1980",
                .date(DateInput(day: "31", month: "11", isBirthday: true))
            ),
            Field(
                prefix + "desa",
                "Di desa atau kelurahan mana?",
                .place(
                    PlaceInput(
                        search: "contoh",
                        chosen: Option("1", "Contoh Ulu, Kecamatan Contoh"),
                        found: [
                            Option("1", "Contoh Ulu, Kecamatan Contoh"),
                            Option("2", "Contoh Ilir, Kecamatan Contoh"),
                        ]
                    )
                )
            ),
            Field(prefix + "modal", "Berapa modal usahanya?", .money("2.500.000")),
            Field(prefix + "luas", "Berapa luas kebun Anda?", .decimal("1.500", unit: "hektare")),
            Field(prefix + "foto", "Foto tempat usaha", .file(FileInput(.photo))),
            Field(prefix + "letak", "Titik tengah kebun", .point(latitude: "", longitude: "")),
            Field(prefix + "batas", "Batas kebun", .area(AreaInput())),
            Field(
                prefix + "anggota",
                "Anggota kelompok",
                .group(
                    RepeatGroup(
                        "Orang",
                        members: [
                            [Field(prefix + "anggota.0.nama", "Nama", .text(TextInput("", .name)))]
                        ]
                    )
                )
            ),
            Field(
                prefix + "benar",
                "Pernyataan",
                .consent(
                    false,
                    "Data ini benar. Saya tahu keterangan palsu bisa dibatalkan."
                )
            ),
        ]
    }

    private static func error(for control: Control) -> Words {
        switch control {
        case .text(let input): input.kind == .nik ? .nikLength(15) : .answerMissing
        case .longText: .answerMissing
        case .choice, .yesNo, .pick: .choiceMissing
        case .choices: .choicesMissing
        case .date: .noSuchDate(31, 11)
        case .place: .placeMissing
        case .money: .moneyNotUnderstood
        case .decimal: .numberAmbiguous(thousands: "1500", decimal: "1,500")
        case .file: .photoMissing
        case .point: .pointNotUnderstood
        case .area: .areaNotUnderstood
        case .group: .answerMissing
        case .consent: .consentMissing
        }
    }
}
