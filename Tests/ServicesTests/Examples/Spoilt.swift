import Blueprints
import Testing

/// How an example is spoilt, and what has to be said about it.
struct Spoilt: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let example: ID
    let complaints: [String]
    let spoil: @Sendable (Example) -> Example

    init(
        _ what: String,
        of example: ID = "warung",
        _ complaints: [String],
        _ spoil: @escaping @Sendable (Example) -> Example
    ) {
        testDescription = what
        self.example = example
        self.complaints = complaints
        self.spoil = spoil
    }

    private static let checked = ExampleAct("lengkap", "2026-11-23 10.02")
    private static let issued = ExampleAct("terbit", "2026-11-24 09.00")

    private static func unreadable(_ time: String) -> [String] {
        ["Waktu \"\(time)\" tidak terbaca. Tulis seperti 2026-11-23 09.14."]
    }

    private static func held(_ sentence: String) -> String {
        "Formulir ditahan: \(sentence). Perbaiki jawabannya, atau catat kalimat itu sebagai yang diharapkan."
    }

    private static func refused(_ act: String, _ at: String, _ why: String) -> [String] {
        ["Tindakan \"\(act)\" pada \(at) ditolak: \(why)"]
    }

    static let times = [
        Spoilt("an unreadable moment", unreadable("besok pagi")) { $0.told(sent: "besok pagi") },
        Spoilt("a minute that there is not", unreadable("2026-11-23 09.60")) {
            $0.told(sent: "2026-11-23 09.60")
        },
        Spoilt("a day that there is not", unreadable("2026-02-30 08.00")) {
            $0.told(acts: [ExampleAct("lengkap", "2026-02-30 08.00")])
        },
        Spoilt(
            "an act before the submission",
            [
                """
                Tindakan "lengkap" pada 2026-11-22 10.00 lebih awal daripada yang sebelumnya. \
                Urutkan tindakan menurut waktunya.
                """
            ]
        ) { $0.told(acts: [ExampleAct("lengkap", "2026-11-22 10.00")]) },
    ]

    static let forms = [
        Spoilt(
            "an answer that is wrong",
            [held("Nomor HP kurang lengkap. Tulis mulai dari 08")]
        ) { $0.told(answers: ["hp": "12"]) },
        Spoilt(
            "a village that there is not",
            [held("Pilih desa atau kelurahan dari daftar")]
        ) { $0.told(answers: ["desa_usaha": "16.03.02.9999"]) },
        Spoilt(
            "a refusal that does not come",
            of: "kebun-luas",
            ["Formulir seharusnya ditahan, ternyata boleh dikirim. Periksa jawabannya."]
        ) { $0.told(answers: ["luas_kebun": "24,99"]) },
        Spoilt(
            "another refusal than the one expected",
            of: "kebun-luas",
            [
                "Kalimat ini seharusnya menahan formulir, ternyata tidak: Kebunnya terlalu jauh.",
                held(
                    """
                    Kebun 25 hektare atau lebih memakai izin lain, lihat layanan izin perkebunan
                    """
                ),
            ]
        ) { $0.told(expect: ExampleExpectation(refused: ["Kebunnya terlalu jauh."])) },
        Spoilt(
            "acts after a refusal",
            of: "kebun-luas",
            ["Formulir yang ditahan tidak punya perkara. Hapus tindakan dari contoh ini."]
        ) { $0.told(acts: [checked]) },
        Spoilt(
            "a completion that is wrong itself",
            [
                """
                Jawaban yang dilengkapi pada 2026-11-24 08.00 belum benar: \
                Tulis nama lengkap seperti di KTP
                """
            ]
        ) {
            $0.told(
                acts: [
                    ExampleAct("kembali", "2026-11-23 13.00", "Foto KTP buram."),
                    ExampleAct("lengkapi", "2026-11-24 08.00", nil, ["nama": " "]),
                ]
            )
        },
    ]

    static let acts = [
        Spoilt(
            "an action of another step",
            [
                """
                Tindakan "terbit" pada 2026-11-24 09.00 tidak ada di langkah periksa. \
                Langkah itu punya: lengkap, kembali, tolak.
                """
            ]
        ) { $0.told(acts: [issued]) },
        Spoilt(
            "an action without its reason",
            refused("tolak", "2026-11-23 10.00", "Tulis alasannya. Tambahkan catatannya.")
        ) { $0.told(acts: [ExampleAct("tolak", "2026-11-23 10.00")]) },
        Spoilt(
            "a scan before the letter",
            [
                """
                Pada 2026-11-24 09.30 tidak ada surat yang menunggu tanda tangan. \
                Terbitkan suratnya lebih dulu.
                """
            ]
        ) { $0.told(acts: [checked, ExampleAct("tanda_tangan", "2026-11-24 09.30")]) },
        Spoilt(
            "a completion that nobody asked for",
            refused("lengkapi", "2026-11-24 08.00", "Tidak ada yang perlu dilengkapi sekarang.")
        ) { $0.told(acts: [ExampleAct("lengkapi", "2026-11-24 08.00")]) },
        Spoilt(
            "a withdrawal that comes too late",
            refused("tarik", "2026-11-23 10.30", "Permohonan ini sudah terlalu jauh untuk ditarik.")
        ) { $0.told(acts: [checked, ExampleAct("tarik", "2026-11-23 10.30")]) },
        Spoilt(
            "an act after the time has run out",
            of: "tidak-dilengkapi",
            refused(
                "lengkap",
                "2026-12-09 08.00",
                "Perkara ini sudah berakhir. Perkara berakhir pada 2026-12-08: kedaluwarsa."
            )
        ) { $0.told(acts: $0.acts + [ExampleAct("lengkap", "2026-12-09 08.00")]) },
        Spoilt(
            "a letter that was never signed",
            [
                """
                Hasil akhir: seharusnya selesai, ternyata belum berakhir, suratnya menunggu \
                tanda tangan.
                """,
                "Tahap: seharusnya selesai, ternyata diproses.",
            ]
        ) { $0.told(acts: [checked, issued]) },
    ]

    static let ends = [
        Spoilt(
            "another step and stage",
            of: "kurang-foto",
            [
                "Langkah: seharusnya tanda_tangan, ternyata periksa.",
                "Tahap: seharusnya diproses, ternyata diperiksa.",
            ]
        ) { $0.told(expect: ExampleExpectation(step: "tanda_tangan", stage: .processed)) },
        Spoilt(
            "a step after the end",
            ["Langkah: seharusnya tanda_tangan, ternyata sudah berakhir: selesai."]
        ) { $0.told(expect: ExampleExpectation(step: "tanda_tangan")) },
        Spoilt("another fee", ["Biaya: seharusnya 5000, ternyata 0."]) {
            $0.told(expect: ExampleExpectation(fee: 5000))
        },
        Spoilt(
            "another due date",
            of: "kurang-foto",
            ["Tenggat: seharusnya 2026-12-29, ternyata 2026-12-30."]
        ) { $0.told(expect: ExampleExpectation(due: "2026-12-29")) },
        Spoilt(
            "a due date while the citizen is awaited",
            of: "tidak-dilengkapi",
            ["Tenggat: seharusnya 2026-11-25, ternyata tidak ada, karena perkara menunggu warga."]
        ) {
            $0.told(
                acts: Array($0.acts.prefix(1)),
                expect: ExampleExpectation(due: "2026-11-25")
            )
        },
        Spoilt(
            "values that are not so",
            [
                "Nilai \"sejak\": seharusnya 2018, ternyata 2019.",
                """
                Nilai "tidak_ada" tidak ada. Periksa namanya, atau jawaban yang dibutuhkan untuk \
                menghitungnya.
                """,
            ]
        ) { $0.told(expect: ExampleExpectation(values: ["sejak": "2018", "tidak_ada": "1"])) },
    ]
}
