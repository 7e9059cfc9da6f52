/// A colour of the screen.
package struct Colour: Hashable, Sendable, CustomStringConvertible {
    let red, green, blue: UInt8

    /// Reads `#0B4F5C`, nothing else.
    package init?(_ text: String) {
        let digits = Array(text.utf8.dropFirst())
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        self.init(value)
    }

    init(_ value: UInt32) {
        red = UInt8(value >> 16 & 0xFF)
        green = UInt8(value >> 8 & 0xFF)
        blue = UInt8(value & 0xFF)
    }

    package var description: String {
        "#"
            + [red, green, blue].map { channel in
                let hex = String(channel, radix: 16, uppercase: true)
                return hex.count == 1 ? "0" + hex : hex
            }.joined()
    }
}

/// A colour by its use; the raw value is the name in the stylesheet.
package enum ColourToken: String, CaseIterable, Sendable {
    case kertas, permukaan, lapis, garis, tepi, tinta
    case tinta2 = "tinta-2"
    case utama
    case utamaTekan = "utama-tekan"
    case utamaMuda = "utama-muda"
    case padaUtama = "pada-utama"
    case kepala
    case padaKepala = "pada-kepala"
    case bahaya
    case bahayaMuda = "bahaya-muda"
    case padaBahaya = "pada-bahaya"
    case beres
    case beresMuda = "beres-muda"
    case ingat
    case ingatMuda = "ingat-muda"
    case info
    case infoMuda = "info-muda"
    case emas, fokus
    case padaFokus = "pada-fokus"

    /// The colour by day and by night.
    var colours: (light: Colour, dark: Colour) {
        let (light, dark) = values
        return (Colour(light), Colour(dark))
    }

    private var values: (UInt32, UInt32) {
        switch self {
        case .kertas: (0xFBFAF6, 0x14171A)
        case .permukaan: (0xFFFFFF, 0x1D2226)
        case .lapis: (0xF1EFE7, 0x272D32)
        case .garis: (0xD8D4C7, 0x3A4248)
        case .tepi: (0x7A776C, 0x8A949B)
        case .tinta: (0x1E1B16, 0xF0EEE8)
        case .tinta2: (0x565148, 0xB4B9BC)
        case .utama: (0x0B4F5C, 0x6FC3CF)
        case .utamaTekan: (0x083B45, 0x9ADBE4)
        case .utamaMuda: (0xDCECEE, 0x12343B)
        case .padaUtama: (0xFFFFFF, 0x06242A)
        case .kepala: (0x083B45, 0x0E2529)
        case .padaKepala: (0xFFFFFF, 0xF0EEE8)
        case .bahaya: (0xA3222B, 0xFF9A94)
        case .bahayaMuda: (0xFBE6E4, 0x3D1719)
        case .padaBahaya: (0xFFFFFF, 0x2A0B0D)
        case .beres: (0x2C6B3C, 0x8FD19E)
        case .beresMuda: (0xE1F0E3, 0x15301C)
        case .ingat: (0x8A5A00, 0xF2C464)
        case .ingatMuda: (0xFCEFD2, 0x352707)
        case .info: (0x1F5AA6, 0x9DC3F7)
        case .infoMuda: (0xE3ECF8, 0x14263F)
        case .emas: (0xC9971C, 0xE0B23C)
        case .fokus: (0xFFC93C, 0xFFC93C)
        case .padaFokus: (0x1E1B16, 0x14171A)
        }
    }
}

/// All colours of one of the two lights.
package struct Palette: Sendable {
    private var colours: [ColourToken: Colour]

    package static let light = Palette { $0.colours.light }
    package static let dark = Palette { $0.colours.dark }

    private init(_ colour: (ColourToken) -> Colour) {
        colours = Dictionary(uniqueKeysWithValues: ColourToken.allCases.map { ($0, colour($0)) })
    }

    package subscript(_ token: ColourToken) -> Colour {
        get {
            guard let colour = colours[token] else {
                preconditionFailure("every token has a colour")
            }
            return colour
        }
        set { colours[token] = newValue }
    }

    /// The declarations for the stylesheet.
    var css: String {
        ColourToken.allCases.map { "--\($0.rawValue):\(self[$0])" }.joined(separator: ";")
    }
}
