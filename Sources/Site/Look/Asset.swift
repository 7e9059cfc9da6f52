import Crypto

/// A file of the look, addressed by its content and kept for ever by browsers.
package struct Asset: Sendable {
    package let address: Address
    package let path: String
    package let type: String
    package let bytes: [UInt8]

    init(name: String, ending: Ending, text: String) {
        bytes = Array(text.utf8)
        let digest = SHA256.hash(data: bytes).prefix(6)
        let print = digest.map { byte in
            let hex = String(byte, radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }.joined()
        path = "/aset/\(name).\(print).\(ending.rawValue)"
        address = .asset("/aset/\("\(name).\(print).\(ending.rawValue)")")
        type = ending.type
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
