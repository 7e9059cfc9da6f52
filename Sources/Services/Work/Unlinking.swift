import Cases
import Ledger
import Office
import Stories

// A link is seen from both cases, and stands in the story of the one where it was made.

extension CaseDeed {
    /// Whether it is about this case and another one that is named.
    var isAboutTwo: Bool {
        switch self {
        case .link, .unlink: true
        case .act, .take, .assign, .giveBack, .note, .consult, .advise, .scan, .void, .reopen,
            .answerObjection, .withdraw, .tell, .openField, .snooze, .pay, .undoPayment:
            false
        }
    }
}

extension ServicesFeature {
    /// Undoes the link in the other case's story where it stands there.
    /// - Returns: whether that was all, because this case's own story holds no link.
    func undoneThere(
        _ other: CaseID,
        _ reason: String,
        _ opened: OpenedCase
    ) async throws -> Bool {
        let (official, here) = (opened.official, opened.loaded.id)
        let isThere = try await store.read { reader in
            try reader.load(other, official.force, openingAnswers: false)?
                .state.links.contains(here) == true
        }
        guard isThere else { return false }
        _ = try await cases.handle(
            CaseDesk.Asked(
                .unlink(from: here, reason: reason),
                on: other,
                seen: nil,
                who: .official(official.duties),
                now: now()
            )
        )
        return !opened.loaded.state.links.contains(other)
    }
}
