import Blueprints
import Site

/// A case that somebody tries on the draft: what was answered, what was done, when.
struct TriedCase {
    let service: PublicService
    var title = ""
    var sent: String
    var answers: [Blueprints.ID: String]
    var acts: [(act: String, at: String, note: String)] = []

    /// How many things may be done to it on one page.
    static let mostActs = 8

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
                (
                    act, FieldText.tidy(posted["waktu-\(number)"] ?? ""),
                    FieldText.tidy(posted["catatan-\(number)"] ?? "")
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
            answers: answers.reduce(into: [:]) { found, answer in
                found[answer.key] =
                    isSeveral(answer.key)
                    ? .several(Self.lines(answer.value)) : .text(answer.value)
            },
            acts: acts.map {
                ExampleAct(
                    act: .init($0.act),
                    at: $0.at,
                    note: $0.note.isEmpty ? nil : $0.note,
                    answers: [:]
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
        node["answers"] = .record(
            answers.reduce(into: [:]) { tree, answer in
                tree[answer.key] =
                    isSeveral(answer.key)
                    ? .atom(Self.lines(answer.value).map { .text($0) }) : .text(answer.value)
            }
        )
        if !acts.isEmpty {
            node["acts"] = .atom(
                acts.map { act in
                    let note: Tree? = act.note.isEmpty ? nil : .text(act.note)
                    return Tree.record(["do": .text(act.act), "at": .text(act.at)])
                        .setting("note", to: note)
                }
            )
        }
        node["expect"] = found.node
        return .record(node)
    }

    private func isSeveral(_ id: Blueprints.ID) -> Bool {
        guard case .choices? = service.allQuestions.first(where: { $0.id == id })?.type else {
            return false
        }
        return true
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { FieldText.tidy(String($0)) }.filter { !$0.isEmpty }
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
