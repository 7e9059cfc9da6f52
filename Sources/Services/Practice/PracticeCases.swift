package import Blueprints
import Cases
import Feel
package import Ledger
import Office
import Press
package import Stories

/// Sends the worked examples of the service files into a practice record, as if citizens had.
package struct PracticeCases: Sendable {
    private let cases: CaseDesk
    private let files: FileVault
    private let force: InForce

    package init(
        store: RecordStore,
        files: FileVault,
        keeper: InForceKeeper
    ) async throws {
        cases = CaseDesk(store: store, keeper: keeper, sealer: .sha256)
        self.files = files
        force = try await store.read { reader in try keeper.current(reader) }
    }

    /// Sends each example that the regency can take today; returns how many.
    ///
    /// An example may speak of a village without an office of its own, or of a day that has
    /// passed: it is left out, for an exercise must not begin with a mistake.
    package func send(_ blueprints: [Blueprint], at now: Instant) async throws -> Int {
        var count = 0
        for blueprint in blueprints {
            for example in blueprint.examples where example.expect.refused == nil {
                guard
                    let service = force.services.first(where: {
                        $0.id == example.service && $0.blueprint == blueprint.name
                    }),
                    service.elsewhere == nil, !service.isClosed
                else { continue }
                if try await send(example, to: service, at: now) { count += 1 }
            }
        }
        return count
    }

    private func send(
        _ example: Example,
        to service: PublicService,
        at now: Instant
    ) async throws -> Bool {
        let villages = force.villages
        let form = ExampleForm(
            service: service,
            sent: FeelDate(force.zone.day(now)),
            isVillage: { villages.isVillage($0) }
        )
        var given = form.raw(example.answers)
        guard form.read(given).isComplete else { return false }
        let draw = Draw.random
        let id = CaseID(draw.id())
        var kept: [KeptFile] = []
        for question in service.allQuestions where given[question.id] != nil {
            guard let (bytes, kind) = try Self.paper(for: question) else { continue }
            let file = try await files.write(bytes, in: id.dossier, at: now)
            kept.append(file)
            given[question.id] = .text(
                SentFile(id: file.id, size: file.size, kind: kind).answer
            )
        }
        let reading = form.read(given)
        let village = service.at.flatMap { reading.answers[$0]?.text }
        guard reading.isComplete, let owner = force.owner(of: service, in: village)
        else { return false }
        var new = NewCase(
            caseID: id,
            draft: draw.id(),
            owner: owner.id,
            channel: .online,
            received: now,
            answers: reading.answers.canonicalBytes
        )
        new.village = village.flatMap { Code($0) }
        let openness = service.openness(of: reading.answers)
        new.isAnonymous = openness == .anonymous
        new.isSecret = openness == .secret
        new.files = kept.map(\.id)
        var sending = CaseDesk.Sending(now: now, under: force)
        sending.files = kept
        let result = try await cases.submit(
            new,
            to: service,
            answers: reading.answers,
            sending
        )
        if case .sent = result { return true }
        return false
    }

    /// What an applicant would have attached: a picture or a paper that says what it is.
    private static func paper(
        for question: Question
    ) throws -> (bytes: [UInt8], kind: SentFile.Kind)? {
        if case .photo = question.type { return (greySquare, .png) }
        guard case .file = question.type else { return nil }
        let title = "Berkas latihan: \(question.ask.indonesian)"
        let sheet = PaperSheet(
            title,
            sections: [.init(nil, [.paragraph("Berkas ini dibuat untuk berlatih.")])],
            facts: DocumentFacts(
                title: title,
                author: "Latihan",
                createdAt: "2026-01-01T00:00:00+07:00"
            )
        )
        return (try PaperPress.pdf(of: sheet), .pdf)
    }

    /// A PNG of one grey dot.
    private static let greySquare: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A,
        0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68,
        0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0x00, 0x00, 0x00, 0x00, 0x49,
        0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
}
