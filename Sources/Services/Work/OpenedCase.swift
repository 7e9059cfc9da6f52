import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

/// A case opened by an official who has the right to it.
struct OpenedCase: Sendable {
    let loaded: LoadedCase
    let official: WorkingOfficial

    /// To whom it can be handed; looked up where a page asks for it.
    var colleagues: [Colleague] = []

    /// What the citizen objects to; looked up where it is answered.
    var objection: String?

    /// What the official's unit is asked; looked up where it is answered.
    var question: String?

    /// The case with which it is to be linked; looked up where a number was typed.
    var other: CaseID?

    var force: InForce { official.force }

    var address: Address { "/kerja/perkara/\(loaded.subject.tracking.digits)" }

    var step: Step? {
        loaded.state.place.flatMap { loaded.service.step(ID($0.step.text)) }
    }

    /// Whether one of the official's units decides on the case; one that is only asked for its
    /// opinion reads what it must to answer, and no more.
    var mayDecide: Bool {
        !official.standing.units.isDisjoint(with: loaded.state.decidingUnits)
    }

    /// Whether the official holds the duty of the step in which the case rests.
    var mayAct: Bool {
        guard let place = loaded.state.place else { return false }
        return official.duties.has(place.by, in: place.unit)
    }

    /// Whether the official may hand the case to a colleague, or answer an objection.
    var mayDirect: Bool { loaded.state.mayBeDirected(by: official.duties) }

    var calendars: UnitCalendars { force.calendars }

    /// Whether the official may see who applies: of a secret request only the unit where it rests,
    /// and the one that answers for it.
    var seesApplicant: Bool {
        guard loaded.subject.isSecret else { return true }
        return mayDecide
    }

    func status(at now: Instant) -> CaseStatus {
        CaseStatus(loaded: loaded, force: force, now: now)
    }
}

/// Nobody is signed in: the way leads to the log-in.
struct NotSignedIn: Error {}

extension ServicesFeature {
    /// The case of the address, if one of the official's units has to do with it.
    func openCase(_ request: Request, _ context: some SiteContext) async throws -> OpenedCase {
        guard let official = try await official(request) else { throw NotSignedIn() }
        guard let typed = context.parameters.get("nomor") else { throw ServiceRefusal.noSuchCase }
        return try await openCase(numbered: typed, by: official)
    }

    func openCase(
        numbered typed: String,
        by official: WorkingOfficial
    ) async throws -> OpenedCase {
        guard case .success(let number) = Self.number(typed) else {
            throw ServiceRefusal.noSuchCase
        }
        let loaded = try await store.glance { reader -> LoadedCase? in
            guard let id = try reader.caseID(of: number) else { return nil }
            return try reader.load(id, official.force)
        }
        guard let loaded else { throw ServiceRefusal.noSuchCase }
        guard !loaded.state.units.isDisjoint(with: official.standing.units) else {
            throw ServiceRefusal.notYourCase
        }
        return OpenedCase(loaded: loaded, official: official)
    }

    /// Runs a page of the workbench; who is not signed in goes to the log-in first.
    func working<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ body: (OpenedCase) async throws -> Response
    ) async throws -> Response {
        do {
            return try await body(openCase(request, context))
        } catch is NotSignedIn {
            return try toSignIn(request, context)
        }
    }

    func answer(
        _ page: some Page,
        _ opened: OpenedCase,
        _ context: some SiteContext
    ) throws -> Response {
        Answer.page(page, for: opened.official.visit(try visit(context)))
    }
}
