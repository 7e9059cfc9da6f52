import Blueprints
import Cases
import Feel
import Ledger
import Registers
import Stories

// An action writes a record: a new one, or what a standing one says from now on.

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
        guard let write = write(in: decision, loaded), write.corrects == nil,
            loaded.answers != nil, let register = loaded.service.register(write)
        else { return }
        let content = write.content(from: loaded.namesOfRecord(known.answers))
        let id = draw.id()
        let stream = Stream(RegisterStory.kind, id)
        let entered = try RegisterStory.decide(
            RegisterStory.beginning,
            .enter(register: register, from: loaded.stream, content: content),
            KnownOfRegister(draw: draw, sealer: sealer, dossier: DossierID(id))
        )
        append.expecting[stream] = 0
        try append.add(entered, to: stream)
    }

    /// Refuses what may stand only once and stands already, and adds a correction of what stands.
    ///
    /// Records that came in before keys were claimed hold none, so the register is asked as well.
    func lookIntoRegister(
        of decision: Decision<CaseFact>,
        _ loaded: LoadedCase,
        _ known: KnownOfCase,
        to append: inout Append
    ) async throws {
        guard let write = write(in: decision, loaded), loaded.answers != nil,
            let register = loaded.service.register(write)
        else { return }
        let names = loaded.namesOfRecord(known.answers)
        let given = write.filled(from: names)
        let (corrected, holder) = try await store.read { reader in
            let corrected = try write.corrects.flatMap { key in
                try given[key].flatMap { value in
                    try reader.records(in: register, where: key, is: value, limit: 1).first
                }
            }.map { try reader.written($0) }
            let content = write.content(changing: corrected?.content, to: given)
            return (corrected, try reader.holder(of: content, in: register))
        }
        if let holder, holder.id != corrected?.id { throw RegisterRefusal.keyTaken }
        guard write.corrects != nil else { return }
        guard let corrected, corrected.content != nil else { throw RegisterRefusal.noSuchKey }
        let decision = try RegisterStory.decide(
            corrected.state,
            .correct(
                content: write.content(changing: corrected.content, to: given),
                source: RegisterFact.Source(loaded.stream)
            ),
            self.known(of: corrected, as: write)
        )
        append.expecting[corrected.stream] = corrected.version
        try append.add(decision, to: corrected.stream)
    }

    /// What a decision about a standing record may know.
    func known(of record: WrittenRecord, as write: RecordWrite?) -> KnownOfRegister {
        KnownOfRegister(
            draw: draw,
            sealer: sealer,
            dossier: DossierID(record.id),
            says: record.content.map {
                RecordContent($0, unique: write?.unique ?? [], found: write?.found ?? [])
            }
        )
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

extension LoadedCase {
    /// What a record is filled from: the answers, and the number of the case.
    func namesOfRecord(_ answers: [String: FeelValue]) -> [String: FeelValue] {
        answers.merging(["nomor": .string(subject.tracking.digits)]) { $1 }
    }
}

extension PublicService {
    /// The register that an action writes to, with the blueprint that it belongs to.
    func register(_ write: RecordWrite) -> Code? { Code("\(blueprint)/\(write.register)") }
}

extension RecordWrite {
    /// The fields of a record, as these answers fill them.
    func filled(from names: [String: FeelValue]) -> TypedAnswers {
        TypedAnswers(fields.mapValues { $0.value(names) })
    }

    /// What a new record says.
    func content(from names: [String: FeelValue]) -> RecordContent {
        content(changing: nil, to: filled(from: names))
    }

    /// What a record says once it is corrected: what is not given stays as it was.
    func content(changing old: TypedAnswers?, to given: TypedAnswers) -> RecordContent {
        let fields = (old?.values ?? [:]).merging(given.values) { $1 }
        return RecordContent(TypedAnswers(fields), unique: unique, found: found)
    }
}
