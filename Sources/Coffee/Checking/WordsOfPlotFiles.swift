import Plots
import Site

extension Words {
    static let checkPlotFile = Words("Periksa berkas kebun", "Check a file of plots")
    static let checkPlotFileAbout = Words(
        "Pembeli di Uni Eropa meminta letak setiap kebun. Periksa berkas GeoJSON Anda di sini "
            + "sebelum dikirim: yang akan ditolak sistem mereka disebut satu per satu.",
        "Buyers in the European Union ask where every plot lies. Check your GeoJSON file here "
            + "before it is sent: whatever their system would refuse is told one by one."
    )
    static let nothingIsKept = Words(
        "Siapa saja boleh memakainya, tanpa masuk. Berkas Anda tidak kami simpan.",
        "Anybody may use it, without logging in. Your file is not kept."
    )
    static let plotFile = Words("Berkas GeoJSON", "GeoJSON file")
    static let plotFileHint = Words("Paling besar 25 MB.", "At most 25 MB.")
    static let checkThisFile = Words("Periksa berkas", "Check the file")
    static let checkAnotherFile = Words("Periksa berkas lain", "Check another file")
    static let repairAndDownload = Words("Perbaiki dan unduh", "Repair and download")
    static let downloadRepaired = Words(
        "Unduh berkas yang sudah diperbaiki",
        "Download the repaired file"
    )
    static let willBeRefused = Words(
        "Sistem Uni Eropa akan menolaknya, atau membacanya lain dari yang dimaksud.",
        "The EU's system will refuse it, or read something else than was meant."
    )
    static let willBeTaken = Words(
        "Tidak ada yang akan ditolak. Baca peringatan, bila ada, sebelum dikirim.",
        "Nothing will be refused. Read the warnings, if any, before it is sent."
    )
    static let whatCanBeRepaired = Words(
        "Yang bisa diperbaiki tanpa bertanya",
        "What can be repaired without asking"
    )
    static let noLandIsInvented = Words(
        "Batas kebun tidak dikarang. Selebihnya diputuskan orang yang mengenal kebunnya. "
            + "Periksa lagi hasilnya.",
        "No land is invented. The rest is for somebody who knows the plot. Check the result again."
    )
    static let chooseItAgain = Words(
        "Pilih berkas yang sama lagi di bawah, lalu tekan Perbaiki dan unduh.",
        "Choose the same file again below, then press Repair and download."
    )
    static let errorsOfFile = Words("Kesalahan", "Errors")
    static let warningsOfFile = Words("Peringatan", "Warnings")
    static let wholeFile = Words("Seluruh berkas", "The whole file")
    static let atTheConsole = Words(
        "Untuk banyak berkas: serasan coffee eudr check BERKAS.geojson --repair HASIL.geojson",
        "For many files: serasan coffee eudr check FILE.geojson --repair RESULT.geojson"
    )

    static func foundInFile(errors: Int, warnings: Int) -> Words {
        Words(
            "\(errors) kesalahan, \(warnings) peringatan",
            "\(errors) errors, \(warnings) warnings"
        )
    }

    static func fileAndPlots(_ name: String, plots: Int) -> Words {
        Words("\(name): \(plots) kebun terbaca.", "\(name): \(plots) plots were read.")
    }

    static func plot(_ number: Int) -> Words { Words("kebun \(number)", "plot \(number)") }

    static func lineOfFile(_ line: Int) -> Words { Words("baris \(line)", "line \(line)") }

    static func andSoManyMore(_ count: Int) -> Words {
        Words("Dan \(count) lagi seperti ini.", "And \(count) more like this.")
    }

    static func drawingOf(_ name: String) -> Words {
        Words("Gambar kebun \(name)", "Drawing of plot \(name)")
    }
}

extension PlotRepair {
    /// What is done, as the person who presses the button reads it.
    var words: Words {
        switch self {
        case .dropMark:
            Words("Tanda awal berkas (BOM) dibuang", "The mark at the file's start is dropped")
        case .dropMember:
            Words("Bagian yang tidak dikenal dibuang", "Members that nobody reads are dropped")
        case .addProperties:
            Words("Tempat keterangan kebun ditambahkan", "Room for a plot's properties is added")
        case .renameProperty:
            Words("Nama keterangan ditulis dengan benar", "Names of properties are put right")
        case .numberFromText:
            Words(
                "Angka yang ditulis sebagai teks dijadikan angka",
                "Numbers in text become numbers"
            )
        case .countryCode:
            Words("Nama negara dijadikan kode dua huruf", "Country names become two letters")
        case .unwrapPoint:
            Words("Titik dibuka dari daftar", "Points are taken out of lists")
        case .dropAltitude: Words("Ketinggian dibuang", "Altitudes are dropped")
        case .roundToSix:
            Words("Angka ditulis tepat enam desimal", "Numbers get exactly six decimals")
        case .swapAxes:
            Words("Garis bujur ditaruh di depan lintang", "Longitude is put before latitude")
        case .closeRing:
            Words("Batas ditutup di titik awalnya", "Rings are closed where they began")
        case .dropRepeated: Words("Titik kembar dibuang", "Repeated corners are dropped")
        case .turnRing: Words("Arah batas dibalik", "Rings are turned round")
        }
    }
}
