import Blueprints
import Cases
import Feel
import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// The letter: its print for signing, and the page behind its QR.

extension ServicesFeature {
    func addLetters(to router: Router<some SiteContext>) {
        router.get("v/:kode") { _, context in try await self.verify(context) }
        router.get("kerja/perkara/:nomor/surat.pdf") { request, context in
            try await self.working(request, context) { opened in
                guard opened.seesApplicant else { throw ServiceRefusal.nameIsSecret }
                guard opened.mayDecide else { throw ServiceRefusal.onlyAdvises }
                return Answer.pdf(
                    try LetterPress.pdf(of: try await self.letterSheet(of: opened)),
                    name: "surat-\(opened.loaded.subject.tracking).pdf"
                )
            }
        }
    }

    /// The numbered letter for signing; before it has a number, a draft that says KONSEP.
    func letterSheet(of opened: OpenedCase) async throws -> LetterSheet {
        let open = opened.loaded.state.openLetter
        let loaded =
            if let open {
                try await store.glance { try $0.asNumbered(open, opened.loaded, opened.force) }
            } else { opened.loaded }
        let template =
            open.map { ID($0.template.text) }
            ?? loaded.service.steps.lazy
            .filter { $0.id.text == loaded.state.place?.step.text }
            .flatMap(\.actions).compactMap(\.letter).first
        guard let template, let letter = loaded.service.letters[template] else {
            throw WebRefusal.notFound
        }
        var drafting = LetterDrafting(
            letter: letter,
            loaded: loaded,
            force: opened.force,
            signer: try await signer(letter, opened)
        )
        if let open {
            let day = try await store.read { reader in
                try reader.row("SELECT day FROM letters WHERE code = \(open.code)")?.text("day")
            }
            drafting.numbered = LetterDrafting.Numbered(
                number: open.number.text,
                day: day.flatMap { Day($0) } ?? opened.force.zone.day(now()),
                link: try link(letter, open.code, loaded, opened.force).content
            )
        }
        return drafting.sheet(at: now())
    }

    func link(
        _ letter: Letter,
        _ code: OpaqueID,
        _ loaded: LoadedCase,
        _ force: InForce
    ) -> LetterLink {
        LetterLink(
            base: force.installation.base,
            code: code,
            facts: letter.shown(of: loaded, in: force),
            keys: keys
        )
    }

    /// Who signs: the holder of the duty in the case's unit, a deputy where there is none.
    private func signer(_ letter: Letter, _ opened: OpenedCase) async throws
        -> LetterDrafting.Signer
    {
        let unit = opened.loaded.state.place?.unit ?? opened.loaded.subject.owner
        let posts = opened.force.office.posts(with: letter.signer.text, in: unit)
        let today = opened.force.zone.day(now())
        let serving = try await officials.list()
        for capacity in Capacity.allCases {
            for post in posts {
                let holder = serving.first { official in
                    official.holdings.contains {
                        $0.post == post.id && $0.capacity == capacity && $0.isHeld(on: today)
                    }
                }
                if let holder {
                    return LetterDrafting.Signer(
                        title: capacity.prefix + post.title,
                        name: holder.name,
                        nip: holder.nip?.description
                    )
                }
            }
        }
        return LetterDrafting.Signer(title: posts.first?.title ?? "", name: "")
    }

    private struct FoundLetter: Sendable {
        let loaded: LoadedCase
        let force: InForce
        let letter: CaseLetter
        let day: Day
    }

    /// What the record says of the letter with this code.
    private func verify(_ context: some SiteContext) async throws -> Response {
        guard let code = context.parameters.get("kode").flatMap({ OpaqueID($0) }) else {
            throw WebRefusal.notFound
        }
        let keeper = keeper
        let found = try await store.glance { reader -> FoundLetter? in
            let row = try reader.row("SELECT case_id, day FROM letters WHERE code = \(code)")
            guard let row, let day = Day(try row.text("day")) else { return nil }
            let force = try keeper.current(reader)
            guard let loaded = try reader.load(CaseID(try row.id("case_id")), force),
                let letter = loaded.state.letters.first(where: { $0.code == code })
            else { return nil }
            return FoundLetter(
                loaded: try reader.asNumbered(letter, loaded, force),
                force: force,
                letter: letter,
                day: day
            )
        }
        guard let found else { throw WebRefusal.notFound }
        return try answer(page(of: found), context)
    }

    private func page(of found: FoundLetter) -> VerifyPage {
        let unit = found.loaded.state.place?.unit ?? found.loaded.subject.owner
        var facts: [(name: Words, value: Inline)] = [
            (.letterNumber, .number(found.letter.number.text)),
            (.letterDate, .words(DateWords.longDate(found.day))),
            (.issuedBy, .text(found.force.office.unit(unit)?.name ?? found.force.regency.name)),
        ]
        let notice: Notice
        switch found.letter.fate {
        case .voided: notice = Notice(.danger, .verifyVoided)
        case .numbered: notice = Notice(.attention, .verifyWaiting)
        case .signed where found.loaded.answers == nil: notice = Notice(.info, .verifyErased)
        case .signed:
            notice = Notice(.done, .verifySigned)
            let template = ID(found.letter.template.text)
            // Whoever finds the paper of a secret request learns nothing here about its applicant.
            if !found.loaded.subject.isSecret,
                let letter = found.loaded.service.letters[template]
            {
                facts += letter.shown(of: found.loaded, in: found.force).map {
                    (Words($0.label), .text($0.value))
                }
            }
        }
        return VerifyPage(notice: notice, facts: KeyFacts(facts))
    }
}
