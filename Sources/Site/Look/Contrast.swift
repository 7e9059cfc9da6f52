import Foundation

/// The contrast that a pair of colours must have (WCAG 2.2, 1.4.3 and 1.4.11).
package struct ContrastPair: Hashable, Sendable {
    package let front: ColourToken
    package let back: ColourToken
    package let need: Double

    /// The contrast of two colours, 1 to 21.
    package static func ratio(_ a: Colour, _ b: Colour) -> Double {
        let (one, other) = (luminance(a), luminance(b))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    private static func luminance(_ colour: Colour) -> Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
            + 0.0722 * linear(colour.blue)
    }

    /// Every pair that the stylesheet puts on the screen.
    package static let all: [ContrastPair] = [
        text(.tinta, .kertas), text(.tinta, .permukaan), text(.tinta, .lapis),
        text(.tinta2, .kertas), text(.tinta2, .lapis), text(.utama, .kertas), text(.utama, .lapis),
        text(.padaUtama, .utama), text(.padaUtama, .utamaTekan), text(.utama, .utamaMuda),
        text(.padaKepala, .kepala), edge(.emas, .kepala), text(.bahaya, .kertas),
        text(.bahaya, .bahayaMuda), text(.padaBahaya, .bahaya), text(.beres, .kertas),
        text(.beres, .beresMuda), text(.ingat, .kertas), text(.ingat, .ingatMuda),
        text(.info, .kertas), text(.info, .infoMuda), edge(.tepi, .kertas),
        edge(.tepi, .permukaan), edge(.tepi, .lapis), text(.padaFokus, .fokus),
    ]

    private static func text(_ front: ColourToken, _ back: ColourToken) -> ContrastPair {
        ContrastPair(front: front, back: back, need: 4.5)
    }

    private static func edge(_ front: ColourToken, _ back: ColourToken) -> ContrastPair {
        ContrastPair(front: front, back: back, need: 3)
    }
}
