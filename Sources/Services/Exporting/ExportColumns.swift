import Blueprints
import Cases
import Feel
import Office
import Stories

/// The columns of an export: how each case went, and what was answered.
///
/// Answers that say who somebody is, or that a person wrote freely, are columns only where a reason
/// was given; of who asked for secrecy, never.
struct ExportColumns {
    let service: PublicService
    let force: InForce
    let isPersonal: Bool

    private var questions: [Question] {
        service.allQuestions.filter { isPersonal ? !$0.type.isOnDisk : $0.type.isHarmless }
    }

    var headings: [String] {
        [
            "nomor", "unit", "desa", "saluran", "keterbukaan", "diterima", "dicatat", "tenggat",
            "tahap", "langkah", "berakhir", "hasil", "terlambat", "dilengkapi", "surat", "biaya",
        ] + questions.map(\.id.text)
    }

    func row(of loaded: LoadedCase) -> [String] {
        let (state, subject) = (loaded.state, loaded.subject)
        let due = state.casePromise?.floor
        let isLate = state.ran.contains { $0.timer == .caseLate || $0.timer == .stepLate }
        let letter = state.letters.last { $0.fate == .signed }
        let isOpen = subject.openness == .open
        return [
            subject.tracking.description,
            force.office.unit(subject.owner)?.name ?? subject.owner.text,
            subject.village.flatMap { force.villages.title(of: $0.text) } ?? "",
            subject.channel.rawValue, subject.openness.rawValue, moment(subject.received),
            moment(subject.recorded), due.map(moment) ?? "",
            state.publicStage.map(\.rawValue) ?? "", state.place?.step.text ?? "",
            state.endedAt.map(moment) ?? "", state.end?.shows.rawValue ?? "",
            isLate ? "ya" : "tidak", String(max(0, state.answers.count - 1)),
            letter?.number.text ?? "", String(subject.fee),
        ]
            + questions.map { question in
                guard isOpen || question.type.isHarmless else { return "" }
                return loaded.answers?[question.id].map { text(of: $0, to: question) } ?? ""
            }
    }

    private func moment(_ instant: Instant) -> String {
        let (day, minute) = force.zone.wall(instant)
        return "\(day) \(padded(minute / 60)):\(padded(minute % 60))"
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private func text(of value: FeelValue, to question: Question) -> String {
        if case .village = question.type, let code = value.text {
            return force.villages.title(of: code) ?? code
        }
        return question.text(of: value)
    }
}

extension Question {
    /// An answer in one cell: words as they were chosen or written, numbers with a comma.
    fileprivate func text(of value: FeelValue) -> String {
        switch value {
        case .null: ""
        case .boolean(let truth): truth ? "ya" : "tidak"
        case .number(let number): number.description.replacing(".", with: ",")
        case .string(let text): text
        case .date(let day): Day(year: day.year, month: day.month, day: day.day)?.description ?? ""
        case .list(let items): items.map { text(of: $0) }.joined(separator: ", ")
        case .context(let fields):
            fields.sorted { $0.key < $1.key }.map { "\($0.key): \(text(of: $0.value))" }
                .joined(separator: ", ")
        case .time, .dateTime, .daysDuration, .monthsDuration, .range, .function: ""
        }
    }
}

extension AnswerType {
    /// Whether an answer says nothing of who gave it: chosen words, counts, the village.
    fileprivate var isHarmless: Bool {
        switch self {
        case .choice, .choices, .yesNo, .whole, .decimal, .money, .village: true
        case .computed(let formula): formula.type == .number || formula.type == .boolean
        case .text, .longText, .name, .date, .phone, .email, .nik, .nib, .point, .area, .photo,
            .file, .person, .group:
            false
        }
    }

    fileprivate var isOnDisk: Bool {
        switch self {
        case .photo, .file: true
        case .choice, .choices, .yesNo, .whole, .decimal, .money, .village, .computed, .text,
            .longText, .name, .date, .phone, .email, .nik, .nib, .point, .area, .person, .group:
            false
        }
    }
}
