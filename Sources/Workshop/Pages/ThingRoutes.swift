import Blueprints
import Hummingbird
import Ledger
import Office
import Site
import Stories

// One thing of a blueprint: shown, changed, added, moved, taken out.

extension WorkshopFeature {
    func addThings(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/bagian") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let (bench, slot) = try await self.asked(request.query["di"], context)
                var page = try self.page(of: slot, on: bench)
                try await self.addProofs(to: &page, on: bench)
                page.paper = try await self.paperKind(of: bench.name)
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/bagian") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.save(posted, keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/susun") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.arrange(posted, keeper, context)
            }
        }
        router.get("\(BenchAddress.root)/tambah") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let (bench, slot) = try await self.asked(request.query["di"], context)
                let key = request.query["isi"].map(String.init)
                let adding = try Adding(to: slot, key, on: bench)
                var page = self.page(of: adding, on: bench)
                page.paper = try await self.paperKind(of: bench.name)
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/tambah") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.add(posted, keeper, context)
            }
        }
    }

    /// A page, with whoever is signed in and what is in force around it.
    func answer(
        _ page: some Page,
        to keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        Answer.page(page, for: try visit(context, try await regency(), of: keeper))
    }

    func go(
        to address: Address,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        Answer.redirect(to: address, for: try visit(context, try await regency(), of: keeper))
    }

    private func asked(
        _ slot: (some StringProtocol)?,
        _ context: some SiteContext
    ) async throws -> (Workbench, Slot) {
        guard let slot = Slot(named: slot.map { String($0) }) else { throw WebRefusal.notFound }
        return (try await bench(try BenchAddress(context).name), slot)
    }

    /// The page of a thing; of a part that is not there yet too, to be filled in.
    func page(of slot: Slot, on bench: Workbench) throws -> ThingPage {
        guard let thing = EditedThing(in: bench.tree, at: slot),
            thing.node != nil || bench.mayHave(slot)
        else { throw WebRefusal.notFound }
        let addresses = BenchAddress(bench.name)
        var page = ThingPage(
            addresses: addresses,
            thing: thing,
            controls: FieldControls(thing: thing, conditions: bench.conditions(of: thing)),
            findings: bench.findings(at: slot),
            preview: bench.preview(of: thing),
            back: bench.above(thing)
        )
        page.isReplica = bench.files.isReplica
        page.reason = bench.lastReason
        let translations = TranslationForm(slot, on: bench)
        if thing.node != nil, !translations.texts.isEmpty { page.translations = translations }
        return page
    }

    private func paperKind(of name: Code) async throws -> PaperForms.Kind? {
        try await store.read { try $0.paperKind(of: name) }
    }

    /// A letter and each of its parts show how it comes out on paper.
    private func addProofs(to page: inout ThingPage, on bench: Workbench) async throws {
        let path = page.thing.slot.path
        guard path.first == "letter", path.count > 1,
            let proofs = try await proofs(of: path[1], on: bench).first
        else { return }
        page.findings += proofs.findings
        page.prints = LetterPrints(addresses: page.addresses, proofs: proofs)
    }

    // MARK: Changing

    private func save(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (bench, slot) = try await asked(posted["di"], context)
        var page = try page(of: slot, on: bench)
        let texts = FieldControls.texts(posted, of: page.thing)
        page.reason = FieldText.tidy(posted["alasan"] ?? "")
        page.controls.typed = texts
        // Somebody else may have changed it since the page was shown: theirs is not overwritten
        // unseen, and what this person did not touch stays as it is now.
        var wanted: [Blueprints.ID: String] = [:]
        for item in page.thing.typed {
            guard let text = texts[item.key] else { continue }
            let (new, now) = (FieldText.tidy(text), item.text)
            let seen = FieldText.tidy(posted[ThingPage.before + item.key.text] ?? now)
            if new == seen || new == now { continue }
            if now != seen { page.controls.problems[item.key] = .changedByOther(now) }
            wanted[item.key] = new
        }
        if page.isReplica, page.reason.isEmpty, !wanted.isEmpty {
            page.message = Notice(.danger, .reasonNeeded)
            page.status = 422
            return try await answer(page, to: keeper, context)
        }
        guard page.controls.problems.isEmpty else {
            page.status = 409
            return try await answer(page, to: keeper, context)
        }
        do {
            let why = try await why(page.reason, keeper)
            let edits = page.thing.edits(wanted, why: why)
            try await make(edits, on: bench, by: keeper.standing.official)
        } catch let refusal as EditRefusal {
            page.message = Notice(.danger, Words(refusal.sentence, refusal.sentenceInEnglish))
            page.status = refusal.status
            return try await answer(page, to: keeper, context)
        }
        return try await go(to: page.addresses.thing(slot), keeper, context)
    }

    private func arrange(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (bench, slot) = try await asked(posted["di"], context)
        guard let collection = Adding.collections(in: slot, posted["isi"], on: bench).first else {
            throw WebRefusal.notFound
        }
        let why = try await why(bench.lastReason, keeper)
        let edits: [Edit]
        if let id = posted["naik"] {
            edits =
                collection.moving(.init(id), by: -1, in: bench.tree, why: why).map { [$0] } ?? []
        } else if let id = posted["turun"] {
            edits = collection.moving(.init(id), by: 1, in: bench.tree, why: why).map { [$0] } ?? []
        } else if let id = posted["hapus"] {
            edits = collection.removing(.init(id), in: bench.tree, why: why)
        } else {
            throw WebRefusal.unreadable
        }
        try await make(edits, on: bench, by: keeper.standing.official)
        let addresses = BenchAddress(bench.name)
        let back = slot == .root ? addresses.bench : addresses.thing(slot)
        return try await go(to: back, keeper, context)
    }

    // MARK: Adding

    private func page(of adding: Adding, on bench: Workbench) -> ThingPage {
        let addresses = BenchAddress(bench.name)
        var controls = FieldControls(
            thing: adding.thing,
            conditions: bench.conditions(of: adding.thing)
        )
        controls.isNew = true
        var page = ThingPage(
            addresses: addresses,
            thing: adding.thing,
            controls: controls,
            findings: [],
            back: Link(
                .back,
                adding.parent == .root ? addresses.bench : addresses.thing(adding.parent)
            )
        )
        page.adding = (adding.parent, adding.collection.key)
        page.isReplica = bench.files.isReplica
        page.reason = bench.lastReason
        return page
    }

    private func add(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (bench, slot) = try await asked(posted["di"], context)
        let adding = try Adding(to: slot, posted["isi"], on: bench)
        var page = page(of: adding, on: bench)
        let texts = FieldControls.texts(posted, of: adding.thing)
        page.controls.typed = texts
        page.reason = FieldText.tidy(posted["alasan"] ?? "")
        for item in adding.thing.typed where item.field.isRequired {
            if FieldText.tidy(texts[item.key] ?? "").isEmpty {
                page.controls.problems[item.key] = .mayNotBeEmpty
            }
        }
        if page.isReplica, page.reason.isEmpty { page.message = Notice(.danger, .reasonNeeded) }
        guard page.controls.problems.isEmpty, page.message == nil else {
            page.status = 422
            return try await answer(page, to: keeper, context)
        }
        let why = try await why(page.reason, keeper)
        guard let node = adding.thing.edits(texts, why: why).first?.now else {
            throw WebRefusal.unreadable
        }
        let id = adding.id(of: node, isLocal: bench.files.isReplica)
        let part = adding.collection.part
        let added = adding.collection.slot.child(id)
        let whole = Skeleton.whole(node, as: part)
        let edits =
            [adding.collection.adding(whole, as: id, in: bench.tree, why: why)]
            + Skeleton.inside(part, at: added, in: bench.tree, why: why)
        do {
            try await make(edits, on: bench, by: keeper.standing.official)
        } catch let refusal as EditRefusal {
            page.message = Notice(.danger, Words(refusal.sentence, refusal.sentenceInEnglish))
            page.status = refusal.status
            return try await answer(page, to: keeper, context)
        }
        return try await go(to: page.addresses.thing(added), keeper, context)
    }

    /// The reason, the post and the day of a change.
    func why(_ reason: String, _ keeper: SignedIn) async throws -> Why {
        let post = keeper.standing.seats.first { $0.post.duties.contains("pengelola") }
        let day = try await regency().installation.zone.day(now())
        return Why(
            reason: reason.isEmpty ? Words.changedInWorkshop.indonesian : reason,
            author: post?.post.title ?? keeper.name,
            date: "\(day)"
        )
    }
}

/// Something that is to be added to what stands in a thing.
struct Adding {
    let parent: Slot
    let collection: EditedThing.Collection

    /// The thing to be, at a slot where nothing stands.
    let thing: EditedThing

    init(to slot: Slot, _ key: String?, on bench: Workbench) throws {
        guard let collection = Self.collections(in: slot, key, on: bench).first,
            let thing = EditedThing(in: bench.tree, at: collection.slot.child("@baru"))
        else { throw WebRefusal.notFound }
        parent = slot
        self.collection = collection
        self.thing = thing
    }

    /// What stands under a key of a thing, or of the blueprint itself.
    static func collections(
        in slot: Slot,
        _ key: String?,
        on bench: Workbench
    ) -> [EditedThing.Collection] {
        guard let key else { return [] }
        if slot == .root {
            return EditedThing.Collection(.init(key), of: bench.tree).map { [$0] } ?? []
        }
        guard let above = EditedThing(in: bench.tree, at: slot), above.node != nil else {
            return []
        }
        return above.collections.filter { $0.key.text == key }
    }

    /// A new id, made from what people call it.
    func id(of node: Tree, isLocal: Bool) -> Blueprints.ID {
        let taken = Set(thing.tree[at: collection.slot]?.ids ?? [])
        let name = Naming.name(of: node, id: nil) ?? PartName.of(collection.part).indonesian
        let word = Blueprints.ID.made(from: name, besides: taken, isLocal: isLocal)
        // Services and letters have dashes in their addresses; the others stand in formulas.
        let isInAddress = collection.part == .service || collection.part == .letter
        return isInAddress && !isLocal ? .init(word.text.replacing("_", with: "-")) : word
    }
}

extension Workbench {
    /// Whether a part may stand there that nobody has filled in: the legal limit of a step.
    func mayHave(_ slot: Slot) -> Bool {
        guard let above = EditedThing(in: tree, at: slot.parent), above.node != nil else {
            return false
        }
        return above.records.contains { $0.slot == slot }
    }

    /// What may be chosen as the condition of a question.
    func conditions(of thing: EditedThing) -> Conditions? {
        guard thing.part == .question, thing.slot.path.first == "service",
            let service = tree[at: Slot(Array(thing.slot.path.prefix(2)))]
        else { return nil }
        return Conditions(of: service, before: thing.slot.last)
    }

    /// The screen on which a thing of a form stands.
    func preview(of thing: EditedThing) -> Address? {
        guard thing.slot.path.first == "service", thing.slot.path.count > 1 else { return nil }
        let addresses = BenchAddress(name)
        let service = thing.slot.path[1]
        switch thing.part {
        case .question: return addresses.preview(service, question: thing.slot.last)
        case .page:
            let first = thing.collections.flatMap(\.items).first?.id
            return addresses.preview(service, question: first)
        case .service: return addresses.preview(service, question: nil)
        case .blueprint, .mark, .standard, .privacy, .member, .check, .step, .legal, .action,
            .record,
            .outcome, .notice, .reply, .register, .bringing, .source, .rule, .letter, .block,
            .translations, .example,
            .act, .expectation, .renames, .rename, .mapping, .overlay, .entry, .lock,
            .lockedPackage, .credit,
            .regency, .theme, .target, .protection, .unit, .post, .calendar, .holiday,
            .officeHours, .specialHours:
            return nil
        }
    }

    /// The way back to what a thing stands in.
    func above(_ thing: EditedThing) -> Link {
        let addresses = BenchAddress(name)
        if let parent = thing.node?[.place]?.text, let kind = Self.parents[thing.part] {
            let slot = Slot(Array(thing.slot.path.prefix(2)) + [kind, Blueprints.ID(parent)])
            if let above = EditedThing(in: tree, at: slot), above.node != nil {
                return Link(
                    Naming.thing(above.part, above.node, id: slot.last),
                    addresses.thing(slot)
                )
            }
        }
        var slot = thing.slot.parent
        while slot.path.count > 1 {
            if let above = EditedThing(in: tree, at: slot) {
                return Link(
                    Naming.thing(above.part, above.node, id: slot.last),
                    addresses.thing(slot)
                )
            }
            slot = slot.parent
        }
        return Link(Words(name.text, name.text), addresses.bench)
    }

    private static let parents: [Part: Blueprints.ID] = [.question: "page", .action: "step"]

    /// The reason that was given last in this draft.
    var lastReason: String {
        guard let bytes = draft?.changes.last?.edits else { return "" }
        let file = SourceFile(path: FileKind.overlay.location, bytes: bytes)
        let reason = readBlueprint([file], at: "").overlay?.edits.first?.why.reason ?? ""
        return reason == Words.changedInWorkshop.indonesian ? "" : reason
    }
}
