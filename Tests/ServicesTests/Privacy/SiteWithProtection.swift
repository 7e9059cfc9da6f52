import Services
import Stories

extension WorkingSite {
    private static let protection = """
        privacy:
          officer: Pejabat Pelindung Data
          phone: 0812-0000-0009
          agency: Lembaga Contoh

        """

    /// A site with a data-protection officer, a keeper and somebody who is neither.
    static func withProtection() async throws -> WorkingSite {
        let site = try await WorkingSite()
        let more = """
              pelindung: { title: Pelindung data, unit: diskop, does: [pelindung-data] }
              kelola: { title: Pengelola, unit: diskop, does: [pengelola] }
            """
        try await site.regency.publish(
            try WorkingRegency.regency(protection, posts: more),
            as: "regency",
            version: "1.0.1"
        )
        try await site.add("Lestari Ayu", as: "lestari", post: "pelindung")
        try await site.add("Tono Prasetyo", as: "tono", post: "kelola")
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        return site
    }
}
