import Cases
import Ledger
import Stories

/// The six digits on the receipt of somebody who has no phone, or whose phone is another's.
///
/// With the number they open at `/lacak` what the last digits of a phone would open, and nothing
/// more. They follow from the case and from how often its link was changed, so a receipt can be
/// printed again, and they end with the link.
struct ReceiptPIN: Hashable {
    let digits: String

    init(of id: CaseID, changes: Int, _ keys: Keys) {
        let mark = keys.mark("receipt-pin", id.id.bytes + Array("/\(changes)".utf8))
        let number = mark.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let text = String(number)
        digits = String(repeating: "0", count: 6 - text.count) + text
    }

    /// As it is read aloud: `482 915`.
    var spaced: String { "\(digits.prefix(3)) \(digits.suffix(3))" }
}

extension ServicesFeature {
    /// The number that opens a case instead of a phone's digits; nil where there is none.
    func pin(of loaded: LoadedCase) -> ReceiptPIN? {
        loaded.subject.hasPIN
            ? ReceiptPIN(of: loaded.id, changes: loaded.state.linkChanges, keys) : nil
    }
}
