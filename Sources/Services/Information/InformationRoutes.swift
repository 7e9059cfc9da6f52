import Blueprints
import HTTPTypes
import Hummingbird
import Site

// Pages that every regency has: help, offices, complaints, privacy, the look.

extension ServicesFeature {
    func addInformation(to router: Router<some SiteContext>) {
        router.get("bantuan") { _, context in try self.answer(InformationTexts.help, context) }
        router.get("pengaduan") { _, context in
            // Connected, the regency takes complaints itself.
            let isOpen = { (service: PublicService) in
                service.connection == .sp4n && service.elsewhere == nil
            }
            if let service = try await self.force().services.first(where: isOpen) {
                return try self.go(to: Address("/layanan/\(service.id)"), context)
            }
            return try self.answer(InformationTexts.complaints, context)
        }
        router.get("privasi") { _, context in
            let force = try await self.force()
            let page = InformationTexts.privacy(
                force.regency.protection,
                force.services.filter { $0.elsewhere == nil }
            )
            return try self.answer(page, context)
        }
        router.get("aksesibilitas") { _, context in
            try self.answer(InformationTexts.accessibility, context)
        }
        router.get("tentang") { _, context in
            try self.answer(InformationTexts.about(try self.visit(context)), context)
        }
        router.get("tema") { _, context in
            try self.answer(Self.themePage(try self.visit(context).theme), context)
        }
        router.post("tema") { request, context in
            let posted = try await Posted.read(request, in: context)
            guard let theme = posted["tema"].flatMap(Theme.init(rawValue:)) else {
                throw WebRefusal.unreadable
            }
            var response = try self.go(to: "/", context)
            response.headers.append(
                HTTPField(
                    name: .setCookie,
                    value: self.cookies.header("tema", theme.rawValue, seconds: 400 * 86_400)
                )
            )
            return response
        }
    }

    private static func themePage(_ current: Theme) -> FormPage {
        FormPage(
            nil,
            Form(
                to: "/tema",
                [
                    Field(
                        "tema",
                        .appearance,
                        .choice(
                            current.rawValue,
                            Theme.allCases.map { Option($0.rawValue, words(for: $0)) }
                        )
                    )
                ],
                buttons: [Button(.save)]
            ),
            back: Link(.home, "/")
        )
    }

    private static func words(for theme: Theme) -> Words {
        switch theme {
        case .light: Words("Terang", "Light")
        case .dark: Words("Gelap", "Dark")
        case .system: Words("Ikuti ponsel", "As the phone has it")
        }
    }
}
