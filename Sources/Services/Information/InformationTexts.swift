import Site

/// The texts that are the same for every regency.
enum InformationTexts {
    static let help = InformationPage(
        .help,
        [
            InformationPage.Section(
                Words("Mengajukan layanan", "Applying for a service"),
                [
                    Words(
                        "Pilih layanan, lalu jawab pertanyaannya satu per satu. Jawaban disimpan di setiap langkah.",
                        "Choose a service and answer its questions one by one. Answers are saved at every step."
                    ),
                    Words(
                        "Ingin melanjutkan di ponsel lain? Tekan \"Simpan dan lanjutkan nanti\" dan catat kodenya.",
                        "To go on with another phone, press \"Save and continue later\" and write the code down."
                    ),
                ],
                links: [Link(.services, "/layanan"), Link(.continueByCode, "/lanjut")]
            ),
            InformationPage.Section(
                Words("Melacak permohonan", "Tracking a request"),
                [
                    Words(
                        "Tulis nomor permohonan, 12 angka di tanda terima Anda.",
                        "Write the request's number: the 12 digits on your receipt."
                    )
                ],
                links: [Link(.track, "/lacak")]
            ),
            InformationPage.Section(
                Words("Butuh bantuan orang?", "Would you rather have somebody help?"),
                [
                    Words(
                        "Datang ke kantor, atau minta dibantu perangkat desa. Layanannya sama dan gratis.",
                        "Come to an office, or ask a village official. The service is the same, and free."
                    )
                ],
                links: [Link(.offices, "/unit")]
            ),
        ]
    )

    static func about(_ visit: Visit) -> InformationPage {
        let name = visit.installation.name
        return InformationPage(
            .aboutThisSite,
            [
                InformationPage.Section(
                    nil,
                    [
                        Words(
                            "Situs ini dijalankan Pemerintah \(name) untuk layanan publiknya.",
                            "This site is run by the government of \(name) for its public services."
                        ),
                        Words(
                            "Setiap layanan menyebut lamanya, biayanya, dan apa yang disiapkan.",
                            "Every service says how long it takes, what it costs and what to prepare."
                        ),
                    ],
                    links: [
                        Link(.services, "/layanan"), Link(.offices, "/unit"),
                        Link(.news, "/berita"),
                    ]
                ),
                InformationPage.Section(
                    Words("Terbuka untuk diperiksa", "Open to be looked into"),
                    [
                        Words(
                            "Janji waktu, kinerja, dan daftar layanan bisa diunduh semua orang.",
                            "Promised times, performance and the list of services are for everybody."
                        )
                    ],
                    links: [
                        Link(.openData, "/data"), Link(.performance, "/kinerja"),
                        Link(.proofOfRecord, "/bukti"),
                    ]
                ),
            ]
        )
    }

    static let complaints = InformationPage(
        .complaints,
        [
            InformationPage.Section(
                nil,
                [
                    Words(
                        "Pengaduan layanan publik dikelola lewat SP4N-LAPOR!, supaya semuanya tercatat di satu tempat.",
                        "Complaints about public services are handled by SP4N-LAPOR!, so that all are in one place."
                    ),
                    Words(
                        "Kirim SMS ke 1708, atau buka lapor.go.id. Anda boleh tidak menyebut nama.",
                        "Send an SMS to 1708 or open lapor.go.id. You need not give your name."
                    ),
                ],
                links: [
                    Address(outside: "https://www.lapor.go.id").map {
                        Link(Words("Buka SP4N-LAPOR!", "Open SP4N-LAPOR!"), $0)
                    }
                ].compactMap { $0 }
            )
        ]
    )

    static let accessibility = InformationPage(
        .accessibility,
        [
            InformationPage.Section(
                nil,
                [
                    Words(
                        "Situs ini dibuat untuk dipakai dengan papan tik, pembaca layar, huruf besar, dan ponsel lama.",
                        "This site is made for keyboards, screen readers, large type and old phones."
                    ),
                    Words(
                        "Semua layanan berjalan tanpa JavaScript.",
                        "Every service works without JavaScript."
                    ),
                    Words(
                        "Ada yang sulit dipakai? Beri tahu petugas, lewat telepon atau di loket.",
                        "Is something hard to use? Tell an officer, by phone or at a counter."
                    ),
                ],
                links: [Link(.offices, "/unit")]
            )
        ]
    )
}
