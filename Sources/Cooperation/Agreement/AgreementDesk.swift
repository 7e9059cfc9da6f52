import Ledger
import Office
import Site
import Stories

/// One agreement with everything that its pages show.
struct LoadedAgreement: Sendable {
    let id: OpaqueID
    let state: Agreement
    let begun: BegunAgreement
    let version: Version
    let rules: CooperationRules
    let regency: RegencyNow
    let today: Day
    let opened: [PayloadID: Texts]
    let history: [Moment]
    let transfers: [MadeTransfer]
    let names: [OpaqueID: String]

    /// The visits that belong to it.
    let visits: [ListedVisit]

    /// One fact of the history, with when and by whom.
    struct Moment: Sendable {
        let at: Instant
        let by: Actor
        let fact: AgreementFact
    }

    func texts(_ sealed: Sealed?) -> Texts { sealed.flatMap { opened[$0.id] } ?? Texts() }

    /// What it is about, as it was said last.
    var subject: Texts { texts(state.words) }

    var way: [CooperationRules.Stage] { rules.stages(of: begun.kind) }

    var partners: [PartnerLine] { PartnerLine.read(subject["mitra"]) }

    var standing: AgreementStanding {
        AgreementStanding(
            signed: state.signed,
            from: state.term?.from,
            until: state.term?.until,
            ended: state.end?.on,
            on: today
        )
    }

    /// The stage that comes next; nil where all were reached.
    var next: CooperationRules.Stage? {
        way.first { !state.skips($0) && state.stages[$0.id] == nil }
    }

    /// The texts of who signed: a renewal tells only its ground.
    var signing: Texts {
        let terms = history.compactMap { moment -> AgreedTerm? in
            guard case .termed(let term) = moment.fact, !term.renews else { return nil }
            return term
        }
        return texts(terms.last?.words)
    }

    /// A file that some fact of this agreement names.
    func paper(_ file: OpaqueID) -> Paper? {
        history.lazy.compactMap { $0.fact.paper }.first { $0.file == file }
    }
}

extension AgreementFact {
    var paper: Paper? {
        switch self {
        case .reached(let reached): reached.paper
        case .fulfilled(let done): done.paper
        case .realised(let realised): realised.paper
        case .reported(let report): report.paper
        case .begun, .restated, .councilAsked, .checked, .termed, .owed, .planned, .permitted,
            .rootTyped, .rootsDiffered, .rootPinned, .ended:
            nil
        }
    }

    /// What it says in words.
    var words: Sealed? {
        switch self {
        case .begun(let begun): begun.words
        case .restated(let words): words
        case .reached(let reached): reached.words
        case .councilAsked(let answer): answer.words
        case .termed(let term): term.words
        case .owed(let duty): duty.words
        case .fulfilled(let done): done.words
        case .planned(let activity): activity.words
        case .realised(let realised): realised.words
        case .rootTyped(let typed): typed.words
        case .reported(let report): report.words
        case .ended(let end): end.words
        case .checked, .permitted, .rootsDiffered, .rootPinned: nil
        }
    }
}

extension CooperationFeature {
    /// An agreement as it is now, opened.
    func load(_ id: OpaqueID, _ regency: RegencyNow) async throws -> LoadedAgreement {
        let day = today(regency)
        return try await store.read { reader in
            let stream = Stream(AgreementStory.kind, id)
            var (state, version) = (AgreementStory.beginning, Version(0))
            var (history, opened): ([LoadedAgreement.Moment], [PayloadID: Texts]) = ([], [:])
            for event in try reader.history(of: stream) {
                let fact = try event.fact(AgreementFact.self)
                AgreementStory.evolve(&state, fact)
                version = event.version
                history.append(.init(at: event.at, by: event.by, fact: fact))
                if let words = fact.words { opened[words.id] = try reader.texts(of: words.id) }
            }
            guard let begun = state.begun else { throw CooperationRefusal.noSuchAgreement }
            let transfers = try self.transfers(id, reader)
            let people = history.map(\.by.id) + transfers.compactMap(\.official)
            return LoadedAgreement(
                id: id,
                state: state,
                begun: begun,
                version: version,
                rules: try self.rules(of: begun.rules, reader),
                regency: regency,
                today: day,
                opened: opened,
                history: history,
                transfers: transfers,
                names: try reader.names(of: Set(people).sorted()),
                visits: try reader.visits(of: id)
            )
        }
    }

    /// Decides and records; the version is the one that the page showed.
    func record(
        _ command: AgreementCommand,
        on id: OpaqueID,
        seen: Version,
        by official: SignedIn,
        _ regency: RegencyNow,
        file: KeptFile? = nil
    ) async throws {
        let desk = AgreementsDesk(store: store, rules: rules, roots: roots, now: now)
        let asked = AgreementsDesk.Asked(
            by: official.standing.official,
            seen: seen,
            today: today(regency)
        )
        try await desk.record(command, on: id, asked, file: file)
    }

    /// Keeps a file that came with a form, in the dossier that it proves something in.
    ///
    /// - Returns: nil where none was chosen.
    func keep(
        _ posted: Posted,
        in dossier: OpaqueID
    ) async throws -> (paper: Paper, file: KeptFile)? {
        guard let file = posted.file("berkas"), file.size > 0 else { return nil }
        guard file.size <= Self.largestFile, let type = PaperType(file.bytes) else {
            throw CooperationRefusal.paperUnreadable
        }
        let kept = try await files.write(file.bytes, in: DossierID(dossier), at: now())
        return (Paper(kept.id, size: file.bytes.count, type: type), kept)
    }

    private static let largestFile = 8_000_000
}
