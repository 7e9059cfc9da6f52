package import Cases
package import Ledger
package import Site
package import Stories

/// Offers a questionnaire after a case, and takes in its answers.
package struct SurveyDesk: Sendable {
    package let store: RecordStore
    let keys: Keys
    let draw: Draw
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        keys: Keys,
        now: @escaping @Sendable () -> Instant,
        draw: Draw = .random
    ) {
        self.store = store
        self.keys = keys
        self.now = now
        self.draw = draw
    }

    /// What an outcome names where it wants this survey.
    static let name: Code = "skm"

    /// As long as the receipt's link stays open after the end.
    static let openSeconds: Int64 = 90 * 86_400

    /// How a questionnaire stands.
    enum Standing: Sendable {
        case open(FinishedCase)
        case answered
    }

    /// What the page of a request offers once it has ended; nil where nothing is asked, or was
    /// answered already.
    package func offer(_ id: CaseID, _ state: CaseState) async throws -> Notice? {
        guard state.asksForSurvey, !isClosed(state) else { return nil }
        let stream = stream(of: id)
        let survey = try await store.glance { reader in
            try reader.state(of: stream, as: SurveyStory.self).state
        }
        guard survey.answer == nil else { return nil }
        var notice = Notice(.info, heading: .surveyTitle, .surveyOffer)
        notice.links = [Link(.fillInSurvey, "/survei/\(token(of: id).text)")]
        return notice
    }

    func token(of id: CaseID) -> LinkToken { LinkToken(of: id.id, for: "survey-link", keys) }

    /// The case of a link's token; refused where we did not make it.
    func caseID(_ typed: String?) throws(SurveyRefusal) -> CaseID {
        guard let token = typed.flatMap({ LinkToken($0, for: "survey-link", keys) })
        else { throw .noSuchSurvey }
        return CaseID(token.id)
    }

    /// The stream of a case's questionnaire: nobody without the keys finds the one from the other.
    package func stream(of id: CaseID) -> Stream {
        guard let name = OpaqueID(bytes: keys.mark("survey", id.id.bytes).prefix(16)) else {
            preconditionFailure("a mark has more than 16 bytes")
        }
        return Stream(SurveyStory.kind, name)
    }

    func standing(of id: CaseID, in zone: Zone, _ reader: Reader) throws -> Standing {
        let ground = try self.ground(id, in: zone, reader)
        guard ground.survey.answer == nil else { return .answered }
        return .open(ground.finished)
    }

    /// Records the answers; whoever comes second finds the first.
    package func answer(_ id: CaseID, in zone: Zone, _ command: SurveyCommand) async throws {
        for _ in 0..<8 {
            let ground = try await store.glance { reader in try self.ground(id, in: zone, reader) }
            let decision = try SurveyStory.decide(
                ground.survey,
                command,
                KnownOfSurvey(finished: ground.finished, sealer: .sha256, draw: draw)
            )
            let stream = stream(of: id)
            let append = try Append(
                decision,
                to: stream,
                at: now(),
                // The case's own id would say whose grades these are.
                by: Actor(stream.id),
                expecting: [stream: ground.version, id.stream: ground.caseVersion]
            )
            switch try await store.append(append) {
            case .recorded, .repeated: return
            case .conflict, .taken, .otherContent: continue
            }
        }
        throw StoreError(.engine, "a case moved eight times under one questionnaire")
    }

    private struct Ground: Sendable {
        let survey: Survey
        let version: Version
        let finished: FinishedCase
        let caseVersion: Version
    }

    private func ground(_ id: CaseID, in zone: Zone, _ reader: Reader) throws -> Ground {
        let (state, caseVersion) = try reader.state(of: id.stream, as: CaseStory.self)
        let (survey, version) = try reader.state(of: stream(of: id), as: SurveyStory.self)
        guard let subject = state.subject else { throw SurveyRefusal.noSuchSurvey }
        guard state.asksForSurvey, let ended = state.endedAt else {
            throw SurveyRefusal.notOffered
        }
        guard !isClosed(state) else { throw SurveyRefusal.closed }
        let finished = FinishedCase(
            service: subject.service,
            unit: subject.owner,
            quarter: Period(quarterOf: zone.day(ended)),
            dossier: id.dossier
        )
        return Ground(
            survey: survey,
            version: version,
            finished: finished,
            caseVersion: caseVersion
        )
    }

    /// Erased answers leave no dossier in which a remark could be sealed.
    private func isClosed(_ state: CaseState) -> Bool {
        guard let ended = state.endedAt else { return false }
        return state.isErased || now().seconds(since: ended) > Self.openSeconds
    }
}

extension CaseState {
    /// Whether it has ended in a way after which the survey is offered.
    var asksForSurvey: Bool { phase == .ended && end?.survey == SurveyDesk.name }
}
