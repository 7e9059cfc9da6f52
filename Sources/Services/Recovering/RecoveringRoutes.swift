import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A receipt that somebody shows: at home or at the counter, the same file and the same answer.

extension ServicesFeature {
    private var recovering: RecoveringDesk { RecoveringDesk(cases: cases, keys: keys) }

    /// A receipt and the form around it; whoever sends more is not read to its end.
    private static var limits: MultipartParser.Limits {
        var limits = MultipartParser.Limits()
        limits.file = RecoveringDesk.mostBytes + 1
        limits.total = RecoveringDesk.mostBytes + 64_000
        limits.parts = 20
        return limits
    }

    func addRecovering(to router: Router<some SiteContext>) {
        router.get("bukti/tanda-terima") { _, context in
            try self.answer(ReceiptCheckPage(isAtCounter: false), context)
        }
        router.post("bukti/tanda-terima") { request, context in
            do {
                let digits = try await self.takeReceipt(request, context, from: .citizen)
                return try self.go(to: "/bukti/tanda-terima/\(digits)", context)
            } catch let refusal as RecoveringRefusal {
                let page = ReceiptCheckPage(isAtCounter: false, problem: refusal)
                return try self.answer(page, context)
            }
        }
        router.get("bukti/tanda-terima/:nomor") { _, context in
            let (loaded, force) = try await self.numbered(context)
            let page = Self.found(loaded, force, back: Link(.proofs, "/bukti"))
            return try self.answer(page, context)
        }
        addRecoveringAtCounter(to: router)
    }

    private func addRecoveringAtCounter(to router: Router<some SiteContext>) {
        router.get("kerja/loket/tanda-terima") { request, context in
            try await self.atCounter(request, context) { official in
                try self.answer(ReceiptCheckPage(isAtCounter: true), to: official, context)
            }
        }
        router.post("kerja/loket/tanda-terima") { request, context in
            try await self.atCounter(request, context) { official in
                do {
                    let hand = RecoveringDesk.Hand.official(official.duties)
                    let digits = try await self.takeReceipt(request, context, from: hand)
                    return try self.go(to: "/kerja/loket/tanda-terima/\(digits)", context)
                } catch let refusal as RecoveringRefusal {
                    let page = ReceiptCheckPage(isAtCounter: true, problem: refusal)
                    return try self.answer(page, to: official, context)
                }
            }
        }
        router.get("kerja/loket/tanda-terima/:nomor") { request, context in
            try await self.atCounter(request, context) { official in
                let (loaded, force) = try await self.numbered(context)
                let back = Link(.counter, "/kerja/loket")
                var page = Self.found(loaded, force, back: back)
                page.links = self.links(to: loaded, for: official) + page.links
                return try self.answer(page, to: official, context)
            }
        }
    }

    /// The case of the address's number; a number that only stands on a blank form is none.
    private func numbered(_ context: some SiteContext) async throws -> (LoadedCase, InForce) {
        do {
            return try await find(context)
        } catch is HandedOut {
            throw ServiceRefusal.noSuchCase
        }
    }

    /// - Returns: the digits of the request that the receipt is about.
    private func takeReceipt(
        _ request: Request,
        _ context: some SiteContext,
        from hand: RecoveringDesk.Hand
    ) async throws -> String {
        let posted: Posted
        do {
            posted = try await Posted.read(request, in: context, limits: Self.limits)
        } catch WebRefusal.tooLarge {
            throw RecoveringRefusal.tooLarge
        }
        let bytes = posted.file(RecoveringWords.file)?.bytes ?? []
        let id = try await recovering.take(bytes, from: hand, at: now())
        let digits = try await store.glance { reader in
            try reader.row("SELECT number FROM cases WHERE id = \(id.id)")?.text("number")
        }
        guard let digits else { throw ServiceRefusal.noSuchCase }
        return digits
    }

    /// What the number alone may open, and nothing else.
    private static func found(
        _ loaded: LoadedCase,
        _ force: InForce,
        back: Link
    ) -> ReceiptFoundPage {
        let again = loaded.state.history.last { $0.what == .recovered }
        return ReceiptFoundPage(
            service: Words(loaded.service.title),
            number: loaded.subject.tracking.description,
            received: .dayAndTime(loaded.subject.received, force.zone),
            broughtBack: again.map { .dayAndTime($0.at, force.zone) },
            lostFiles: loaded.state.recovery?.files ?? 0,
            links: [Link(.followIt, "/lacak/\(loaded.subject.tracking.digits)")],
            back: back
        )
    }

    /// Where an official goes on, as far as their units have to do with the case.
    private func links(to loaded: LoadedCase, for official: WorkingOfficial) -> [Link] {
        guard !loaded.state.units.isDisjoint(with: official.standing.units) else { return [] }
        let opened = OpenedCase(loaded: loaded, official: official)
        var links = [Link(.openTheCase, opened.address)]
        if official.isAtCounter(of: loaded.subject.owner), loaded.subject.hasPIN,
            opened.seesApplicant
        {
            let digits = loaded.subject.tracking.digits
            links.append(Link(.printReceiptAgain, "/kerja/loket/terima/\(digits)"))
        }
        return links
    }
}

extension Words {
    /// "26 November 2026, 09.05 WIB".
    fileprivate static func dayAndTime(_ moment: Instant, _ zone: Zone) -> Words {
        func text(_ language: Language) -> String {
            DateWords.longDate(zone.day(moment), in: language) + ", "
                + DateWords.time(moment, zone: zone, in: language)
        }
        return Words(text(.indonesian), text(.english))
    }
}

extension Reader {
    /// Whether the log tells of a restore within the last year: then a number may be lost.
    func wasRestored(since moment: Instant) throws -> Bool {
        try history(of: LogStory.stream).contains { event in
            guard event.at >= moment, case .began(let origin) = try event.fact(LogFact.self) else {
                return false
            }
            return origin.why != .first
        }
    }
}
