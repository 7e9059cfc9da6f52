import HTTPTypes
import Hummingbird
import Ledger
import Site
import Stories

// Pictures of news: those of published pieces for everybody, all of them for the newsroom.

extension NewsroomFeature {
    func addPictures(to router: Router<some SiteContext>) {
        router.get("berita/gambar/:gambar") { _, context in
            guard let digest = Self.asked(context),
                let bytes = try await store.glance({ try $0.publicPicture(digest) })
            else { throw WebRefusal.notFound }
            var response = Self.picture(bytes)
            // The bytes under an address never change; a day, so that what is withdrawn goes.
            response.headers[.cacheControl] = "public, max-age=86400"
            return response
        }
        router.get("kerja/berita/gambar/:gambar") { request, context in
            try await self.working(request, context) { _, _ in
                guard let digest = Self.asked(context),
                    let bytes = try await self.store.glance({ try $0.pictureAtWork(digest) })
                else { throw WebRefusal.notFound }
                return Self.picture(bytes)
            }
        }
    }

    private static func asked(_ context: some SiteContext) -> Public? {
        context.parameters.get("gambar").flatMap { Public(pictureName: $0) }
    }

    /// What we drew ourselves, as what it is; nothing in it may run.
    private static func picture(_ bytes: [UInt8]) -> Response {
        var response = Answer.bytes(bytes, type: "image/jpeg")
        response.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        return response
    }
}
