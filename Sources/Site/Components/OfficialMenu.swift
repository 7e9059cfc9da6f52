package import Office

/// The ways of the workbench's menu: an official sees those that lead somewhere for their posts.
package struct OfficialMenu: Sendable {
    package var links: [Link]

    /// Whoever has one of them works with lots of coffee.
    private static let dutiesOfCoffee: Set = [
        "penimbang", "pengelola-lot", "pengesah-kopi", "penguji-kopi",
    ]

    /// `signs`: whether some letter is signed by one of the official's duties.
    package init(for standing: Standing, signs: Bool) {
        links = [Link(.inbox, "/kerja/kotak")]
        if !standing.units.isEmpty { links.append(Link(.noticesMenu, "/kerja/kabar")) }
        if signs { links.append(Link(.signing, "/kerja/paraf")) }
        func has(_ duty: String) -> Bool {
            standing.seats.contains { $0.post.duties.contains(duty) }
        }
        if has("loket") { links.append(Link(.counter, "/kerja/loket")) }
        if has("penolong") { links.append(Link(.helpPeople, "/bantu")) }
        if !Self.dutiesOfCoffee.isDisjoint(with: standing.seats.flatMap(\.post.duties)) {
            links.append(Link(.coffeeLots, "/lot"))
        }
        if has("penyuluh") {
            links.append(Link(.growersPlots, "/kebun/petani"))
            links.append(Link(.growersFiles, "/kerja/kopi/berkas-bank"))
        }
        if standing.isLeader || !standing.headedUnits.isEmpty {
            links.append(Link(.leaders, "/pimpinan"))
        }
        links.append(Link(.satisfaction, "/kerja/ikm"))
        if standing.isEditor { links.append(Link(.newsroom, "/kerja/berita")) }
        if standing.cooperates { links.append(Link(.cooperation, "/kerja/kerja-sama")) }
        if standing.isKeeper { links.append(Link(.manage, "/kelola")) }
        if has("pelindung-data") { links.append(Link(.peoplesData, "/kelola/data-pribadi")) }
        if standing.isKeeper || standing.isLeader {
            links.append(Link(.usefulness, "/kelola/kegunaan"))
            links.append(Link(.comparison, "/kelola/studi-banding"))
        }
        links.append(Link(.switchPerson, "/kerja/ganti"))
    }
}
