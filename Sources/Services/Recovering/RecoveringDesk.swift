import Blueprints
import Cases
import Crypto
import Feel
import Ledger
import Office
import Site
import Stories

/// Takes in receipts of requests that a restore has lost, and records those requests again.
///
/// What the receipt proves is believed; what stands beside the proof only under our own mark.
struct RecoveringDesk: Sendable {
    let cases: CaseDesk
    let keys: Keys

    /// Answers with long texts need some room, and no answer needs more.
    static let mostBytes = 256_000

    init(cases: CaseDesk, keys: Keys) {
        self.cases = cases
        self.keys = keys
    }

    /// Who hands a receipt in.
    enum Hand: Sendable {
        case citizen
        case official(Duties)

        fileprivate var official: Duties? {
            switch self {
            case .citizen: nil
            case .official(let duties): duties
            }
        }
    }

    /// What a receipt says, once all of it fits.
    fileprivate struct Claim: Sendable {
        let proven: ProvenReceipt
        let was: Submission
        let marks: SentMarks?
    }

    /// - Returns: the case that the receipt is about: found, or recorded again just now.
    func take(_ file: [UInt8], from hand: Hand, at now: Instant) async throws -> CaseID {
        let claim = try read(file)
        let id = claim.was.caseID
        let (place, known) = try await cases.store.read { reader in
            (try reader.place(of: claim.proven), try knownCase(of: claim, reader))
        }
        switch place {
        case .contradicted: throw RecoveringRefusal.contradicted
        case .unheardOf: throw RecoveringRefusal.unheardOf
        case .inLog: return id
        case .lost(let began):
            // Brought back before, or sent again by the phone that still had it.
            if let known { return known }
            return try await record(claim, lostBefore: began.origin.id, hand, now)
        }
    }

    private func read(_ file: [UInt8]) throws -> Claim {
        guard !file.isEmpty else { throw RecoveringRefusal.noFile }
        guard file.count <= Self.mostBytes else { throw RecoveringRefusal.tooLarge }
        // The name of the log does not matter here, only the key.
        let key = try keys.noteKey(of: OpaqueID(high: 0, low: 0)).key
        do {
            let proof = try ReceiptProof(file: file)
            let proven = try Self.check(proof, by: key)
            let event = proven.event
            guard event.stream.kind == CaseStory.kind, event.version == 1,
                case .submitted(let was) = try event.fact(CaseFact.self).what,
                was.caseID.stream == event.stream
            else { throw RecoveringRefusal.notASubmission }
            if let marks = proof.marks, !marks.isBound(to: event.stream, by: keys) {
                throw RecoveringRefusal.marksChanged
            }
            return Claim(proven: proven, was: was, marks: proof.marks)
        } catch let refusal as ReceiptProofRefusal {
            throw RecoveringRefusal.proof(refusal)
        }
    }

    /// Another's receipt is told from one that somebody made up or changed: it holds under the
    /// key that it names itself.
    private static func check(
        _ proof: ReceiptProof,
        by key: Curve25519.Signing.PublicKey
    ) throws -> ProvenReceipt {
        do throws(ReceiptProofRefusal) {
            return try proof.check(by: key)
        } catch {
            guard error == .checkpoint(.otherKey), let theirs = NoteKey(proof.key)?.key else {
                throw error
            }
            do throws(ReceiptProofRefusal) {
                _ = try proof.check(by: theirs)
            } catch {
                throw ReceiptProofRefusal.checkpoint(.otherKey)
            }
            throw RecoveringRefusal.ofOthers
        }
    }

    /// The case as the record has it already, under its own name or sent again from its draft.
    private func knownCase(of claim: Claim, _ reader: Reader) throws -> CaseID? {
        if let marks = claim.marks, let stream = try reader.stream(sentAs: marks) {
            return CaseID(stream.id)
        }
        let id = claim.was.caseID
        let (state, _) = try reader.state(of: id.stream, as: CaseStory.self)
        return state.subject == nil ? nil : id
    }

    private func record(
        _ claim: Claim,
        lostBefore origin: OpaqueID,
        _ hand: Hand,
        _ now: Instant
    ) async throws -> CaseID {
        let was = claim.was
        let keeper = cases.keeper
        let (force, isPrinted) = try await cases.store.glance { reader in
            let form = was.channel == .paper ? try reader.paperForm(was.tracking) : nil
            return (try keeper.current(reader), form?.service == was.service.text)
        }
        guard let bytes = claim.opened("answers"),
            let answers = TypedAnswers(canonicalBytes: bytes)
        else { throw RecoveringRefusal.answersMissing }
        let rules = try Rules(of: was, answers, force)
        let recovery = Recovery(
            origin: claim.proven.checkpoint.origin,
            seq: claim.proven.event.seq,
            event: try claim.digest(),
            lostBefore: origin,
            files: was.files.count + (was.scan == nil ? 0 : 1),
            official: hand.official?.official
        )
        var new = NewCase(
            caseID: was.caseID,
            // Nobody has it any more; the marks of the receipt take its place.
            draft: was.caseID.id,
            owner: rules.owner,
            channel: was.channel,
            received: was.received,
            answers: bytes
        )
        new.delay = claim.opened("delay").map { String(decoding: $0, as: UTF8.self) } ?? ""
        new.village = was.village
        new.isAnonymous = was.isAnonymous
        new.isSecret = was.isSecret
        new.helped = was.helped
        new.tracking = was.tracking
        new.lost = LostCase(was, by: recovery, isPrinted: isPrinted)
        return try await append(new, rules, claim, hand, force, now)
    }

    private func append(
        _ new: NewCase,
        _ rules: Rules,
        _ claim: Claim,
        _ hand: Hand,
        _ force: InForce,
        _ now: Instant
    ) async throws -> CaseID {
        var sending = CaseDesk.Sending(now: now, under: force)
        // What a citizen had sent stays theirs, whoever takes the receipt in.
        let isTheirs = new.channel == .online || new.channel == .offline
        if !isTheirs, let official = hand.official { sending.party = .official(official) }
        let known = cases.known(new, rules.service, rules.answers, sending)
        let decision = try CaseStory.decide(CaseStory.beginning, .submit(new), known)
        let stream = new.caseID.stream
        var append = try Append(
            decision,
            to: stream,
            at: now,
            by: isTheirs ? new.caseID.applicant : hand.official?.official ?? new.caseID.applicant,
            expecting: [stream: 0]
        )
        if let marks = claim.marks {
            append.operations = [marks.putBack(for: stream, events: decision.facts.count)]
        }
        switch try await cases.store.append(append) {
        // A conflict: somebody else brought it back at the same moment.
        case .recorded, .repeated, .otherContent, .conflict: return new.caseID
        case .taken: throw RecoveringRefusal.numberTaken
        }
    }

    /// Under which version and at which unit it is recorded again.
    private struct Rules {
        let service: PublicService
        let owner: Code
        let answers: TypedAnswers

        /// The version under which it was accepted, if the record still has it.
        ///
        /// Its rules are the same bytes, so what they accepted they accept. Else it is the one in
        /// force, which reads the answers anew, as on the day on which they came.
        init(of was: Submission, _ answers: TypedAnswers, _ force: InForce) throws {
            self.answers = answers
            if let same = force.version(was.digest.text) {
                service = same
            } else {
                guard let newer = force.service(was.service.text),
                    newer.blueprint.description == was.blueprint.text
                else { throw RecoveringRefusal.serviceGone }
                let form = Self.form(was, answers, newer, force)
                let reading = form.read()
                guard reading.isComplete,
                    reading.answers.canonicalBytes == answers.canonicalBytes
                else { throw RecoveringRefusal.rulesChanged }
                service = newer
            }
            if force.office.unit(was.owner) != nil {
                owner = was.owner
            } else {
                let other = force.owner(of: service, in: was.village?.text)
                guard let other else { throw RecoveringRefusal.unitGone }
                owner = other.id
            }
        }

        private static func form(
            _ was: Submission,
            _ answers: TypedAnswers,
            _ service: PublicService,
            _ force: InForce
        ) -> OpenForm {
            var draft = Draft(
                id: was.caseID.id,
                caseID: was.caseID,
                service: service,
                device: "",
                at: was.received
            )
            draft.fields = FormFields.fields(from: answers, of: service)
            draft.files = FormFields.files(from: answers, of: service)
            var form = OpenForm(draft: draft, service: service, force: force, now: was.received)
            // Who came to a counter or was helped may have no phone.
            let mayLackPhone = was.helped != nil || was.channel == .counter || was.channel == .paper
            if mayLackPhone, answers["hp"] == nil { form.leavesOut = OpenForm.aboutPhones }
            return form
        }
    }
}

extension RecoveringDesk.Claim {
    /// What was committed to in a field; nil where the receipt does not have it.
    fileprivate func opened(_ field: String) -> [UInt8]? {
        proven.opened.first { $0.field == field }?.bytes
    }

    /// The leaf of the event, as it stood in the tree.
    fileprivate func digest() throws(StoreError) -> Code {
        guard let code = Code(TreeHash.leaf(proven.event.bytes).description) else {
            throw StoreError(.damaged, "a hash is no code")
        }
        return code
    }
}
