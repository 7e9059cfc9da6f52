import Hummingbird
import Ledger
import Site
import Stories

// "Data saya": what an applicant asks about their own case, with the receipt's link and no counter.

extension PrivacyFeature {
    func addOwnRequests(to router: Router<some SiteContext>) {
        router.get("permohonan/data-saya") { request, context in
            let own = try await self.own(request)
            let page = OwnDataPage(own: own, isSaved: request.query["pesan"] != nil)
            return Answer.page(page, for: try self.visit(context, own.regency))
        }
        router.post("permohonan/data-saya") { request, context in
            let posted = try await Posted.read(request, in: context)
            let own = try await self.own(request)
            return try await self.ask(posted, own, context)
        }
    }

    private func ask(
        _ posted: Posted,
        _ own: OwnData,
        _ context: some SiteContext
    ) async throws -> Response {
        var page = OwnDataPage(own: own)
        page.asks = posted["minta"] ?? ""
        page.words = String((posted["cerita"] ?? "").trimmingSpaces.prefix(2000))
        let visit = try visit(context, own.regency)
        guard let asks = own.offered.first(where: { $0.rawValue == page.asks }) else {
            page.problems["minta"] = .chooseOne
            return Answer.page(page, for: visit)
        }
        guard asks == .access || !page.words.isEmpty else {
            page.problems["cerita"] = .tellWhat
            return Answer.page(page, for: visit)
        }
        let id = Draw.random.id()
        let who = Identity(
            name: "Pemohon, lewat tautan tanda terima",
            number: own.dossier.number,
            paper: page.words
        )
        do {
            try await decide(
                .openOwn(asks, who, own.dossier.id, before: own.before(now())),
                on: id,
                seen: 0,
                by: Actor(own.dossier.id)
            )
        } catch PrivacyRefusal.askedOften {
            page.problems["minta"] = Words(.askedOften)
            return Answer.page(page, for: visit)
        }
        return Answer.redirect(
            to: Address("/permohonan/data-saya").with("pesan", "simpan"),
            for: visit
        )
    }

    /// The case that the receipt's link opened on this device, and what was asked about it.
    private func own(_ request: Request) async throws -> OwnData {
        let id = try await ofReceipt(request)
        let (dossiers, surroundings) = (dossiers, surroundings)
        return try await store.read { reader in
            guard let dossier = try dossiers.named(id, reader) else {
                throw PrivacyRefusal.noSuchCase
            }
            let asked = try reader.personRequests(of: id).map { line in
                let stream = Stream(PersonRequestStory.kind, line.id)
                let request = try reader.state(of: stream, as: PersonRequestStory.self).state
                // What was answered to somebody at a counter is theirs.
                let isOwn = request.opening?.check == .receiptLink
                return OwnData.Asked(
                    line: line,
                    answer: isOwn ? try reader.words(of: request.verdict?.words) : nil,
                    isOwn: isOwn
                )
            }
            return OwnData(
                dossier: dossier,
                asked: asked.filter(\.isOwn),
                regency: try surroundings.regency(reader)
            )
        }
    }
}

/// One case, what its person asked about it, and what may be asked.
struct OwnData: Sendable {
    let dossier: Dossier
    let asked: [Asked]
    let regency: RegencyNow

    struct Asked: Sendable {
        let line: ListedRequest
        let answer: String?
        let isOwn: Bool
    }

    /// Consent can be withdrawn only where something rests on it.
    var offered: [Asks] {
        dossier.isErased ? [] : Asks.allCases.filter { $0 != .withdrawal || dossier.isByConsent }
    }

    /// How many wait for an answer, and how many came in the last thirty days.
    func before(_ now: Instant) -> AskedBefore {
        let since = now.adding(seconds: -30 * 86_400)
        return AskedBefore(
            open: asked.count { $0.line.phase.isOpen },
            recent: asked.count { $0.line.received > since }
        )
    }
}

/// "Data saya": what was asked, until when it is answered, and a way to ask.
struct OwnDataPage: Page {
    var own: OwnData
    var isSaved = false
    var asks = ""
    var words = ""
    var problems: [String: Words] = [:]

    var frame: Frame {
        Frame(back: Link(.myRequest, "/permohonan"), status: problems.isEmpty ? 200 : 422)
    }

    func title(for visit: Visit) -> String { Words.myData.text(in: visit.language) }

    func body(_ html: HTML) {
        let form = form
        html(ErrorSummary(of: form.fields))
        html(.h1, .myData)
        if isSaved { html(Notice(.done, .askedAndSaved)) }
        html(.p, own.dossier.service.map { "\($0), \(own.dossier.number)" })
        html(.p, .myDataWhat)
        if !own.asked.isEmpty { requests(html) }
        if own.dossier.isErased { return html(Notice(.info, .erasedAlready)) }
        html(.h2, .askAboutData)
        html(form)
    }

    private func requests(_ html: HTML) {
        html(.h2, .whatYouAsked)
        for asked in own.asked {
            let line = asked.line
            html(
                SummaryList(
                    [
                        SummaryList.Item(.whatIsAsked, [.words(line.asks.words)]),
                        SummaryList.Item(.requestNumber, [.number(line.number)]),
                        SummaryList.Item(.received, [.part(WholeMoment(at: line.received))]),
                        SummaryList.Item(.answerBy, [.part(WholeMoment(at: line.due))]),
                        SummaryList.Item(.state, [.tag(line.phase.tag)]),
                    ] + (asked.answer.map { [SummaryList.Item(.answer, [.text($0)])] } ?? [])
                )
            )
        }
    }

    private var form: Form {
        Form(
            to: "/permohonan/data-saya",
            [
                Field("minta", .whatDoYouAsk, .choice(asks, own.offered.map(\.option))),
                Field(
                    "cerita",
                    .tellUs,
                    hint: .tellUsHint,
                    isOptional: true,
                    .longText(words, most: 2000)
                ),
            ].map { $0.with(error: problems[$0.name]) },
            buttons: [Button(.sendRequest)]
        )
    }
}

extension ListedRequest {
    /// What people name it by: "A1B2-C3D4".
    var number: String { id.shortNumber }
}

extension Words {
    static let myData = Words("Data saya", "My data")
    static let myRequest = Words("Permohonan saya", "My request")
    static let myDataWhat = Words(
        "Isian Anda ada di halaman permohonan. Di sini Anda boleh minta salinannya, membetulkannya, atau menghapusnya. Gratis.",
        "Your answers stand on the request's page. Here you may ask for a copy, a correction or an erasure. It is free."
    )
    static let askedAndSaved = Words(
        "Permintaan Anda tercatat. Jawabannya muncul di halaman ini paling lambat 3 × 24 jam lagi.",
        "Your request is recorded. The answer appears on this page within 3 × 24 hours."
    )
    static let erasedAlready = Words(
        "Data permohonan ini sudah dihapus.",
        "The data of this request are erased already."
    )
    static let askAboutData = Words(
        "Minta sesuatu tentang data ini",
        "Ask something about these data"
    )
    static let whatYouAsked = Words("Yang sudah Anda minta", "What you have asked")
    static let requestNumber = Words("Nomor permintaan", "Number")
    static let answer = Words("Jawaban", "Answer")
    static let whatDoYouAsk = Words("Apa yang Anda minta?", "What do you ask for?")
    static let tellUs = Words("Ceritakan permintaan Anda", "Tell us about it")
    static let tellUsHint = Words(
        "Misalnya: nama saya salah tulis, yang benar Siti Aminah.",
        "For example: my name is misspelt, it should be Siti Aminah."
    )
    static let tellWhat = Words(
        "Tulis apa yang salah, atau apa yang Anda minta.",
        "Write what is wrong, or what you ask for."
    )
    static let sendRequest = Words("Kirim permintaan", "Send the request")
    static let whatTheyWrote = Words("Yang ditulis pemohon", "What the applicant wrote")
}
