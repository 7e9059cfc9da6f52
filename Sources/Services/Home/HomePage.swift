package import Blueprints
package import Site

/// The front page: what people want to arrange, and how their request stands.
package struct HomePage: Page {
    package var services: [ListedService]

    /// The draft that this device was filling in last.
    package var draft: OpenDraft?

    /// What share of this month's requests ended on time, in per cent; nil for too few.
    package var keptPromises: Int?

    package init(services: [ListedService], draft: OpenDraft? = nil) {
        self.services = services
        self.draft = draft
    }

    /// A draft that waits on this device.
    package struct OpenDraft: Sendable {
        package var title: Site.Words
        package var address: Address

        package init(title: Site.Words, address: Address) {
            self.title = title
            self.address = address
        }
    }

    package var frame: Frame { Frame(width: .page, isIndexed: true) }

    package func title(for visit: Visit) -> String { Words.home.text(in: visit.language) }

    package func body(_ html: HTML) {
        if let draft {
            var notice = Notice(.info, heading: .continueDraft, draft.title)
            notice.links = [Link(.next, draft.address)]
            html(notice)
        }
        html(.div, .class("dua")) {
            html(.div) {
                html(.h1, .whatToArrange)
                html(ServiceSearch(query: ""))
                html(.h2, .often)
                html(ServiceList(services: often))
                html(.p) { html(.a, .allServices(services.count), .href("/layanan")) }
            }
            html(.div) {
                html(.h2, .alreadyApplied)
                html(TrackingForm(typed: "", error: nil))
                html(.p) { html(.a, .continueByCode, .href("/lanjut")) }
                if let keptPromises {
                    html(.h2, Site.Words("Janji kami bulan ini", "Our promise this month"))
                    html(
                        .p,
                        Site.Words(
                            "\(keptPromises)% selesai tepat waktu",
                            "\(keptPromises)% finished on time"
                        )
                    )
                }
                html(.p) { html(.a, .performance, .href("/kinerja")) }
                problems(html)
            }
        }
    }
}

extension HomePage {
    /// How many services the front page names; all of them are a list of their own.
    private static let most = 6

    /// Those that run here first; where to complain stands apart.
    private var often: [ListedService] {
        let ordinary = services.filter { $0.connection == nil }
        let here = ordinary.filter { $0.elsewhere == nil }
        return Array((here + ordinary.filter { $0.elsewhere != nil }).prefix(Self.most))
    }

    /// Where to complain: here, or in the national system as long as this one is not connected.
    private func problems(_ html: HTML) {
        let forProblems = services.filter { $0.connection != nil }
        guard !forProblems.isEmpty else { return }
        html(.h2, .anyProblem)
        for service in forProblems {
            guard let connection = service.connection, let elsewhere = service.elsewhere else {
                html(ServiceList(services: [service]))
                continue
            }
            html(.p, .waits(for: connection))
            html(ButtonRow(Button(.open(connection), .secondary, .go(elsewhere))))
            html(.p) { html(.a, service.title, .href("/layanan/\(service.id)")) }
        }
    }
}

/// A service as a list shows it.
package struct ListedService: Sendable {
    package var id: String
    package var title: Site.Words
    package var purpose: Site.Words

    /// The system that it waits for, or has waited for.
    package var connection: Connection?

    /// The address of the other system, where it is not open here.
    package var elsewhere: Address?

    package init(_ service: PublicService) {
        id = service.id.text
        title = Words(service.title)
        purpose = Words(service.purpose)
        connection = service.connection
        elsewhere = service.elsewhere.flatMap { Address(outside: $0) }
    }
}

/// Services one under the other.
struct ServiceList: Component {
    var services: [ListedService]

    func write(to html: HTML) {
        html(.ul, .class("layanan")) {
            for service in services {
                html(.li) {
                    html(.a, .href("/layanan/\(service.id)")) {
                        Inline.words(service.title).write(to: html)
                    }
                    html(.p, service.purpose, .class("petunjuk"))
                }
            }
        }
    }
}

/// The search box of the services.
struct ServiceSearch: Component {
    var query: String

    func write(to html: HTML) {
        var form = Form(
            to: "/cari",
            [Field("q", .searchServices, .text(TextInput(query, .search)))],
            buttons: [Button(.search, .secondary)]
        )
        form.isSearch = true
        html(form)
    }
}

/// The box for a request's number.
struct TrackingForm: Component {
    var typed: String
    var error: Words?

    func write(to html: HTML) {
        var form = Form(
            to: "/lacak",
            [field],
            buttons: [Button(.trackButton, .secondary)]
        )
        form.isSearch = true
        html(form)
    }

    var field: Field {
        Field(
            "nomor",
            .requestNumber,
            hint: .exampleNumber,
            .text(TextInput(typed, .caseNumber))
        )
        .with(error: error)
    }
}

/// All services, or those that a search found.
package struct ServicesPage: Page {
    package var services: [ListedService]

    /// What was searched for; nil on the page of all.
    package var query: String?

    package init(services: [ListedService], query: String? = nil) {
        self.services = services
        self.query = query
    }

    package var frame: Frame {
        Frame(back: Link(.home, "/"), isIndexed: query == nil)
    }

    package func title(for visit: Visit) -> String { Words.services.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .services)
        html(ServiceSearch(query: query ?? ""))
        if services.isEmpty, let query {
            html(.p, Words.noServiceFor(query), .role("status"))
            html(.p, .noResults)
        } else {
            html(ServiceList(services: services))
        }
    }
}
