import Cooperation
import Exchange
import Stories

/// Reads the twelve words of a root, or its QR code, as `Exchange` does: by its list and its check.
struct RootsOfPartners: Cooperation.RootWords {
    func root(of typed: String) -> (root: Code, words: String)? {
        let pin: RootPin
        do {
            pin = try RootPin(reading: typed)
        } catch {
            return nil
        }
        // Words and code name the same root by the same first bytes: they may be compared.
        let start =
            switch pin {
            case .words(let start): start
            case .code(let document): Array(document.digest.prefix(16))
            }
        let text = hexadecimal(start)
        return Code(text).map { ($0, text) }
    }
}
