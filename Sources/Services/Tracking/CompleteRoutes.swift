import Blueprints
import Cases
import Feel
import HTTPTypes
import Hummingbird
import Ledger
import Site
import Stories

// Completing a request that the office sent back.

extension ServicesFeature {
    /// An hour in which a device may send what is missing, after number and digits were right.
    private static let missingSeconds: Int64 = 3600

    /// Lets this device send files for a case for an hour: case, end, and a mark over both.
    func missingCookie(_ id: CaseID) -> HTTPField {
        let ends = now().adding(seconds: Self.missingSeconds).milliseconds / 1000
        let text = "\(id.id).\(ends)"
        let mark = hexadecimal(keys.mark("missing", Array(text.utf8)).prefix(16))
        return HTTPField(
            name: .setCookie,
            value: cookies.header("lengkapi", "\(text).\(mark)", seconds: Int(Self.missingSeconds))
        )
    }

    /// The case that this device may complete, by the digits of the phone.
    private func missingCase(_ request: Request) async throws -> OpenedRequest {
        let cookie = cookies.value("lengkapi", in: request.headers[.cookie]) ?? ""
        let parts = cookie.split(separator: ".").map(String.init)
        guard parts.count == 3, let id = OpaqueID(parts[0]), let ends = Int64(parts[1]),
            ends * 1000 > now().milliseconds
        else { throw ServiceRefusal.linkExpired }
        let mark = hexadecimal(keys.mark("missing", Array("\(id).\(ends)".utf8)).prefix(16))
        let difference = zip(mark.utf8, parts[2].utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        guard mark.utf8.count == parts[2].utf8.count, difference == 0 else {
            throw ServiceRefusal.linkExpired
        }
        return try await openRequest(ReceiptToken(of: CaseID(id), keys))
    }

    func completePage(_ request: Request, _ context: some SiteContext) async throws -> Response {
        let opened = try await missingCase(request)
        let completion = Completing(opened: opened, onlyFiles: true, now: now())
        return try await show(completion, to: "/lengkapi", context)
    }

    func show(
        _ completion: Completing,
        to target: Address,
        problems: [String: Words] = [:],
        _ context: some SiteContext
    ) async throws -> Response {
        guard completion.opened.loaded.state.phase == .waiting else {
            let number = completion.opened.loaded.subject.tracking.digits
            return try go(to: "/lacak/\(number)", context)
        }
        let asks = completion.opened.loaded.state.pause?.asks
        let note = try await store.glance { reader in try reader.words(asks) }
        return try answer(
            completion.page(note: note ?? "", to: target, problems: problems),
            context
        )
    }

    func completeByNumber(
        _ posted: Posted,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let opened = try await missingCase(request)
        let completion = Completing(opened: opened, onlyFiles: true, now: now())
        return try await complete(completion, posted, from: "/lengkapi", context)
    }

    /// Takes in what was sent, and lets the case go on.
    func complete(
        _ completing: Completing,
        _ posted: Posted,
        from target: Address,
        _ context: some SiteContext
    ) async throws -> Response {
        var completing = completing
        var problems: [String: Words] = [:]
        completing.take(posted)
        for question in completing.fileQuestions {
            guard let file = posted.file(question.id.text), !file.bytes.isEmpty else { continue }
            do {
                let (bytes, kind) = try await uploads.inspected(
                    file.bytes,
                    takesPDF: question.type == .file
                )
                let kept = try await files.write(
                    bytes,
                    in: completing.opened.loaded.id.dossier,
                    at: now()
                )
                completing.take(SentFile(id: kept.id, size: kept.size, kind: kind), for: question)
            } catch let refused as Uploads.Refused {
                problems[question.id.text] = refused.words
            }
        }
        let (answers, troubles) = completing.read()
        problems.merge(troubles) { first, _ in first }
        if completing.isUnchanged, problems.isEmpty {
            let name = completing.fileQuestions.first?.id.text ?? ""
            problems[name] = .fileMissing
        }
        guard problems.isEmpty else {
            return try await show(completing, to: target, problems: problems, context)
        }
        let loaded = completing.opened.loaded
        var asked = CaseDesk.Asked(
            .complete(
                answers: answers.canonicalBytes,
                files: completing.newFiles.map(\.id)
            ),
            on: loaded.id,
            seen: posted["versi"].flatMap { Int64($0) }.map { Version($0) },
            who: .applicant,
            now: now()
        )
        asked.files = completing.newFiles.map {
            KeptFile(id: $0.id, dossier: loaded.id.dossier, size: $0.size)
        }
        switch try await cases.handle(asked) {
        case .done: return try go(to: "/lacak/\(loaded.subject.tracking.digits)", context)
        case .movedOn:
            return try go(to: "/lacak/\(loaded.subject.tracking.digits)", context)
        }
    }
}

/// A request being completed: the old answers, and what is sent anew.
struct Completing {
    let opened: OpenedRequest

    /// With the number alone nothing of the old answers is shown; files can only be sent.
    let onlyFiles: Bool
    let now: Instant
    private(set) var draft: Draft
    private(set) var newFiles: [SentFile] = []
    private var hasNewText = false

    init(opened: OpenedRequest, onlyFiles: Bool, now: Instant) {
        self.opened = opened
        self.onlyFiles = onlyFiles
        self.now = now
        draft = Draft(
            id: opened.loaded.id.id,
            caseID: opened.loaded.id,
            service: opened.loaded.service,
            device: "",
            at: now
        )
        draft.fields = FormFields.fields(
            from: opened.loaded.answers ?? TypedAnswers(),
            of: opened.loaded.service
        )
        draft.files = FormFields.files(
            from: opened.loaded.answers ?? TypedAnswers(),
            of: opened.loaded.service
        )
    }

    var isUnchanged: Bool { newFiles.isEmpty && !hasNewText }

    private var today: FeelDate { FeelDate(opened.force.zone.day(now)) }

    private var asked: [Question] {
        let answers = opened.loaded.answers ?? TypedAnswers()
        return opened.loaded.service.allQuestions.filter {
            $0.type.isAsked && isAsked($0, given: answers, today: today)
        }
    }

    var fileQuestions: [Question] { asked.filter(\.type.isFile) }

    private var textQuestions: [Question] {
        onlyFiles
            ? []
            : asked.filter { question in
                guard !question.type.isFile else { return false }
                if case .village = question.type { return false }
                if case .group = question.type { return false }
                return true
            }
    }

    mutating func take(_ posted: Posted) {
        for question in textQuestions {
            let name = question.id.text
            let own = posted.values.filter { $0.name == name || $0.name.hasPrefix("\(name)-") }
            for key in Set(own.map(\.name)) {
                let values = own.filter { $0.name == key }.map(\.value)
                if draft.fields[key] != values { hasNewText = true }
                draft.fields[key] = values
            }
        }
    }

    mutating func take(_ file: SentFile, for question: Question) {
        draft.files[question.id.text] = [file]
        newFiles.append(file)
    }

    /// The answers as they are now, and what is wrong with those that were asked here.
    func read() -> (answers: TypedAnswers, problems: [String: Words]) {
        let villages = opened.force.villages
        let reading = opened.loaded.service.read(
            FormFields.answers(of: opened.loaded.service, in: draft),
            on: AnswerGround(
                today: today,
                districts: villages.districtDigits,
                isVillage: { villages.isVillage($0) }
            )
        )
        let here = Set((fileQuestions + textQuestions).map(\.id))
        var problems: [String: Words] = [:]
        for trouble in reading.problems where here.contains(trouble.question) {
            problems[trouble.question.text] = Words(trouble.sentence)
        }
        return (reading.answers, problems)
    }

    /// The page: what is missing, and the questions to answer anew.
    func page(note: String, to target: Address, problems: [String: Words]) -> FormPage {
        let fields = (fileQuestions + textQuestions).map { question in
            var shown = draft
            if onlyFiles { shown.files = [:] }
            let field = QuestionField(
                question: question,
                draft: shown,
                villages: opened.force.villages
            ).field
            var optional = field
            if question.type.isFile { optional.isOptional = true }
            return optional.with(problems: problems)
        }
        var page = FormPage(
            .complete,
            Form(
                to: target,
                fields,
                hidden: [("versi", String(opened.loaded.version.count))],
                buttons: [Button(.send)]
            ),
            back: Link(.track, "/lacak/\(opened.loaded.subject.tracking.digits)")
        )
        let status = CaseStatus(loaded: opened.loaded, force: opened.force, now: now)
        page.before = [
            Notice(.attention, heading: .toComplete, Words(note), status.waitingUntil ?? "")
        ]
        if !problems.isEmpty { page.frame.status = 422 }
        return page
    }
}

extension AnswerType {
    /// True where the answer is a file on its own.
    var isFile: Bool {
        switch self {
        case .photo, .file: true
        case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money, .date,
            .phone, .email, .nik, .nib, .village, .point, .area, .person, .group, .computed:
            false
        }
    }
}
