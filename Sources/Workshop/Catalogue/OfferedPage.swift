import Blueprints
import Exchange
import Site
import Stories

/// A blueprint that is offered: what one gets, what one has to say, how to get it.
struct OfferedPage: Page {
    let listed: Catalogue.Listed
    let package: Package
    let catalogue: Catalogue

    /// Whether the address names this version, so that the page always says the same.
    let isFixed: Bool
    let isPast: Bool
    let evidence: (any Component)?
    let users: Int?

    var frame: Frame {
        var frame = Frame(
            width: .page,
            back: Link(.blueprintsOffered, "/cetak-biru"),
            isIndexed: true
        )
        frame.description = .offeredInShort(listed)
        return frame
    }

    func title(for visit: Visit) -> String { "\(package.manifest.title) \(listed.version)" }

    func body(_ html: HTML) {
        html(.h1, package.manifest.title, .lang(.indonesian))
        html(.p, .offeredInShort(listed))
        let name = html.visit.installation.regency
        html(.p, .madeBy(name, package.manifest.derivedFrom.map { "\($0.name) \($0.version)" }))
        if let users { html(.p, .usedBy(users)) }
        if isPast { html(Notice(.attention, .cataloguePast)) }
        html(
            ButtonRow(
                Button(.replicateToMine, .primary, .go(.offered(listed, "replikasi"))),
                Button(.downloadPackage, .secondary, .go(.offered(listed, "unduh")))
            )
        )
        html(.h2, .whatYouGet)
        html(Lines(ContentOfPackage(package: package).lines.map { .words($0) }))
        let bind = package.manifest.bind
        html(.h2, .whatYouSay(bind.count))
        html(Paragraphs(.whatYouSayWhy))
        html(Lines(bind.map { .part(BoundLine(bound: $0)) }))
        if let evidence {
            html(.h2, .evidenceOfUse)
            evidence.write(to: html)
        }
        html(Disclosure(.seeContents, ContentsByName(package: package)))
        html(
            Disclosure(
                .historyOfVersions,
                isOpen: isFixed,
                VersionsOffered(listed: listed, catalogue: catalogue)
            )
        )
        html(Disclosure(.licenceWord, LicenceOfPackage(licence: package.manifest.licence)))
        html(
            Disclosure(
                .fingerprintOfPackage,
                isOpen: isFixed,
                FingerprintOfPackage(listed: listed)
            )
        )
    }
}

/// Every version with its way to the one before, and the ones that were taken back.
private struct VersionsOffered: Component {
    let listed: Catalogue.Listed
    let catalogue: Catalogue

    private var versions: [Catalogue.Listed] {
        catalogue.packages.filter { $0.name == listed.name }
            .sorted { PackageVersion($1.version) < PackageVersion($0.version) }
    }

    func write(to html: HTML) {
        let versions = versions
        html(.ul, .class("daftar")) {
            for (index, one) in versions.enumerated() {
                html(.li) {
                    html(.a, one.version, .href(.offered(one, nil)))
                    if versions.indices.contains(index + 1) {
                        let before = versions[index + 1].version
                        html.text(" · ")
                        html(.a, .whatChangedSince(before), .href(difference(before, one.version)))
                    }
                }
            }
            for gone in catalogue.withdrawn where gone.name == listed.name {
                html(.li) {
                    html.text("\(gone.version) ")
                    html(StatusTag(.withdrawnTag, .danger))
                    html.text(" ")
                    html(.span, gone.reason, .lang(.indonesian))
                }
            }
        }
    }

    private func difference(_ from: String, _ to: String) -> Address {
        let (publisher, name) = (listed.name.publisher, listed.name.name)
        return "/cetak-biru/\(publisher)/\(name)/banding/\("\(from)...\(to)")"
    }
}

private struct LicenceOfPackage: Component {
    let licence: String

    func write(to html: HTML) {
        html(.p) { html(.strong, licence) }
        if licence == "CC0-1.0" { html(.p, .meaningOfCC0) }
    }
}

/// By what these very bytes are known, and where the publisher's words are.
private struct FingerprintOfPackage: Component {
    let listed: Catalogue.Listed

    func write(to html: HTML) {
        html(.p) {
            html.text("SHA-256 ")
            html(.code, listed.digest)
        }
        html(.p, .bytesOfPackage(NumberWords.size(bytes: listed.length, in: html.visit.language)))
        html(.p) {
            html(.a, .thisVersionForEver, .href(.offered(listed, nil)))
            html.text(" · ")
            html(.a, .whoPackedIt, .href(.offered(listed, "asal")))
        }
        html(Paragraphs(.whereWordsAre))
    }
}
