/// The twenty defects of SNI 01-2907-2008, by the codes that laboratories write.
package enum Defect: String, Hashable, Sendable, CaseIterable {
    case black = "biji_hitam"
    case partlyBlack = "biji_hitam_sebagian"
    case brokenBlack = "biji_hitam_pecah"
    case driedCherry = "kopi_gelondong"
    case brown = "biji_coklat"
    case largeHusk = "kulit_kopi_besar"
    case mediumHusk = "kulit_kopi_sedang"
    case smallHusk = "kulit_kopi_kecil"
    case inParchment = "biji_berkulit_tanduk"
    case largeParchment = "kulit_tanduk_besar"
    case mediumParchment = "kulit_tanduk_sedang"
    case smallParchment = "kulit_tanduk_kecil"
    case broken = "biji_pecah"
    case immature = "biji_muda"
    case oneHole = "biji_berlubang_satu"
    case moreHoles = "biji_berlubang_lebih_satu"
    case spotted = "biji_bertutul"
    case largeForeign = "benda_asing_besar"
    case mediumForeign = "benda_asing_sedang"
    case smallForeign = "benda_asing_kecil"

    /// What one of it counts.
    package var points: Ratio { Ratio(Int128(twentieths), over: 20) }

    /// The same in twentieths, the lowest common denominator of the table.
    package var twentieths: Int64 {
        switch self {
        case .largeForeign: 100
        case .mediumForeign: 40
        case .black, .driedCherry, .largeHusk, .smallForeign: 20
        case .partlyBlack, .brokenBlack, .mediumHusk, .inParchment, .largeParchment: 10
        case .brown: 5
        case .smallHusk, .mediumParchment, .broken, .immature, .moreHoles: 4
        case .smallParchment, .oneHole, .spotted: 2
        }
    }

    package var title: Saying {
        switch self {
        case .black: Saying("Biji hitam", "Black bean")
        case .partlyBlack: Saying("Biji hitam sebagian", "Partly black bean")
        case .brokenBlack: Saying("Biji hitam pecah", "Broken black bean")
        case .driedCherry: Saying("Kopi gelondong", "Dried cherry")
        case .brown: Saying("Biji cokelat", "Brown bean")
        case .largeHusk: Saying("Kulit kopi ukuran besar", "Large husk")
        case .mediumHusk: Saying("Kulit kopi ukuran sedang", "Medium husk")
        case .smallHusk: Saying("Kulit kopi ukuran kecil", "Small husk")
        case .inParchment: Saying("Biji berkulit tanduk", "Bean in parchment")
        case .largeParchment: Saying("Kulit tanduk ukuran besar", "Large parchment")
        case .mediumParchment: Saying("Kulit tanduk ukuran sedang", "Medium parchment")
        case .smallParchment: Saying("Kulit tanduk ukuran kecil", "Small parchment")
        case .broken: Saying("Biji pecah", "Broken bean")
        case .immature: Saying("Biji muda", "Immature bean")
        case .oneHole: Saying("Biji berlubang satu", "Bean with one hole")
        case .moreHoles: Saying("Biji berlubang lebih dari satu", "Bean with more than one hole")
        case .spotted: Saying("Biji bertutul-tutul", "Spotted bean")
        case .largeForeign:
            Saying("Ranting, tanah atau batu berukuran besar", "Large twig, earth or stone")
        case .mediumForeign:
            Saying("Ranting, tanah atau batu berukuran sedang", "Medium twig, earth or stone")
        case .smallForeign:
            Saying("Ranting, tanah atau batu berukuran kecil", "Small twig, earth or stone")
        }
    }
}
