/// What is wrong with one ring around a plot.
enum RingFault: PlotFault {
    case open
    case tooFew
    case repeated
    case repeatedWhenRounded
    case straight
    case noArea
    case meets(Crossing.Kind)
    case badWhenCut
    case hole
    case turned

    package var code: String {
        switch self {
        case .open: "ring-open"
        case .tooFew: "ring-too-few"
        case .repeated: "vertex-repeated"
        case .repeatedWhenRounded: "vertex-repeated-when-rounded"
        case .straight: "ring-straight"
        case .noArea: "ring-no-area"
        case .meets(.crossing): "ring-crosses"
        case .meets(.touching): "ring-touches"
        case .meets(.doubled): "ring-doubled"
        case .badWhenCut: "ring-bad-when-cut"
        case .hole: "hole"
        case .turned: "ring-turned"
        }
    }

    package var severity: PlotFinding.Severity {
        switch self {
        case .turned: .warning
        case .open, .tooFew, .repeated, .repeatedWhenRounded, .straight, .noArea, .meets,
            .badWhenCut, .hole:
            .error
        }
    }

    package var repair: PlotRepair? {
        switch self {
        case .open: .closeRing
        case .repeated, .repeatedWhenRounded: .dropRepeated
        case .badWhenCut: .roundToSix
        case .turned: .turnRing
        case .tooFew, .straight, .noArea, .meets, .hole: nil
        }
    }

    package var sentence: String {
        switch self {
        case .open: "Batasnya tidak tertutup: titik terakhir harus sama dengan titik pertama."
        case .tooFew:
            "Batasnya terlalu sedikit titik: paling sedikit tiga sudut, dan titik pertama diulang."
        case .repeated: "Dua titik berurutan sama persis."
        case .repeatedWhenRounded: "Dua titik berurutan menjadi sama setelah dibulatkan ke 6 angka."
        case .straight: "Semua titiknya terletak pada satu garis lurus."
        case .noArea: "Batasnya tidak mengelilingi luas apa pun."
        case .meets(.crossing): "Batasnya memotong dirinya sendiri di tempat yang ditandai."
        case .meets(.touching): "Batasnya menyentuh dirinya sendiri di tempat yang ditandai."
        case .meets(.doubled): "Dua sisi batasnya berimpit di tempat yang ditandai."
        case .badWhenCut:
            "Batasnya benar bila angkanya dibulatkan, tetapi rusak bila dipotong menjadi 6 angka; "
                + "kertas UE menyebut keduanya. Tulis tepat 6 angka."
        case .hole:
            "Ada lubang di dalam batas, yang tidak diterima. Bagi kebunnya menjadi dua bagian tanpa "
                + "lubang."
        case .turned: "Titik batasnya berurutan searah jarum jam; GeoJSON meminta sebaliknya."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .open: "The boundary is not closed: its last position must be its first."
        case .tooFew:
            "The boundary has too few positions: three corners at least, and the first again."
        case .repeated: "Two positions in a row are the same."
        case .repeatedWhenRounded:
            "Two positions in a row become the same when rounded to 6 decimals."
        case .straight: "All its positions lie on one straight line."
        case .noArea: "The boundary encloses no area."
        case .meets(.crossing): "The boundary crosses itself at the place that is marked."
        case .meets(.touching): "The boundary touches itself at the place that is marked."
        case .meets(.doubled):
            "Two sides of the boundary lie on each other at the place that is marked."
        case .badWhenCut:
            "The boundary is right when its numbers are rounded, and broken when they are cut to 6 "
                + "decimals; the EU's papers name both. Write exactly 6."
        case .hole:
            "There is a hole in the boundary, which is not taken. Divide the plot in two without it."
        case .turned: "The boundary goes round clockwise; GeoJSON asks for the other way."
        }
    }
}
