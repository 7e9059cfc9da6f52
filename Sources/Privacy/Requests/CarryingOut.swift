import Hummingbird
import Ledger
import Office
import Site
import Stories

// What a granted request does in the cases it is about: answers put right, data restricted.

extension PrivacyFeature {
    func addCarryingOut(to router: Router<some SiteContext>) {
        router.get("kelola/data-pribadi/:permintaan/betulkan/:perkara") { request, context in
            try await self.asked(request, context) { loaded, official in
                let item = try self.correctable(loaded, context)
                return try await self.correctionPage(item, loaded, official, context)
            }
        }
        router.post("kelola/data-pribadi/:permintaan/betulkan/:perkara") { request, context in
            try await self.asked(request, context) { loaded, official in
                let posted = try await Posted.read(request, in: context)
                let item = try self.correctable(loaded, context)
                return try await self.correct(item, posted, loaded, official, context)
            }
        }
        router.post("kelola/data-pribadi/:permintaan/laksanakan") { request, context in
            let restrict: (LoadedRequest, SignedIn) async throws -> Address? = {
                try await self.restrictCases(of: $0.id, by: $1)
                return nil
            }
            return try await self.changing(request, context, after: restrict) { _, loaded, _ in
                guard loaded.request.phase == .granted, loaded.opening.asks.restricts != nil
                else { throw PrivacyRefusal.movedOn }
                return nil
            }
        }
        router.post("kelola/data-pribadi/:permintaan/longgarkan") { request, context in
            try await self.changing(request, context) { posted, loaded, official in
                guard let item = posted["perkara"].flatMap({ OpaqueID($0) }),
                    loaded.request.cases.contains(item)
                else { throw PrivacyRefusal.noSuchCase }
                // The name is another one in each form of the page.
                let typed = posted["alasan-\(item)"] ?? ""
                let words = String(typed.trimmingSpaces.prefix(4000))
                guard !words.isEmpty else { throw PrivacyRefusal.wordsMissing }
                try await self.dossiers.lift(item, words, official.standing.official)
                return nil
            }
        }
    }

    /// Restricts every case of a granted request, as far as that is what was asked.
    ///
    /// Where it was cut short, asking again does the rest.
    func restrictCases(of id: OpaqueID, by official: SignedIn) async throws {
        let loaded = try await loaded(id)
        guard loaded.request.phase == .granted, let cause = loaded.opening.asks.restricts else {
            return
        }
        for dossier in loaded.ticked where !dossier.isErased {
            try await dossiers.restrict(
                DossierRestriction(
                    dossier.id,
                    cause,
                    reason: loaded.words.verdict ?? loaded.opening.asks.words.indonesian,
                    by: official.standing.official,
                    request: id
                )
            )
        }
    }

    /// The case of a granted correction that the address names.
    private func correctable(
        _ loaded: LoadedRequest,
        _ context: some SiteContext
    ) throws -> Dossier {
        guard loaded.opening.asks == .correction, loaded.request.phase == .granted else {
            throw PrivacyRefusal.movedOn
        }
        let id = context.parameters.get("perkara").flatMap { OpaqueID($0) }
        guard let dossier = loaded.ticked.first(where: { $0.id == id && !$0.isErased }) else {
            throw PrivacyRefusal.noSuchCase
        }
        return dossier
    }

    private func correctionPage(
        _ dossier: Dossier,
        _ loaded: LoadedRequest,
        _ official: SignedIn,
        _ context: some SiteContext,
        question: String = "",
        typed: String = "",
        problem: Words? = nil
    ) async throws -> Response {
        let dossiers = dossiers
        let questions = try await store.read { try dossiers.correctable(dossier.id, $0) }
        let page = CorrectionPage(
            loaded: loaded,
            dossier: dossier,
            questions: questions,
            question: question,
            typed: typed,
            problem: problem
        )
        return Answer.page(page, for: try visit(context, loaded.regency, of: official))
    }

    private func correct(
        _ dossier: Dossier,
        _ posted: Posted,
        _ loaded: LoadedRequest,
        _ official: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (question, typed) = (posted["pertanyaan"] ?? "", posted["isi"] ?? "")
        let dossiers = dossiers
        let known = try await store.read { try dossiers.correctable(dossier.id, $0) }
        guard let asked = known.first(where: { $0.question.text == question }),
            let verdict = loaded.request.verdict
        else {
            return try await correctionPage(
                dossier,
                loaded,
                official,
                context,
                typed: typed,
                problem: .chooseOne
            )
        }
        let outcome = try await dossiers.correct(
            DossierCorrection(
                dossier.id,
                question: asked.question,
                typed: String(typed.prefix(4000)),
                asker: loaded.identity?.name ?? "–",
                decider: verdict.by,
                by: official.standing.official,
                request: loaded.id
            )
        )
        let problem: Words
        switch outcome {
        case .done:
            return Answer.redirect(
                to: loaded.address.with("pesan", "simpan"),
                for: try visit(context, loaded.regency, of: official)
            )
        case .unchanged: problem = .saysThatAlready
        case .unreadable(let words): problem = words
        }
        return try await correctionPage(
            dossier,
            loaded,
            official,
            context,
            question: question,
            typed: typed,
            problem: problem
        )
    }
}

extension Asks {
    /// Why a case is restricted where this is granted; nil where it is not.
    var restricts: DossierRestriction.Cause? {
        switch self {
        case .restriction: .asked
        case .objection: .objection
        case .withdrawal: .consentWithdrawn
        case .access, .correction, .erasure: nil
        }
    }
}

/// One answer of a case put right: which one, and what it should say.
struct CorrectionPage: Page {
    var loaded: LoadedRequest
    var dossier: Dossier
    var questions: [Correctable]
    var question: String
    var typed: String
    var problem: Words?

    var frame: Frame {
        Frame(
            back: Link(loaded.opening.asks.words, loaded.address),
            status: problem == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.correctAnswer.text(in: visit.language) }

    func body(_ html: HTML) {
        let options = questions.map { Option($0.question.text, $0.label) }
        let form = Form(
            to: loaded.correction(of: dossier),
            [
                Field("pertanyaan", .whichAnswer, .choice(question, options)),
                Field("isi", .whatItShouldSay, .longText(typed, most: 4000)).with(error: problem),
            ],
            buttons: [Button(.saveCorrection)]
        )
        html(ErrorSummary(of: form.fields))
        html(.h1, .correctAnswer)
        html(.p, dossier.service.map { "\($0), \(dossier.number)" })
        html(.p, .correctionWhat)
        if questions.isEmpty { html(EmptyState(.nothingToCorrect)) } else { html(form) }
    }
}

extension Words {
    static let correctAnswer = Words("Betulkan isian", "Put an answer right")
    static let correctionWhat = Words(
        "Isian lama tetap tercatat. Petugas yang menangani melihat keduanya, siapa yang meminta, dan siapa yang memutuskan.",
        "The old answer stays on record. Officials at work see both, who asked, and who decided."
    )
    static let whichAnswer = Words("Isian mana?", "Which answer?")
    static let whatItShouldSay = Words("Isi yang benar", "What it should say")
    static let saveCorrection = Words("Simpan pembetulan", "Save the correction")
    static let saysThatAlready = Words("Isinya sudah begitu.", "It says that already.")
    static let nothingToCorrect = Words(
        "Tidak ada isian tertulis yang bisa dibetulkan di sini.",
        "There is no written answer that can be put right here."
    )
    static let restricted = Words("Dibatasi", "Restricted")
    static let restrictNow = Words("Batasi sekarang", "Restrict now")
    static let liftRestriction = Words("Cabut pembatasan", "Lift the restriction")
    static let whyLifted = Words("Mengapa dicabut?", "Why is it lifted?")
    static let consentGone = Words(
        "Persetujuan dicabut: tidak diproses lagi.",
        "Consent was withdrawn: it is processed no more."
    )
}
