import Blueprints
import HTTPTypes
import Hummingbird
import Site
import Stories

// The standard of a service whole: page, paper, data.

extension ServicesFeature {
    func addStandards(to router: Router<some SiteContext>) {
        router.get("layanan/:layanan/standar") { _, context in
            if let page = try await self.offPage(context) {
                return try self.answer(page, context)
            }
            let (service, force) = try await self.service(context)
            return try self.answer(
                StandardPage(service, version: force.edition(of: service)),
                context
            )
        }
        router.get("layanan/:layanan/standar.pdf") { _, context in
            let (service, force) = try await self.service(context)
            let page = StandardPage(service, version: force.edition(of: service))
            let wall = force.zone.wall(self.now())
            let clock = DateWords.clock(minute: wall.minute, in: .english)
            let bytes = try page.paper(
                of: force.installation,
                createdAt: "\(wall.day)T\(clock):00+0\(force.zone.hours):00"
            )
            return Answer.pdf(bytes, name: "standar-\(service.id).pdf")
        }
        router.get("layanan/:layanan/standar.json") { _, context in
            let (service, force) = try await self.service(context)
            return Answer.json(try Self.json(service, force))
        }
    }

    /// The fourteen components under the names of the service files, in both languages.
    private static func json(_ service: PublicService, _ force: InForce) throws -> [UInt8] {
        let version = force.edition(of: service)
        let page = StandardPage(service, version: version)
        func text(_ words: Words) -> JSONValue {
            var object: [String: JSONValue] = ["id": .text(words.indonesian)]
            if let english = words.english { object["en"] = .text(english) }
            return .object(object)
        }
        let components = Standard.Component.allCases.map { component in
            JSONValue.object([
                "name": .text(component.rawValue), "term": .text(component.officialTerm),
                "texts": .list(page.texts(of: component).map(text)),
            ])
        }
        let data = service.personalData?.lines.map { line in
            JSONValue.object([
                "name": text(line.name), "texts": .list(line.texts.map(text)),
            ])
        }
        return try CanonicalJSON.write(
            .object([
                "personal_data": .list(data ?? []),
                "service": .text(service.id.text), "title": text(Words(service.title)),
                "purpose": text(Words(service.purpose)), "version": .text(version),
                "blueprint": .text(service.blueprint.description),
                "promise": .object([
                    "amount": .number(Double(service.standard.time.amount)),
                    "unit": .text(service.standard.time.unit.rawValue),
                ]),
                "components": .list(components),
            ])
        )
    }
}
