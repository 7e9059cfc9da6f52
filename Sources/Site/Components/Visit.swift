package import Stories

/// What a page needs to know about the one who looks at it.
package struct Visit: Sendable {
    package var installation: Installation
    package var language: Language = .indonesian
    package var theme: Theme = .system
    /// Another language in which this newcomer's browser would rather read the page.
    package var offered: Language?
    /// `?cetak=1`: details are open and the page is laid out for paper.
    package var isForPaper = false
    /// The address of this page, without the language's prefix.
    package var here: Address = "/"
    /// The token that every form of this device carries.
    package var formToken: String?
    /// Whether the browser takes squeezed answers.
    package var takesGzip = false
    /// Whether many people use this phone: nothing is to be prefilled for the next one.
    package var isOnSharedPhone = false
    /// Who is signed in, if anybody.
    package var person: Person?
    package var now: Instant

    package init(to installation: Installation, now: Instant) {
        self.installation = installation
        self.now = now
    }

    /// The one who is signed in, as the header shows them.
    package struct Person: Sendable {
        package var name: String
        package var home: Address
        /// True for officials: the workbench's menu and width.
        package var isOfficial: Bool
        /// Where an official may go.
        package var menu: OfficialMenu

        package init(name: String, home: Address, isOfficial: Bool, menu: OfficialMenu) {
            self.name = name
            self.home = home
            self.isOfficial = isOfficial
            self.menu = menu
        }
    }
}
