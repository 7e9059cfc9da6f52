package import Cases
import Ledger
package import Stories

/// Reserves numbers for blank forms, and takes unused ones back.
package struct PaperFormDesk: Sendable {
    let store: RecordStore
    var draw = Draw.random

    /// Numbers for a print; its id leads to the paper.
    package func reserve(
        _ command: PaperFormCommand,
        by official: Actor,
        at now: Instant
    ) async throws -> OpaqueID {
        let block = draw.id()
        let stream = Stream(PaperFormStory.kind, block)
        for _ in 0..<8 {
            let decision = try PaperFormStory.decide(PaperFormStory.beginning, command, draw)
            let append = try Append(
                decision,
                to: stream,
                at: now,
                by: official,
                expecting: [stream: 0]
            )
            switch try await store.append(append) {
            case .recorded, .repeated: return block
            // Somebody has one of the numbers drawn: draw all anew.
            case .taken: continue
            case .conflict, .otherContent: throw PaperFormRefusal.alreadyReserved
            }
        }
        throw StoreError(.engine, "no free tracking numbers were found")
    }

    package func giveBack(
        _ numbers: [TrackingNumber],
        of block: OpaqueID,
        by official: Actor,
        at now: Instant
    ) async throws {
        let stream = Stream(PaperFormStory.kind, block)
        let (state, version) = try await store.state(of: stream, as: PaperFormStory.self)
        let decision = try PaperFormStory.decide(state, .giveBack(numbers), draw)
        let append = try Append(
            decision,
            to: stream,
            at: now,
            by: official,
            expecting: [stream: version]
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .taken, .conflict, .otherContent: throw PaperFormRefusal.usedMeanwhile
        }
    }
}
