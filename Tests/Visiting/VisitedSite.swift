package import Hummingbird
package import HummingbirdTesting
import Logging
package import Office
package import Site
package import Stories

/// A site around one feature, with officials who are signed in by a cookie of their name.
package struct VisitedSite: Sendable {
    package static let installation = Installation(
        name: "Kabupaten Contoh",
        base: "https://layanan.contoh.go.id"
    )

    package static let visit = Visit(to: installation, now: Instant(milliseconds: 0))

    package let office: OfficeMap
    package let officials: [SignedIn]

    package init(_ office: OfficeMap, _ officials: [SignedIn]) {
        (self.office, self.officials) = (office, officials)
    }

    /// An official with one post in a unit.
    package static func official(
        _ name: String,
        _ number: UInt64,
        _ duties: Set<String>,
        in unit: OfficeUnit
    ) -> SignedIn {
        let id = OpaqueID(high: 7, low: number)
        let post = OfficePost(id: "jabatan", title: "Jabatan", unit: unit.id, duties: duties)
        let seat = Standing.Seat(post: post, unit: unit, capacity: .definitive)
        let standing = Standing(official: Actor(id), seats: [seat])
        let menu = OfficialMenu(for: standing, signs: false)
        return SignedIn(id: id, name: name, standing: standing, menu: menu)
    }

    /// What the feature is told of the regency and of who is signed in.
    package var surroundings: Surroundings {
        let regency = RegencyNow(
            installation: Self.installation,
            office: office,
            service: { _ in nil }
        )
        let officials = officials
        return Surroundings(
            regency: { _ in regency },
            official: { request in
                let cookie = request.headers[.cookie] ?? ""
                return officials.first { cookie.contains("petugas=\($0.name)") }
            }
        )
    }

    /// Lets people visit the pages that are added to the router.
    package func open(
        at now: @escaping @Sendable () -> Instant,
        adding: (Router<VisitContext>) -> Void,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let router = Router(context: VisitContext.self)
        adding(router)
        let reception = ReceptionDesk(
            Self.installation,
            cookies: SiteCookies(installation: "16.03", isSecure: true),
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: now,
            random: { count in Draw.random.id().bytes.prefix(count).map { $0 } }
        )
        let site = Application(
            responder: Reception(reception, before: router.buildResponder()),
            // What it logs is held by tests of its own; here it would bury what fails.
            logger: Logger(label: "site") { _ in SwiftLogNoOpLogHandler() }
        )
        try await site.test(.router) { client in try await body(client) }
    }
}
