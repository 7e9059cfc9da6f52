import Blueprints
import Site

/// A case that somebody tries on the draft: what was answered, what was done, when.
struct TriedCase {
    let service: PublicService
    var title = ""
    var sent: String
    var answers: [Blueprints.ID: String]
    var acts: [TriedAct] = []

    /// The example that it changes, as it stands; nil for a new one.
    var changing: (id: Blueprints.ID, node: Tree)?

    /// One thing that is done to it, as it is typed.
    struct TriedAct {
        var act: String
        var at: String
        var note: String

        /// What the citizen completes, a line `nama: isi` for each.
        var answers = ""
    }

    /// How many things may be done to it on one page.
    static let mostActs = 12

    /// An invented person, so that nobody types a real one.
    private static let invented: [Blueprints.ID: String] = [
        "nama": "Siti Aminah", "nik": "1603084505900001", "hp": "0812-0000-0001", "kabar": "wa",
    ]

    init(of service: PublicService, on day: String) {
        self.service = service
        sent = "\(day) 09.00"
        answers = Self.invented
        for question in service.allQuestions where answers[question.id] == nil {
            answers[question.id] = Self.beginning(of: question)
        }
    }

    /// Nothing for what only a person can say; a file's name where a file is asked for.
    private static func beginning(of question: Question) -> String? {
        switch question.type {
        case .photo: "foto.jpg"
        case .file: "berkas.pdf"
        case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money, .date,
            .phone, .email, .nik, .nib, .village, .point, .area, .person, .group, .computed:
            nil
        }
    }

    /// An example as it stands, to be changed.
    init(_ id: Blueprints.ID, _ node: Tree, of service: PublicService) {
        self.service = service
        changing = (id, node)
        title = node["title"]?.text ?? ""
        sent = node["sent"]?.text ?? ""
        answers = (node["answers"]?.children ?? []).reduce(into: [:]) {
            $0[$1.id] = TypedAnswer.text(of: $1.tree)
        }
        acts = Self.acts(of: node).map { act in
            TriedAct(
                act: act["do"]?.text ?? "",
                at: act["at"]?.text ?? "",
                note: act["note"]?.text ?? "",
                answers: (act["answers"]?.children ?? []).map {
                    "\($0.id): \(TypedAnswer.text(of: $0.tree))"
                }.joined(separator: "\n")
            )
        }
    }

    private static func acts(of node: Tree?) -> [Tree] {
        guard case .atom(let acts)? = node?["acts"] else { return [] }
        return acts
    }

    /// As a form sent it.
    init(_ posted: Posted, of service: PublicService) {
        self.service = service
        title = FieldText.tidy(posted["judul"] ?? "")
        sent = FieldText.tidy(posted["kirim"] ?? "")
        answers = [:]
        for question in service.allQuestions {
            let typed = FieldText.tidy(posted[Self.name(of: question)] ?? "")
            if !typed.isEmpty { answers[question.id] = typed }
        }
        for number in 1...Self.mostActs {
            let act = FieldText.tidy(posted["lalu-\(number)"] ?? "")
            guard !act.isEmpty else { continue }
            acts.append(
                TriedAct(
                    act: act,
                    at: FieldText.tidy(posted["waktu-\(number)"] ?? ""),
                    note: FieldText.tidy(posted["catatan-\(number)"] ?? ""),
                    answers: FieldText.tidy(posted["isi-\(number)"] ?? "")
                )
            )
        }
    }

    static func name(of question: Question) -> String { "jawab-\(question.id)" }

    // MARK: As an example

    func example(_ id: Blueprints.ID) -> Example {
        Example(
            id: id,
            title: title,
            service: service.id,
            sent: sent,
            answers: answersAsTree.mapValues { ExampleAnswer($0) },
            acts: acts.map { act in
                ExampleAct(
                    act: .init(act.act),
                    at: act.at,
                    note: act.note.isEmpty ? nil : act.note,
                    answers: answers(of: act).mapValues { ExampleAnswer($0) }
                )
            },
            expect: ExampleExpectation()
        )
    }

    /// The same as it stands in a file, with what came of it.
    func node(expecting found: ExampleExpectation) -> Tree {
        var node: [Blueprints.ID: Tree] = [
            "title": .text(title), "service": .text(service.id.text), "sent": .text(sent),
        ]
        node["answers"] = .record(answersAsTree)
        if !acts.isEmpty {
            node["acts"] = .atom(
                acts.map { act in
                    let note: Tree? = act.note.isEmpty ? nil : .text(act.note)
                    let answers = answers(of: act)
                    return Tree.record(["do": .text(act.act), "at": .text(act.at)])
                        .setting("note", to: note)
                        .setting("answers", to: answers.isEmpty ? nil : .record(answers))
                }
            )
        }
        node["expect"] = found.node(inPlaceOf: changing?.node["expect"])
        return .record(node)
    }

    private var answersAsTree: [Blueprints.ID: Tree] {
        answers.reduce(into: [:]) { found, answer in
            found[answer.key] = TypedAnswer.tree(
                of: answer.value,
                for: type(of: answer.key),
                was: changing?.node["answers"]?[answer.key]
            )
        }
    }

    private func answers(of act: TriedAct) -> [Blueprints.ID: Tree] {
        TypedAnswer.lines(act.answers).map(FieldText.pair).reduce(into: [:]) { found, pair in
            let id = Blueprints.ID(pair.0)
            let was = Self.acts(of: changing?.node).lazy
                .filter { $0["do"]?.text == act.act && $0["at"]?.text == act.at }
                .compactMap { $0["answers"]?[id] }.first
            found[id] = TypedAnswer.tree(of: pair.1, for: type(of: id), was: was)
        }
    }

    private func type(of id: Blueprints.ID) -> AnswerType? {
        service.allQuestions.first { $0.id == id }?.type
    }
}

extension ExampleExpectation {
    /// What an example expects, as its file says it.
    var node: Tree {
        var node: [Blueprints.ID: Tree] = [:]
        node["ending"] = ending.map { .text($0.text) }
        node["step"] = step.map { .text($0.text) }
        node["stage"] = stage.map { .text($0.rawValue) }
        node["due"] = due.map { .text($0) }
        node["fee"] = fee.map { .text(String($0)) }
        node["refused"] = refused.map { .atom($0.map { .text($0) }) }
        return .record(node)
    }

    /// The same, saying no more than what was expected before, but for where the case ends or rests.
    func node(inPlaceOf was: Tree?) -> Tree {
        guard let was, was.isKeyed else { return node }
        let always: Set<Blueprints.ID> = ["ending", "step", "refused"]
        let kept = node.children.filter { always.contains($0.id) || was[$0.id] != nil }
        let said = Dictionary(kept.map { ($0.id, $0.tree) }) { first, _ in first }
        return Tree.record(said).setting("values", to: refused == nil ? was["values"] : nil)
    }

    /// The same in words.
    var words: [Words] {
        var said: [Words] = []
        if let refused {
            said.append(Words("Formulir tidak bisa dikirim:", "The form cannot be sent:"))
            said += refused.map { Words($0) }
        }
        if let ending { said.append(Words("Berakhir: \(ending)", "Ended: \(ending)")) }
        if let step { said.append(Words("Ada di langkah: \(step)", "At the step: \(step)")) }
        if let stage {
            said.append(
                Words("Tahap untuk warga: \(stage.rawValue)", "Stage: \(stage.rawValue)")
            )
        }
        if let due { said.append(Words("Tenggat: \(due)", "Due: \(due)")) }
        if let fee { said.append(Words("Biaya: Rp \(fee)", "Fee: Rp \(fee)")) }
        return said
    }
}
