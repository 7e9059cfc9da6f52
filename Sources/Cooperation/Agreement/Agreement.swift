package import Stories

/// Where an agreement stands.
package struct Agreement: Hashable, Sendable {
    package var begun: BegunAgreement?

    /// What it is about, as it was said last.
    package var words: Sealed?
    package var stages: [Code: ReachedStage] = [:]
    package var council: CouncilAnswer?

    /// The clauses that were found in each document.
    package var clauses: [Code: Set<Code>] = [:]
    package var term: AgreedTerm?
    package var duties: [Item<OwedDuty, Fulfilment>] = []
    package var plan: [Item<PlannedActivity, Realisation>] = []
    package var permissions: [TransferDirection: Set<PermittedPackage>] = [:]

    /// Those partners' words that one person has typed.
    package var typedRoots: [Code: TypedRoot] = [:]
    package var roots: [Code: Code] = [:]
    package var reports: [SentReport] = []
    package var end: EndedAgreement?

    /// What was promised, and what became of it.
    package struct Item<Promise: Hashable & Sendable, Result: Hashable & Sendable>: Hashable,
        Sendable
    {
        package let id: OpaqueID
        package var promise: Promise
        package var result: Result?
    }

    /// The name of a blueprint, or every one.
    package enum PermittedPackage: Hashable, Sendable {
        case every
        case named(Code)

        package init(_ name: Code?) { self = name.map(PermittedPackage.named) ?? .every }

        package func covers(_ name: Code) -> Bool { self == .every || self == .named(name) }
    }

    /// The day on which it was signed so that it holds.
    package var signed: Day? {
        stages.values.filter { $0.effect == .inForce }.map(\.on).min()
    }

    /// Whether it is signed, not over, and its term, where there is one, has begun and runs.
    package func isInForce(on day: Day) -> Bool {
        guard let signed, end == nil, signed <= day else { return false }
        return term.map { $0.from <= day && day <= $0.until } ?? true
    }

    /// Whether a stage need not be gone through.
    package func skips(_ stage: CooperationRules.Stage) -> Bool {
        stage.isForCouncil && council?.isNeeded == false
    }

    /// Whether a package may go that way.
    package func permits(_ blueprint: Code, _ direction: TransferDirection) -> Bool {
        permissions[direction, default: []].contains { $0.covers(blueprint) }
    }
}

extension Agreement {
    mutating func take(_ fact: AgreementFact) {
        switch fact {
        case .begun(let begun):
            self.begun = begun
            words = begun.words
        case .restated(let words): self.words = words
        case .reached(let reached): stages[reached.stage] = reached
        case .councilAsked(let answer): council = answer
        case .checked(let checked): clauses[checked.document] = Set(checked.clauses)
        case .termed(let term): self.term = term
        case .owed(let duty): duties.put(duty, duty.item)
        case .fulfilled(let done): duties.put(result: done, done.item)
        case .planned(let activity): plan.put(activity, activity.item)
        case .realised(let realised): plan.put(result: realised, realised.item)
        case .permitted(let permission):
            let blueprint = PermittedPackage(permission.blueprint)
            if permission.isGiven {
                permissions[permission.direction, default: []].insert(blueprint)
            } else {
                permissions[permission.direction]?.remove(blueprint)
            }
        case .rootTyped(let typed): typedRoots[typed.partner] = typed
        case .rootsDiffered(let partner): typedRoots[partner] = nil
        case .rootPinned(let partner, let root):
            typedRoots[partner] = nil
            roots[partner] = root
        case .reported(let report):
            reports.removeAll { $0.period == report.period }
            reports.append(report)
        case .ended(let end): self.end = end
        }
    }
}

extension Array {
    /// Keeps a promise under its id; a corrected one stays in its place.
    fileprivate mutating func put<P, R>(_ promise: P, _ id: OpaqueID)
    where Element == Agreement.Item<P, R> {
        if let place = firstIndex(where: { $0.id == id }) {
            self[place].promise = promise
        } else {
            append(Agreement.Item(id: id, promise: promise, result: nil))
        }
    }

    fileprivate mutating func put<P, R>(result: R, _ id: OpaqueID)
    where Element == Agreement.Item<P, R> {
        guard let place = firstIndex(where: { $0.id == id }) else { return }
        self[place].result = result
    }
}
