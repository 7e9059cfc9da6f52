import Press

/// CPU of a warm letter: set, printed and with its QR code.
enum LetterBench {
    private static let letters = 200

    static func run() throws {
        let letter = sample
        for _ in 0..<20 { _ = try LetterPress.pdf(of: letter) }
        let start = ProcessCost.here
        var bytes = 0
        for _ in 0..<letters { bytes = try LetterPress.pdf(of: letter).count }
        let cost = (ProcessCost.here - start) / Double(letters)
        print("cpu \(cost) bytes \(bytes)")
    }

    private static var sample: LetterSheet {
        var sheet = LetterSheet(
            layout: .judulTengah(CentredTitle("SURAT KETERANGAN USAHA")),
            letterhead: Letterhead(
                names: ["PEMERINTAH KABUPATEN CONTOH", "KECAMATAN CONTOH", "KELURAHAN CONTOH"],
                details: ["Jalan Kenanga No. 17, telepon (0734) 555-0199"]
            ),
            dateLine: "Contoh, 23 November 2026",
            facts: DocumentFacts(
                title: "Surat keterangan usaha",
                author: "Kelurahan Contoh",
                createdAt: "2026-11-23T09:30:00+07:00"
            )
        )
        sheet.number = "500/123/KEL-PT/2026"
        let sentence =
            "benar mempunyai usaha kopi olahan yang berjalan sejak tahun 2019 di alamat tersebut, "
            + "dan sampai surat ini diterbitkan usaha itu masih aktif di wilayah kami. "
        sheet.passages = [
            .paragraph("Yang bertanda tangan di bawah ini menerangkan bahwa:"),
            .facts([
                .init("Nama", "Siti Aminah"), .init("NIK", "1603084505900001"),
                .init("Nama usaha", "Warung Mekar"),
                .init("Alamat", "Dusun II RT 3, seberang musala"),
            ]),
            .paragraph(sentence + sentence),
            .paragraph("Surat keterangan ini dibuat untuk melengkapi permohonan pinjaman modal."),
        ]
        sheet.signatures = [Signature(post: "Lurah Contoh", name: "Rahayu Wulandari")]
        sheet.code = CodeStamp(
            "https://contoh.example/v/7QK2M4X9TB3DHW6RPN5C8VJ1ZA",
            caption: "Pindai untuk memeriksa surat ini"
        )
        return sheet
    }
}
