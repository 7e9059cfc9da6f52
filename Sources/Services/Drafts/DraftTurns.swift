package import Stories

/// Takes in the screens of one draft one after the other.
///
/// A draft is kept whole, so two screens sent at once would each keep the draft without the other.
/// Another node does not wait here: what it kept meanwhile shows when we keep ours, and ours is
/// taken in again.
package actor DraftTurns {
    /// The drafts that somebody is at, with those who wait behind.
    private var lines: [OpaqueID: [CheckedContinuation<Void, Never>]] = [:]

    package init() {}

    package func take(_ draft: OpaqueID) async {
        guard lines[draft] != nil else {
            lines[draft] = []
            return
        }
        await withCheckedContinuation { lines[draft]?.append($0) }
    }

    package func giveBack(_ draft: OpaqueID) {
        guard let line = lines[draft], !line.isEmpty else {
            lines[draft] = nil
            return
        }
        lines[draft]?.removeFirst().resume()
    }
}

extension DraftDesk {
    /// How often a screen is taken in again because another node kept its draft meanwhile.
    private static let mostTries = 5

    /// Runs what opens a draft, changes it and keeps it, when its turn has come.
    ///
    /// Where the draft has moved on since it was opened, `change` runs again, on what is there now.
    package func inTurn<Answer>(
        of draft: OpaqueID,
        _ change: () async throws -> Answer
    ) async throws -> Answer {
        await turns.take(draft)
        do {
            let answer = try await again(change)
            await turns.giveBack(draft)
            return answer
        } catch {
            await turns.giveBack(draft)
            throw error
        }
    }

    private func again<Answer>(_ change: () async throws -> Answer) async throws -> Answer {
        for _ in 1..<Self.mostTries {
            do { return try await change() } catch ServiceRefusal.draftMovedOn {}
        }
        return try await change()
    }
}
