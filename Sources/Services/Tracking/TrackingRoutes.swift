import Blueprints
import Cases
import Feel
import Hummingbird
import Ledger
import Site
import Stories

// Following a request by its number: stage and dates for everybody, files only to send.

extension ServicesFeature {
    func addTracking(to router: Router<some SiteContext>) {
        router.get("lacak") { request, context in
            guard let typed = request.query["nomor"].map(String.init) else {
                return try self.answer(TrackingStartPage(), context)
            }
            switch Self.number(typed) {
            case .success(let number): return try self.go(to: "/lacak/\(number.digits)", context)
            case .failure(let error):
                return try self.answer(TrackingStartPage(typed: typed, error: error.words), context)
            }
        }
        router.get("lacak/:nomor") { _, context in
            try await self.track(context, error: nil)
        }
        router.post("lacak/:nomor") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.openMissing(posted["hp"] ?? "", context)
        }
        router.get("lengkapi") { request, context in
            try await self.completePage(request, context)
        }
        router.post("lengkapi") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.completeByNumber(posted, request, context)
        }
    }

    /// There is no case behind a number yet: it stands on a paper.
    struct HandedOut: Error {
        let page: HandedOutPage

        init(_ page: HandedOutPage) { self.page = page }
    }

    /// Why a typed number is not one.
    struct WrongNumber: Error {
        let words: Words
    }

    static func number(_ typed: String) -> Result<TrackingNumber, WrongNumber> {
        do throws(TrackingNumber.Mistake) {
            return .success(try TrackingNumber(reading: typed))
        } catch {
            switch error {
            case .malformed: return .failure(WrongNumber(words: .numberUnknown))
            case .wrongCheckDigit: return .failure(WrongNumber(words: .checkDigitWrong))
            }
        }
    }

    /// The case behind the address's number; unknown numbers are throttled for everybody.
    func find(
        _ context: some SiteContext,
        openingAnswers: Bool = false
    ) async throws -> (LoadedCase, InForce) {
        guard let typed = context.parameters.get("nomor"),
            case .success(let number) = Self.number(typed)
        else { throw ServiceRefusal.noSuchCase }
        let (keeper, throttles, now) = (keeper, throttles, now())
        let sender = Array(context.sender.utf8)
        let found = try await store.glance { reader -> (LoadedCase, InForce)? in
            // Whoever guessed too often learns nothing more, right numbers included.
            if let until = try throttles.blocked("number", sender, at: now, reader) {
                throw Self.tooMany(until, now)
            }
            let force = try keeper.current(reader)
            guard let id = try reader.caseID(of: number),
                let loaded = try reader.load(id, force, openingAnswers: openingAnswers)
            else { return nil }
            return (loaded, force)
        }
        guard let found else {
            if let (form, force) = try await printed(number) { throw HandedOut(form.page(force)) }
            if let until = try await throttles.attempt("number", sender, at: now) {
                throw Self.tooMany(until, now)
            }
            throw ServiceRefusal.noSuchCase
        }
        return found
    }

    /// A number that was printed on a blank form, and what may be known of it.
    private func printed(_ number: TrackingNumber) async throws -> (PaperForm, InForce)? {
        let keeper = keeper
        return try await store.glance { reader in
            try reader.paperForm(number).map { ($0, try keeper.current(reader)) }
        }
    }

    private static func tooMany(_ until: Instant, _ now: Instant) -> ServiceRefusal {
        .tooManyTries(until: "\(max(1, until.seconds(since: now) / 60)) menit")
    }

    private func track(
        _ context: some SiteContext,
        error: Words?
    ) async throws -> Response {
        let loaded: LoadedCase
        let force: InForce
        do {
            (loaded, force) = try await find(context)
        } catch let handedOut as HandedOut {
            return try answer(handedOut.page, context)
        } catch ServiceRefusal.noSuchCase {
            let typed = context.parameters.get("nomor") ?? ""
            var page = TrackingStartPage(typed: typed, error: .numberUnknown)
            let year = now().adding(seconds: -365 * 86_400)
            if try await store.glance({ try $0.wasRestored(since: year) }) {
                page.maybeLost = .maybeLost
            }
            return try answer(page, context)
        }
        let status = CaseStatus(loaded: loaded, force: force, now: now())
        var page = TrackPage(
            service: Words(loaded.service.title),
            number: loaded.subject.tracking.description,
            status: status.component,
            moments: status.moments(try visit(context).language) { _ in nil },
            office: status.office
        )
        page.version = loaded.version(force)
        let isWaiting = loaded.state.phase == .waiting && loaded.state.restriction == nil
        if isWaiting, loaded.subject.isAnonymous {
            page.hint = .onlyTheLink
        } else if isWaiting {
            page.missing = Form(
                to: "/lacak/\(loaded.subject.tracking.digits)",
                [
                    Field("hp", Self.whatOpens(loaded), .text(TextInput("", .oneTimeCode)))
                        .with(error: error)
                ],
                buttons: [Button(.openWhatIsMissing)]
            )
            page.fieldError = error != nil
        }
        return try answer(page, context)
    }

    /// What is asked for before what is missing is shown.
    private static func whatOpens(_ loaded: LoadedCase) -> Words {
        guard loaded.subject.hasPIN else { return .lastFour }
        return loaded.subject.helped == nil ? .lastFourOrPIN : .pinOnReceipt
    }

    /// Whether digits are the last of the phone, or the receipt's own.
    ///
    /// The phone of a helped form may be the helper's, so there only the receipt counts.
    private func opensMissing(_ typed: String, of loaded: LoadedCase) -> Bool {
        if let pin = pin(of: loaded), pin.digits == typed { return true }
        guard loaded.subject.helped == nil else { return false }
        let phone = loaded.answers?["hp"]?.text?.filter(\.isNumber) ?? ""
        return phone.count >= 4 && String(phone.suffix(4)) == typed
    }

    /// Four digits of the phone open what is missing, and a way to send files.
    ///
    /// Nothing else.
    private func openMissing(
        _ typed: String,
        _ context: some SiteContext
    ) async throws -> Response {
        let loaded: LoadedCase
        do {
            (loaded, _) = try await find(context, openingAnswers: true)
        } catch let handedOut as HandedOut {
            return try answer(handedOut.page, context)
        }
        // Nobody left a number, so none fits: the page says which way there is.
        if loaded.subject.isAnonymous { return try await track(context, error: nil) }
        let key = loaded.id.id.bytes
        if let until = try await throttles.attempt("phone", key, at: now()) {
            let minutes = max(1, until.seconds(since: now()) / 60)
            throw ServiceRefusal.tooManyTries(until: "\(minutes) menit")
        }
        guard opensMissing(typed.filter(\.isNumber), of: loaded) else {
            let words: Words = loaded.subject.hasPIN ? .pinDoesNotMatch : .phoneDoesNotMatch
            return try await track(context, error: words)
        }
        try await throttles.clear("phone", key)
        var response = try go(to: "/lengkapi", context)
        response.headers.append(missingCookie(loaded.id))
        return response
    }
}
