import HTTPTypes
package import Hummingbird

extension Router {
    /// Serves the look (and the regency's colours) for ever: the address changes with the content.
    package func addAssets(of installation: Installation) {
        let assets = Look.assets + [installation.colours.stylesheet].compactMap { $0 }
        for asset in assets {
            get(RouterPath(asset.path)) { _, _ in
                var response = Answer.bytes(asset.bytes, type: asset.type)
                response.headers[.cacheControl] = "public, max-age=31536000, immutable"
                return response
            }
        }
    }
}
