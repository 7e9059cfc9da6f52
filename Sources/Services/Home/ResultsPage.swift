package import Site

/// What a search found: services first, then offices and news.
package struct ResultsPage: Page {
    package var query: String
    package var services: [ListedService]
    package var offices: [Link]
    package var news: [Link]

    package init(query: String, services: [ListedService], offices: [Link], news: [Link]) {
        self.query = query
        self.services = services
        self.offices = offices
        self.news = news
    }

    package var frame: Frame { Frame(back: Link(.home, "/")) }

    package func title(for visit: Visit) -> String { Words.search.text(in: visit.language) }

    private var count: Int { services.count + offices.count + news.count }

    package func body(_ html: HTML) {
        html(.h1, .search)
        html(SiteSearch(query))
        if count == 0 { return nothing(html) }
        if !query.isEmpty { html(.p, Words.found(count), .role("status")) }
        if !services.isEmpty {
            html(.h2, .services)
            html(ServiceList(services: services))
        }
        for (heading, links) in [(Words.offices, offices), (.news, news)] where !links.isEmpty {
            html(.h2, heading)
            html(Lines(links.map { .link($0) }))
        }
    }

    /// Nothing, and the way to somebody who knows.
    private func nothing(_ html: HTML) {
        html(.p, Words.noServiceFor(query), .role("status"))
        html(.p, .noResults)
        var links: [Link] = []
        if let number = html.visit.installation.contacts.whatsApp {
            links.append(Link(.askOfficer, .whatsApp(number, saying: query)))
        }
        html(ButtonRow(links: links + [Link(.services, "/layanan"), Link(.offices, "/unit")]))
    }
}

extension Words {
    fileprivate static func found(_ count: Int) -> Words {
        Words("\(count) hasil", count == 1 ? "1 result" : "\(count) results")
    }
}
