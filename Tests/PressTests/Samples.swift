import Press

/// Sheets that the tests print: invented people, synthetic numbers.
enum Samples {
    static func facts(_ title: String) -> DocumentFacts {
        DocumentFacts(
            title: title,
            author: "Kelurahan Pasar Tanjung",
            createdAt: "2026-11-23T09:30:00+07:00"
        )
    }

    static let crest = Crest(
        width: 100,
        height: 120,
        shapes: [
            Crest.Shape("M50 0 L100 16 V62 C100 92 76 110 50 120 C24 110 0 92 0 62 V16 Z"),
            Crest.Shape(
                "M50 7 L94 21 V62 C94 88 73 104 50 113 C27 104 6 88 6 62 V21 Z",
                colour: 0x1F6B4A
            ),
            Crest.Shape(
                "m50 28 l8 22 h23 l-19 14 l7 22 l-19 -13 l-19 13 l7 -22 l-19 -14 h23 z",
                colour: 0xF2C94C
            ),
        ]
    )

    static let letterhead = Letterhead(
        names: [
            "PEMERINTAH KABUPATEN MUARA ENIM", "KECAMATAN MUARA ENIM", "KELURAHAN PASAR TANJUNG",
        ],
        details: [
            "Jalan Kenanga No. 17, Muara Enim 31311",
            "Telepon (0734) 555-0199 · pasartanjung.contoh.go.id",
        ],
        crest: crest
    )

    static let lurah = Signature(
        post: "Lurah Pasar Tanjung",
        name: "Rahayu Wulandari, S.Sos.",
        nip: "19700101 199503 2 001"
    )

    /// A surat keterangan usaha: title in the middle, facts, code.
    static var certificate: LetterSheet {
        var sheet = LetterSheet(
            layout: .judulTengah(CentredTitle("SURAT KETERANGAN USAHA")),
            letterhead: letterhead,
            dateLine: "Muara Enim, 23 November 2026",
            facts: facts("Surat keterangan usaha 500/123/KEL-PT/2026")
        )
        sheet.number = "500/123/KEL-PT/2026"
        sheet.passages = [
            .paragraph(
                "Yang bertanda tangan di bawah ini Lurah Pasar Tanjung, Kecamatan Muara Enim, "
                    + "Kabupaten Muara Enim, menerangkan bahwa:"
            ),
            .facts([
                .init("Nama", "Siti Aminah Contoh"),
                .init("NIK", "1603084505900001"),
                .init("Tempat, tanggal lahir", "Pulau Panggung, 5 Mei 1990"),
                .init("Alamat", "RT 02/RW 03, Jalan Melati No. 4, Kelurahan Pasar Tanjung"),
            ]),
            .paragraph(
                "benar mempunyai usaha kopi olahan bernama \"Kopi Fajar\" yang berjalan sejak "
                    + "tahun 2019 di alamat tersebut, dan sampai surat ini diterbitkan usaha itu "
                    + "masih aktif. Bidang usahanya efisien, afiliasinya tidak ada."
            ),
            .paragraph(
                "Surat keterangan ini dibuat untuk melengkapi permohonan pinjaman modal, dan "
                    + "berlaku tiga bulan sejak tanggal diterbitkan."
            ),
        ]
        sheet.signatures = [lurah]
        sheet.code = CodeStamp(
            "https://contoh.go.id/v/7QK2M4X9TB3DHW6RPN5C8VJ1ZA",
            caption: "Pindai untuk memeriksa keaslian surat ini."
        )
        return sheet
    }

    /// A surat dinas with a table: date right, addressee, copies.
    static var invitation: LetterSheet {
        var sheet = LetterSheet(
            layout: .korespondensi(
                Correspondence(
                    subject: "Undangan pelatihan olahan kopi",
                    addressee: ["Kepala Desa se-Kecamatan Muara Enim", "di", "Tempat"],
                    nature: "Biasa",
                    attachments: "1 (satu) lembar"
                )
            ),
            letterhead: letterhead,
            dateLine: "Muara Enim, 23 November 2026",
            facts: facts("Undangan pelatihan olahan kopi")
        )
        sheet.number = "500.2/45/KEL-PT/2026"
        sheet.passages = [
            .paragraph(
                "Dengan hormat, dalam rangka meningkatkan mutu kopi olahan rumah tangga, kami "
                    + "mengundang Saudara menugaskan dua orang pelaku usaha dari desa "
                    + "masing-masing untuk mengikuti pelatihan dengan jadwal sebagai berikut:"
            ),
            .table(
                SheetTable(
                    head: ["No", "Hari, tanggal", "Materi", "Biaya (Rp)"],
                    rows: [
                        ["1", "Senin, 30 November 2026", "Sortasi dan cacat biji", "0"],
                        ["2", "Selasa, 1 Desember 2026", "Sangrai dan uji seduh", "25.000"],
                        ["3", "Rabu, 2 Desember 2026", "Kemasan dan izin edar", "0"],
                    ],
                    amounts: [3]
                )
            ),
            .paragraph("Peserta diminta membawa:"),
            .numbered(["fotokopi KTP;", "contoh biji kopi 500 gram;", "surat tugas."]),
            .paragraph(
                "Demikian kami sampaikan, atas perhatian Saudara kami ucapkan terima kasih."
            ),
        ]
        var signature = Signature(
            post: "Sekretaris Kelurahan",
            name: "Budi Santoso Contoh, S.E.",
            nip: "19850817 201001 1 002",
            authority: "a.n. Lurah Pasar Tanjung"
        )
        signature.rank = "Penata Tingkat I"
        sheet.signatures = [signature]
        sheet.copies = ["Camat Muara Enim;", "Arsip."]
        sheet.footnote = "Kelurahan Pasar Tanjung tidak memungut biaya di luar yang tertulis."
        return sheet
    }

    /// A letter over several pages, with a table whose head repeats.
    static func long(rows: Int) -> LetterSheet {
        var sheet = certificate
        sheet.passages.insert(
            .table(
                SheetTable(
                    head: ["No", "Nama", "NIK", "Alamat", "Keterangan"],
                    rows: (1...rows).map {
                        [
                            "\($0)", "Warga Contoh Nomor \($0)", "160308450590\(1000 + $0)",
                            "RT 0\($0 % 9 + 1)/RW 03, Dusun Mawar", "Penduduk tetap, pekebun kopi",
                        ]
                    }
                )
            ),
            at: 2
        )
        return sheet
    }

    static func receipt(_ form: ReceiptSheet.Form) -> ReceiptSheet {
        var sheet = ReceiptSheet(
            "Tanda terima permohonan",
            number: "4829-1037-5527",
            for: "Surat keterangan usaha",
            from: "Kelurahan Pasar Tanjung",
            facts: facts("Tanda terima 4829-1037-5527")
        )
        sheet.form = form
        sheet.code = CodeStamp(
            "https://contoh.go.id/t/5JX2Q8MW4RNB7KTD",
            caption: "Pindai untuk melihat kabar terbaru."
        )
        sheet.dates = [
            .init("Diterima", "Senin, 23 November 2026"),
            .init("Paling lambat", "Rabu, 25 November 2026"),
        ]
        sheet.next = [
            "Petugas memeriksa berkas, paling lambat Selasa 24 November.",
            "Lurah menandatangani.",
            "Kami kabari lewat WhatsApp; surat diunduh dari tautan.",
        ]
        sheet.contact = ["Kantor: Jalan Kenanga No. 17", "Telepon (0734) 555-0199"]
        return sheet
    }

    static var standard: PaperSheet {
        var sheet = PaperSheet(
            "Standar pelayanan: Surat keterangan usaha",
            sections: [
                .init("Persyaratan", [.numbered(["KTP", "Foto tempat usaha"])]),
                .init(
                    "Sistem, mekanisme, dan prosedur",
                    [.numbered(["Isi permohonan", "Diperiksa petugas", "Ditandatangani lurah"])]
                ),
                .init("Jangka waktu", [.paragraph("2 hari kerja sejak permohonan diterima.")]),
                .init("Biaya", [.paragraph("Gratis. Bila diminta uang, laporkan.")]),
                .init(
                    "Pengaduan",
                    [.facts([.init("Telepon", "(0734) 555-0199"), .init("Loket", "Loket 2")])]
                ),
                .init(
                    "Evaluasi kinerja",
                    [
                        .table(
                            SheetTable(
                                head: ["Bulan", "Permohonan", "Tepat janji"],
                                rows: [["September", "41", "98 %"], ["Oktober", "37", "100 %"]],
                                amounts: [1, 2]
                            )
                        )
                    ]
                ),
            ],
            facts: facts("Standar pelayanan surat keterangan usaha")
        )
        sheet.office = "Kelurahan Pasar Tanjung"
        sheet.subtitle = "Berlaku sejak 1 Juli 2026."
        return sheet
    }
}
