package import Blueprints
package import Cases
import Feel
package import Ledger
package import Stories

/// A case as a request found it: its state, its version of the service, its answers.
package struct LoadedCase: Sendable {
    package let id: CaseID
    package let state: CaseState
    package let version: Version
    package let subject: CaseSubject

    /// Its version of the service, without duties that fell on the citizen after it was sent.
    package internal(set) var service: PublicService

    /// Nil once they are erased.
    package internal(set) var answers: TypedAnswers?

    /// Answers that its version has no use for, under the questions of an earlier one.
    package internal(set) var retired: [RetiredAnswer] = []

    package var stream: Stream { id.stream }
}

extension Reader {
    /// The case, or nil where nobody has heard of it.
    ///
    /// A page that shows no answers leaves them sealed: opening them is a third of the work.
    package func load(
        _ id: CaseID,
        _ force: InForce,
        openingAnswers: Bool = true
    ) throws -> LoadedCase? {
        let (state, version) = try state(of: id.stream, as: CaseStory.self)
        guard let subject = state.subject else { return nil }
        guard let service = force.version(subject.digest.text) else {
            throw StoreError(.damaged, "the version \(subject.digest) of a case is not here")
        }
        let newest = openingAnswers ? state.answers.last : nil
        let answers = try self.answers(newest, of: state, force)
        var loaded = LoadedCase(
            id: id,
            state: state,
            version: version,
            subject: subject,
            service: force.service(service, of: state),
            answers: answers
        )
        if newest != nil { loaded.retired = try retiredAnswers(of: state, force) }
        return loaded
    }

    /// The answers that a fact committed to; nil where they were erased.
    func answers(_ sealed: Sealed?) throws -> TypedAnswers? {
        try sealed.flatMap { try open($0.id) }.flatMap { TypedAnswers(canonicalBytes: $0) }
    }

    /// A case as it was when a letter got its number: what was put right since changes no letter.
    ///
    /// Nor does it change its words that the case goes on under another version.
    func asNumbered(
        _ letter: CaseLetter,
        _ loaded: LoadedCase,
        _ force: InForce
    ) throws -> LoadedCase {
        var then = loaded
        if let version = letter.version, version != loaded.subject.digest,
            let service = force.version(version.text)
        {
            then.service = service
        }
        guard let sealed = letter.answers,
            sealed != loaded.state.answers.last || then.service.digest != loaded.service.digest
        else { return then }
        then.answers = try answers(
            sealed,
            of: loaded.state,
            force,
            under: letter.version ?? loaded.subject.digest
        )
        return then
    }

    /// The case behind a tracking number.
    package func caseID(of number: TrackingNumber) throws -> CaseID? {
        try row("SELECT id FROM cases WHERE number = \(number.digits)").map {
            CaseID(try $0.id("id"))
        }
    }

    /// Words that a fact committed to; nil where they were erased.
    package func words(_ sealed: Sealed?) throws -> String? {
        guard let sealed, let bytes = try open(sealed.id) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The register of letters of a unit in a year, as it stands.
    func register(
        of unit: Code,
        unitCode: String,
        on day: Day,
        in zone: Zone
    ) throws -> LetterRegister? {
        guard let counter = Self.nameOfRegister(of: unit, in: day.parts.year) else { return nil }
        let last = try row("SELECT max(day) AS day FROM letters WHERE register = \(counter)")
        let lastDay: String? = try last?.find("day")
        return LetterRegister(
            counter: counter,
            last: try self.counter(counter),
            lastDay: lastDay.flatMap { Day($0) },
            unitCode: unitCode,
            isLocked: try lockOfRegisters(in: zone)?.isOn(counter) ?? false
        )
    }
}

extension FeelDate {
    /// The same date of the calendar.
    init(_ day: Day) { self.init(daysSince1970: day.number) }
}
