import Cases
import HTTPTypes
import Hummingbird
import Ledger
package import Office
import Site
package import Stories

// Officials signing in and out.

extension ServicesFeature {
    func addSignIn(to router: Router<some SiteContext>) {
        router.get("petugas/masuk") { request, context in
            let query = request.query
            var page = SignInPage(then: query["lalu"].map(String.init) ?? "")
            page.isActivated = query["pesan"] == "aktif"
            return try self.answer(page, context)
        }
        router.get("masuk") { _, context in try self.go(to: "/petugas/masuk", context) }
        router.post("petugas/masuk") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.signIn(posted, context)
        }
        router.get("keluar") { _, context in
            let page = FormPage(
                .signOut,
                Form(to: "/keluar", [], buttons: [Button(.signOut)]),
                back: Link(.inbox, "/kerja/kotak")
            )
            return try self.answer(page, context)
        }
        router.post("keluar") { request, context in
            _ = try await Posted.read(request, in: context)
            if let secret = self.secret(request) { try await self.logIn.logOut(secret) }
            var response = try self.go(to: "/petugas/masuk", context)
            response.headers.append(self.sessionCookie("", seconds: 0))
            return response
        }
    }

    private func signIn(_ posted: Posted, _ context: some SiteContext) async throws -> Response {
        let (name, then) = (posted["nama"] ?? "", posted["lalu"] ?? "")
        do {
            let outcome = try await begin(name, posted["sandi"] ?? "")
            guard case .inside(let secret) = outcome else {
                return try toSecondStep(outcome, then: then, context)
            }
            let day = try await force().zone.day(now())
            try await logIn.noteFullLogIn(secret, on: context.device, day)
            let isWork = [
                "/kerja", "/pimpinan", "/kelola", "/bantu", "/luring", "/saya", "/lot", "/timbang",
            ].contains(where: then.hasPrefix)
            let next = isWork ? Address(ownPath: then) : nil
            var response = try go(to: next ?? "/kerja/kotak", context)
            response.headers.append(sessionCookie(secret.cookie, seconds: 12 * 3600))
            return response
        } catch let refusal as OfficeRefusal {
            return try answer(
                SignInPage(
                    name: name,
                    error: Words(refusal.sentence, refusal.sentenceInEnglish),
                    status: refusal.status,
                    then: then
                ),
                context
            )
        }
    }

    func sessionCookie(_ value: String, seconds: Int) -> HTTPField {
        HTTPField(name: .setCookie, value: cookies.header("sesi", value, seconds: seconds))
    }

    func secret(_ request: Request) -> SessionSecret? {
        cookies.value("sesi", in: request.headers[.cookie]).flatMap(SessionSecret.init(cookie:))
    }

    /// The official who asks, with the posts held now; nil leads to the log-in.
    func official(_ request: Request) async throws -> WorkingOfficial? {
        guard let secret = secret(request) else { return nil }
        let (logIn, keeper, now) = (logIn, keeper, now())
        let found = try await store.glance { reader -> SignedIn? in
            guard let session = try logIn.official(of: secret, at: now, reader) else { return nil }
            let force = try keeper.current(reader)
            let standing = try reader.standing(
                of: session.official,
                in: force.office,
                on: force.zone.day(now)
            )
            let isByPIN = try logIn.isByPIN(secret, reader)
            var official = WorkingOfficial(
                id: session.official,
                name: try reader.name(of: session.official) ?? "",
                standing: isByPIN ? standing.byPIN : standing,
                force: force
            )
            official.isByPIN = isByPIN
            let version = try reader.version(of: Stream(OfficialStory.kind, session.official))
            return SignedIn(
                official: official,
                version: version,
                isDueForTouch: session.isDueForTouch
            )
        }
        guard let found else { return nil }
        Footing.current?.stand(
            on: Stream(OfficialStory.kind, found.official.id),
            at: found.version
        )
        if found.isDueForTouch {
            do {
                try await logIn.touch(secret, at: now)
            } catch let error as StoreError where error.kind == .diskFull {
                // Whoever only looks may go on; the session ends a little earlier.
            }
        }
        return found.official
    }

    /// Who asks, and the version of the stream by which they hold their posts.
    private struct SignedIn {
        let official: WorkingOfficial
        let version: Version
        let isDueForTouch: Bool
    }

    /// Sends whoever is not signed in to the log-in, and back here afterwards.
    func toSignIn(_ request: Request, _ context: some SiteContext) throws -> Response {
        let here = request.method == .get ? request.uri.string : "/kerja/kotak"
        return try go(to: Address("/petugas/masuk").with("lalu", here), context)
    }
}

/// An official at work: who, and with which posts.
package struct WorkingOfficial: Sendable {
    let id: OpaqueID
    let name: String
    let standing: Standing
    let force: InForce

    /// Came to a shared desk by PIN: signs nothing without the password.
    var isByPIN = false

    package init(id: OpaqueID, name: String, standing: Standing, force: InForce) {
        self.id = id
        self.name = name
        self.standing = standing
        self.force = force
    }

    /// The duties as decisions about cases ask for them.
    var duties: Duties {
        Duties(
            Actor(id),
            holds: Set(
                standing.seats.flatMap { seat in
                    // Helping people to fill in gives no say in any case.
                    seat.post.duties.subtracting([Self.helperDuty]).compactMap { duty in
                        Code(duty).map { Duties.Holding($0, in: seat.unit.id) }
                    }
                }
            )
        )
    }

    var menu: OfficialMenu { OfficialMenu(for: standing, signs: !signings.isEmpty) }

    /// The visit as this official sees it.
    func visit(_ visit: Visit) -> Visit {
        var visit = visit
        visit.person = Visit.Person(
            name: name,
            home: "/kerja/kotak",
            isOfficial: true,
            menu: menu
        )
        return visit
    }
}
