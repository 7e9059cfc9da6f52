import Blueprints
import Feel
import Site
import Stories

/// A draft with the service that it fills in: which screen comes next, and what is wrong.
struct OpenForm {
    var draft: Draft
    let service: PublicService
    let force: InForce
    let now: Instant

    /// Whether the form was begun under a version that is not accepted any more.
    var isMoved = false

    /// Whether questions are shown whatever was answered: for whoever only looks at a form.
    var showsEverything = false

    /// Questions that are not asked of this person, who has no phone.
    var leavesOut: Set<ID> = []

    init(draft: Draft, service: PublicService, force: InForce, now: Instant) {
        self.draft = draft
        self.service = service
        self.force = force
        self.now = now
    }

    /// What nobody without a phone is asked.
    static let aboutPhones: Set<ID> = ["hp", "kabar"]

    var screens: Screens { Screens(of: service) }

    var today: FeelDate { FeelDate(force.zone.day(now)) }

    private var ground: AnswerGround { force.ground(today) }

    /// Everything that was answered so far, read.
    func read() -> FormReading {
        service.read(FormFields.answers(of: service, in: draft), on: ground).leavingOut(leavesOut)
    }

    /// The screens that this person goes through, given the answers so far.
    func asked(_ answers: TypedAnswers) -> [Screen] {
        screens.asked(answers, today: today).filter { screen in
            !screen.questions.allSatisfy { leavesOut.contains($0.id) }
        }
    }

    /// Puts what a screen sent into the draft.
    mutating func take(_ posted: Posted, of questions: [Question]) {
        draft.take(posted, of: questions)
    }

    /// The questions of a screen were looked at: they are not marked any longer.
    mutating func look(at screen: Screen) {
        draft.changed.subtract(screen.questions.map(\.id.text))
    }

    /// What is said beside an answer whose question has changed since.
    func remark(on question: ID) -> Words? {
        draft.changed.contains(question.text) ? .questionChanged : nil
    }

    /// Why answers are marked, or the form has other questions than before.
    var movedNotice: Notice? {
        if !isMoved, draft.changed.isEmpty { return nil }
        // A mark on a question that is not asked of this person is seen nowhere.
        let answers = read().answers
        let isMarked = service.allQuestions.contains { question in
            draft.changed.contains(question.id.text)
                && isAsked(question, given: answers, today: today)
        }
        guard isMoved || isMarked else { return nil }
        return Notice(.attention, heading: .formChanged, .formChangedWhy)
    }

    /// Adds or removes a member of a group where a button asked for it.
    mutating func changeMembers(_ posted: Posted, of questions: [Question]) -> Bool {
        for question in questions {
            guard case .group(let parts, let count) = question.type else { continue }
            let name = question.id.text
            let members = FormFields.members(of: name, count, in: draft)
            draft.fields["\(name)-banyak"] = [String(members)]
            if posted["\(name)-tambah"] != nil {
                draft.fields["\(name)-banyak"] = [String(min(members + 1, count.most))]
                return true
            }
            if let index = posted["\(name)-hapus"].flatMap({ Int($0) }),
                (0..<members).contains(index)
            {
                remove(index, of: members, in: name, parts)
                return true
            }
        }
        return false
    }

    private mutating func remove(
        _ index: Int,
        of members: Int,
        in name: String,
        _ parts: [Question]
    ) {
        for later in index..<members {
            for part in parts {
                draft.fields[FormFields.member(later, of: name, part.id)] =
                    draft.fields[FormFields.member(later + 1, of: name, part.id)]
            }
        }
        draft.fields["\(name)-banyak"] = [String(members - 1)]
    }

    /// The villages found, where the search button was pressed or nothing was chosen yet.
    func villageSearch(_ posted: Posted, among questions: [Question]) -> FoundVillages? {
        draft.villageSearch(posted, among: questions, in: force.villages)
    }

    /// What is wrong on a screen, by question; parts of groups by their own fields.
    func problems(on screen: Screen) -> [String: Words] { problems(of: screen.questions) }

    /// What is wrong with the answers to some questions.
    func problems(of questions: [Question]) -> [String: Words] {
        problems(of: questions, in: read())
    }

    func problems(of questions: [Question], in reading: FormReading) -> [String: Words] {
        reading.problems(of: questions)
    }

    /// The first screen after one that still wants an answer, or the check of all answers.
    func nextAddress(after screen: Screen?) -> Address {
        let asked = asked(read().answers)
        if let screen, let index = asked.firstIndex(of: screen) {
            if let next = asked.dropFirst(index + 1).first { return address(of: next) }
            return "/isi/\(draft.id)/periksa"
        }
        return nextOpen()
    }

    /// The first screen with a question that is asked and has no answer that fits.
    func nextOpen() -> Address {
        let reading = read()
        let troubled = Set(reading.problems.map(\.question))
        for screen in asked(reading.answers) {
            let isOpen = screen.questions.contains { question in
                troubled.contains(question.id) || hasTroubledPart(question, troubled)
            }
            if isOpen { return address(of: screen) }
        }
        return "/isi/\(draft.id)/periksa"
    }

    func address(of screen: Screen) -> Address { "/isi/\(draft.id)/\(screen.slug)" }

    private func hasTroubledPart(_ question: Question, _ troubled: Set<ID>) -> Bool {
        guard case .group(let parts, _) = question.type else { return false }
        return parts.contains { troubled.contains($0.id) }
    }
}
