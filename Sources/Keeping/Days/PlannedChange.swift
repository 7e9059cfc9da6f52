import Ledger
import Office
import Stories

/// A closure or an outage that was typed and is not accepted yet.
///
/// It is kept like any draft, so that its effect can be looked at under an address of its own.
struct PlannedChange: Sendable {
    let fact: CalendarFact
    let reason: String

    /// Public content: the words that the fact names.
    var content: [UInt8] { Array(reason.utf8) }

    private static let mark = "kalender"

    /// Nil for a decree, which is kept as the file that it came as.
    var bytes: [UInt8]? {
        let words: [String]
        switch fact {
        case .decreed: return nil
        case .closed(let closure):
            words = [
                "tutup", closure.unit?.text ?? "", closure.first.description,
                closure.last.description,
            ]
        case .failed(let outage):
            words = [
                "gangguan", String(outage.from.milliseconds), String(outage.to.milliseconds), "",
            ]
        }
        return Array(([Self.mark] + words + [reason]).joined(separator: "\n").utf8)
    }

    init(_ fact: CalendarFact, reason: String) {
        self.fact = fact
        self.reason = reason
    }

    /// Reads it back; nil for any other draft.
    init?(bytes: [UInt8]) {
        let words = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n",
            maxSplits: 5,
            omittingEmptySubsequences: false
        ).map(String.init)
        guard words.count == 6, words[0] == Self.mark else { return nil }
        reason = words[5]
        let digest = PublicationsDesk.digest(of: Array(reason.utf8))
        switch words[1] {
        case "tutup":
            guard let first = Day(words[3]), let last = Day(words[4]), first <= last else {
                return nil
            }
            fact = .closed(Closure(unit: Code(words[2]), first: first, last: last, reason: digest))
        case "gangguan":
            guard let from = Int64(words[2]), let to = Int64(words[3]), from < to else {
                return nil
            }
            fact = .failed(
                DeclaredOutage(
                    from: Instant(milliseconds: from),
                    to: Instant(milliseconds: to),
                    reason: digest
                )
            )
        default: return nil
        }
    }
}

extension KeepingFeature {
    /// Keeps what was typed until it is accepted.
    func keep(_ planned: PlannedChange) async throws -> OpaqueID {
        guard let bytes = planned.bytes else { throw CalendarRefusal.noSuchDraft }
        let id = Draw.random.id()
        try await Drafts(store).keep(id, bytes, at: now())
        return id
    }

    func planned(_ id: String?) async throws -> (id: OpaqueID, change: PlannedChange) {
        guard let id = id.flatMap({ OpaqueID($0) }),
            let bytes = try await Drafts(store).open(id, at: now()),
            let change = PlannedChange(bytes: bytes)
        else { throw CalendarRefusal.noSuchDraft }
        return (id, change)
    }
}
