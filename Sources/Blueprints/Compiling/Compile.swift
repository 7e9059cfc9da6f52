import Feel

/// What a compilation is measured against.
package struct CompileGround: Sendable {
    /// The blueprints that are installed here beside this one.
    package let installed: [Blueprint]

    package let purpose: Purpose

    /// What features of the program read from registers.
    package let needs: [RegisterNeed]

    /// SHA-256 in hexadecimal digits.
    ///
    /// It is handed in, because this target knows no cryptography.
    package let digest: @Sendable ([UInt8]) -> String

    package init(
        installed: [Blueprint] = [],
        purpose: Purpose = .drafting,
        needs: [RegisterNeed] = [],
        digest: @escaping @Sendable ([UInt8]) -> String
    ) {
        self.installed = installed
        self.purpose = purpose
        self.needs = needs
        self.digest = digest
    }

    /// What the result is for, which says what is asked of it.
    package enum Purpose: Sendable {
        case drafting

        /// No hole may be open and no example missing.
        case publishing

        /// It was published before, and so was asked every rule of meaning by the program of that
        /// day. A rule that came later does not take away what cases are on.
        case running
    }
}

/// What a folder came to: a blueprint, or everything that keeps it from being one.
package struct Compiled: Sendable {
    /// Nil where there is any error; never half a blueprint.
    package let blueprint: Blueprint?

    /// All at once, those of reading among them, by place.
    package let diagnostics: [Diagnostic]

    /// The tree with the regency's own edits and fillings in it.
    package let tree: Tree
}

/// Turns a folder that was read into a blueprint.
///
/// First the overlay is laid over the tree, then every expression is read and every rule of
/// meaning asked. Only a tree without errors is put together.
package func compile(_ folder: ReadFolder, on ground: CompileGround) -> Compiled {
    let overlaid = Overlaid(folder, digest: ground.digest)
    let draft = Draft(
        folder,
        overlaid,
        required: ground.installed.flatMap(\.registers)
    )
    let translations = Translations(draft, digest: ground.digest)
    let services = draft.services.map { service in
        var reader = FormulaReader(service, in: draft)
        return (service, reader.readAll())
    }
    var found =
        folder.diagnostics + overlaid.diagnostics + translations.diagnostics
        + services.flatMap(\.1.diagnostics)
    switch ground.purpose {
    case .drafting, .publishing:
        found += unusedRules(draft, services.map(\.1))
        found += SemanticRule.all.flatMap { $0.check(draft) }
        found += RegisterNeeds.check(draft, ground.needs)
        found += Requirements.check(draft, installed: ground.installed) + overlaid.advice
    case .running: break
    }
    let diagnostics = found.map { $0.strict(ground.purpose == .publishing) }.inOrder
    var blueprint: Blueprint?
    if !diagnostics.hasErrors {
        blueprint = assemble(draft, services, translations, digest: ground.digest)
    }
    return Compiled(blueprint: blueprint, diagnostics: diagnostics, tree: overlaid.tree)
}

/// A rule that no expression reads is checked against nothing, and does nothing.
private func unusedRules(_ draft: Draft, _ services: [ReadService]) -> [Diagnostic] {
    let used = Set(services.flatMap(\.touchedRules))
    return draft.rules.filter { !used.contains($0.id) }.map { rule in
        draft.diagnostic(
            .ruleUnused,
            at: rule.slot,
            "Aturan \"\(rule.id)\" tidak dipakai di rumus mana pun.",
            fix: "Sebutkan namanya di sebuah rumus, atau hapus berkas ini."
        )
    }
}

private func assemble(
    _ draft: Draft,
    _ services: [(ServiceDraft, ReadService)],
    _ translations: Translations,
    digest: ([UInt8]) -> String
) -> Blueprint? {
    guard let node = draft.blueprint, let publisher = node.text("publisher"),
        let name = node.word("name")
    else { return nil }
    let blueprint = BlueprintName(publisher: publisher, name: name)
    let published = services.compactMap { service, read -> PublicService? in
        let reach = reach(of: service, read: read, in: draft)
        return Assembly(
            draft: draft,
            service: service,
            read: read,
            translations: translations,
            blueprint: blueprint
        ).publicService(digest: digest(reachableBytes(of: reach, in: draft)), reach: reach)
    }
    guard published.count == services.count else { return nil }
    return Blueprint(
        name: blueprint,
        version: node.text("version") ?? "",
        title: translations.words(node["title"]) ?? Words(name.inWords.capitalizedFirst),
        licence: node.text("licence") ?? "",
        services: published,
        registers: registers(draft, translations, blueprint),
        examples: draft.examples.compactMap(Example.init),
        imports: draft.imports.compactMap { ImportMapping($0, translations) },
        openHoles: draft.root.tree.holeNames,
        acceptsOldFor: node.text("accept_old_until").flatMap(TimeSpan.days)
            ?? Blueprint.usualAcceptance,
        moves: draft.moves,
        digest: digest(draft.root.tree.canonicalBytes)
    )
}

private func registers(
    _ draft: Draft,
    _ translations: Translations,
    _ blueprint: BlueprintName
) -> [Register] {
    draft.registers.map { node in
        let assembly = Assembly(
            draft: draft,
            service: ServiceDraft(node),
            read: ReadService(),
            translations: translations,
            blueprint: blueprint
        )
        return Register(
            id: node.id,
            title: translations.words(node["title"]) ?? Words(node.id.inWords.capitalizedFirst),
            fields: node.things("fields").compactMap {
                assembly.question(QuestionDraft($0), page: "")
            },
            unique: node.texts("unique").map { ID($0) },
            keepers: Register.Keepers(
                byHand: node.word("kept_by"),
                fromFiles: node.word("brought_by")
            ),
            keeping: KeepingOfRecords(
                basis: node.text("basis").flatMap(PersonalData.Basis.init(rawValue:)),
                keep: node.text("keep").flatMap { KeepingTime($0) },
                fate: node.text("fate").flatMap(PersonalData.Fate.init(rawValue:)),
                rules: assembly.list(node["keep_basis"])
            )
        )
    }
}

/// Where everything stands that a service reaches: its own part, its letters, rules and registers.
private func reach(of service: ServiceDraft, read: ReadService, in draft: Draft) -> [Slot] {
    let letters = Set(service.actions.compactMap { $0.word("letter") })
    let registers = Set(service.actions.compactMap { $0["record"]?.word("in") })
    let reached =
        [service.node.slot]
        + draft.letters.filter { letters.contains($0.id) }.map(\.slot)
        + draft.rules.filter { read.touchedRules.contains($0.id) }.map(\.slot)
        + draft.registers.filter { registers.contains($0.id) }.map(\.slot)
    return reached.sorted()
}

/// The bytes of everything that a service reaches, with the translations of all of it: what
/// changes elsewhere gives the service no new version.
private func reachableBytes(of reached: [Slot], in draft: Draft) -> [UInt8] {
    var parts: [Tree] = []
    for slot in reached {
        guard let part = draft.root.tree[at: slot] else { continue }
        parts.append(.atom([.text(slot.description), part]))
    }
    for language in draft.root.things("text") {
        for slot in reached {
            let there = Slot(language.slot.path + slot.path)
            guard let part = draft.root.tree[at: there] else { continue }
            parts.append(.atom([.text(there.description), part]))
        }
    }
    return Tree.atom(parts).canonicalBytes
}

extension Diagnostic {
    /// The same, as an error where publishing forbids what a draft may have.
    fileprivate func strict(_ isPublishing: Bool) -> Diagnostic {
        guard isPublishing, severity == .warning,
            SemanticCode(rawValue: code)?.forbidsPublishing == true
        else { return self }
        return Diagnostic(
            code: code,
            severity: .error,
            place: place,
            sentence: sentence,
            fix: fix,
            notes: notes
        )
    }
}
