import Blueprints
import Exchange
import Hummingbird
import Office
import Site
import Stories

// The English of a blueprint: what is missing, what is of other words, and each thing's own.

extension WorkshopFeature {
    func addTranslations(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/terjemahan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let bench = try await self.bench(try BenchAddress(context).name)
                return try await self.answer(TranslationsPage(bench: bench), to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/terjemahan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.translate(posted, keeper, context)
            }
        }
    }

    private func translate(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let bench = try await bench(try BenchAddress(context).name)
        guard let slot = Slot(named: posted["di"]) else { throw WebRefusal.notFound }
        var page = try page(of: slot, on: bench)
        guard var form = page.translations else { throw WebRefusal.notFound }
        form.reason = FieldText.tidy(posted["alasan-terjemahan"] ?? "")
        let why = try await why(form.reason, keeper)
        var edits: [Edit] = []
        for text in form.texts {
            let name = TranslationForm.name(of: text, in: slot)
            guard let sent = posted[name],
                let seen = Self.digest(posted[TranslationForm.source + name], of: text)
            else { continue }
            let new = FieldText.tidy(sent)
            let before = posted[TranslationForm.before + name] ?? ""
            form.typed[name] = new
            let fits = posted[TranslationForm.fits + name] != nil
            guard (new.isEmpty ? "" : TranslationForm.mark(new)) != before || fits else {
                continue
            }
            let now = text.text ?? ""
            if (now.isEmpty ? "" : TranslationForm.mark(now)) != before, now != new {
                form.problems[name] = .changedByOther(now)
            }
            edits += text.edits(saying: new, of: seen, in: bench.tree, why: why)
        }
        if bench.files.isReplica, form.reason.isEmpty, !edits.isEmpty {
            form.problems["alasan-terjemahan"] = .reasonNeeded
        }
        guard form.problems.isEmpty else {
            page.translations = form
            page.status = 422
            return try await answer(page, to: keeper, context)
        }
        try await make(edits, on: bench, by: keeper.standing.official)
        return try await go(to: page.addresses.thing(slot), keeper, context)
    }

    /// The digest of the words that somebody saw; of none that are there where they have changed
    /// since, so that the translation is one to be looked at.
    private static func digest(_ mark: String?, of text: TranslatedText) -> String? {
        guard let mark, mark.utf8.count == 12, mark.utf8.allSatisfy(isHexadecimal) else {
            return nil
        }
        let now = ContentDigest.of(Array(text.source.utf8))
        return now.hasPrefix(mark) ? now : mark + String(repeating: "0", count: 52)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}

/// What of a blueprint has no English, or English of other words, each with the way there.
struct TranslationsPage: Page {
    let bench: Workbench

    private var addresses: BenchAddress { BenchAddress(bench.name) }

    var frame: Frame {
        Frame(width: .page, back: Link(Words(bench.name.text), addresses.bench))
    }

    func title(for visit: Visit) -> String { Words.textsInEnglish.text(in: visit.language) }

    func body(_ html: HTML) {
        let open = bench.untranslated
        html(.h1, .textsInEnglish)
        html(Paragraphs(.englishWhat))
        list(.englishStaleOnes, open.stale, html)
        list(.englishMissingOnes, open.missing, html)
        if open.stale.isEmpty, open.missing.isEmpty { html(Notice(.done, .englishIsWhole)) }
    }

    private func list(_ heading: Words, _ texts: [TranslatedText], _ html: HTML) {
        guard !texts.isEmpty else { return }
        html(.h2, heading.map { "\($0) (\(texts.count))" })
        html(.ul) {
            for text in texts {
                html(.li) {
                    if let thing = text.slot.thingWithPage {
                        html(.a, text.source, .href(addresses.thing(thing)), .lang(.indonesian))
                    } else {
                        html(.span, text.source, .lang(.indonesian))
                    }
                    if let old = text.text { html(.small, " \(old)", .lang(.english)) }
                }
            }
        }
    }
}

extension Workbench {
    /// The texts whose English is of other words, and those that have none.
    var untranslated: (stale: [TranslatedText], missing: [TranslatedText]) {
        let all = tree.translatedTexts(into: .english)
        let states = all.map { ($0, $0.state(ContentDigest.of)) }
        return (
            states.filter { $0.1 == .stale }.map(\.0), states.filter { $0.1 == .missing }.map(\.0)
        )
    }
}

extension Slot {
    /// The nearest thing that has a page; of a translation, of what it translates.
    var thingWithPage: Slot? {
        var slot = path.first == "text" ? Slot(Array(path.dropFirst(2))) : self
        while !slot.path.isEmpty {
            if case .part? = Shape.meaning(of: slot) { return slot }
            slot = slot.parent
        }
        return nil
    }
}
