package import Site

/// All services under their topics, or those of one topic.
package struct ServicesPage: Page {
    package var services: [ListedService]

    /// Nil on the page of all.
    package var topic: Topic?

    package init(services: [ListedService], topic: Topic? = nil) {
        self.services = services
        self.topic = topic
    }

    package var frame: Frame {
        Frame(
            back: topic == nil ? Link(.home, "/") : Link(.services, "/layanan"),
            isIndexed: true
        )
    }

    private var heading: Words { topic?.words ?? .services }

    package func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, heading)
        guard topic == nil else { return html(ServiceList(services: services)) }
        html(SiteSearch())
        for topic in topics(in: html.visit.language) {
            html(.h2) {
                html(.a, .href("/layanan/topik/\(topic.id)")) {
                    Inline.words(topic.words).write(to: html)
                }
            }
            html(ServiceList(services: services.filter { $0.topic == topic }))
        }
        let others = services.filter { $0.topic == nil }
        if !others.isEmpty {
            html(.h2, .otherServices)
            html(ServiceList(services: others))
        }
    }

    /// In the order of their names.
    private func topics(in language: Language) -> [Topic] {
        Set(services.compactMap(\.topic)).sorted {
            ($0.words.text(in: language), $0.id) < ($1.words.text(in: language), $1.id)
        }
    }
}

extension Words {
    fileprivate static let otherServices = Words("Layanan lain", "Other services")
}
