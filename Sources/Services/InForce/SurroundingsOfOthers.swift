import Blueprints
package import Site
import Stories

extension ServicesFeature {
    /// What other features may know: what is in force, and who is signed in.
    package var surroundings: Surroundings {
        let keeper = keeper
        var surroundings = Surroundings(
            regency: { reader in
                let force = try keeper.current(reader)
                var regency = RegencyNow(
                    installation: force.installation,
                    office: force.office,
                    service: { code in
                        force.services.first { $0.id.text == code.text }.map { Words($0.title) }
                    }
                )
                regency.protection = force.regency.protection?.atHand
                regency.published = { code in
                    (force.services + force.off.map(\.service)).first { $0.id.text == code.text }
                        .map { PublishedService(title: Words($0.title), elsewhere: $0.elsewhere) }
                }
                return regency
            },
            official: { request in
                try await self.official(request).map {
                    var signed = SignedIn(
                        id: $0.id,
                        name: $0.name,
                        standing: $0.standing,
                        menu: $0.menu
                    )
                    signed.isByPIN = $0.isByPIN
                    return signed
                }
            }
        )
        surroundings.uses = { try keeper.current($0).usesOfData($0) }
        return surroundings
    }
}
