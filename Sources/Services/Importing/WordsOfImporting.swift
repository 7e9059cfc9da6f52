import Blueprints
import Registers
import Site

extension Site.Words {
    static let bringFile = Words("Bawa masuk dari berkas", "Bring in from a file")
    static let fileToBring = Words("Berkas", "File")
    static let fileToBringHint = Words(
        "CSV, XLSX, CSV dari Kobo atau ODK, KML, KMZ, GPX, Shapefile dalam zip, atau GeoJSON. "
            + "Paling besar \(IncomingFile.mostMegabytes) MB dan \(IncomingFile.mostRows) baris.",
        "CSV, XLSX, CSV of Kobo or ODK, KML, KMZ, GPX, a zipped Shapefile, or GeoJSON. At most "
            + "\(IncomingFile.mostMegabytes) MB and \(IncomingFile.mostRows) rows."
    )
    static let bringingWhat = Words(
        "Anda mencocokkan kolomnya dulu dan melihat hasilnya. Baru sesudah itu register berubah.",
        "First you match its columns and look at what comes of it. Only then the register changes."
    )
    static let broughtBefore = Words("Yang pernah dibawa masuk", "Brought in before")
    static let broughtWhen = Words("Waktu", "When")
    static let broughtBy = Words("Oleh", "By")
    static let broughtRecords = Words("Catatan", "Records")
    static let stateOfBatch = Words("Keadaan", "State")
    static let nothingBrought = Words(
        "Belum ada berkas yang dibawa masuk.",
        "No file was brought in yet."
    )
    static let batchIsIn = Words("Sudah masuk", "Brought in")
    static let batchCutShort = Words("Belum selesai", "Not finished")
    static let batchWasUndone = Words("Dibatalkan", "Undone")

    static let matchColumns = Words("Cocokkan kolom", "Match the columns")
    static func matchColumnsWhat(_ rows: Int) -> Words {
        Words(
            "Berkas ini berisi \(rows) baris. Pilih kolom mana yang mengisi setiap isian register.",
            "This file has \(rows) rows. Choose which column fills each field of the register."
        )
    }
    static let checkFirst = Words("Periksa dulu", "Check first")
    static let chooseSource = Words(
        "Pilih kolom, atau isi yang sama untuk setiap baris",
        "Choose a column, or one value for every row"
    )
    static let chooseOne = Words("(pilih)", "(choose)")
    static let leftEmpty = Words("(dikosongkan)", "(left empty)")
    static let fromPlace = Words("Letaknya di peta", "Its place on the map")
    static let fixedValue = Words("Isi yang sama untuk setiap baris", "One value for every row")
    static func always(_ option: Words) -> Words {
        Words(
            "Selalu: \(option.indonesian)",
            "Always: \(option.english ?? option.indonesian)"
        )
    }
    static func exampleOfColumn(_ cell: String) -> Words {
        Words("Isi pertamanya: \(cell)", "Its first value: \(cell)")
    }
    static func fixedValueOf(_ field: Blueprints.Words) -> Words {
        let words = Words(field)
        return Words(
            "\(words.indonesian): isi untuk setiap baris",
            "\(words.english ?? words.indonesian): the value for every row"
        )
    }
    static func unitIn(_ field: Blueprints.Words) -> Words {
        let words = Words(field)
        return Words(
            "\(words.indonesian): satuan dalam berkas",
            "\(words.english ?? words.indonesian): unit in the file"
        )
    }
    static func unitOfFile(_ unit: String) -> Words {
        switch unit {
        case "m2": Words("meter persegi", "square metres")
        case "are": Words("are (100 meter persegi)", "ares (100 square metres)")
        case "ha": Words("hektare", "hectares")
        case "pecahan": Words("bagian dari satu (0,5)", "parts of one (0.5)")
        case "persen": Words("persen", "per cent")
        case "kg": Words("kilogram", "kilograms")
        case "kuintal": Words("kuintal (100 kilogram)", "quintals (100 kilograms)")
        case "ton": Words("ton", "tonnes")
        case _: Words(unit)
        }
    }

    static func axesLookSwapped(_ table: IncomingTable) -> Words {
        Words(
            "Lintang dan bujur tampaknya tertukar di \(table.turned) baris: menurut berkas ini "
                + "letaknya jauh di luar Indonesia. Selama belum ditukar, baris itu dianggap keliru.",
            "Latitude and longitude seem to be in each other's place in \(table.turned) rows: the "
                + "file puts them far outside Indonesia. Until they are changed, those rows are faulty."
        )
    }
    static let axesAreSwapped = Words(
        "Lintang dan bujur yang tertukar sudah ditukar.",
        "Latitude and longitude that were in each other's place are changed."
    )
    static let swapAxes = Words("Tukar lintang dan bujur", "Change latitude and longitude")
    static let swapBack = Words("Pakai seperti di berkas", "Use them as in the file")
    static let wayToBring = Words("Cara yang sudah ada", "Ways that there are")
    static let wayToBringHint = Words(
        "Cara ini ikut dalam cetak biru. Isinya masih bisa Anda ubah di bawah.",
        "They come with the blueprint. You can still change what they say below."
    )
    static let useThisWay = Words("Pakai cara ini", "Use this way")
    static let downloadWay = Words(
        "Unduh cara ini sebagai berkas untuk cetak biru",
        "Download this way as a file for the blueprint"
    )
}

/// What a file would do, and what it did.
extension Site.Words {
    static let checkFile = Words("Periksa sebelum dibawa masuk", "Look before it is brought in")
    static func rowsCounted(_ plan: BatchPlan) -> Words {
        let (new, there, faulty) = (plan.count(.new), plan.count(.there), plan.count(.faulty))
        return Words(
            "\(new) baris baru, \(there) sudah ada di register, \(faulty) keliru.",
            "\(new) rows are new, \(there) are in the register already, \(faulty) are faulty."
        )
    }
    static let nothingWrittenYet = Words(
        "Register belum berubah.",
        "The register has not changed yet."
    )
    static func newRows(_ count: Int) -> Words { Words("Baru (\(count))", "New (\(count))") }
    static func rowsThere(_ count: Int) -> Words {
        Words("Sudah ada (\(count))", "In the register already (\(count))")
    }
    static func faultyRows(_ count: Int) -> Words {
        Words("Keliru (\(count))", "Faulty (\(count))")
    }
    static let faultyRowsWhat = Words(
        "Baris ini dilewati. Unduh, betulkan, lalu bawa masuk lagi sebagai berkas tersendiri.",
        "These rows are left out. Download them, put them right, and bring them by themselves."
    )
    static func firstOf(_ most: Int, _ count: Int) -> Words {
        Words("\(most) baris pertama dari \(count)", "The first \(most) of \(count) rows")
    }
    static let rowsOfFile = Words("Baris berkas", "Rows of the file")
    static let rowOfFile = Words("Baris", "Row")
    static let whatIsWrong = Words("Masalah", "What is wrong")
    static let noSuchRows = Words("Tidak ada.", "None.")
    static let downloadFaultyRows = Words("Unduh baris keliru (CSV)", "Download faulty rows (CSV)")
    static func bringIn(_ count: Int) -> Words {
        Words("Bawa masuk \(count) baris", "Bring in \(count) rows")
    }

    static let broughtFile = Words("Bawaan dari berkas", "Brought in from a file")
    static func broughtIn(_ count: Int) -> Words {
        Words("\(count) catatan sudah masuk register.", "\(count) records are in the register.")
    }
    static func cutShort(_ count: Int, of all: Int) -> Words {
        Words(
            "Baru \(count) dari \(all) catatan yang masuk. Lanjutkan: yang sudah masuk tidak diulang.",
            "Only \(count) of \(all) records are in. Go on: what is in is not brought twice."
        )
    }
    static let goOnBringing = Words("Lanjutkan membawa masuk", "Go on bringing in")
    static let undoBatch = Words("Batalkan bawaan ini", "Undo this batch")
    static let undoBatchWhat = Words(
        "Semua catatan dari berkas ini berakhir, kecuali yang sudah dibetulkan orang atau sudah "
            + "dipakai.",
        "All records of this file end, but for those that somebody has corrected or that are used."
    )
    static func undoneNow(ended: Int, left: Int) -> Words {
        Words(
            "Bawaan ini dibatalkan: \(ended) catatan diakhiri, \(left) tetap ada.",
            "This batch was undone: \(ended) records ended, \(left) stay."
        )
    }
    static let touchedSince = Words("Yang sudah diubah atau dipakai", "Changed or used since")
    static let touchedSinceWhat = Words(
        "Pembatalan tidak menyentuh catatan ini. Akhiri satu per satu bila perlu.",
        "Undoing leaves these records alone. End them one by one if needed."
    )
}
