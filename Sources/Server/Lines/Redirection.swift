import HTTPTypes
package import Hummingbird
import Logging

/// Sends visitors who came without TLS on to the same page with it.
package struct Redirection: HTTPResponder {
    package typealias Context = BasicRequestContext
    private let base: String

    /// `base` is the public address without a slash at the end.
    package init(to base: String) { self.base = base }

    package func respond(to request: Request, context: BasicRequestContext) async -> Response {
        let path = request.head.path ?? "/"
        // A browser joins a path to the host: one that does not begin with / would change it.
        let way = path.hasPrefix("/") ? path : "/"
        return Response(
            status: request.method == .get || request.method == .head
                ? .movedPermanently : .permanentRedirect,
            headers: [.location: base + way, .contentLength: "0"]
        )
    }
}
