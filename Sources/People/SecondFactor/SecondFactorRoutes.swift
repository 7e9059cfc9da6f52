import HTTPTypes
import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// The code from the phone: asked for at log-in, set up, and taken away by another manager.

extension PeopleFeature {
    func addSecondFactor(to router: Router<some SiteContext>) {
        router.get("petugas/kode") { request, context in
            let regency = try await self.regency()
            let visit = try self.visit(context, regency)
            guard let half = try await self.half(request) else { return self.toSignIn(visit) }
            guard half.session.hasSecondFactor else {
                return Answer.redirect(to: "/petugas/kode/pasang", for: visit)
            }
            let then = String(request.query["lalu"] ?? "")
            return Answer.page(SecondFactorPages.ask(then: then, error: nil), for: visit)
        }
        router.post("petugas/kode") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.finish(request, posted, context)
        }
        router.get("petugas/kode/pasang") { request, context in
            try await self.settingUp(request, context) { owner, visit in
                try await self.setUpPage(owner, visit, error: nil)
            }
        }
        router.post("petugas/kode/pasang") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.settingUp(request, context) { owner, visit in
                try await self.confirm(owner, posted, visit)
            }
        }
        router.get("petugas/kode/cadangan") { request, context in
            try await self.recovery(request, context)
        }
        router.get("kelola/pengguna/:petugas/lepas-kode") { request, context in
            try await self.deed(request, context) { found, keeper in
                let page = Self.question(.clearPhone, .clearPhoneWhat, "lepas-kode", .danger, found)
                return try self.page(page, context, found, keeper)
            }
        }
        router.post("kelola/pengguna/:petugas/lepas-kode") { request, context in
            try await self.change(request, context) { posted, found, keeper in
                guard let seen = posted["versi"].flatMap({ Int64($0) }) else {
                    throw OfficeRefusal.movedOn
                }
                try await self.second.clear(
                    found.id,
                    seen: Version(seen),
                    self.circumstances(keeper, found.regency)
                )
                return nil
            }
        }
    }

    /// Whoever sets it up: somebody at work, or somebody between the two steps.
    struct Owner: Sendable {
        let id: OpaqueID
        let half: SessionSecret?
    }

    /// The log-in between its two steps that a request carries.
    private func half(
        _ request: Request
    ) async throws -> (secret: SessionSecret, session: HalfSession)? {
        guard let cookie = cookies.value("langkah-dua", in: request.headers[.cookie]),
            let secret = SessionSecret(cookie: cookie)
        else { return nil }
        let (second, now) = (second, now())
        let session = try await store.glance { reader in
            try second.half(secret, at: now, reader)
        }
        return session.map { (secret, $0) }
    }

    private func toSignIn(_ visit: Visit) -> Response {
        Answer.redirect(to: "/petugas/masuk", for: visit)
    }

    private func settingUp(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (Owner, Visit) async throws -> Response
    ) async throws -> Response {
        let regency = try await regency()
        if let official = try await surroundings.official(request) {
            let visit = try visit(context, regency, of: official)
            // Six digits of a shared desk must not put another phone before the password.
            guard !official.isByPIN else {
                let again = Address("/kerja/sandi").with("lalu", "/petugas/kode/pasang")
                return Answer.redirect(to: again, for: visit)
            }
            return try await body(Owner(id: official.id, half: nil), visit)
        }
        let visit = try visit(context, regency)
        guard let half = try await half(request), !half.session.hasSecondFactor else {
            return toSignIn(visit)
        }
        return try await body(Owner(id: half.session.official, half: half.secret), visit)
    }

    private func finish(
        _ request: Request,
        _ posted: Posted,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await regency()
        let visit = try visit(context, regency)
        guard let half = try await half(request) else { return toSignIn(visit) }
        let then = posted["lalu"] ?? ""
        do {
            let secret = try await second.finish(half.secret, posted["kode"] ?? "", at: now())
            try await second.noteFullLogIn(secret, on: context.device, today(regency))
            return entered(secret, then: then, visit)
        } catch let refusal as OfficeRefusal {
            return Answer.page(SecondFactorPages.ask(then: then, error: refusal), for: visit)
        }
    }

    private func entered(_ secret: SessionSecret, then: String, _ visit: Visit) -> Response {
        let isWork = ["/kerja", "/pimpinan", "/kelola", "/petugas/kode/"].contains(
            where: then.hasPrefix
        )
        let next = isWork ? Address(ownPath: then) : nil
        var response = Answer.redirect(to: next ?? "/kerja/kotak", for: visit)
        for (word, value, seconds): (StaticString, String, Int) in [
            ("sesi", secret.cookie, 12 * 3600), ("langkah-dua", "", 0),
        ] {
            response.headers.append(
                HTTPField(
                    name: .setCookie,
                    value: cookies.header(word, value, seconds: seconds)
                )
            )
        }
        return response
    }

    private func setUpPage(
        _ owner: Owner,
        _ visit: Visit,
        error: OfficeRefusal?
    ) async throws -> Response {
        let id = owner.id
        if try await official(id).line.hasSecondFactor {
            return Answer.redirect(to: "/petugas/kode/cadangan", for: visit)
        }
        let secret = try await second.prepare(id, at: now())
        let account = try await official(id).line.official.logIn
        let address = secret.address(issuer: visit.installation.name, account: account)
        let code = try QRCode(address).svg(
            size: 200,
            label: visit.language == .english ? "QR code of your key" : "Kode QR kunci Anda"
        )
        return Answer.page(
            SecondFactorPages.setUp(secret, drawing: RawHTML(drawing: code), error: error),
            for: visit
        )
    }

    private func confirm(
        _ owner: Owner,
        _ posted: Posted,
        _ visit: Visit
    ) async throws -> Response {
        let regency = try await regency()
        do {
            try await second.confirm(
                owner.id,
                posted["kode"] ?? "",
                OfficialsDesk.Circumstances(
                    now: now(),
                    by: Actor(owner.id),
                    map: regency.office
                )
            )
        } catch let refusal as OfficeRefusal {
            return try await setUpPage(owner, visit, error: refusal)
        }
        guard let half = owner.half else {
            return Answer.redirect(to: "/petugas/kode/cadangan", for: visit)
        }
        let secret = try await second.enter(half, owner.id, at: now())
        return entered(secret, then: "/petugas/kode/cadangan", visit)
    }

    private func recovery(
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await regency()
        guard let official = try await surroundings.official(request), !official.isByPIN else {
            return toSignIn(try visit(context, regency))
        }
        let (second, now) = (second, now())
        let codes = try await store.read { reader in
            try second.recoveryCodes(of: official.id, at: now, reader)
        }
        return Answer.page(
            RecoveryPage(codes: codes ?? []),
            for: try visit(context, regency, of: official)
        )
    }
}
