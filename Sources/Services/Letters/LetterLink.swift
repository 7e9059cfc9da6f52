import Blueprints
import Ledger
import Stories

/// What stands in the QR of a letter: the page that checks it, and the facts with a signature.
///
/// The part behind `#` never reaches the server: with it anybody who has our public key can check
/// the facts without a network.
struct LetterLink {
    let base: String
    let code: OpaqueID

    /// Label and value of what the letter declares for comparison.
    let facts: [(label: String, value: String)]
    let keys: Keys

    /// The page's address alone.
    var page: String { "\(base)/v/\(code)" }

    /// The whole content of the QR.
    ///
    /// Facts that are too long for a QR are left to the page.
    var content: String {
        get throws {
            let text = facts.map { "\($0.label)=\($0.value)" }.joined(separator: "\n")
            let bytes = Array(text.utf8)
            guard bytes.count <= 600 else { return page }
            let signed = try SignedFacts("serasan.letter.v1", code, bytes, keys)
            return "\(page)#\(signed.fragment)"
        }
    }
}
