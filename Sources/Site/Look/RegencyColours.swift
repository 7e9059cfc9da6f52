/// The colours that a regency may choose itself; name and crest are the other two of its five.
///
/// It chooses three colours by day. What hangs on them (the pressed button, the tint of a chosen
/// row) and all of the night is worked out from these, so that no regency has to know how. The
/// rest of the palette stays.
package struct RegencyColours: Sendable {
    /// The stylesheet of the house with the choices behind it, in one file so that a phone asks
    /// once; nil where there are none.
    package let stylesheet: Asset?
    private let light: [ColourToken: Colour]
    private let dark: [ColourToken: Colour]

    /// `main` colours links and buttons, `header` the top band, `gold` the thread below it.
    package init(main: Colour? = nil, header: Colour? = nil, gold: Colour? = nil) {
        var (light, dark): ([ColourToken: Colour], [ColourToken: Colour]) = ([:], [:])
        if let main {
            light.merge(Self.around(main, at: .light)) { $1 }
            dark.merge(Self.night(main) { Self.around($0, at: .dark) }) { $1 }
        }
        if let header {
            light[.kepala] = header
            dark[.kepala] = header.mixed(with: Palette.dark[.kertas], 9, of: 16)
        }
        if let gold { light[.emas] = gold }
        if gold != nil || header != nil {
            let thread = gold ?? Palette.light[.emas]
            dark.merge(Self.night(thread, on: dark) { [.emas: $0] }) { $1 }
        }
        self.light = light
        self.dark = dark
        stylesheet =
            light.isEmpty
            ? nil
            : Asset(
                name: "daerah",
                ending: .css,
                text: Stylesheet.text
                    + Stylesheet.themed(light: Self.css(light), dark: Self.css(dark))
            )
    }

    /// The band at the top by day, as the phone's own bar takes it on.
    var header: Colour { light[.kepala] ?? Palette.light[.kepala] }

    /// The pairs that would be too faint to read, by day or by night.
    package var faintPairs: [(pair: ContrastPair, theme: Theme, ratio: Double)] {
        Self.faint(light, at: .light) + Self.faint(dark, at: .dark)
    }

    /// What is drawn in the main colour and on it.
    private static func around(_ main: Colour, at theme: Theme) -> [ColourToken: Colour] {
        let isDark = theme == .dark
        let palette = isDark ? Palette.dark : Palette.light
        return [
            .utama: main,
            .utamaTekan: main.mixed(with: isDark ? .white : .black, 4, of: 16),
            .utamaMuda: palette[.permukaan].mixed(with: main, 2, of: 16),
            .padaUtama: isDark ? palette[.kertas] : .white,
        ]
    }

    /// The same hue, lifted towards white until it can be read on a dark page.
    private static func night(
        _ colour: Colour,
        on chosen: [ColourToken: Colour] = [:],
        _ tokens: (Colour) -> [ColourToken: Colour]
    ) -> [ColourToken: Colour] {
        let tries = (0...16).map { tokens(colour.mixed(with: .white, $0, of: 16)) }
        let readable = tries.first { made in
            let touched = Set(made.keys)
            return faint(chosen.merging(made) { $1 }, at: .dark).allSatisfy { faint in
                !touched.contains(faint.pair.front) && !touched.contains(faint.pair.back)
            }
        }
        return readable ?? tokens(.white)
    }

    private static func faint(
        _ chosen: [ColourToken: Colour],
        at theme: Theme
    ) -> [(pair: ContrastPair, theme: Theme, ratio: Double)] {
        var palette = theme == .dark ? Palette.dark : Palette.light
        for (token, colour) in chosen { palette[token] = colour }
        return ContrastPair.all.compactMap { pair in
            let ratio = ContrastPair.ratio(palette[pair.front], palette[pair.back])
            return ratio < pair.need ? (pair, theme, ratio) : nil
        }
    }

    /// In the order of the tokens: the same choice is the same file.
    private static func css(_ colours: [ColourToken: Colour]) -> String {
        ColourToken.allCases.compactMap { token in
            colours[token].map { "--\(token.rawValue):\($0)" }
        }
        .joined(separator: ";")
    }
}

extension Colour {
    static let white = Colour(0xFFFFFF)
    static let black = Colour(0x000000)

    /// So many parts of another colour in this one.
    func mixed(with other: Colour, _ parts: Int, of whole: Int) -> Colour {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt32 {
            UInt32((Int(a) * (whole - parts) + Int(b) * parts + whole / 2) / whole)
        }
        return Colour(
            mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue)
        )
    }
}
