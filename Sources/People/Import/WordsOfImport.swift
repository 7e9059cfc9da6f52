import Site
import Stories

// The sentences of the import.

extension Words {
    static let importFile = Words("Berkas CSV", "CSV file")
    static let importFileHint = Words(
        "Paling besar 4 MB dan 3.000 baris. Baris pertama berisi nama kolom",
        "At most 4 MB and 3,000 rows. The first row names the columns"
    )
    static let importWhat = Words(
        "Simpan daftar dari Excel sebagai CSV. Sebelum apa pun berubah, Anda melihat dulu apa "
            + "yang terjadi dengan setiap baris.",
        "Save the list from your spreadsheet as CSV. Before anything changes you see what would "
            + "happen to each row."
    )
    static let importSample = Words("Unduh contoh CSV", "Download a sample CSV")
    static let importsBefore = Words("Impor sebelumnya", "Earlier imports")
    static let importedWhen = Words("Kapan", "When")
    static let importedBy = Words("Oleh", "By")
    static let importedCount = Words("Petugas", "Officials")
    static let importState = Words("Keadaan", "State")
    static let importWasUndone = Words("Dibatalkan", "Undone")
    static let importIsIn = Words("Masuk", "Taken in")
    static let columnsHeading = Words("Cocokkan kolom", "Match the columns")
    static let noColumn = Words("(tidak ada di berkas)", "(not in the file)")
    static let dryRun = Words("Periksa semua baris", "Check all rows")
    static let firstRows = Words("Tiga baris pertama", "The first three rows")
    static let nameColumnMissing = Words(
        "Pilih kolom untuk nama lengkap, dan kolom nama masuk atau NIP.",
        "Choose the column of the full name, and that of the log-in name or the NIP."
    )
    static let dryRunHeading = Words("Hasil pemeriksaan", "What would happen")
    static let nothingChangedYet = Words(
        "Belum ada yang berubah. Baris yang keliru tidak ikut masuk.",
        "Nothing has changed yet. Faulty rows will not be taken in."
    )
    static let fileLine = Words("Baris", "Line")
    static let whatHappens = Words("Yang terjadi", "What happens")
    static let downloadFaulty = Words("Unduh baris yang keliru", "Download the faulty rows")
    static let importResult = Words("Hasil impor", "What was imported")
    static let importUndoneNow = Words(
        "Impor ini dibatalkan. Petugas yang tadinya baru tidak bisa masuk.",
        "This import was undone. The officials who were new have no way in."
    )
    static let printAllSlips = Words("Cetak semua slip aktivasi", "Print all activation slips")
    static let slipsForAnHour = Words(
        "Slip bisa dicetak selama satu jam, hanya oleh Anda.",
        "The slips can be printed for an hour, and only by you."
    )
    static let undoHeading = Words("Salah berkas?", "The wrong file?")
    static let undoWhat = Words(
        "Impor bisa dibatalkan selama belum ada petugasnya yang aktif atau diubah.",
        "An import can be undone as long as none of its officials was activated or changed."
    )
    static let undoImport = Words("Batalkan impor ini", "Undo this import")

    static func takeIn(_ count: Int) -> Words {
        Words("Masukkan \(count) petugas", "Take in \(count) officials")
    }

    static func importDone(_ count: Int) -> Words {
        Words("\(count) petugas masuk.", "\(count) officials were taken in.")
    }

    static func readAs(_ encoding: TextOfFile.Encoding, separator: UInt8) -> Words {
        let (sign, inEnglish) =
            separator == 0x3B
            ? ("titik koma", "semicolons")
            : separator == 0x09 ? ("tab", "tabs") : ("koma", "commas")
        let other = encoding == .mixed ? "mixed encodings" : encoding.rawValue
        return Words(
            "Berkas dibaca sebagai \(encoding.rawValue), kolom dipisah \(sign).",
            "The file was read as \(other), its columns separated by \(inEnglish)."
        )
    }

    static func mixedLines(_ lines: [Int]) -> Words {
        let shown = lines.prefix(20).map(String.init).joined(separator: ", ")
        let more = lines.count > 20 ? ", …" : ""
        return Words(
            "Berkas ini digabung dari beberapa sandi huruf. Periksa huruf khusus di baris "
                + "\(shown)\(more).",
            "This file was put together from several encodings. Check the special letters in "
                + "lines \(shown)\(more)."
        )
    }
}
