import Hummingbird
import Ledger
import Site
import Stories

// What everybody may read: who the partners are, since when, what was transferred.

extension CooperationFeature {
    func addPartners(to router: Router<some SiteContext>) {
        router.get("mitra") { _, context in
            let regency = try await self.regency()
            let day = self.today(regency)
            let agreements = try await self.store.read { reader in
                try reader.agreements().filter { $0.standing(on: day) == .inForce }
            }
            let page = PartnersPage(agreements: agreements, today: day)
            return Answer.page(page, for: try self.visit(context, regency))
        }
        router.get("mitra/:mitra") { _, context in
            let regency = try await self.regency()
            let day = self.today(regency)
            guard let code = context.parameters.get("mitra").flatMap({ Code($0) }) else {
                throw CooperationRefusal.noSuchPartner
            }
            let page = try await self.store.read { reader in
                try self.partner(code, on: day, reader)
            }
            return Answer.page(page, for: try self.visit(context, regency))
        }
    }

    /// Only what was signed is told; what is being prepared is not public.
    private func partner(
        _ code: Code,
        on day: Day,
        _ reader: Ledger.Reader
    ) throws -> PartnerPage {
        let agreements = try reader.agreements(with: code).filter { $0.signed != nil }
        let name = agreements.lazy.flatMap { PartnerLine.read($0.texts["mitra"]) }
            .first { $0.code == code }?.name
        guard !agreements.isEmpty else { throw CooperationRefusal.noSuchPartner }
        return PartnerPage(
            code: code,
            name: name ?? code.text,
            agreements: agreements,
            transfers: try agreements.flatMap { try self.transfers($0.id, reader) }
                .sorted { $0.on > $1.on },
            visits: try reader.visits(with: code),
            today: day
        )
    }
}
