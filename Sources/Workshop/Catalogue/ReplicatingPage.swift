import Blueprints
import Exchange
import Site
import Stories

/// From an offered blueprint to the reader's own regency: its address is asked for, and shown as a
/// plain link before anybody goes there.
struct ReplicatingPage: Page {
    let listed: Catalogue.Listed
    let title: String

    /// Nil before anything was typed.
    let typed: String?
    let rules: FetchRules

    private var site: PartnerAddress? {
        do throws(FetchTrouble) {
            return try typed.map { (text) throws(FetchTrouble) in
                try PartnerAddress(siteOf: text, by: rules)
            }
        } catch {
            return nil
        }
    }

    private var problem: Words? {
        guard let typed else { return nil }
        do throws(FetchTrouble) {
            _ = try PartnerAddress(siteOf: typed, by: rules)
            return nil
        } catch {
            return Words(error.sentence, error.sentenceInEnglish)
        }
    }

    var frame: Frame {
        Frame(
            back: Link(Words(title), .offered(listed)),
            status: problem == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.replicateToMine.text(in: visit.language) }

    private var field: Field {
        Field(
            "alamat",
            .addressOfYourSite,
            hint: .addressOfYourSiteHint,
            .text(TextInput(typed ?? ""))
        ).with(error: problem)
    }

    func body(_ html: HTML) {
        html(ErrorSummary(of: [field]))
        html(.h1, .replicateToMine)
        html(.p, .offeredInShort(listed))
        if let there = site.flatMap({ destination($0, html.visit) }), let site {
            html(Notice(.info, .youWillGoTo(site.origin), .signInOnlyThere))
            html(ButtonRow(Button(.goOnTo(site.host), .primary, .go(there))))
            return
        }
        var form = Form(to: .offered(listed, "replikasi"), [field], buttons: [Button(.goOn)])
        form.isOnlyShown = true
        html(form)
        html(Paragraphs(.orByStick))
        html(ButtonRow(links: [Link(.downloadPackage, .offered(listed, "unduh"))]))
    }

    /// The page of that site which fetches from here.
    private func destination(_ site: PartnerAddress, _ visit: Visit) -> Address? {
        let here = Address.offered(listed, nil)
            .absolute(in: .indonesian, of: visit.installation)
            .text(in: .indonesian)
        return Address(outside: site.page("/kelola/cetak-biru/pasang"))?.with("dari", here)
    }
}
