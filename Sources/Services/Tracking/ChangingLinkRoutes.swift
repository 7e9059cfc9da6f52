import Cases
import Hummingbird
import Site
import Stories

// A link that others have seen is changed: the receipt gets another, and the earlier one ends.

extension ServicesFeature {
    func addChangingLink(to router: Router<some SiteContext>) {
        router.get("permohonan/tautan") { request, context in
            let opened = try await self.openRequest(request)
            return try self.answer(Self.changingLinkPage(opened), context)
        }
        router.post("permohonan/tautan") { request, context in
            let posted = try await Posted.read(request, in: context)
            let opened = try await self.openRequest(request)
            let asked = CaseDesk.Asked(
                .changeLink,
                on: opened.loaded.id,
                seen: posted["versi"].flatMap { Int64($0) }.map { Version($0) } ?? 0,
                who: .applicant,
                now: self.now()
            )
            _ = try await self.cases.handle(asked)
            // Whatever came meanwhile, the link in force is the one to keep.
            let changed = try await self.openRequest(of: opened.loaded.id)
            return try self.receipt(changed.token, context)
        }
    }

    private static func changingLinkPage(_ opened: OpenedRequest) -> FormPage {
        var page = FormPage(
            .changeLink,
            Form(
                to: "/permohonan/tautan",
                [],
                hidden: [("versi", String(opened.loaded.version.count))],
                buttons: [Button(.changeLink)]
            ),
            back: Link(.back, "/permohonan")
        )
        page.before = [
            Notice(
                .info,
                Words(
                    "Lakukan ini kalau tautan atau kode QR Anda terlihat orang lain.",
                    "Do this if others have seen your link or QR code."
                ),
                Words(
                    "Tautan lama tidak bisa dipakai lagi. Anda langsung mendapat tanda terima baru.",
                    "The old link will open nothing. You get a new receipt at once."
                )
            )
        ]
        return page
    }
}
