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
            ends > now().milliseconds / 1000
        else { throw ServiceRefusal.linkExpired }
        let mark = hexadecimal(keys.mark("missing", Array("\(id).\(ends)".utf8)).prefix(16))
        let difference = zip(mark.utf8, parts[2].utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        guard mark.utf8.count == parts[2].utf8.count, difference == 0 else {
            throw ServiceRefusal.linkExpired
        }
        return try await openRequest(of: CaseID(id))
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
        found: FoundVillages? = nil,
        _ context: some SiteContext
    ) async throws -> Response {
        guard completion.opened.loaded.state.phase == .waiting else {
            let number = completion.opened.loaded.subject.tracking.digits
            return try go(to: "/lacak/\(number)", context)
        }
        let asks = completion.opened.loaded.state.pause?.asks
        let note = try await store.glance { reader in try reader.words(asks) }
        return try answer(
            completion.page(
                note: note ?? "",
                to: target,
                problems: problems,
                found: found,
                sealing: sentMark(of: completion.opened.loaded.id)
            ),
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

    /// Our mark on a file that came with a form which is shown once more.
    ///
    /// It holds for one case: a file lies sealed in the dossier of the case that it came for.
    private func sentMark(of id: CaseID) -> (String) -> String {
        { text in hexadecimal(keys.mark("sent", Array("\(id.id)/\(text)".utf8)).prefix(16)) }
    }

    /// Keeps the files that came; what is wrong with one stands at its question.
    private func takeFiles(
        _ posted: Posted,
        into completing: inout Completing
    ) async throws -> [String: Words] {
        var problems: [String: Words] = [:]
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
        return problems
    }

    /// Takes in what was sent, and lets the case go on.
    func complete(
        _ completing: Completing,
        _ posted: Posted,
        from target: Address,
        _ context: some SiteContext
    ) async throws -> Response {
        var completing = completing
        completing.take(posted, proving: sentMark(of: completing.opened.loaded.id))
        var problems = try await takeFiles(posted, into: &completing)
        if let found = completing.villageSearch(posted) {
            return try await show(completing, to: target, found: found, context)
        }
        if completing.changeMembers(posted) {
            return try await show(completing, to: target, context)
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
            seen: posted["versi"].flatMap { Int64($0) }.map { Version($0) } ?? 0,
            who: .applicant,
            now: now()
        )
        asked.files = completing.newFiles.map {
            KeptFile(id: $0.id, dossier: loaded.id.dossier, size: $0.size)
        }
        switch try await cases.handle(asked) {
        case .done: return try go(to: "/lacak/\(loaded.subject.tracking.digits)", context)
        case .movedOn(let newer):
            // Something else happened since: what was filled in is shown again on today's page.
            completing.opened = completing.opened.now(newer)
            return try await show(completing, to: target, context)
        }
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
