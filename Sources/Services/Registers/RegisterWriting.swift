package import Blueprints
package import Cases
import Feel
package import Ledger
import Stories

extension CaseDesk {
    /// Adds the record that an action writes to the transaction of its facts.
    ///
    /// An action with a letter writes it when the letter is signed, any other when it is done.
    func addRecord(
        of decision: Decision<CaseFact>,
        _ loaded: LoadedCase,
        _ known: KnownOfCase,
        to append: inout Append
    ) throws {
        guard let write = write(in: decision, loaded), loaded.answers != nil,
            let register = Code("\(loaded.service.blueprint)/\(write.register)")
        else { return }
        let fields = write.filled(from: known.answers)
        let id = draw.id()
        let stream = Stream(RegisterStory.kind, id)
        let entered = try RegisterStory.decide(
            RegisterStory.beginning,
            .enter(register: register, from: loaded.stream, content: fields.canonicalBytes),
            KnownOfRegister(draw: draw, sealer: sealer, dossier: DossierID(id))
        )
        append.expecting[stream] = 0
        try append.add(entered, to: stream)
    }

    private func write(in decision: Decision<CaseFact>, _ loaded: LoadedCase) -> RecordWrite? {
        for fact in decision.facts {
            switch fact.what {
            case .acted(let act) where act.letter == nil && act.register != nil:
                return action(act.action, loaded)?.record
            case .letterSigned(let signed):
                let template = loaded.state.letters.first { $0.letter == signed.letter }?.template
                return loaded.service.steps.flatMap(\.actions)
                    .first { $0.letter?.text == template?.text }?.record
            default: continue
            }
        }
        return nil
    }

    private func action(_ id: Code, _ loaded: LoadedCase) -> Action? {
        loaded.service.steps.flatMap(\.actions).first { $0.id.text == id.text }
    }
}

extension Reader {
    /// The records that a case wrote, by register.
    package func records(of id: CaseID) throws -> [(register: String, fields: TypedAnswers)] {
        try rows(
            "SELECT id, register, dossier, content FROM records WHERE from_case = \(id.id)"
        ).compactMap { row in
            let sealed: [UInt8]? = try row.find("content")
            let place = RegisterView.place(
                of: try row.id("id"),
                in: DossierID(try row.id("dossier"))
            )
            guard let bytes = try sealed.flatMap({ try openRow($0, at: place) }),
                let fields = TypedAnswers(canonicalBytes: bytes)
            else { return nil }
            return (try row.text("register"), fields)
        }
    }
}
