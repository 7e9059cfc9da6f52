import Blueprints
import Cases
import Feel
import Hummingbird
import Ledger
import Office
import Site
import Stories

// One case on the desk of an official.

extension ServicesFeature {
    func addCase(to router: Router<some SiteContext>) {
        router.get("kerja/perkara/:nomor") { request, context in
            try await self.working(request, context) { opened in
                let message = request.query["pesan"].map(String.init)
                let keys = self.hasKeys(request)
                return try await self.casePage(opened, message: message, keys: keys, context)
            }
        }
        router.get("kerja/perkara/:nomor/berkas/:berkas") { request, context in
            try await self.working(request, context) { opened in
                try await self.file(of: opened, context)
            }
        }
    }

    private func file(of opened: OpenedCase, _ context: some SiteContext) async throws -> Response {
        let known = CaseFiles(of: opened.loaded)
        let scan = opened.mayDecide ? try await scan(of: opened) : nil
        guard opened.seesApplicant,
            let id = context.parameters.get("berkas").flatMap({ OpaqueID($0) }),
            let file = known.file(id) ?? (scan?.id == id ? scan : nil),
            let bytes = try await files.read(id, in: opened.loaded.id.dossier)
        else { throw WebRefusal.notFound }
        return Answer.download(
            bytes,
            type: file.kind.mediaType,
            name:
                "\(opened.loaded.subject.tracking)-\(id.description.prefix(6)).\(file.kind.rawValue)"
        )
    }

    func casePage(
        _ opened: OpenedCase,
        message: String?,
        keys: Bool = false,
        _ context: some SiteContext
    ) async throws -> Response {
        let visit = try visit(context)
        let loaded = opened.loaded
        let status = opened.status(at: now())
        let history = try await internalHistory(of: opened, visit.language)
        var page = CasePage(
            service: Words(loaded.service.title),
            number: loaded.subject.tracking.description,
            status: status.component,
            next: try await nextStep(of: opened, status),
            applicant: applicant(of: opened),
            rules: "\(loaded.service.blueprint) "
                + (opened.force.origin(of: loaded.subject.digest.text)?.name ?? "") + ", "
                + String(loaded.subject.digest.text.prefix(12))
        )
        page.message = message.flatMap { CaseMessage(rawValue: $0)?.words }
        if page.message != nil { page.nextToSign = try await nextToSign(after: opened) }
        page.moments = history
        page.hasKeys = keys
        page.objection = objection(to: opened)
        page.restriction = try await restriction(of: loaded)
        page.correction = try await correction(of: opened)
        page.answers = AnswerSummary(
            service: loaded.service,
            answers: loaded.answers ?? TypedAnswers(),
            villages: opened.force.villages,
            today: FeelDate(opened.force.zone.day(now())),
            leavesOut: opened.leftOut,
            isForOfficials: true
        ).sections { _ in nil }.filter { $0.heading != Words(Applicant.formPage.title) }
        page.version = try await version(of: loaded, opened.force)
        page.answers += [
            loaded.retiredSummary(opened.force, leavingOut: opened.leftOut, withFiles: false)
        ].compactMap(\.self)
        let lost = try await lostFiles(of: loaded)
        page.files = fileItems(of: opened, without: Set(lost.map { $0.file.id }), visit.language)
        if opened.seesApplicant { page.lostFiles = lostFilesNotice(lost) }
        if opened.mayDecide { try await addWhatDecidersSee(to: &page, opened, visit.language) }
        var response = try answer(page, opened, context)
        if !page.notices.isEmpty { SiteHeaders.allowWhatsApp(in: &response.headers) }
        return response
    }

    /// What a unit that is only asked for its opinion does not see.
    private func addWhatDecidersSee(
        to page: inout CasePage,
        _ opened: OpenedCase,
        _ language: Language
    ) async throws {
        page.besides = try await besides(opened)
        page.files = try await scanItems(of: opened, language) + page.files
        page.letters = letterItems(of: opened)
        page.readySentences = CaseDeed.note.readyReplies(opened)
        page.note = noteForm(opened, problems: [:], typed: "")
        let queue = NoticesQueue(feature: self, official: opened.official)
        page.notices = try await store.glance { try queue.cards(about: opened.loaded.id.id, $0) }
    }

    /// What an objection asks of the office, and until when.
    private func objection(to opened: OpenedCase) -> Notice? {
        guard let due = opened.loaded.state.objectionAnswerDue(opened.calendars) else { return nil }
        let date = opened.status(at: now()).dueWords(due)
        return Notice(
            .attention,
            heading: .citizenObjects,
            Words(
                "Jawab paling lambat \(date.indonesian). Bila warga benar, buka kembali perkara "
                    + "ini. Bila keputusan tetap, tulis alasannya untuk warga.",
                "Answer by \(date.text(in: .english)). Where the citizen is right, reopen the "
                    + "case. Where the decision stands, write the citizen why."
            )
        )
    }

    private func applicant(of opened: OpenedCase) -> SummaryList {
        let openness = opened.loaded.subject.openness
        let told: Words =
            switch openness {
            case .anonymous: .nameless
            case .secret: .nameIsSecret
            case .open: .applicant
            }
        guard openness != .anonymous, opened.seesApplicant else {
            return SummaryList(heading: .applicant, [SummaryList.Item(.fullName, [.words(told)])])
        }
        let answers = opened.loaded.answers ?? TypedAnswers()
        let items = (Applicant.questions + [Applicant.mail]).compactMap {
            question -> SummaryList.Item? in
            guard let value = answers[question.id], !opened.leftOut.contains(question.id)
            else { return nil }
            let name = question.shortName
            if question.id == "nik", let nik = value.text {
                return SummaryList.Item(
                    name,
                    [.part(MaskedValue(nik, show: "\(opened.path)/tampilkan"))]
                )
            }
            return SummaryList.Item(name, [.text(question.text(of: value))])
        }
        let secrecy: [SummaryList.Item] =
            openness == .secret ? [SummaryList.Item(.state, [.words(.secretForOthers)])] : []
        return SummaryList(heading: .applicant, secrecy + items)
    }

    private func nextStep(
        of opened: OpenedCase,
        _ status: CaseStatus
    ) async throws -> CasePage.NextStep {
        let state = opened.loaded.state
        let taken = state.takenBy
        let officer = try await store.read { reader in
            try taken.flatMap { try reader.name(of: $0.id) }
        }
        var next = CasePage.NextStep(
            title: title(of: opened),
            officer: officer.map { Words($0) } ?? .untaken,
            deadline: status.stepDeadline
        )
        let choices = CaseChoices(opened: opened, now: now())
        next.fee = FeeWords(state)?.words
        next.actions = choices.links
        next.others = choices.others
        next.deeds = choices.deeds
        return next
    }

    private func title(of opened: OpenedCase) -> Words {
        guard opened.mayDecide else { return .answerOpinion }
        let state = opened.loaded.state
        if state.clockStands, state.phase != .ended { return .waitsForLifting }
        return switch state.phase {
        case .waiting: .waitingForCitizen
        case .signing: .waitingForSignature
        case .ended: state.awaitsAnswer ? .answerObjection : .finished
        case .open, .unborn: opened.step.map { Words($0.title) } ?? ""
        }
    }

    private func fileItems(
        of opened: OpenedCase,
        without lost: Set<OpaqueID>,
        _ language: Language
    ) -> [FileItem] {
        // A photo of an identity card has the name that is kept secret.
        guard opened.seesApplicant else { return [] }
        return CaseFiles(of: opened.loaded).named.filter { !lost.contains($0.file.id) }.map {
            name,
            file in
            FileItem(
                Words(name),
                detail: Words(NumberWords.size(bytes: Int(file.size), in: language)),
                address: "\(opened.path)/berkas/\(file.id)"
            )
        }
    }

    private func letterItems(of opened: OpenedCase) -> [FileItem] {
        opened.loaded.state.letters.map { letter in
            let words: Words =
                switch letter.fate {
                case .numbered: .waitingForSignature
                case .signed: .finished
                case .voided: .cancelled
                }
            return FileItem(
                Words(letter.number.text),
                detail: words,
                address: letter.fate == .numbered ? "\(opened.path)/surat.pdf" : nil
            )
        }
    }

    func noteForm(_ opened: OpenedCase, problems: [String: Words], typed: String) -> Form {
        Form(
            to: "\(opened.path)/catatan",
            [
                Field("catatan", .notes, .longText(typed, most: 2000))
                    .with(error: problems["catatan"]),
                Field(
                    "pembaca",
                    .whoReadsNote,
                    .choice(
                        nil,
                        [
                            Option(Note.Reader.officials.rawValue, .onlyOfficials),
                            Option(Note.Reader.citizen.rawValue, .alsoCitizen),
                        ]
                    )
                )
                .with(error: problems["pembaca"]),
            ],
            hidden: [("versi", String(opened.loaded.version.count))],
            buttons: [Button(.save, .secondary)]
        )
    }
}

extension OpenedCase {
    /// The address of the case as a text for longer ones.
    var path: PathOfCase { PathOfCase(digits: loaded.subject.tracking.digits) }
}

/// The beginning of every address of a case.
struct PathOfCase {
    let digits: String
}

extension Address.StringInterpolation {
    /// Splices the beginning of a case's addresses, which is ours and needs no encoding.
    mutating func appendInterpolation(_ path: PathOfCase) {
        appendLiteral("/kerja/perkara/")
        appendInterpolation(path.digits)
    }
}

/// The files among the answers of a case.
struct CaseFiles {
    let named: [(name: String, file: SentFile)]

    init(of loaded: LoadedCase) {
        let answers = loaded.answers ?? TypedAnswers()
        named =
            loaded.service.allQuestions.filter(\.type.isFile).compactMap { question in
                answers[question.id]?.text.flatMap(SentFile.init(answer:)).map {
                    (question.ask.indonesian, $0)
                }
            }
            + loaded.retired.filter(\.question.type.isFile).compactMap { retired in
                retired.value.text.flatMap(SentFile.init(answer:)).map {
                    (retired.question.ask.indonesian, $0)
                }
            }
    }

    func file(_ id: OpaqueID) -> SentFile? { named.first { $0.file.id == id }?.file }
}

/// What just happened, told on the case's page after the redirect.
enum CaseMessage: String {
    case done = "tersimpan"
    case taken = "diambil"
    case givenBack = "dikembalikan"
    case assigned = "ditugaskan"
    case noted = "dicatat"
    case advised = "dijawab"

    var words: Words {
        switch self {
        case .done: Words("Tersimpan", "Saved")
        case .noted: .noticeMarked
        case .advised: Words("Pendapat Anda tersimpan", "Your opinion is saved")
        case .taken: Words("Permohonan ini sekarang milik Anda", "This case is now yours")
        case .assigned:
            Words("Permohonan ini sekarang tugas rekan Anda", "This case is now your colleague's")
        case .givenBack: Words("Permohonan kembali ke unit", "The case is back with the unit")
        }
    }
}
