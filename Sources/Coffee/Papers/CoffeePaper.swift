import Press
import Site
import Stories

extension RegencyNow {
    /// A paper about coffee, from this regency, made at a moment.
    func paper(
        _ title: String,
        sections: [PaperSheet.Section],
        at now: Instant,
        in language: Language
    ) -> PaperSheet {
        let wall = installation.zone.wall(now)
        let clock = DateWords.clock(minute: wall.minute, in: .english)
        var paper = PaperSheet(
            title,
            sections: sections,
            facts: DocumentFacts(
                title: title,
                author: installation.regency,
                createdAt: "\(wall.day)T\(clock):00+0\(installation.zone.hours):00",
                language: language.rawValue
            )
        )
        paper.office = installation.regency
        paper.sample = installation.isDemo
        paper.isPractice = installation.isPractice
        return paper
    }
}
