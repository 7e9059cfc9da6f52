import Hummingbird
import Ledger
import Site
import Stories

// At the scale: the link that a grower takes home, on the slip and by WhatsApp.

extension CoffeeFeature {
    func addGivingLinks(to router: Router<some SiteContext>) {
        router.post("timbang/:entri/tautan") { request, context in
            try await self.sending(request, context) { at, posted in
                let (delivery, parts) = (try await self.delivery(context, at), self.parts)
                guard let grower = delivery.grower else { throw CoffeeRefusal.noSuchGrower }
                try await self.links.give(
                    to: grower.id,
                    by: delivery.lot.holder,
                    days: try await self.store.glance { try parts.people($0).linkDays },
                    at.asked(posted)
                )
                return Answer.redirect(to: Address("/timbang/\(delivery.entry.id)"), for: at.visit)
            }
        }
        router.post("timbang/:entri/tautan/cabut") { request, context in
            try await self.sending(request, context) { at, posted in
                let delivery = try await self.delivery(context, at)
                guard let link = try await self.link(of: delivery, at.visit) else {
                    throw CoffeeRefusal.linkEnded
                }
                try await self.links.withdraw(link.standing.id, at.asked(posted))
                return Answer.redirect(to: Address("/timbang/\(delivery.entry.id)"), for: at.visit)
            }
        }
    }

    /// The link to a grower's deliveries that stands with the unit of a delivery.
    func link(of delivery: WeighedDelivery, _ visit: Visit) async throws -> LinkOfGrower? {
        guard let grower = delivery.grower else { return nil }
        let (parts, now, holder) = (parts, now(), delivery.lot.holder)
        let (found, zone) = try await store.glance { reader in
            (try reader.link(of: grower.id, by: holder, at: now), try parts.zone(reader))
        }
        return found.map { standing in
            LinkOfGrower(
                standing: standing,
                address: "\(visit.installation.base)/kopi/saya/\(door.token(of: standing.id).text)",
                unit: delivery.holder,
                phone: grower.phone,
                zone: zone
            )
        }
    }
}

/// A grower's link as it is handed over.
struct LinkOfGrower: Sendable {
    let standing: StandingLink

    /// The whole address.
    let address: String
    let unit: String
    let phone: String?
    let zone: Zone

    var until: Day { zone.day(standing.until) }

    var message: Words { .messageToGrower(unit, address, until) }
}

/// On the page after a weighing: make the link, send it, withdraw it.
struct LinkAtTheScale: Component {
    let delivery: OpaqueID
    let link: LinkOfGrower?

    func write(to html: HTML) {
        html(.h2, .linkForGrower)
        guard let link else {
            html(.p, .whatALinkIs)
            html(
                Form(
                    to: Address("/timbang/\(delivery)/tautan"),
                    [],
                    buttons: [Button(.giveLink, .secondary)]
                )
            )
            return
        }
        html(.p, .linkStandsUntil(link.until))
        html(.p, openings(link, html.visit.language))
        let message = link.message.text(in: html.visit.language)
        html(.blockquote, message)
        html(
            ButtonRow(
                Button(
                    .openWhatsAppWithMessage,
                    .secondary,
                    .go(.whatsApp(link.phone, saying: message))
                )
            )
        )
        html(
            Form(
                to: Address("/timbang/\(delivery)/tautan/cabut"),
                [],
                buttons: [Button(.withdrawLink, .quiet)]
            )
        )
    }

    private func openings(_ link: LinkOfGrower, _ language: Language) -> Words {
        guard let last = link.standing.opened else { return .neverOpened }
        let moment = DateWords.moment(last, zone: link.zone, in: language, withYear: true)
        return .opened(link.standing.openings, last: moment)
    }
}
