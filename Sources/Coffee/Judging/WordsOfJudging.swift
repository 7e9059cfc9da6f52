import Beans
import Site

extension Words {
    static let gradeSheet = Words("Uji mutu biji", "Grade of green coffee")
    static let gradeSheetAbout = Words(
        "Isi hasil penyortiran satu contoh, atau kirim berkas CSV laboratorium. Hitungannya "
            + "ditunjukkan dulu, baru dicatat.",
        "Fill in what was sorted out of one sample, or send the CSV of a laboratory. The reckoning "
            + "is shown first, then written down."
    )
    static let sampleWeight = Words("Berat contoh", "Weight of the sample")
    static let gram = sign("g")
    static let dirt = Words("Kotoran", "Dirt")
    static let defectsFound = Words("Cacat yang ditemukan", "Defects found")
    static let defect = Words("Cacat", "Defect")
    static let reckoning = Words("Hitungan", "Reckoning")
    static let noDefects = Words("Tidak ada cacat.", "No defects.")
    static let onSieves = Words("Di ayakan (boleh kosong)", "On the sieves (may be left empty)")
    static let treatment = Words("Cara olah", "Processing")
    static let labFile = Words("Atau berkas CSV laboratorium", "Or the CSV of a laboratory")
    static let labFileHint = Words(
        "Satu contoh. Bila berkas dipilih, isian di atas tidak dipakai.",
        "One sample. Where a file is chosen, the fields above are not used."
    )
    static let oneSampleOnly = Words(
        "Berkas ini berisi lebih dari satu contoh, atau tidak satu pun. Satu lot, satu contoh.",
        "This file holds more than one sample, or none. One lot, one sample."
    )
    static let reckon = Words("Hitung", "Reckon")
    static let writeGrade = Words("Catat mutu ini", "Write this grade down")
    static let cuppingSheet = Words("Uji cita rasa", "Cupping")
    static let whichProtocol = Words("Formulir yang mana?", "Which form?")
    static let scoresAreNotConverted = Words(
        "Nilai selalu disebut bersama formulirnya. Nilai dua formulir tidak bisa dibandingkan.",
        "A score is always named with its form. Scores of two forms cannot be compared."
    )
    static let points = Words("poin", "points")
    static let totalOfForm = Words("Jumlah di formulir kertas", "Total on the paper form")
    static let totalOfFormHint = Words(
        "Kosongkan bila tidak ada. Bila diisi, dicocokkan dengan hitungan kami.",
        "Leave it empty if there is none. It is compared with our reckoning."
    )
    static let writeCup = Words("Catat nilai", "Write the score down")

    static func countsFor(_ points: Ratio) -> Words {
        Words("Nilai \(points.text()) tiap buah", "Counts \(points.englishText()) each")
    }

    static func sieve(_ name: String) -> Words {
        name == "dasar"
            ? Words("Alas ayakan", "Pan") : Words("Ayakan nomor \(name)", "Sieve \(name)")
    }
}
