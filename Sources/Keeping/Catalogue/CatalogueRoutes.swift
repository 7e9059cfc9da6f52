import Hummingbird
import Ledger
import Office
import Site
import Stories

// Services and their publications: seen, switched, published by two people.

extension KeepingFeature {
    private var publications: PublicationsDesk { PublicationsDesk(store: store) }

    func addCatalogue(to router: Router<some SiteContext>) {
        router.get("kelola/layanan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let isDone = request.query["pesan"] == "simpan"
                return try await self.catalogue(isDone, keeper, context)
            }
        }
        router.get("kelola/layanan/terbit") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let told = request.query["folder"].flatMap {
                    FolderAfterPublishing(rawValue: String($0))
                }
                return try await self.publishing(Self.name(request), told, keeper, context)
            }
        }
        for (path, deed) in [("minta", Deed.ask), ("setujui", .approve), ("tolak", .decline)] {
            router.post("kelola/layanan/\(path)") { request, context in
                try await self.surroundings.keeper(request, context) { keeper in
                    let posted = try await Posted.read(request, in: context)
                    return try await self.publish(deed, posted, keeper, context)
                }
            }
        }
        addVersions(to: router)
        addFolder(to: router)
        router.get("kelola/layanan/matikan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let id = request.query["layanan"].flatMap { Code(String($0)) }
                guard let id else { throw PublicationRefusal.unknownService }
                let page = Self.switchingOff(id, reason: "", error: nil)
                let regency = try await self.regency()
                return Answer.page(page, for: try self.visit(context, regency, of: keeper))
            }
        }
        for (path, isOff) in [("matikan", true), ("nyalakan", false)] {
            router.post("kelola/layanan/\(path)") { request, context in
                try await self.surroundings.keeper(request, context) { keeper in
                    let posted = try await Posted.read(request, in: context)
                    return try await self.turn(posted, isOff: isOff, keeper, context)
                }
            }
        }
    }

    private enum Deed: Sendable { case ask, approve, decline }

    private static func name(_ request: Request) throws -> Code {
        guard let name = request.query["nama"].flatMap({ Code(String($0)) }) else {
            throw PublicationRefusal.unknownService
        }
        return name
    }

    /// What is in force of each publication.
    private func inForce() async throws -> [Code: (edition: Edition, off: Set<Code>, at: Instant)] {
        try await store.read { reader in
            var found: [Code: (edition: Edition, off: Set<Code>, at: Instant)] = [:]
            for edition in try reader.editions() {
                let stream = PublicationsDesk.stream(of: edition.name)
                guard found[edition.name] == nil else { continue }
                let state = try reader.state(of: stream, as: PublicationStory.self).state
                guard let current = state.current else { continue }
                let at = try reader.editions().last { $0.name == edition.name }?.at ?? edition.at
                found[edition.name] = (current, state.switchedOff, at)
            }
            return found
        }
    }

    private func catalogue(
        _ isDone: Bool,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await regency()
        let current = try await inForce()
        let requests = try await store.read { reader in try reader.publishRequests() }
        let drafts = Dictionary(
            try await workshop.drafts().map { ($0.name, $0) }
        ) { first, _ in first }
        let names = Set(current.keys).union(drafts.keys).sorted()
        let parts = names.map { name -> CataloguePage.Part in
            let found = current[name]
            let since = found.map { regency.installation.zone.day($0.at) }
            return CataloguePage.Part(
                name: name,
                version: found?.edition.version.text ?? "-",
                since: since.map { DateWords.longDate($0) } ?? Words("-", "-"),
                state: requests[name] != nil
                    ? StatusTag(.waitsTag, .info)
                    : Self.state(of: drafts[name], found?.edition)
            )
        }
        let services = current.flatMap { name, found in
            found.edition.services.map { id -> CataloguePage.Service in
                let isOff = found.off.contains(id)
                let published = regency.published(id)
                return CataloguePage.Service(
                    id: id,
                    part: name,
                    title: published?.title ?? Words(id.text, id.text),
                    state: Self.state(isOff: isOff, isElsewhere: published?.elsewhere != nil),
                    isOff: isOff,
                    isElsewhere: published?.elsewhere != nil
                )
            }
        }
        let page = CataloguePage(
            parts: parts,
            services: services.sorted { $0.title.indonesian < $1.title.indonesian },
            message: isDone ? Words("Perubahan langsung berlaku.", "In force at once.") : nil
        )
        return Answer.page(page, for: try visit(context, regency, of: keeper))
    }

    /// A signpost that was switched off is off: nobody is shown the way any more.
    private static func state(isOff: Bool, isElsewhere: Bool) -> StatusTag {
        if isOff { return StatusTag(.switchedOffTag, .attention) }
        return isElsewhere ? StatusTag(.elsewhereTag, .info) : StatusTag(.openTag, .done)
    }

    private static func state(of draft: DraftedPart?, _ edition: Edition?) -> StatusTag {
        guard let draft else { return StatusTag(.notInFolder, .attention) }
        if PublicationsDesk.digest(of: draft.bytes) == edition?.content {
            return StatusTag(.sameAsInForce, .done)
        }
        return draft.hasErrors
            ? StatusTag(.draftFaulty, .danger) : StatusTag(.draftDiffers, .attention)
    }

    private func publishing(
        _ name: Code,
        _ told: FolderAfterPublishing?,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await regency()
        let current = try await inForce()[name]?.edition
        let draft = try await workshop.drafts().first { $0.name == name }
        let (old, request, asked, asker) = try await store.read { reader in
            let request = try reader.publishRequests()[name]
            return (
                try current.flatMap { try reader.content($0.content) } ?? [],
                request,
                try request.flatMap { try reader.content($0.content) } ?? [],
                try request.flatMap { try reader.name(of: $0.asker) } ?? ""
            )
        }
        guard current != nil || draft != nil || request != nil else {
            throw PublicationRefusal.unknownService
        }
        var page = PublishingPage(
            name: name,
            inForce: current?.version,
            draft: draft,
            differences: draft.map { workshop.differences(name, old, $0.bytes) } ?? [],
            isSame: draft.map { PublicationsDesk.digest(of: $0.bytes) == current?.content } ?? true
        )
        page.versions = try await versions(of: name)
        page.told = told
        page.isBehind =
            draft.map { draft in
                let digest = PublicationsDesk.digest(of: draft.bytes)
                return !page.isSame && page.versions.contains { $0.edition.content == digest }
            } ?? false
        page.services = (current?.services ?? []).compactMap { id in
            regency.published(id).flatMap { $0.elsewhere == nil ? (id, $0.title) : nil }
        }
        if let request {
            let zone = regency.installation.zone
            page.request = PublishingPage.Request(
                version: request.version,
                content: hexadecimal(request.content.digest),
                asker: asker,
                at: DateWords.longDate(zone.day(request.at)),
                isOwn: request.asker == keeper.id,
                differences: workshop.differences(name, old, asked)
            )
        }
        return Answer.page(page, for: try visit(context, regency, of: keeper))
    }

    private func publish(
        _ deed: Deed,
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let name = posted["nama"].flatMap({ Code($0) }),
            let digest = posted["isi"].flatMap({ bytes(hexadecimal: $0) }), digest.count == 32
        else { throw PublicationRefusal.nothingAsked }
        let (content, actor) = (Public(digest: digest), keeper.standing.official)
        switch deed {
        case .ask:
            // What is published is what was looked at: the folder may have changed since.
            guard let draft = try await workshop.drafts().first(where: { $0.name == name }),
                PublicationsDesk.digest(of: draft.bytes) == content
            else { throw PublicationRefusal.nothingAsked }
            guard !draft.hasErrors else { throw PublicationRefusal.draftFaulty }
            let edition = Edition(
                name: name,
                version: draft.version,
                content: content,
                services: draft.services
            )
            try await publications.handle(
                .ask(edition, by: actor),
                on: name,
                content: [draft.bytes],
                at: now(),
                by: actor
            )
        case .approve:
            try await publications.handle(
                .approve(content, by: actor),
                on: name,
                at: now(),
                by: actor
            )
            return try await bringUp(name, keeper, context)
        case .decline:
            try await publications.handle(.decline, on: name, at: now(), by: actor)
        }
        let visit = try visit(context, try await regency(), of: keeper)
        let page = Address("/kelola/layanan/terbit").with("nama", name.text)
        return Answer.redirect(to: page, for: visit)
    }

    private static func switchingOff(_ id: Code, reason: String, error: Words?) -> FormPage {
        var page = FormPage(
            .switchOff,
            Form(
                to: "/kelola/layanan/matikan",
                [
                    Field("alasan", .whyOff, hint: .whyOffHint, .longText(reason, most: 500))
                        .with(error: error)
                ],
                hidden: [("layanan", id.text)],
                buttons: [Button(.switchOff, .danger)]
            ),
            back: Link(.services, "/kelola/layanan")
        )
        if error != nil { page.frame.status = 422 }
        return page
    }

    private func turn(
        _ posted: Posted,
        isOff: Bool,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await regency()
        guard let id = posted["layanan"].flatMap({ Code($0) }),
            let name = try await inForce().first(where: {
                $0.value.edition.services.contains(id)
            })?.key
        else { throw PublicationRefusal.unknownService }
        let reason = String((posted["alasan"] ?? "").prefix(500))
        if isOff, reason.allSatisfy(\.isWhitespace) {
            let missing = PublicationRefusal.reasonMissing
            let words = Words(missing.sentence, missing.sentenceInEnglish)
            let page = Self.switchingOff(id, reason: reason, error: words)
            return Answer.page(page, for: try visit(context, regency, of: keeper))
        }
        let words = Array(reason.utf8)
        try await publications.handle(
            isOff
                ? .switchOff(service: id, reason: PublicationsDesk.digest(of: words))
                : .switchOn(service: id),
            on: name,
            content: isOff ? [words] : [],
            at: now(),
            by: keeper.standing.official
        )
        return Answer.redirect(
            to: Address("/kelola/layanan").with("pesan", "simpan"),
            for: try visit(context, regency, of: keeper)
        )
    }
}
