package import Hummingbird
import NIOCore
import Stories

extension Router where Context: SiteContext {
    /// Serves what a phone keeps for the time without a signal: the same for everybody.
    package func addOffline() {
        get("manifest.webmanifest") { _, context in
            guard let visit = context.visit else { throw WebRefusal.unreadable }
            var response = Answer.bytes(
                try InstallableSite(visit.installation).bytes,
                type: "application/manifest+json"
            )
            response.headers[.cacheControl] = "public, max-age=86400"
            return response
        }
        get("sw.js") { _, context in
            guard let visit = context.visit else { throw WebRefusal.unreadable }
            let bytes = Array(ServiceWorker(of: visit.installation).text.utf8)
            let squeezed = visit.takesGzip ? Gzip.squeeze(bytes, level: Gzip.ofPages) : nil
            var response = Answer.either(bytes, squeezed, type: "text/javascript; charset=utf-8")
            // Asked for anew each time: an old worker would keep an old look.
            response.headers[.cacheControl] = "no-cache"
            return response
        }
        get("luring") { _, context in try Self.shell(NoSignalPage(), context) }
        get("saya/kotak-keluar") { _, context in try Self.shell(OutboxPage(), context) }
        get("saya") { _, context in
            guard let visit = context.visit else { throw WebRefusal.unreadable }
            return Answer.redirect(to: "/saya/kotak-keluar", for: visit)
        }
    }

    /// A page that is kept on the phone: nobody's name stands on it.
    private static func shell(_ page: some Page, _ context: Context) throws -> Response {
        guard let visit = context.visit else { throw WebRefusal.unreadable }
        return Answer.page(page, for: visit)
    }
}

/// What a browser needs to put the site on the first screen of a phone.
struct InstallableSite {
    let bytes: [UInt8]

    init(_ installation: Installation) throws {
        let icon = installation.crest ?? Look.icon
        bytes = try CanonicalJSON.write(
            JSONValue.object([
                "name": .text(installation.name),
                "short_name": .text(installation.regency),
                "lang": .text("id"),
                "id": .text("/"),
                "start_url": .text("/"),
                "scope": .text("/"),
                "display": .text("standalone"),
                "theme_color": .text(installation.colours.header.description),
                "background_color": .text(Palette.light[.kertas].description),
                "icons": .list([
                    .object([
                        "src": .text(icon.path), "type": .text(icon.type),
                        "sizes": .text("any"),
                    ])
                ]),
            ])
        )
    }
}
