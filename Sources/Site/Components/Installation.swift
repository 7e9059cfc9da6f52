package import Stories

/// What every page says about the regency that runs this server.
package struct Installation: Sendable {
    /// What the site calls itself: "Kabupaten Contoh", or a name of its own.
    package var name: String
    /// The regency itself, as letters, papers and other regencies name it.
    package var regency: String
    /// The crest, served as a picture of its own so that nothing in it can run.
    package var crest: Asset?
    /// True for invented data: every page says so.
    package var isDemo = false
    /// True for a copy to practise with: every page and paper says so.
    package var isPractice = false
    package var zone: Zone = .wib
    package var languages: [Language] = [.indonesian, .english]
    package var contacts = Contacts()
    package var colours = RegencyColours()
    /// The public address without a slash at the end, for links on paper and in mails.
    package var base: String

    /// The files of its look, beside those of the house.
    var assets: [Asset] { [crest, colours.stylesheet].compactMap(\.self) }

    package init(name: String, base: String) {
        self.name = name
        regency = name
        self.base = base
    }

    /// The ways to a human being, always in this order.
    package struct Contacts: Sendable {
        package var help: Address = "/bantuan"
        package var whatsApp: String?
        package var phone: String?
        package var counter: Address = "/unit"

        package init(whatsApp: String? = nil, phone: String? = nil) {
            self.whatsApp = whatsApp
            self.phone = phone
        }
    }
}

/// Light, dark, or as the phone has it.
package enum Theme: String, Sendable, CaseIterable {
    case light = "terang"
    case dark = "gelap"
    case system = "ponsel"

    var name: StaticString? {
        switch self {
        case .light: "terang"
        case .dark: "gelap"
        case .system: nil
        }
    }
}
