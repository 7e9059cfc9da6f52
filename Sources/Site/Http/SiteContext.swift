package import Hummingbird

/// What a request carries with it through the site.
///
/// `Reception` fills it in before any route is looked for.
package protocol SiteContext: RequestContext {
    /// How the pages of this request are written.
    var visit: Visit? { get set }
    /// The random name of the device, from its cookie.
    var device: String { get set }
    /// The network address that the request came from, for counting tries.
    var sender: String { get set }
}

/// The context of a site without sessions.
package struct VisitContext: SiteContext {
    package var coreContext: CoreRequestContextStorage
    package var visit: Visit?
    package var device = ""
    package var sender: String

    package init(source: Source) {
        coreContext = .init(source: source)
        sender = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
