import Stories

/// Where an event stands that a receipt has proven to be ours.
package enum PlaceOfReceipt: Hashable, Sendable {
    /// In our log, byte for byte.
    case inLog

    /// In the part that was lost before this origin began, as the log itself tells.
    case lost(PlacedOrigin)

    /// Neither: our log has another past than the one we signed for. Nobody but us could have.
    case contradicted

    /// Signed by us, in a log that ours neither is nor follows.
    case unheardOf
}

extension Reader {
    /// Looks for a proven event in the log.
    package func place(of proven: ProvenReceipt) throws(StoreError) -> PlaceOfReceipt {
        let (origins, size) = (try placedOrigins(), try head().size)
        let head = proven.checkpoint
        let root = head.size <= size ? try root(at: head.size) : nil
        switch WitnessAnswer(of: head, origins, root: root, size: size) {
        case .proven: return .inLog
        case .changed, .cutOff: return .contradicted
        case .foreign: return .unheardOf
        case .lostTail(_, let kept):
            if proven.event.seq <= kept {
                // The head is of the time that was lost, the event is older and must be here.
                let ours = try events(after: proven.event.seq - 1, limit: 1).first
                return ours?.bytes == proven.event.bytes ? .inLog : .contradicted
            }
            guard let began = origins.first(where: { $0.seq == kept + 1 }) else {
                throw StoreError(.damaged, "an origin began at \(kept + 1) and is gone")
            }
            return .lost(began)
        }
    }
}
