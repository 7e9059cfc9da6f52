package import Blueprints
import Press
package import Site

/// A service's standard whole: the fourteen components of the regulation, nothing folded away.
package struct StandardPage: Page {
    package var service: PublicService
    package var version: String

    package init(_ service: PublicService, version: String) {
        self.service = service
        self.version = version
    }

    package var frame: Frame {
        var frame = Frame(
            back: Link(Words(service.title), "/layanan/\(service.id)"),
            isIndexed: true
        )
        frame.description = Words(service.purpose)
        return frame
    }

    private var heading: Words {
        let title = Words(service.title)
        return Words(
            "Standar pelayanan: \(title.indonesian)",
            title.english.map { "Service standard: \($0)" }
        )
    }

    package func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, heading)
        html(.p, Words("Versi \(version)", "Version \(version)"), .class("petunjuk"))
        for (index, component) in Standard.Component.allCases.enumerated() {
            html(.h2) {
                html.text("\(index + 1). ")
                html(.span, component.officialTerm, .lang(.indonesian))
            }
            html(Lines(texts(of: component).map { .words($0) }, isOrdered: component == .procedure))
        }
        if let data = service.personalData {
            html(
                SummaryList(
                    heading: .personalDataHere,
                    data.lines.map { SummaryList.Item($0.name, $0.texts.map { .words($0) }) }
                )
            )
        }
        html(
            ButtonRow(links: [
                Link(.downloadPDF, "/layanan/\(service.id)/standar.pdf"),
                Link(.forMachines, "/layanan/\(service.id)/standar.json"),
            ])
        )
        html(ButtonRow(Button(.printStandard, .secondary, .print(html.visit.here))))
    }

    /// What stands under a component, time and fee in words.
    func texts(of component: Standard.Component) -> [Words] {
        switch component {
        case .time: [.promise(service.standard.time)]
        case .fee:
            switch service.standard.fee {
            case .rupiah(let rupiah): [.fee(rupiah)]
            case .computed: [.feeByAnswers]
            }
        case .requirements, .procedure, .product, .complaints, .legalBasis, .facilities,
            .competence, .supervision, .staff, .guarantee, .safety, .evaluation:
            service.standard.texts(of: component).map { Words($0) }
        }
    }

    /// The same on paper, in Indonesian: the regulation's language.
    func paper(of regency: Installation, createdAt: String) throws -> [UInt8] {
        var sections = Standard.Component.allCases.enumerated().map { index, component in
            let lines = texts(of: component).map(\.indonesian)
            return PaperSheet.Section(
                "\(index + 1). \(component.officialTerm)",
                lines.count == 1 ? [.paragraph(lines[0])] : [.numbered(lines)]
            )
        }
        if let data = service.personalData {
            let lines = data.lines.map { line in
                "\(line.name.indonesian): \(line.texts.map(\.indonesian).joined(separator: "; "))"
            }
            sections.append(
                PaperSheet.Section(Words.personalDataHere.indonesian, [.numbered(lines)])
            )
        }
        var paper = PaperSheet(
            "Standar Pelayanan",
            sections: sections,
            facts: DocumentFacts(
                title: heading.indonesian,
                author: regency.name,
                createdAt: createdAt,
                language: "id"
            )
        )
        paper.office = regency.name
        paper.subtitle = "\(service.title.indonesian), versi \(version)"
        paper.sample = regency.isDemo
        return try PaperPress.pdf(of: paper)
    }
}

extension Words {
    static let forMachines = Words("Data untuk program (JSON)", "Data for programs (JSON)")
}
