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

    init(draft: Draft, service: PublicService, force: InForce, now: Instant) {
        self.draft = draft
        self.service = service
        self.force = force
        self.now = now
    }

    var screens: Screens { Screens(of: service) }

    var today: FeelDate { FeelDate(force.zone.day(now)) }

    private var ground: AnswerGround {
        let villages = force.villages
        return AnswerGround(
            today: today,
            districts: villages.districtDigits,
            isVillage: { villages.isVillage($0) }
        )
    }

    /// Everything that was answered so far, read.
    func read() -> FormReading {
        service.read(FormFields.answers(of: service, in: draft), on: ground)
    }

    /// Puts what a screen sent into the draft.
    mutating func take(_ posted: Posted, on screen: Screen) {
        for question in screen.questions {
            let name = question.id.text
            // A box that nobody ticked is not sent at all.
            draft.fields = draft.fields.filter {
                $0.key != name
                    && !($0.key.hasPrefix("\(name)-") && !$0.key.hasSuffix("-banyak"))
            }
            for (key, value) in posted.values where key == name || key.hasPrefix("\(name)-") {
                draft.fields[key, default: []].append(String(value.prefix(20_000)))
            }
            if draft.fields[name] == nil, !Self.isFile(question) { draft.fields[name] = [""] }
        }
    }

    /// Adds or removes a member of a group where a button asked for it.
    mutating func changeMembers(_ posted: Posted, on screen: Screen) -> Bool {
        for question in screen.questions {
            guard case .group(let parts, let count) = question.type else { continue }
            let name = question.id.text
            let members = max(FormFields.members(of: name, in: draft), count.least)
            draft.fields["\(name)-banyak"] = [String(members)]
            if posted["\(name)-tambah"] != nil, members < count.most {
                draft.fields["\(name)-banyak"] = [String(members + 1)]
                return true
            }
            if let index = posted["\(name)-hapus"].flatMap({ Int($0) }), index < members {
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
    func villageSearch(_ posted: Posted, on screen: Screen) -> [Villages.Place]? {
        for question in screen.questions where question.type == .village {
            let name = question.id.text
            let typed = posted["\(name)-cari"] ?? ""
            let chosen = posted[name] ?? ""
            guard posted["\(name)-tombol"] != nil || (chosen.isEmpty && !typed.isEmpty) else {
                continue
            }
            return force.villages.search(typed)
        }
        return nil
    }

    /// What is wrong on a screen, by question; parts of groups by their own fields.
    func problems(on screen: Screen) -> [String: Words] {
        let ids = Set(screen.questions.map(\.id))
        var problems: [String: Words] = [:]
        for trouble in read().problems {
            if let entry = trouble.entry {
                for question in screen.questions {
                    guard case .group(let parts, _) = question.type,
                        parts.contains(where: { $0.id == trouble.question })
                    else { continue }
                    let name = FormFields.member(entry, of: question.id.text, trouble.question)
                    problems[name] = Words(trouble.sentence)
                }
            } else if ids.contains(trouble.question) {
                problems[trouble.question.text] = Words(trouble.sentence)
            }
        }
        return problems
    }

    /// The first screen after one that still wants an answer, or the check of all answers.
    func nextAddress(after screen: Screen?) -> Address {
        let asked = screens.asked(read().answers, today: today)
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
        for screen in screens.asked(reading.answers, today: today) {
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

    private static func isFile(_ question: Question) -> Bool {
        switch question.type {
        case .photo, .file: true
        case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money, .date,
            .phone, .email, .nik, .nib, .village, .point, .area, .person, .group, .computed:
            false
        }
    }
}
