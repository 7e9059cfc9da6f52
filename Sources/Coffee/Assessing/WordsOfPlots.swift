import Plots
import Site
import Stories

extension Words {
    static let plotsUnderTheLaw = Words("Kebun menurut aturan", "Plots under the law")
    static let allPlots = Words("Semua", "All")
    static let plotWord = Words("Kebun", "Plot")
    static let areaOfPlot = Words("Luas", "Area")
    static let placeOfPlot = Words("Tempat", "Place")
    static let planted = Words("Tahun tanam", "Planted")
    static let landPaper = Words("Surat tanah", "Land paper")
    static let saidAboutForest = Words("Kata pendaftar tentang kawasan", "Told about the forest")
    static let permitNumber = Words("Nomor izin perhutanan sosial", "Social-forestry permit")
    static let stdb = sign("STDB")
    static let noStdb = Words("Belum ada", "None yet")
    static let notLookedAt = Words("Belum diperiksa", "Not looked at")
    static let neverDeforestationFree = Words(
        "Tidak ada kebun yang disebut bebas deforestasi. Yang dicatat: apa kata sumber mana, per "
            + "tanggal berapa.",
        "No plot is called free of deforestation. What is written down: what which source says, as "
            + "of which day."
    )
    static let findOverlaps = Words("Periksa tumpang tindih", "Look for overlaps")
    static let boundariesOfRegister = Words(
        "Batas dalam daftar kebun",
        "Boundaries of the register"
    )
    static let forestMaps = Words("Peta kawasan hutan", "Maps of the forest estate")
    static let plotsForWhisp = Words("Unduh kebun untuk Whisp", "Download plots for Whisp")
    static let resultsOfWhisp = Words("Muat hasil Whisp", "Bring results of Whisp")
    static let isKeptOut = Words(
        "Kebun ini dikeluarkan dari berkas pembeli. Di berkas itu tertulis bahwa ia dikeluarkan.",
        "This plot is kept out of buyers' files. The files say so."
    )
    static let keepItOut = Words("Keluarkan dari berkas pembeli", "Keep it out of buyers' files")
    static let letItIn = Words("Masukkan lagi ke berkas pembeli", "Let it into buyers' files again")
    static let keptOutAbout = Words(
        "Kopinya tetap tercatat di lot. Di setiap berkas pembeli kebun ini disebut sebagai yang "
            + "tidak disertakan.",
        "Its coffee stays in the lots. Every buyer's file names it among those left out."
    )
    static let writeFinding = Words("Catat hasil pemeriksaan", "Write down a finding")
    static let aboutWhat = Words("Tentang apa?", "About what?")
    static let whatWasFound = Words("Apa hasilnya?", "What was found?")
    static let sourceOfFinding = Words("Dari mana?", "By which source?")
    static let sourceOfFindingHint = Words(
        "Surat, peta, atau alat dengan versinya. Contoh: SHM 123/2015, atau Hansen GFC v1.12.",
        "A paper, a map, or a tool with its version."
    )
    static let asOfDay = Words("Per tanggal", "As of")
    static let loadMap = Words("Muat peta", "Load a map")
    static let kindOfMap = Words("Peta apa?", "Which map?")
    static let mapFile = Words("Berkas peta", "File of the map")
    static let mapFileHint = Words(
        "GeoJSON, Shapefile dalam zip, atau KML. Paling besar 60 MB.",
        "GeoJSON, zipped Shapefile or KML, at most 60 MB."
    )
    static let sourceOfMap = Words("Sumber peta", "Source of the map")
    static let sourceOfMapHint = Words(
        "Contoh: KLHK, lampiran SK penunjukan kawasan hutan.",
        "For example the ministry and the decree."
    )
    static let noAreasInFile = Words(
        "Tidak ada daerah yang bisa dibaca dalam berkas ini.",
        "No area could be read in this file."
    )
    static let runWhisp = Words(
        "Jalankan Whisp di whisp.openforis.org dengan berkas itu.",
        "Run Whisp at whisp.openforis.org with that file."
    )
    static let bringItBack = Words(
        "Bawa hasilnya ke sini: CSV atau GeoJSON, dengan kolom external_id dan risk_pcrop.",
        "Bring its results here: CSV or GeoJSON, with the columns external_id and risk_pcrop."
    )
    static let namesNobody = Words(
        "Berkas itu hanya berisi nomor dan batas kebun. Nama petani tidak ikut.",
        "The file holds only numbers and boundaries of plots, no names of growers."
    )
    static let whispFile = Words("Hasil Whisp", "Results of Whisp")
    static let whispFileHint = Words("CSV atau GeoJSON.", "CSV or GeoJSON.")
    static let versionOfWhisp = Words("Versi Whisp", "Version of Whisp")
    static let versionOfWhispHint = Words(
        "Tertulis di halaman Whisp. Contoh: 2.0.",
        "It stands on the page of Whisp, for example 2.0."
    )
    static let takeResults = Words("Muat hasil", "Bring the results")
    static let noColumnsOfWhisp = Words(
        "Kolom external_id atau risk_pcrop tidak ada dalam berkas ini.",
        "There is no column external_id or risk_pcrop in this file."
    )

    static func plotsCounted(_ count: Int) -> Words {
        Words("\(count) kebun", "\(count) plots")
    }

    static func newFindings(_ count: Int) -> Words {
        Words("\(count) temuan baru dicatat.", "\(count) new findings were written down.")
    }

    static func areasOfMap(_ count: Int) -> Words {
        Words("\(count) daerah", "\(count) areas")
    }

    static func onMetres(_ metres: Int64) -> Words {
        .inBoth { NumberWords.whole(Int(metres), in: $0) + " m²" }
    }

    static func withPlot(_ label: String) -> Words {
        Words("dengan kebun \(label)", "with plot \(label)")
    }

    static func takenFromWhisp(_ known: Int, new: Int) -> Words {
        Words(
            "\(known) kebun dikenal, \(new) di antaranya dengan hasil baru.",
            "\(known) plots are known, \(new) of them with a new result."
        )
    }

    static func unknownPlots(_ count: Int) -> Words {
        Words(
            "\(count) nomor tidak ada di daftar kebun:",
            "\(count) numbers are not in the register:"
        )
    }

    static func unreadableRows(_ rows: String) -> Words {
        Words("Baris yang tidak terbaca: \(rows)", "Rows that could not be read: \(rows)")
    }

    /// The size of a plot, or that nobody knows where it is.
    static func hectares(_ boundary: Boundary?) -> Words {
        guard let boundary else { return Words("Tanpa letak", "No place") }
        guard let hectares = boundary.hectares, hectares < 1e9 else { return sign("-") }

        return .hectares(hectares)
    }
}

extension AssessedSubject {
    var words: Words {
        switch self {
        case .legality: Words("Keabsahan lahan", "Legality of the land")
        case .treeCover: Words("Tutupan pohon sesudah 2020", "Tree cover after 2020")
        case .forest: Words("Kawasan hutan", "Forest estate")
        case .overlap: Words("Tumpang tindih", "Overlap")
        }
    }
}

extension AssessedOutcome {
    /// What it says of a subject.
    func words(of subject: AssessedSubject) -> Words {
        switch (subject, self) {
        case (.forest, .clear): Words("Di luar kawasan", "Outside")
        case (.forest, .permitted): Words("Di dalam, berizin", "Inside, with a permit")
        case (.forest, .risk): Words("Di dalam, tanpa izin", "Inside, without a permit")
        case (.overlap, .clear): Words("Tidak ada", "None")
        case (.overlap, .risk): Words("Ada", "Some")
        case (.treeCover, .clear): Words("Tidak ada tanda", "No sign of loss")
        case (.treeCover, .risk): Words("Ada tanda kehilangan", "Signs of loss")
        case (_, let outcome): outcome.words
        }
    }

    var words: Words {
        switch self {
        case .clear: Words("Tidak ada yang menghalangi", "Nothing stands against it")
        case .permitted: Words("Berizin", "Permitted")
        case .unclear: Words("Belum jelas", "Not clear")
        case .risk: Words("Ada yang menghalangi", "Something stands against it")
        }
    }

    var tint: StatusTag.Kind {
        switch self {
        case .clear: .done
        case .permitted: .info
        case .unclear: .attention
        case .risk: .danger
        }
    }
}

extension ForestMap.Kind {
    var words: Words {
        switch self {
        case .estate: Words("Kawasan hutan", "Forest estate")
        case .permit: Words("Izin perhutanan sosial", "Social-forestry permits")
        }
    }

    var hint: Words {
        switch self {
        case .estate:
            Words(
                "Daerah bertanda APL atau tubuh air dilewati.",
                "Areas marked APL or as water are passed over."
            )
        case .permit:
            Words("Hutan desa, HKm, HTR, kemitraan.", "Village forests and other permits.")
        }
    }
}
