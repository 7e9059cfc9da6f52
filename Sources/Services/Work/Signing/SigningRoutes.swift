import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// The signing queue: what waits for the hand of whoever holds the post, or stands in for it.

extension ServicesFeature {
    func addSigning(to router: Router<some SiteContext>) {
        router.get("kerja/paraf") { request, context in
            guard let official = try await self.official(request) else {
                return try self.toSignIn(request, context)
            }
            let page = try await self.signingPage(of: official)
            return Answer.page(page, for: official.visit(try self.visit(context)))
        }
        router.get("kerja/paraf/surat.pdf") { request, context in
            guard let official = try await self.official(request) else {
                return try self.toSignIn(request, context)
            }
            return Answer.pdf(try await self.lettersToSign(of: official), name: "surat.pdf")
        }
    }

    private func signingPage(of official: WorkingOfficial) async throws -> SigningPage {
        let queue = SigningQueue(official: official, now: now())
        return try await store.read { reader in
            let list = InboxQuery(official: official, now: queue.now)
            var (undecided, unsigned): ([SigningPage.Line], [SigningPage.Line]) = ([], [])
            for waiting in try queue.waiting(reader) {
                let line = try self.line(waiting, list, reader)
                if waiting.isNumbered { unsigned.append(line) } else { undecided.append(line) }
            }
            return SigningPage(undecided: undecided, unsigned: unsigned)
        }
    }

    private func line(
        _ waiting: SigningQueue.Waiting,
        _ list: InboxQuery,
        _ reader: Reader
    ) throws -> SigningPage.Line {
        let row = waiting.row
        let line = try list.line(row, reader, .indonesian)
        let (force, unit) = (list.official.force, try row.text("unit"))
        let received = force.zone.day(try row.get("received") as Instant)
        let name = force.office.units.first { $0.id.text == unit }?.name ?? unit
        let seat = try Code(unit).flatMap {
            list.official.standing.seat(for: try row.text("duty"), in: $0)
        }
        return SigningPage.Line(
            number: waiting.number,
            shownNumber: line.shownNumber,
            service: line.service,
            applicant: line.applicant,
            received: DateWords.longDate(received),
            due: line.due,
            signedFor: Words((seat?.capacity.prefix ?? "") + name)
        )
    }

    /// Every numbered letter of the queue in one print, each with the rights of its own page.
    private func lettersToSign(of official: WorkingOfficial) async throws -> [UInt8] {
        let queue = SigningQueue(official: official, now: now())
        let numbers = try await store.read { reader in
            try queue.waiting(reader).filter(\.isNumbered).map(\.number)
        }
        var sheets: [LetterSheet] = []
        for number in numbers {
            let opened = try await openCase(numbered: number, by: official)
            guard opened.seesApplicant, opened.loaded.state.openLetter != nil else { continue }
            sheets.append(try await letterSheet(of: opened))
        }
        guard let first = sheets.first else { throw WebRefusal.notFound }
        return try LetterPress.pdf(of: first, followedBy: Array(sheets.dropFirst()))
    }

    /// The way from a letter just dealt with to the one that waits longest; nil where none is left.
    func nextToSign(after opened: OpenedCase) async throws -> Link? {
        let official = opened.official
        guard !official.signings.isEmpty else { return nil }
        let queue = SigningQueue(official: official, now: now())
        let here = opened.loaded.subject.tracking.digits
        let waiting = try await store.read { reader in
            try queue.waiting(reader).filter { !$0.isNumbered && $0.number != here }
        }
        return waiting.first.map {
            Link(.nextLetter(waiting.count), "/kerja/perkara/\($0.number)")
        }
    }
}
