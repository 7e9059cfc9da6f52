import Blueprints
import Cases
import Feel
import Site
import Stories

/// A request being completed: the old answers, and what is sent anew.
///
/// Nothing is kept between two sendings but what stands in the page itself: fields, how many
/// members a group has, and the files that came already, under our mark.
struct Completing {
    var opened: OpenedRequest

    /// With the number alone nothing of the old answers is shown; files can only be sent.
    let onlyFiles: Bool
    private(set) var newFiles: [SentFile] = []
    private var form: OpenForm

    init(opened: OpenedRequest, onlyFiles: Bool, now: Instant) {
        self.opened = opened
        self.onlyFiles = onlyFiles
        let loaded = opened.loaded
        var draft = Draft(
            id: loaded.id.id,
            caseID: loaded.id,
            service: loaded.service,
            device: "",
            at: now
        )
        draft.fields = FormFields.fields(
            from: loaded.answers ?? TypedAnswers(),
            of: loaded.service
        )
        draft.files = FormFields.files(from: loaded.answers ?? TypedAnswers(), of: loaded.service)
        form = OpenForm(draft: draft, service: loaded.service, force: opened.force, now: now)
    }

    var isUnchanged: Bool {
        let (before, now) = (opened.loaded.answers ?? TypedAnswers(), form.read().answers)
        return newFiles.isEmpty && asked.allSatisfy { before[$0.id] == now[$0.id] }
    }

    /// Asked of this applicant, as far as the answers now say.
    private var asked: [Question] {
        let answers = form.read().answers
        // How openly somebody applied is settled: what was shown cannot be taken back later.
        return opened.loaded.service.allQuestions.filter {
            $0.id != Openness.question && $0.type.isAsked
                && isAsked($0, given: answers, today: form.today)
        }
    }

    var fileQuestions: [Question] { asked.filter(\.type.isFile) }

    private var textQuestions: [Question] {
        onlyFiles ? [] : asked.filter { !$0.type.isFile }
    }

    /// Takes in the fields; a file that came before is taken where it bears our mark.
    mutating func take(_ posted: Posted, proving mark: (String) -> String) {
        let questions = textQuestions
        for case (let name, .group(_, let count)) in questions.map({ ($0.id.text, $0.type) }) {
            guard let many = posted["\(name)-banyak"].flatMap({ Int($0) }) else { continue }
            form.draft.fields["\(name)-banyak"] = [String(min(max(many, 0), count.most))]
        }
        var typed = posted
        typed.values.removeAll { $0.name.hasSuffix("-banyak") }
        form.take(typed, of: questions)
        for question in fileQuestions {
            let parts = (posted["\(question.id)-terkirim"] ?? "").split(separator: "~")
            guard parts.count == 2, mark(String(parts[0])) == parts[1],
                let file = SentFile(answer: String(parts[0]))
            else { continue }
            take(file, for: question)
        }
    }

    mutating func take(_ file: SentFile, for question: Question) {
        let earlier = form.draft.files[question.id.text] ?? []
        newFiles.removeAll { earlier.contains($0) }
        form.draft.files[question.id.text] = [file]
        newFiles.append(file)
    }

    func villageSearch(_ posted: Posted) -> FoundVillages? {
        form.villageSearch(posted, among: textQuestions)
    }

    mutating func changeMembers(_ posted: Posted) -> Bool {
        form.changeMembers(posted, of: textQuestions)
    }

    /// The answers as they are now, and what is wrong with those that were asked here.
    func read() -> (answers: TypedAnswers, problems: [String: Words]) {
        let questions = fileQuestions + textQuestions
        return (form.read().answers, form.problems(of: questions))
    }

    /// The page: what is missing, and the questions to answer anew.
    func page(
        note: String,
        to target: Address,
        problems: [String: Words],
        found: FoundVillages?,
        sealing mark: (String) -> String
    ) -> FormPage {
        let questions = fileQuestions + textQuestions
        let fields = questions.map { question in
            var shown = form.draft
            if onlyFiles {
                shown.files = shown.files.filter { files in
                    files.value.contains(where: newFiles.contains)
                }
            }
            var renderer = QuestionField(
                question: question,
                draft: shown,
                villages: opened.force.villages
            )
            renderer.found = found
            var field = renderer.field
            if question.type.isFile { field.isOptional = true }
            return field.with(problems: problems)
        }
        var page = FormPage(
            .complete,
            Form(
                to: target,
                fields,
                hidden: [("versi", String(opened.loaded.version.count))] + kept(questions, mark),
                buttons: [Button(.send)]
            ),
            back: Link(.track, "/lacak/\(opened.loaded.subject.tracking.digits)")
        )
        let status = CaseStatus(loaded: opened.loaded, force: opened.force, now: form.now)
        page.before = [
            Notice(.attention, heading: .toComplete, Words(note), status.waitingUntil ?? "")
        ]
        if !problems.isEmpty { page.frame.status = 422 }
        return page
    }

    /// What the page keeps for its next sending: sizes of groups, files that came already.
    private func kept(
        _ questions: [Question],
        _ mark: (String) -> String
    ) -> [(name: String, value: String)] {
        questions.compactMap { question in
            let name = question.id.text
            if case .group(_, let count) = question.type {
                let many = FormFields.members(of: name, count, in: form.draft)
                return ("\(name)-banyak", String(many))
            }
            guard let file = form.draft.files[name]?.last, newFiles.contains(file) else {
                return nil
            }
            return ("\(name)-terkirim", "\(file.answer)~\(mark(file.answer))")
        }
    }
}
