package import Hummingbird

extension Router where Context: SiteContext {
    /// Serves the look, and the crest and colours of the regency that are in force.
    package func addAssets() {
        addOffline()
        get("aset/:nama") { request, context in
            let path = String((request.head.path ?? "").prefix { $0 != "?" })
            let own = context.visit?.installation.assets ?? []
            guard let asset = (Look.assets + own).first(where: { $0.path == path })
            else { throw WebRefusal.notFound }
            return asset.response(for: context.visit)
        }
    }
}
