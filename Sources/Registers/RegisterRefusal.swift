import Stories

/// What a register refuses.
package enum RegisterRefusal: Refusal, Hashable {
    case alreadyEntered
    case notEntered

    /// Another record says already what may stand only once.
    case keyTaken

    /// No record has the key that a correction names.
    case noSuchKey

    /// Whoever asks may read the register and not write it.
    case notKeeper

    /// Somebody else wrote the record since the page was shown.
    case movedOn

    // Files that are brought into a register.
    case fileMissing
    case fileTooLarge(most: Int)
    case tooManyRows(most: Int)
    case fileEmpty
    case noSuchBatch
    case batchUndone
    case nothingToBring

    package var sentence: String {
        switch self {
        case .alreadyEntered: "Catatan ini sudah ada di register."
        case .notEntered: "Catatan ini tidak ada, atau sudah diakhiri."
        case .keyTaken:
            "Register sudah punya catatan dengan nomor yang sama. Cari catatan itu dulu, "
                + "lalu betulkan atau pilih tindakan lain."
        case .noSuchKey:
            "Catatan dengan nomor itu tidak ada di register. Periksa nomornya, "
                + "atau minta pemohon memperbaikinya."
        case .notKeeper:
            "Register ini diisi oleh petugas lain. Minta petugas itu mencatat atau membetulkannya."
        case .movedOn:
            "Catatan ini sudah diubah orang lain. Lihat isinya yang sekarang, lalu ulangi bila "
                + "perlu."
        case .fileMissing: "Pilih dulu berkasnya."
        case .fileTooLarge(let most): "Berkas paling besar \(most) MB. Bagi menjadi beberapa."
        case .tooManyRows(let most):
            "Satu berkas paling banyak \(most) baris. Bagi menjadi beberapa."
        case .fileEmpty: "Berkas ini tidak berisi baris. Baris pertama harus judul kolom."
        case .noSuchBatch: "Bawaan ini tidak ada, atau berkasnya sudah lewat 30 hari."
        case .batchUndone: "Bawaan ini sudah dibatalkan. Kirim berkasnya lagi bila diperlukan."
        case .nothingToBring:
            "Tidak ada baris baru di berkas ini, jadi tidak ada yang dibawa masuk."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .alreadyEntered: "This record is in the register already."
        case .notEntered: "There is no such record, or it has ended."
        case .keyTaken:
            "The register has a record with the same number already. Look for it first, "
                + "then correct it or take another action."
        case .noSuchKey:
            "The register has no record with that number. Check the number, "
                + "or ask the applicant to put it right."
        case .notKeeper:
            "Other officers keep this register. Ask them to enter or correct it."
        case .movedOn:
            "Somebody else changed this record. Look at what it says now, then try again if needed."
        case .fileMissing: "Choose the file first."
        case .fileTooLarge(let most): "A file has at most \(most) MB. Split it."
        case .tooManyRows(let most): "A file has at most \(most) rows. Split it."
        case .fileEmpty: "There are no rows in this file. Its first row must be headings."
        case .noSuchBatch: "There is no such batch, or its file is older than 30 days."
        case .batchUndone: "This batch was undone. Send the file again if it is needed."
        case .nothingToBring: "No row of this file is new, so nothing is brought in."
        }
    }

    package var status: Int {
        switch self {
        case .alreadyEntered, .keyTaken, .movedOn: 409
        case .notEntered, .noSuchKey: 404
        case .notKeeper: 403
        case .batchUndone: 409
        case .noSuchBatch: 404
        case .fileTooLarge: 413
        case .fileMissing, .tooManyRows, .fileEmpty, .nothingToBring: 422
        }
    }
}
