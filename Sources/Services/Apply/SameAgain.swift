import Blueprints
import Cases
import Feel
import Ledger
import Office
import Site
import Stories

// Whoever applies twice for the same is told before it is sent, and may still send it.

extension ServicesFeature {
    /// The check of all answers, with what the record knows of an earlier request.
    func checkPage(of form: OpenForm) async throws -> CheckPage {
        var page = form.checkPage()
        guard page.problems.isEmpty else { return page }
        page.sameAgain = try await sameAgain(form)
        return page
    }

    /// When the same person sent the same, if it runs or ended in the last 30 days.
    ///
    /// Only where NIK and phone both match: whoever knows one of them learns nothing here. What
    /// was sent in secret or without a name is found by neither.
    private func sameAgain(_ form: OpenForm) async throws -> Notice? {
        let answers = form.read().answers
        let village = form.service.at.flatMap { answers[$0]?.text }
        guard let nik = answers["nik"]?.text, let phone = answers["hp"]?.text,
            let owner = form.force.owner(of: form.service, in: village)
        else { return nil }
        let (service, recently) = (form.service.id.text, form.now.adding(seconds: -30 * 86_400))
        let received = try await store.read { reader -> Instant? in
            guard
                let found = reader.selection(
                    "case_search",
                    for: "\(nik)\n\(phone)",
                    in: owner.id,
                    limit: 20
                )
            else { return nil }
            let row = try reader.row(
                """
                SELECT received FROM cases WHERE id IN (\(found)) AND service = \(service) \
                AND (ended IS NULL OR ended > \(recently)) ORDER BY received DESC LIMIT 1
                """
            )
            return try row?.get("received")
        }
        guard let received else { return nil }
        let day = form.force.zone.day(received)
        var notice = Notice(
            .attention,
            Words(
                "Anda sudah mengajukan layanan ini pada \(DateWords.date(day, in: .indonesian)).",
                "You already applied for this on \(DateWords.date(day, in: .english))."
            )
        )
        notice.links = [
            Link(.seeEarlier, "/lacak"), Link(.applyAgain, Address.here(CheckPage.sendingID)),
        ]
        return notice
    }
}

extension Words {
    fileprivate static let seeEarlier = Words("Lihat yang sudah dikirim", "See what was sent")
    fileprivate static let applyAgain = Words("Tetap ajukan lagi", "Apply again all the same")
}
