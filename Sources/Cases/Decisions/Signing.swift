internal import Stories

extension Judgement {
    mutating func sign(
        _ id: OpaqueID,
        _ way: SignedLetter.Way,
        _ file: OpaqueID
    ) throws(CaseRefusal) -> [CaseEvent] {
        let letter = try letterToSettle(id)
        let (duties, place) = (try official(), try place())
        let mayDo =
            switch way {
            // Whoever stands at the scanner may bring the paper in.
            case .scan: duties.works(in: place.unit)
            case .electronic: duties.has(letter.signer, in: place.unit)
            }
        guard mayDo else { throw .notYours }
        try notify(letter.notify)
        return [
            .letterSigned(
                SignedLetter(
                    letter: id,
                    way: way,
                    file: file,
                    lead: retold(letter.lead),
                    notify: letter.notify
                )
            )
        ]
    }

    mutating func void(_ id: OpaqueID, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        let letter = try letterToSettle(id)
        let (duties, place) = (try official(), try place())
        guard duties.has(letter.signer, in: place.unit) || duties.has(place.by, in: place.unit)
        else { throw .notYours }
        return [.letterVoided(letter: id, reason: try seal(reason, orThrow: .reasonMissing))]
    }

    /// The letter, as long as it is neither signed nor voided.
    private func letterToSettle(_ id: OpaqueID) throws(CaseRefusal) -> CaseLetter {
        guard let letter = state.letters.first(where: { $0.letter == id }) else {
            if state.letters.isEmpty { throw .letterNotNumbered }
            throw .letterUnknown
        }
        switch letter.fate {
        case .numbered: return letter
        case .signed: throw .letterAlreadySigned
        case .voided: throw .letterVoided
        }
    }
}
