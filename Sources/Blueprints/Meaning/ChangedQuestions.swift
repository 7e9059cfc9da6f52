/// Which questions a person has to look at again when a form goes on under another version.
///
/// A question counts as changed where what is read or what may be answered differs; one that was
/// not there before is asked anyway, and one that only moved says the same as ever.
extension PublicService {
    /// The questions of this version that the older one asked in another way.
    package func questionsChanged(since old: PublicService) -> Set<ID> {
        let before = Dictionary(
            old.allQuestions.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return Set(
            allQuestions.filter { question in
                guard let was = before[question.id], !question.type.isComputed else { return false }
                return question.asksOtherwise(than: was)
            }
            .map(\.id)
        )
    }
}

extension Question {
    /// Whether a person who answered one of the two may have to answer the other differently.
    fileprivate func asksOtherwise(than other: Question) -> Bool {
        ask != other.ask || hint != other.hint || type != other.type
    }
}
