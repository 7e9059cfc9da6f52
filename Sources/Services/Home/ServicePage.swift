package import Blueprints
package import Site

/// A service as the public reads it: what for, how long, how much, and the fourteen components.
///
/// The plain heading stands first and the regulation's term small beside it, so that an inspector
/// can tick fourteen boxes and nobody else has to read law.
package struct ServicePage: Page {
    package var service: PublicService

    /// The blueprint it comes from: `16.03/umkm`.
    package var provenance: String
    package var version: String

    package init(_ service: PublicService, provenance: String, version: String) {
        self.service = service
        self.provenance = provenance
        self.version = version
    }

    package var frame: Frame {
        var frame = Frame(back: Link(.services, "/layanan"), isIndexed: true)
        frame.description = Words(service.purpose)
        return frame
    }

    package func title(for visit: Visit) -> String {
        Words(service.title).text(in: visit.language)
    }

    package func body(_ html: HTML) {
        html(.h1, Words(service.title))
        html(.p, Words(service.purpose), .class("utama"))
        if let elsewhere = service.elsewhere {
            html(.p, service.connection.map { Words.waits(for: $0) } ?? .runsElsewhere)
            if let address = Address(outside: elsewhere) {
                let label = service.connection.map { Words.open($0) } ?? .toTheOtherSystem
                html(ButtonRow(Button(label, .primary, .go(address))))
            }
        } else {
            html(KeyFacts(facts))
            html(beginning(html.visit))
            html(.p, .canContinueLater, .class("petunjuk"))
            if html.visit.isOnSharedPhone {
                html(.p) { html(.a, .sharedPhone, .href("/bersama")) }
            }
            if !service.isClosed {
                html(.p) { html(.a, .fillInOffline, .href("/luring/isi/\(service.id)")) }
            }
        }
        delivery(html)
        html(.h2, .wholeStandard)
        for part in Self.management { closed(part.heading, part.component, html) }
        html(
            ButtonRow(links: [
                Link(.wholeStandard, "/layanan/\(service.id)/standar"),
                Link(.downloadPDF, "/layanan/\(service.id)/standar.pdf"),
            ])
        )
        html(.p, .class("petunjuk")) {
            html.text(.provenance)
            html.text(" " + provenance + " ")
            html.text(Words("versi \(version)", "version \(version)"))
        }
    }

    /// The button, and on a phone that is not known to be shared the question whether it is.
    private func beginning(_ visit: Visit) -> Form {
        let asked = Field("bersama", .whosePhone, .consent(false, .sharedPhone))
        return Form(
            to: "/layanan/\(service.id)/mulai",
            visit.isOnSharedPhone ? [] : [asked],
            buttons: [Button(.start)]
        )
    }

    private var facts: [(name: Words, value: Inline)] {
        [
            (.howLong, .words(.promise(service.standard.time))),
            (.howMuch, .words(feeWords)),
            (.whatYouGet, .words(service.standard.product.first.map { Words($0) } ?? "")),
        ]
    }

    private var feeWords: Words {
        switch service.standard.fee {
        case .rupiah(let rupiah): .fee(rupiah)
        case .computed: .feeByAnswers
        }
    }

    /// Components 1 to 6, the delivery of the service: always open.
    private func delivery(_ html: HTML) {
        heading(.toPrepare, .requirements, html)
        list(service.standard.requirements, isOrdered: false, html)
        heading(.theSteps, .procedure, html)
        list(service.standard.procedure, isOrdered: true, html)
        heading(.howLongItTakes, .time, html)
        html(.p, Words.promise(service.standard.time))
        heading(.howMuch, .fee, html)
        html(.p) {
            html.text(feeWords)
            html.text(". ")
            html.text(.ifAsked)
        }
        heading(.whatYouReceive, .product, html)
        list(service.standard.product, isOrdered: false, html)
        heading(.ifProblems, .complaints, html)
        list(service.standard.complaints, isOrdered: false, html)
    }

    /// Components 7 to 14, closed on the screen and open on paper.
    static let management: [(heading: Words, component: Standard.Component)] = [
        (.legalBasis, .legalBasis), (.facilities, .facilities), (.whoServes, .competence),
        (.whoSupervises, .supervision), (.howManyStaff, .staff), (.ourPromise, .guarantee),
        (.dataSafety, .safety), (.evaluation, .evaluation),
    ]

    private func closed(_ words: Words, _ component: Standard.Component, _ html: HTML) {
        html(.details, .class("rinci"), .open(html.visit.isForPaper)) {
            html(.summary, words)
            html(.div) {
                html(.p, component.officialTerm, .class("petunjuk"), .lang(.indonesian))
                list(service.standard.texts(of: component), isOrdered: false, html)
            }
        }
    }

    private func heading(_ words: Words, _ component: Standard.Component, _ html: HTML) {
        html(.h2, words)
        html(.p, component.officialTerm, .class("petunjuk"), .lang(.indonesian))
    }

    private func list(_ texts: [Wording], isOrdered: Bool, _ html: HTML) {
        if texts.count == 1, let only = texts.first {
            html(.p, Words(only))
        } else {
            html(Lines(texts.map { .words(Words($0)) }, isOrdered: isOrdered))
        }
    }
}

extension Standard {
    /// The texts of a component; time and fee have none.
    func texts(of component: Component) -> [Wording] {
        switch component {
        case .requirements: requirements
        case .procedure: procedure
        case .time, .fee: []
        case .product: product
        case .complaints: complaints
        case .legalBasis: legalBasis
        case .facilities: facilities
        case .competence: competence
        case .supervision: supervision
        case .staff: staff
        case .guarantee: guarantee
        case .safety: safety
        case .evaluation: evaluation
        }
    }
}
