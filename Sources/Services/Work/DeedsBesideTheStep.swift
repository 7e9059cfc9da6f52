import Blueprints
import Cases
import Site

// What the deeds ask that keep order among cases.
extension CaseDeed {
    func besideTheStep(_ typed: Posted) -> [Field] {
        switch self {
        case .snooze: Snoozing.fields(typed)
        case .pay: Paying.fields(typed)
        case .link: [Self.number(typed)]
        case .unlink: [Self.number(typed), Self.reason(typed, .whyUndone)]
        case .undoPayment: [Self.reason(typed, .whyUndone)]
        case .act, .take, .assign, .giveBack, .note, .consult, .advise, .scan, .void, .reopen,
            .answerObjection, .withdraw, .tell, .openField:
            []
        }
    }

    private static func number(_ typed: Posted) -> Field {
        Field("nomor", .otherNumber, .text(TextInput(typed["nomor"] ?? "", .caseNumber)))
    }

    private static func reason(_ typed: Posted, _ words: Words) -> Field {
        Field(
            "alasan",
            words,
            hint: .staysInHistory,
            .longText(typed["alasan"] ?? "", most: 2000)
        )
    }

    /// An action that waits for the fee: where it is recorded, instead of the action's form.
    func unpaidPage(_ opened: OpenedCase) -> ActionPage? {
        guard case .act(let action) = self, action.needs.contains(.feePaid),
            opened.loaded.state.owesFee
        else { return nil }
        var notice = Notice(.attention, .feeFirst)
        notice.links = [Link(.recordPayment, "\(opened.path)/bayar")]
        return ActionPage(
            heading(opened),
            Form(to: target(opened), [], buttons: []),
            of: opened.address,
            before: [notice]
        )
    }
}
