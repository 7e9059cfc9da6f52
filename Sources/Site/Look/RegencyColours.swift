/// The colours that a regency may choose itself; name and crest are the other two of its five.
///
/// Everything else stays, so that no regency can make a page unreadable by choosing.
package struct RegencyColours: Sendable {
    /// A colour by day and by night.
    package struct Pair: Hashable, Sendable {
        package let light: Colour
        package let dark: Colour

        package init(light: Colour, dark: Colour) {
            self.light = light
            self.dark = dark
        }
    }

    /// The small stylesheet with the choices, or nil where there are none.
    package let stylesheet: Asset?
    private let chosen: [(ColourToken, Pair)]

    /// `main` colours links and buttons, `header` the top band, `gold` the thread below it.
    package init(main: Pair? = nil, header: Pair? = nil, gold: Pair? = nil) {
        let choices: [(ColourToken, Pair?)] = [(.utama, main), (.kepala, header), (.emas, gold)]
        chosen = choices.compactMap { token, pair in pair.map { (token, $0) } }
        let light = chosen.map { "--\($0.rawValue):\($1.light)" }.joined(separator: ";")
        let dark = chosen.map { "--\($0.rawValue):\($1.dark)" }.joined(separator: ";")
        stylesheet =
            chosen.isEmpty
            ? nil
            : Asset(
                name: "daerah",
                ending: .css,
                text: Stylesheet.themed(light: light, dark: dark)
            )
    }

    /// The pairs that would be too faint to read, by day or by night.
    package var faintPairs: [(pair: ContrastPair, theme: Theme, ratio: Double)] {
        [(Theme.light, Palette.light), (.dark, .dark)].flatMap { theme, palette in
            var palette = palette
            for (token, pair) in chosen {
                palette[token] = theme == .dark ? pair.dark : pair.light
            }
            return ContrastPair.all.compactMap { pair in
                let ratio = ContrastPair.ratio(palette[pair.front], palette[pair.back])
                return ratio < pair.need ? (pair, theme, ratio) : nil
            }
        }
    }
}
