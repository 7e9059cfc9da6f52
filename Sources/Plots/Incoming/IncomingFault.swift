/// What may be wrong with a plot in a file from elsewhere, beside what its ring tells.
enum IncomingFault: PlotFault {
    case wideGap(metres: Int)
    case fromWaypoints
    case unreadable(column: String)
    case noPlace
    case assumedDegrees
    case tooManyRows(Int)

    package var code: String {
        switch self {
        case .wideGap: "walk-not-closed"
        case .fromWaypoints: "from-waypoints"
        case .unreadable: "place-unreadable"
        case .noPlace: "no-place"
        case .assumedDegrees: "projection-assumed"
        case .tooManyRows: "too-many-rows"
        }
    }

    package var severity: PlotFinding.Severity {
        switch self {
        case .fromWaypoints, .assumedDegrees: .warning
        case .wideGap, .unreadable, .noPlace, .tooManyRows: .error
        }
    }

    package var repair: PlotRepair? { nil }

    package var sentence: String {
        switch self {
        case .wideGap(let metres):
            "Jalan keliling ini tidak kembali ke awalnya: kurang \(metres) meter. Ukur lagi sampai penuh."
        case .fromWaypoints:
            "Berkas ini hanya berisi titik-titik; urutannya dianggap sudut satu kebun. Periksa gambarnya."
        case .unreadable(let column):
            "Isi kolom \"\(column)\" tidak terbaca sebagai titik atau batas."
        case .noPlace: "Tidak ada titik maupun batas untuk kebun ini."
        case .assumedDegrees: "Tidak ada berkas .prj; angkanya dianggap derajat WGS 84."
        case .tooManyRows(let most): "Lebih dari \(most) kebun; yang berikutnya tidak dibaca."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .wideGap(let metres):
            "This walk does not come back to its beginning: \(metres) metres are missing. Survey it again."
        case .fromWaypoints:
            "This file has only waypoints; in their order they are taken for corners of one plot. Look at it."
        case .unreadable(let column):
            "What stands in \"\(column)\" cannot be read as a point or boundary."
        case .noPlace: "There is neither a point nor a boundary for this plot."
        case .assumedDegrees: "There is no .prj file; the numbers are taken for degrees of WGS 84."
        case .tooManyRows(let most): "More than \(most) plots; those that follow are not read."
        }
    }
}
