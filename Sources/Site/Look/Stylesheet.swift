/// The one stylesheet of the site, put together from its parts.
enum Stylesheet {
    static let text = themed(light: Palette.light.css, dark: Palette.dark.css)

    /// Declarations by day and by night, for those who follow the phone and those who chose.
    static func themed(light: String, dark: String) -> String {
        """
        :root,[data-tema=terang]{\(light)}
        @media (prefers-color-scheme:dark){:root:not([data-tema=terang]){\(dark)}}
        [data-tema=gelap]{\(dark)}

        """
    }
}
