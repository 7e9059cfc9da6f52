import Blueprints
import Feel
import Site
import Stories

extension OpenForm {
    /// One screen as a page, with what was typed and what is wrong with it.
    func page(
        _ screen: Screen,
        returning: Bool = false,
        problems: [String: Words] = [:],
        found: FoundVillages? = nil
    ) -> FormPage {
        let answers = read().answers
        let shown = screen.questions.filter {
            !leavesOut.contains($0.id)
                && (showsEverything || isAsked($0, given: answers, today: today))
        }
        let fields = shown.map { question in
            var renderer = QuestionField(
                question: question,
                draft: draft,
                villages: force.villages
            )
            renderer.found = found
            var field = renderer.field.with(problems: problems)
            field.remark = remark(on: question.id)
            return field
        }
        let target = address(of: screen)
        var page = FormPage(
            fields.count == 1 ? nil : Words(screen.page.title),
            Form(
                to: returning ? target.with("kembali", "periksa") : target,
                fields,
                hidden: [("versi", service.digest)],
                buttons: [Button(.next)]
            ),
            back: Link(.back, previous(before: screen, answers))
        )
        if !problems.isEmpty { page.frame.status = 422 }
        page.frame.actingFor = actingFor
        page.frame.scripts = shown.contains(where: \.type.isOnTheGround) ? .walk : .offline
        if let movedNotice { page.before = [movedNotice] }
        page.saved = Words.savedOnServer(
            DateWords.clock(minute: force.zone.wall(draft.saved).minute, in: .indonesian)
        )
        page.after = [
            Lines([.link(Link(.continueLater, "/isi/\(draft.id)/simpan"))])
        ]
        let reasons = shown.compactMap { question in question.why.map { Words($0) } }
        if let why = reasons.first {
            page.after.append(Disclosure(.why, Paragraphs(why)))
        }
        return page
    }

    private func previous(before screen: Screen, _ answers: TypedAnswers) -> Address {
        let asked = asked(answers)
        guard let index = asked.firstIndex(of: screen), index > 0 else {
            return "/layanan/\(service.id)"
        }
        return address(of: asked[index - 1])
    }

    /// Everything that was answered, with ways to change it.
    func checkPage(consentError: Words? = nil) -> CheckPage {
        let reading = read()
        var problems: [(sentence: Words, address: Address)] = []
        for trouble in reading.problems {
            let screen =
                screens.screen(asking: trouble.question)
                ?? screens.all.first { screen in
                    screen.questions.contains { hasPart($0, trouble.question) }
                }
            guard let screen else { continue }
            problems.append(
                (Words(trouble.sentence), address(of: screen).with("kembali", "periksa"))
            )
        }
        for check in reading.failedChecks {
            let screen = screens.all.last { screen in
                screen.questions.contains { check.that.names.contains($0.id.text) }
            }
            let target = screen.map { address(of: $0).with("kembali", "periksa") }
            problems.append((Words(check.say), target ?? "/isi/\(draft.id)"))
        }
        var page = CheckPage(
            draft: screens.all.last.map(address) ?? "/isi/\(draft.id)",
            send: "/kirim/\(draft.id)",
            sections: sections(reading.answers, changing: true),
            problems: problems,
            fee: .fee(service.fee(for: reading.answers, today: today) ?? 0)
        )
        page.version = service.digest
        page.outbox = PhoneOutbox.names(of: service, helped: draft.helped)
        page.moved = movedNotice
        page.consentError = consentError
        page.helped = draft.helped
        return page
    }

    /// "Anda mengisi untuk Ibu Siti A.", where somebody helps.
    var actingFor: Frame.ActingFor? { draft.helped?.acting }

    private func hasPart(_ question: Question, _ part: ID) -> Bool {
        guard case .group(let parts, _) = question.type else { return false }
        return parts.contains { $0.id == part }
    }

    private func sections(_ answers: TypedAnswers, changing: Bool) -> [SummaryList] {
        var summary = AnswerSummary(
            service: service,
            answers: answers,
            villages: force.villages,
            today: today
        )
        summary.changed = Set(draft.changed.map { ID($0) })
        summary.leavesOut = leavesOut
        return summary.sections { question in
            screens.screen(asking: question).map { address(of: $0).with("kembali", "periksa") }
        }
    }
}

/// The answers of a case or a draft, page by page, in words.
struct AnswerSummary {
    let service: PublicService
    let answers: TypedAnswers
    let villages: Villages
    let today: FeelDate

    /// Shown only in part; the whole is opened by itself.
    var masks: Set<ID> = ["nik"]

    /// Questions that this person was not asked.
    var leavesOut: Set<ID> = []

    /// Answers whose questions have changed since.
    var changed: Set<ID> = []

    /// Officials read many of them: short names instead of the questions, and the files stand in a
    /// list of their own.
    var isForOfficials = false

    func sections(change: (ID) -> Address?) -> [SummaryList] {
        service.allPages.compactMap { page in
            let items = page.questions.compactMap { id -> SummaryList.Item? in
                guard let question = service.allQuestions.first(where: { $0.id == id }),
                    isAsked(question, given: answers, today: today), !leavesOut.contains(id),
                    !(isForOfficials && question.type.isFile)
                else { return nil }
                var item = SummaryList.Item(
                    isForOfficials ? question.shortName : Words(question.ask),
                    values(of: question),
                    change: question.type.isAsked ? change(id) : nil
                )
                if changed.contains(id) { item.remark = .questionChanged }
                return item
            }
            return items.isEmpty ? nil : SummaryList(heading: Words(page.title), items)
        }
    }

    private func values(of question: Question) -> [Inline] {
        guard let value = answers[question.id] else { return [] }
        if masks.contains(question.id), let text = value.text {
            return [.part(MaskedValue(text))]
        }
        if let file = value.text.flatMap(SentFile.init(answer:)) {
            let kind = file.kind.rawValue.uppercased()
            func size(_ language: Language) -> String {
                kind + ", " + NumberWords.size(bytes: Int(file.size), in: language)
            }
            return [.words(Words(size(.indonesian), size(.english)))]
        }
        func text(_ language: Language) -> String {
            question.text(of: value, in: language.ofFiles) { villages.fullName(of: $0) }
        }
        let (indonesian, english) = (text(.indonesian), text(.english))
        // What is the same in both was typed, or has no English: it is Indonesian.
        let words = Words(indonesian, english == indonesian ? nil : english)
        return indonesian.isEmpty ? [] : [.words(words)]
    }
}

extension Question {
    /// "Nama usaha" of `nama_usaha`: what the author calls the answer.
    var shortName: Words {
        let abbreviations: Set<String> = ["nik", "nib", "ktp", "kk", "hp", "rt", "rw", "npwp"]
        let words = id.text.split { $0 == "_" || $0 == "-" }.map { word in
            abbreviations.contains(String(word)) ? word.uppercased() : String(word)
        }
        let name = words.joined(separator: " ")
        return Words(name.prefix(1).uppercased() + name.dropFirst())
    }
}

extension AnswerType {
    /// True for what is answered by standing there: a point, a boundary.
    var isOnTheGround: Bool {
        switch self {
        case .point, .area: true
        case .group(let parts, _): parts.contains(where: \.type.isOnTheGround)
        case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money, .date,
            .phone, .email, .nik, .nib, .village, .photo, .file, .person, .computed:
            false
        }
    }

    /// False for what is worked out.
    var isAsked: Bool {
        if case .computed = self { false } else { true }
    }
}

extension Field {
    /// The field with what is wrong with it, and with the parts of a group.
    func with(problems: [String: Words]) -> Field {
        var field = with(error: problems[name])
        if case .group(var group) = control {
            group.members = group.members.map { members in
                members.map { $0.with(problems: problems) }
            }
            field.control = .group(group)
        }
        return field
    }
}
