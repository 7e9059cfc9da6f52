import Exchange
import Site
import Stories

/// What is new at partners and waits for somebody here, above everything else.
struct PartnerNews: Component {
    let partners: [PartnerStanding]

    func write(to html: HTML) {
        for partner in partners {
            let page = Link(
                .catalogueOf(partner.publisher),
                "/kelola/cetak-biru/mitra/\(partner.publisher)"
            )
            if partner.trust.asked != nil {
                var notice = Notice(.attention, .secondPersonWaits(partner.publisher))
                notice.links = [page]
                html(notice)
            }
            for gone in partner.withdrawnHere {
                var notice = Notice(
                    .danger,
                    .withdrawnHere("\(gone.name) \(gone.version)", gone.reason)
                )
                notice.links = [page]
                html(notice)
            }
            if !partner.updates.isEmpty {
                var notice = Notice(.info, heading: .updateAvailable)
                notice.sentences = partner.updates.map {
                    .updateFromTo("\($0.name)", $0.from, $0.to.version)
                }
                notice.links = [page]
                html(notice)
            }
        }
    }
}

/// The publishers that something came from, and how it stands with each.
struct PartnerTable: Component {
    let partners: [PartnerStanding]

    func write(to html: HTML) {
        html(
            DataTable(
                .partnersWord,
                [
                    DataTable.Heading(.publisherWord), DataTable.Heading(.partnerAddress),
                    DataTable.Heading(.lastReached), DataTable.Heading(.stateWord),
                ],
                partners.map { partner in
                    DataTable.Line([
                        .link(
                            Link(
                                Words(partner.publisher),
                                "/kelola/cetak-biru/mitra/\(partner.publisher)"
                            )
                        ),
                        .text(partner.known?.address ?? "–"),
                        .text(reached(partner, html.visit)),
                        .tag(state(of: partner)),
                    ])
                }
            )
        )
    }

    private func reached(_ partner: PartnerStanding, _ visit: Visit) -> String {
        guard let at = partner.known?.reachedAt else { return "–" }
        return DateWords.date(visit.installation.zone.day(at), in: visit.language)
    }

    private func state(of partner: PartnerStanding) -> StatusTag {
        if partner.trust.equivocation != nil || !partner.withdrawnHere.isEmpty {
            return StatusTag(.needsLook, .danger)
        }
        if partner.trust.asked != nil { return StatusTag(.waitsForSecond, .attention) }
        if !partner.updates.isEmpty { return StatusTag(.updateAvailable, .attention) }
        if partner.known?.trouble != nil { return StatusTag(.notReachedTag, .attention) }
        return partner.catalogue == nil
            ? StatusTag(.noCatalogueTag) : StatusTag(.nothingNewThere, .done)
    }
}
