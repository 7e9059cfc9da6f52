import Site
import Stories

/// The fixed sentences of the counter.
extension Words {
    static let counterSearch = Words(
        "NIK, nama, nomor, atau pindai",
        "NIK, name, number, or scan"
    )
    static let counterSearchHint = Words(
        "Pemindai boleh langsung membaca kode QR pada tanda terima.",
        "A scanner may read the QR code of the receipt right here."
    )
    static let takeInPaper = Words("Terima berkas", "Take in papers")
    static let takeInFor = Words("Terima berkas untuk layanan", "Take in papers for a service")
    static let noneFoundHere = Words(
        "Tidak ada permohonan yang cocok di unit Anda. Periksa lagi, atau terima berkas baru.",
        "No request of your unit fits. Check it, or take in new papers."
    )
    static let requests = Words("Permohonan", "Requests")
    static let duplicateHere = Words("Sudah pernah diajukan", "Applied for before")
    static let whenReceived = Words("Kapan berkas ini diterima?", "When were the papers received?")
    static let whenReceivedHint = Words(
        "Janji waktu dihitung dari saat ini.",
        "What was promised counts from this moment."
    )
    static let hourReceived = Words("Jam diterima", "Hour of receipt")
    static let hourHint = Words("Contoh: 09.15", "Example: 09.15")
    static let hourNotRead = Words(
        "Tulis jam seperti 09.15",
        "Write the hour like 09.15"
    )
    static let dayNotRead = Words(
        "Tulis tanggal, bulan, dan tahun berkas diterima",
        "Write day, month and year of receipt"
    )
    static let whyLate = Words("Mengapa baru dicatat sekarang?", "Why is it recorded only now?")
    static let whyLateHint = Words(
        "Isi bila berkas diterima sebelum hari ini, misalnya karena listrik padam.",
        "Only where it was received before today, for example because there was no power."
    )
    static let receipt = Words("Penerimaan", "Receipt")
    static let noPhone = Words(
        "Warga tidak punya HP. Tanda terima memuat PIN sebagai gantinya.",
        "The citizen has no phone. The receipt carries a PIN in its place."
    )
    static let aboutPhone = Words("Tanpa nomor HP", "Without a phone")
    static let paperScan = Words("Pindaian berkas kertas", "Scan of the papers")
    static let paperScanHint = Words(
        "Foto (JPG, PNG) atau PDF, paling besar 8 MB.",
        "A photo (JPG, PNG) or a PDF, at most 8 MB."
    )
    static let fillInIfItApplies = Words("Isi bila berlaku.", "Fill in where it applies.")
    static let citizenSaysTrue = Words(
        "Warga sudah mendengar isinya dan menyatakan data ini benar.",
        "The citizen has heard what stands here and says that it is true."
    )
    static let recordIt = Words("Catat permohonan", "Record the request")
    static let recordAnyway = Words("Tetap catat", "Record it all the same")
    static let recorded = Words("Permohonan tercatat", "Request recorded")
    static let receiptNumber = Words("Nomor permohonan", "Request number")
    static let strip58 = Words("Struk 58 mm", "Slip 58 mm")
    static let strip80 = Words("Struk 80 mm", "Slip 80 mm")
    static let paperA4 = Words("Kertas A4", "A4 page")
    static let printOn = Words("Cetak tanda terima", "Print the receipt")
    static let nextPerson = Words("Berikutnya", "Next person")
    static let sameServiceAgain = Words("Terima berkas yang sama lagi", "Take in another like it")
    static let openTheCase = Words("Buka perkara", "Open the case")
    static let writeByHand = Words("Printer mati? Tulis dengan tangan", "No printer? Write by hand")
    static let pin = Words("PIN", "PIN")
    static let pinOnReceipt = Words(
        "PIN pada tanda terima (6 angka)",
        "PIN on the receipt (6 digits)"
    )
    static let lastFourOrPIN = Words(
        "4 angka terakhir nomor HP Anda, atau 6 angka PIN pada tanda terima",
        "Last 4 digits of your phone, or the 6 digits of the PIN on the receipt"
    )
    static let phoneDoesNotMatch = Words(
        "Angka itu tidak cocok. Tulis 4 angka terakhir nomor HP yang Anda pakai",
        "Those digits do not match. Write the last 4 digits of the phone you used"
    )
    static let pinDoesNotMatch = Words(
        "Angka itu tidak cocok. Tulis 6 angka PIN yang tercetak pada tanda terima",
        "Those digits do not match. Write the 6 digits of the PIN printed on the receipt"
    )
    static let receiptOnlyToday = Words(
        "Tanda terima dicetak di loket pada hari pencatatan. Setelah itu warga membukanya "
            + "lewat tautan atau nomornya.",
        "The counter prints a receipt on the day of its recording. Afterwards the citizen opens "
            + "it by its link or number."
    )
    static let otherUnitsVillage = Words(
        "Layanan untuk desa ini dicatat di kantor lain. Periksa lagi desanya",
        "Another office records this service for that village. Check the village"
    )

    static func numberToMyself(_ service: Words, _ number: String, _ link: String) -> Words {
        Words(
            "Nomor permohonan saya \(number) (\(service.indonesian)). Lacak: \(link)",
            "My request's number is \(number) (\(service.text(in: .english))). Track it: \(link)"
        )
    }

    static func promisedUntil(_ service: Words, _ number: String) -> Words {
        Words(
            "\(service.indonesian) \(number): paling lambat hari ini",
            "\(service.text(in: .english)) \(number): due today at the latest"
        )
    }

    static func handledByOffice(_ office: String) -> Words {
        Words(
            "Ditangani \(office). Lacak dengan nomor pada judul.",
            "Handled by \(office). Track it with the number in the title."
        )
    }

    static func applied(_ service: Words, on date: Words) -> Words {
        Words(
            "Warga ini sudah mengajukan \(service.indonesian.lowercased()) pada "
                + "\(date.indonesian).",
            "This person already applied for this service on \(date.text(in: .english))."
        )
    }
}
