import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Computers that officials share: made one, changed at by PIN, and what a PIN does not open.

extension ServicesFeature {
    func addSharedDesk(to router: Router<some SiteContext>) {
        router.get("kerja/ganti") { request, context in
            try await self.atWork(request, context) { official in
                let desk = try await self.desk(context, official)
                return try self.answer(
                    desk.switchPage(chosen: nil, error: nil),
                    to: official,
                    context
                )
            }
        }
        router.post("kerja/ganti") { request, context in
            try await self.atWork(request, context) { official in
                let posted = try await Posted.read(request, in: context)
                return try await self.change(posted, official, request, context)
            }
        }
        router.get("kerja/meja") { request, context in
            try await self.atWork(request, context) { official in
                var page = try await self.desk(context, official).page
                if request.query["pesan"] != nil { page.message = .pinKept }
                return try self.answer(page, to: official, context)
            }
        }
        router.post("kerja/meja") { request, context in
            try await self.atWork(request, context) { official in
                let posted = try await Posted.read(request, in: context)
                return try await self.share(posted, official, request, context)
            }
        }
        router.post("kerja/meja/pin") { request, context in
            try await self.atWork(request, context) { official in
                let posted = try await Posted.read(request, in: context)
                return try await self.setPIN(posted, official, context)
            }
        }
        router.get("kerja/sandi") { request, context in
            try await self.atWork(request, context) { official in
                let then = request.query["lalu"].map(String.init) ?? "/kerja/kotak"
                let page = PasswordAgainPage(
                    then: Address("/petugas/masuk").with("lalu", then)
                )
                return try self.answer(page, to: official, context)
            }
        }
    }

    private func desk(
        _ context: some SiteContext,
        _ official: WorkingOfficial
    ) async throws -> SharedDesk {
        let (logIn, day, device) = (logIn, official.force.zone.day(now()), context.device)
        return try await store.glance { reader in
            let people = try logIn.people(atDesk: device, on: day, reader)
            return SharedDesk(
                official: official,
                unit: try logIn.unit(ofDesk: device, reader),
                hasPIN: try logIn.hasPIN(official.id, reader),
                people: try people.filter { $0 != official.id }.map { id in
                    SharedDesk.Person(id: id, name: try reader.name(of: id) ?? "")
                }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            )
        }
    }

    private func change(
        _ posted: Posted,
        _ official: WorkingOfficial,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let desk = try await desk(context, official)
        let chosen = posted["petugas"].flatMap { OpaqueID($0) }
        guard let chosen, let before = secret(request) else {
            return try answer(
                desk.switchPage(chosen: nil, error: .choosePerson),
                to: official,
                context
            )
        }
        do {
            let secret = try await logIn.change(
                to: chosen,
                (posted["pin"] ?? "").filter { !$0.isWhitespace },
                from: before,
                at: DeskNow(context.device, official.force.zone.day(now()), now())
            )
            var response = try go(to: "/kerja/kotak", context)
            response.headers.append(sessionCookie(secret.cookie, seconds: 12 * 3600))
            return response
        } catch let refusal as OfficeRefusal {
            var page = desk.switchPage(
                chosen: chosen,
                error: Words(refusal.sentence, refusal.sentenceInEnglish)
            )
            page.frame.status = refusal.status
            return try answer(page, to: official, context)
        }
    }

    private func share(
        _ posted: Posted,
        _ official: WorkingOfficial,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        guard !official.isByPIN, let secret = secret(request) else {
            return try go(to: Address("/kerja/sandi").with("lalu", "/kerja/meja"), context)
        }
        if posted["berhenti"] != nil {
            try await logIn.unshare(context.device)
            return try go(to: "/kerja/meja", context)
        }
        guard let unit = posted["unit"].flatMap({ Code($0) }),
            official.standing.units.contains(unit)
        else {
            var page = try await desk(context, official).page
            page.unitError = .chooseUnit
            return try answer(page, to: official, context)
        }
        let day = official.force.zone.day(now())
        try await logIn.share(context.device, as: unit, by: secret, on: day, at: now())
        return try go(to: "/kerja/meja", context)
    }

    private func setPIN(
        _ posted: Posted,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let desk = try await desk(context, official)
        // Only at a desk, and only by who proved with the password who they are.
        guard !official.isByPIN, desk.unit != nil else {
            return try go(to: Address("/kerja/sandi").with("lalu", "/kerja/meja"), context)
        }
        do {
            try await logIn.setPIN(
                (posted["pin"] ?? "").filter { !$0.isWhitespace },
                of: official.id
            )
            return try go(to: Address("/kerja/meja").with("pesan", "pin"), context)
        } catch let refusal as OfficeRefusal {
            var page = desk.page
            page.pinError = Words(refusal.sentence, refusal.sentenceInEnglish)
            return try answer(page, to: official, context)
        }
    }

    /// Where a PIN does not do: the password is asked for, and the way leads back.
    func passwordFirst(_ deed: CaseDeed, _ opened: OpenedCase, _ context: some SiteContext) throws
        -> Response?
    {
        guard opened.official.isByPIN, deed.signs,
            let word = context.parameters.get("tindakan")
        else { return nil }
        let here = "/kerja/perkara/\(opened.loaded.subject.tracking.digits)/\(word)"
        return try go(to: Address("/kerja/sandi").with("lalu", here), context)
    }
}

extension CaseDeed {
    /// Whether it brings a letter into the world, or says that one is signed.
    var signs: Bool {
        switch self {
        case .act(let action): action.letter != nil
        case .scan, .void: true
        case .take, .assign, .giveBack, .note, .consult, .advise, .reopen, .answerObjection,
            .withdraw, .tell, .openField, .snooze, .link, .pay, .unlink, .undoPayment:
            false
        }
    }
}

extension Standing {
    /// Without what a PIN does not open: publishing, and looking after the installation.
    var byPIN: Standing {
        Standing(
            official: official,
            seats: seats.map { seat in
                let post = seat.post
                return Seat(
                    post: OfficePost(
                        id: post.id,
                        title: post.title,
                        unit: post.unit,
                        duties: post.duties.subtracting([
                            "pimpinan", "pengelola", "redaksi", "pelindung-data",
                            "kerja-sama",
                        ])
                    ),
                    unit: seat.unit,
                    capacity: seat.capacity
                )
            }
        )
    }
}
