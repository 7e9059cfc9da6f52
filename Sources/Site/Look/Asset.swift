import Crypto
import HTTPTypes
import Hummingbird

/// A file of the look, addressed by its content and kept for ever by browsers.
package struct Asset: Sendable {
    package let address: Address
    package let path: String
    package let type: String
    package let bytes: [UInt8]
    /// The same, squeezed once.
    let squeezed: [UInt8]?

    init(name: String, ending: Ending, text: String) {
        bytes = Array(text.utf8)
        squeezed = Gzip.squeeze(bytes, level: Gzip.ofAssets)
        let digest = SHA256.hash(data: bytes).prefix(6)
        let print = digest.map { byte in
            let hex = String(byte, radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }.joined()
        path = "/aset/\(name).\(print).\(ending.rawValue)"
        address = .asset("/aset/\("\(name).\(print).\(ending.rawValue)")")
        type = ending.type
    }

    /// A regency's crest, or why the picture cannot be one.
    package static func crest(_ bytes: [UInt8]) throws(CrestProblem) -> Asset {
        Asset(name: "lambang", ending: .svg, text: try CrestReading.read(bytes))
    }

    /// How it is answered: kept for ever, and a drawing opened by itself can do nothing.
    func response(for visit: Visit?) -> Response {
        let takesGzip = visit?.takesGzip == true
        var response = Answer.either(bytes, takesGzip ? squeezed : nil, type: type)
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        if type == Ending.svg.type {
            response.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        }
        return response
    }

    enum Ending: String {
        case css, js, svg

        var type: String {
            switch self {
            case .css: "text/css; charset=utf-8"
            case .js: "text/javascript; charset=utf-8"
            case .svg: "image/svg+xml"
            }
        }
    }
}
