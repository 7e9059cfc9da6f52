package import Site

/// A kind of defect of SNI 01-2907-2008 and what one of it counts.
///
/// Values are twentieths of a point: 1/2, 1/4, 1/5 and 1/10 have 20 as their lowest common
/// denominator, so that sums are exact.
package enum Defect: String, CaseIterable, Sendable {
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

    package var words: Words {
        switch self {
        case .black: Words("Biji hitam", "Black bean")
        case .partlyBlack: Words("Biji hitam sebagian", "Partly black bean")
        case .brokenBlack: Words("Biji hitam pecah", "Broken black bean")
        case .driedCherry: Words("Kopi gelondong", "Dried cherry")
        case .brown: Words("Biji cokelat", "Brown bean")
        case .largeHusk: Words("Kulit kopi ukuran besar", "Large husk")
        case .mediumHusk: Words("Kulit kopi ukuran sedang", "Medium husk")
        case .smallHusk: Words("Kulit kopi ukuran kecil", "Small husk")
        case .inParchment: Words("Biji berkulit tanduk", "Bean in parchment")
        case .largeParchment: Words("Kulit tanduk ukuran besar", "Large parchment")
        case .mediumParchment: Words("Kulit tanduk ukuran sedang", "Medium parchment")
        case .smallParchment: Words("Kulit tanduk ukuran kecil", "Small parchment")
        case .broken: Words("Biji pecah", "Broken bean")
        case .immature: Words("Biji muda", "Immature bean")
        case .oneHole: Words("Biji berlubang satu", "Bean with one hole")
        case .moreHoles: Words("Biji berlubang lebih dari satu", "Bean with more holes")
        case .spotted: Words("Biji bertutul-tutul", "Spotted bean")
        case .largeForeign:
            Words("Ranting, tanah atau batu besar", "Large twig, clod or stone")
        case .mediumForeign:
            Words("Ranting, tanah atau batu sedang", "Medium twig, clod or stone")
        case .smallForeign: Words("Ranting, tanah atau batu kecil", "Small twig, clod or stone")
        }
    }

    /// Reads a code of the standard's table, or the name as it is written on a sheet.
    package init?(written: some StringProtocol) {
        let key = Self.key(written)
        guard
            let found = Self.allCases.first(where: {
                Self.key($0.rawValue) == key || Self.key($0.words.indonesian) == key
            }) ?? Self.otherNames[key]
        else { return nil }
        self = found
    }

    /// What laboratories write besides.
    private static let otherNames: [String: Defect] = [
        "bijicokelat": .brown, "bijiberlubanglebih": .moreHoles, "bijibertutul": .spotted,
        "gelondong": .driedCherry, "bijigelondong": .driedCherry, "hitam": .black,
        "hitamsebagian": .partlyBlack, "hitampecah": .brokenBlack, "cokelat": .brown,
        "coklat": .brown, "pecah": .broken, "muda": .immature, "berlubangsatu": .oneHole,
        "berlubanglebih": .moreHoles, "berlubanglebihdarisatu": .moreHoles, "bertutul": .spotted,
        "rantingbesar": .largeForeign, "rantingsedang": .mediumForeign,
        "rantingkecil": .smallForeign,
    ]

    /// Letters and digits only, so that spelling with spaces or underscores is the same.
    private static func key(_ text: some StringProtocol) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
