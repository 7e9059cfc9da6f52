import HTTPTypes
package import Hummingbird
import Synchronization

/// Lets in as many requests at once as are answered soon, and asks the others to come again.
///
/// A queue without an end helps nobody: everybody in it waits longer than they stay. Who sends
/// something is let in before who looks, because what was typed must not be lost.
package struct Admission<Inner: HTTPResponder>: HTTPResponder {
    private let inner: Inner
    private let bounds: AdmissionBounds
    private let isSecure: Bool
    private let inside = Inside()

    package init(_ bounds: AdmissionBounds, isSecure: Bool, before inner: Inner) {
        self.bounds = bounds
        self.isSecure = isSecure
        self.inner = inner
    }

    package func respond(to request: Request, context: Inner.Context) async throws -> Response {
        // Whoever watches over the site asks just then.
        if request.head.path == "/healthz" {
            return try await inner.respond(to: request, context: context)
        }
        let most = request.method == .get ? bounds.looking : bounds.sending
        guard inside.enter(most) else { return turnedAway }
        defer { inside.leave() }
        return try await inner.respond(to: request, context: context)
    }

    /// Ready beforehand: turning away costs next to nothing.
    private var turnedAway: Response {
        var response = Answer.bytes(CrowdedPage.bytes, type: "text/html; charset=utf-8")
        response.status = .serviceUnavailable
        response.headers[.retryAfter] = String(bounds.retrySeconds)
        response.headers[.cacheControl] = "no-store"
        SiteHeaders.add(to: &response.headers, isSecure: isSecure)
        return response
    }
}

/// How many requests are worked on at once.
package struct AdmissionBounds: Hashable, Sendable {
    /// Up to so many inside, whoever only looks is let in.
    package let looking: Int

    /// Up to so many inside, whoever sends something is let in; a slow line holds its place for
    /// as long as it sends.
    package let sending: Int

    /// When to come again.
    package let retrySeconds: Int

    package init(looking: Int, sending: Int, retrySeconds: Int) {
        self.looking = looking
        self.sending = sending
        self.retrySeconds = retrySeconds
    }

    /// For a machine with so many processors: what it answers within a tenth of a second or two.
    package static func processors(_ count: Int) -> AdmissionBounds {
        AdmissionBounds(looking: 32 * max(2, count), sending: 512, retrySeconds: 5)
    }
}

/// How many are inside.
private final class Inside: Sendable {
    private let count = Atomic<Int>(0)

    func enter(_ most: Int) -> Bool {
        guard count.add(1, ordering: .relaxed).newValue <= most else {
            leave()
            return false
        }
        return true
    }

    func leave() { count.subtract(1, ordering: .relaxed) }
}

/// What is shown at the door, in both languages: it is written before anybody asks.
private enum CrowdedPage {
    static let bytes: [UInt8] = Array(
        """
        <!doctype html><html lang="id"><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width, initial-scale=1">\
        <title>Sedang ramai</title><h1>Sedang ramai</h1>\
        <p>Banyak orang membuka situs ini sekarang. Tunggu sebentar, lalu muat ulang halaman ini. \
        Yang sudah Anda kirim tidak hilang.</p>\
        <p lang="en">Many people are using this site right now. Wait a moment, then load this page \
        again. What you have sent is not lost.</p></html>

        """.utf8
    )
}
