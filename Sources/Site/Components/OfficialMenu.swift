package import Office

/// The ways of the workbench's menu: an official sees those that lead somewhere for their posts.
package struct OfficialMenu: Sendable {
    package var links: [Link]

    /// `signs`: whether some letter is signed by one of the official's duties.
    package init(for standing: Standing, signs: Bool) {
        links = [Link(.inbox, "/kerja/kotak")]
        if signs { links.append(Link(.signing, "/kerja/paraf")) }
        links.append(Link(.satisfaction, "/kerja/ikm"))
    }
}
