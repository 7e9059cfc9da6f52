package import Hummingbird
import Office
import Stories

/// Who may not look after the installation.
package enum KeeperRefusal: Refusal, Hashable {
    case onlyKeepers

    package var sentence: String {
        "Halaman ini untuk pengelola layanan. Kalau Anda memerlukannya, hubungi dinas kominfo."
    }

    package var sentenceInEnglish: String {
        "This page is for the managers of services. If you need it, ask the ICT office."
    }

    package var status: Int { 403 }
}

extension Surroundings {
    /// Runs a page of the ICT office: for holders of the duty `pengelola` and nobody else.
    ///
    /// Asked before a form is even read, so that every address refuses alike.
    package func keeper(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (SignedIn) async throws -> Response
    ) async throws -> Response {
        guard let official = try await official(request) else {
            guard let visit = context.visit else { throw WebRefusal.unreadable }
            let here = request.method == .get ? request.uri.string : "/kelola"
            return Answer.redirect(to: Address("/petugas/masuk").with("lalu", here), for: visit)
        }
        guard official.standing.isKeeper else { throw KeeperRefusal.onlyKeepers }
        return try await body(official)
    }
}
