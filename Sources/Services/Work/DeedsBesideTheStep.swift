import Site

// What the deeds ask that keep order among cases.
extension CaseDeed {
    func besideTheStep(_ typed: Posted) -> [Field] {
        switch self {
        case .snooze: Snoozing.fields(typed)
        case .pay: Paying.fields(typed)
        case .link:
            [
                Field(
                    "nomor",
                    .otherNumber,
                    .text(TextInput(typed["nomor"] ?? "", .caseNumber))
                )
            ]
        case .act, .take, .assign, .giveBack, .note, .consult, .advise, .scan, .void, .reopen,
            .answerObjection, .withdraw, .tell, .openField:
            []
        }
    }
}
