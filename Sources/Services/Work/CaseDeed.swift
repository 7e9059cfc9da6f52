import Blueprints
import Cases
import Office
import Site
import Stories

/// Something that an official does on a page of its own, named by the last word of the address.
enum CaseDeed {
    case act(Action)
    case take, assign, giveBack, note, consult, advise, scan, void, reopen, answerObjection
    case withdraw, tell, openField
    case snooze, link, pay, unlink, undoPayment

    init?(_ word: String, _ opened: OpenedCase) {
        switch word {
        case "ambil": self = .take
        case "tugaskan": self = .assign
        case "kembalikan": self = .giveBack
        case "catatan": self = .note
        case "pendapat": self = .consult
        case "jawab": self = .advise
        case "pindaian": self = .scan
        case "batal-surat": self = .void
        case "buka-kembali": self = .reopen
        case "jawab-keberatan": self = .answerObjection
        case "tarik": self = .withdraw
        case "dikabari": self = .tell
        case "tampilkan": self = .openField
        case "tunda": self = .snooze
        case "tautkan": self = .link
        case "bayar": self = .pay
        case "lepas-tautan": self = .unlink
        case "batal-bayar": self = .undoPayment
        case let other:
            let actions = opened.loaded.service.steps.flatMap(\.actions)
            guard let action = actions.first(where: { $0.id.text == other }) else { return nil }
            self = .act(action)
        }
    }

    /// What a unit does that is only asked for its opinion.
    var isForAdvisers: Bool {
        if case .advise = self { true } else { false }
    }

    var message: CaseMessage {
        switch self {
        case .advise: .advised
        case .take: .taken
        case .assign: .assigned
        case .giveBack: .givenBack
        case .act, .note, .consult, .scan, .void, .reopen, .answerObjection, .withdraw,
            .tell, .openField, .snooze, .link, .pay, .unlink, .undoPayment:
            .done
        }
    }

    /// The field in which a file comes.
    var fileField: String? {
        switch self {
        case .scan: "pindaian"
        case .act(let action): action.needs.contains(.file) ? "berkas" : nil
        case .take, .assign, .giveBack, .note, .consult, .advise, .void, .reopen,
            .answerObjection, .withdraw, .tell, .openField, .snooze, .link, .pay, .unlink,
            .undoPayment:
            nil
        }
    }

    func heading(_ opened: OpenedCase) -> Words {
        switch self {
        case .act(let action): Words(action.label)
        case .take: .take
        case .assign: .assign
        case .giveBack: .giveBack
        case .note: .writeNote
        case .consult: .askOpinion
        case .advise: .answerOpinion
        case .scan: .uploadScan
        case .void: .voidLetter
        case .reopen: .reopenCase
        case .answerObjection: .answerObjection
        case .withdraw: .withdrawForApplicant
        case .tell: .markTold
        case .openField: .openField
        case .snooze: .snooze
        case .link: .linkCase
        case .pay: .recordPayment
        case .unlink: .undoLink
        case .undoPayment: .undoPayment
        }
    }

    /// The page that asks for what this needs.
    func page(
        _ opened: OpenedCase,
        typed: Posted = Posted([]),
        problems: [String: Words] = [:]
    ) -> ActionPage {
        let kind: Button.Kind =
            switch self {
            case .void, .withdraw, .unlink, .undoPayment: .danger
            case .act, .take, .assign, .giveBack, .note, .consult, .advise, .scan, .reopen,
                .answerObjection, .tell, .openField, .snooze, .link, .pay:
                .primary
            }
        let isAlone = isAssigning && opened.colleagues.isEmpty
        if let unpaid = unpaidPage(opened) { return unpaid }
        return ActionPage(
            heading(opened),
            Form(
                to: target(opened),
                isAlone ? [] : fields(opened, typed: typed, problems: problems),
                hidden: hidden(opened),
                buttons: isAlone ? [] : [Button(heading(opened), kind)]
            ),
            of: opened.address,
            before: isAlone ? [Notice(.info, .noColleague)] : before(opened),
            status: problems.isEmpty ? 200 : 422
        )
    }

    private func before(_ opened: OpenedCase) -> [any Component] {
        if case .snooze = self { return [Notice(.info, .clockKeepsRunning)] }
        if let ready = readyReplies(opened) { return [ready] }
        return Self.quoted(.citizenObjects, opened.objection)
            + Self.quoted(.question, opened.question)
    }

    /// Somebody's own words above the field in which they are answered.
    private static func quoted(_ name: Words, _ words: String?) -> [any Component] {
        guard let words else { return [] }
        let lines = words.split(whereSeparator: \.isNewline).map { Inline.text(String($0)) }
        return [SummaryList([SummaryList.Item(name, lines)])]
    }

    private var isAssigning: Bool {
        if case .assign = self { true } else { false }
    }

    func target(_ opened: OpenedCase) -> Address {
        switch self {
        case .act(let action): "\(opened.path)/\(action.id)"
        case .take: "\(opened.path)/ambil"
        case .assign: "\(opened.path)/tugaskan"
        case .giveBack: "\(opened.path)/kembalikan"
        case .note: "\(opened.path)/catatan"
        case .consult: "\(opened.path)/pendapat"
        case .advise: "\(opened.path)/jawab"
        case .scan: "\(opened.path)/pindaian"
        case .void: "\(opened.path)/batal-surat"
        case .reopen: "\(opened.path)/buka-kembali"
        case .answerObjection: "\(opened.path)/jawab-keberatan"
        case .withdraw: "\(opened.path)/tarik"
        case .tell: "\(opened.path)/dikabari"
        case .openField: "\(opened.path)/tampilkan"
        case .snooze: "\(opened.path)/tunda"
        case .link: "\(opened.path)/tautkan"
        case .pay: "\(opened.path)/bayar"
        case .unlink: "\(opened.path)/lepas-tautan"
        case .undoPayment: "\(opened.path)/batal-bayar"
        }
    }

    /// The version and the step that the page shows; without them nothing is done.
    private func hidden(_ opened: OpenedCase) -> [(name: String, value: String)] {
        [
            ("versi", String(opened.loaded.version.count)),
            ("langkah", opened.loaded.state.place?.step.text ?? ""),
        ]
    }

    func fields(
        _ opened: OpenedCase,
        typed: Posted,
        problems: [String: Words]
    ) -> [Field] {
        let fields: [Field] =
            switch self {
            case .act(let action): Self.needs(of: action, typed)
            case .take, .giveBack, .openField: []
            case .snooze, .link, .pay, .unlink, .undoPayment: besideTheStep(typed)
            case .assign:
                [
                    Field(
                        "petugas",
                        .assignTo,
                        .choice(
                            typed["petugas"],
                            opened.colleagues.map { Option($0.id.description, Words($0.name)) }
                        )
                    )
                ]
            case .tell: Self.telling(opened, typed)
            case .note: Self.note(typed)
            case .consult:
                [
                    Field(
                        "unit",
                        .opinionOf,
                        .choice(
                            typed["unit"] ?? opened.step?.consult.first?.text,
                            (opened.step?.consult ?? []).map { name in
                                let unit = opened.force.office.units(called: name.text).first
                                return Option(name.text, Words(unit?.name ?? name.text))
                            }
                        )
                    ),
                    Field("catatan", .question, .longText(typed["catatan"] ?? "", most: 2000)),
                ]
            case .advise:
                [Field("catatan", .answers, .longText(typed["catatan"] ?? "", most: 2000))]
            case .scan: [Field("pindaian", .signedScan, .file(FileInput(.photoOrPDF)))]
            case .answerObjection:
                [
                    Field(
                        "alasan",
                        .whyItStands,
                        hint: .citizenReadsThis,
                        .longText(typed["alasan"] ?? "", most: 2000)
                    )
                ]
            case .void, .reopen, .withdraw:
                [Field("alasan", .reason, .longText(typed["alasan"] ?? "", most: 2000))]
            }
        return fields.map { $0.with(error: problems[$0.name]) }
    }

    private static func needs(of action: Action, _ typed: Posted) -> [Field] {
        Need.allCases.filter(action.needs.contains).compactMap { need in
            switch need {
            // It is looked up, not added.
            case .feePaid: nil
            case .publicNote:
                Field(
                    "catatan-warga",
                    .publicNote,
                    .longText(typed["catatan-warga"] ?? "", most: 2000)
                )
            case .internalNote:
                Field(
                    "catatan-petugas",
                    .internalNote,
                    .longText(typed["catatan-petugas"] ?? "", most: 2000)
                )
            case .reason: Field("alasan", .reason, .longText(typed["alasan"] ?? "", most: 2000))
            case .file: Field("berkas", .files, .file(FileInput(.photoOrPDF)))
            }
        }
    }

    /// What was told, and by which way: nothing is sent by it, it is only written down.
    private static func telling(_ opened: OpenedCase, _ typed: Posted) -> [Field] {
        let notices = opened.loaded.service.notices.keys.sorted()
        return [
            Field(
                "kabar",
                .whatWasTold,
                .choice(
                    typed["kabar"],
                    notices.map { id in
                        let words = id.text.replacing("_", with: " ")
                        return Option(id.text, Words(words))
                    }
                )
            ),
            Field(
                "lewat",
                .howWasTold,
                .choice(
                    typed["lewat"],
                    [
                        Option("wa", "WhatsApp"), Option("sms", "SMS"),
                        Option("telepon", .byPhone), Option("langsung", .inPerson),
                    ]
                )
            ),
        ]
    }

    private static func note(_ typed: Posted) -> [Field] {
        [
            Field("catatan", .notes, .longText(typed["catatan"] ?? "", most: 2000)),
            Field(
                "pembaca",
                .whoReadsNote,
                .choice(
                    typed["pembaca"],
                    [
                        Option(Note.Reader.officials.rawValue, .onlyOfficials),
                        Option(Note.Reader.citizen.rawValue, .alsoCitizen),
                    ]
                )
            ),
        ]
    }

    /// What is missing in what was sent, by field.
    func problems(_ posted: Posted) -> [String: Words] {
        func missing(_ name: String, _ words: Words) -> [String: Words] {
            (posted[name] ?? "").allSatisfy(\.isWhitespace) ? [name: words] : [:]
        }
        switch self {
        case .act(let action):
            var problems: [String: Words] = [:]
            if action.needs.contains(.publicNote) {
                problems.merge(missing("catatan-warga", .noteMissing)) { first, _ in first }
            }
            if action.needs.contains(.internalNote) {
                problems.merge(missing("catatan-petugas", .noteMissing)) { first, _ in first }
            }
            if action.needs.contains(.reason) {
                problems.merge(missing("alasan", .reasonMissing)) { first, _ in first }
            }
            if action.needs.contains(.file), posted.file("berkas") == nil {
                problems["berkas"] = .fileMissing
            }
            return problems
        case .note:
            let reader = posted["pembaca"].flatMap(Note.Reader.init(rawValue:))
            let choice: [String: Words] = reader == nil ? ["pembaca": .whoReadsMissing] : [:]
            return missing("catatan", .noteMissing).merging(choice) { first, _ in first }
        case .consult, .advise: return missing("catatan", .noteMissing)
        case .assign: return missing("petugas", .assignMissing)
        case .tell:
            return missing("kabar", .noticeMissing)
                .merging(missing("lewat", .channelMissing)) { first, _ in first }
        case .void, .reopen, .answerObjection, .withdraw: return missing("alasan", .reasonMissing)
        case .scan: return posted.file("pindaian") == nil ? ["pindaian": .fileMissing] : [:]
        case .take, .giveBack, .openField: return [:]
        case .snooze: return Snoozing.problems(posted)
        case .link: return missing("nomor", .otherNumberMissing)
        case .pay: return Paying.problems(posted)
        case .unlink:
            return missing("nomor", .otherNumberMissing)
                .merging(missing("alasan", .reasonMissing)) { first, _ in first }
        case .undoPayment: return missing("alasan", .reasonMissing)
        }
    }

    /// What is asked of the case; nil where the form does not fit the case any more.
    func command(_ posted: Posted, _ opened: OpenedCase, file: OpaqueID?) -> CaseCommand? {
        func text(_ name: String) -> String { String((posted[name] ?? "").prefix(4000)) }
        switch self {
        case .act(let action):
            var request = ActRequest(action.id, in: ID(posted["langkah"] ?? ""))
            request.publicNote = text("catatan-warga")
            request.internalNote = text("catatan-petugas")
            request.reason = text("alasan")
            request.files = [file].compactMap(\.self)
            return .act(request)
        case .take: return .take
        case .assign:
            guard let id = OpaqueID(text("petugas")) else { return nil }
            let colleague = opened.colleagues.first { $0.id == id }
            // Whoever has no duty here any more is refused by the story, with its sentence.
            return .assign(to: colleague?.duties ?? Duties(Actor(id), holds: []))
        case .withdraw: return .withdraw(reason: text("alasan"))
        case .tell:
            guard let notice = Code(text("kabar")), let channel = Code(text("lewat")) else {
                return nil
            }
            return .tell(notice: notice, channel: channel)
        case .giveBack: return .returnToUnit
        case .note:
            return posted["pembaca"].flatMap(Note.Reader.init(rawValue:)).map {
                .note(text("catatan"), for: $0)
            }
        case .consult: return .consult(unit: ID(text("unit")), question: text("catatan"))
        case .advise:
            let unit = opened.loaded.state.opinions.first {
                $0.answeredAt == nil && opened.official.standing.units.contains($0.unit)
            }
            return unit.map { .advise(unit: $0.unit, answer: text("catatan")) }
        case .scan:
            guard let file, let letter = opened.loaded.state.openLetter else { return nil }
            return .sign(letter: letter.letter, way: .scan, file: file)
        case .void:
            return opened.loaded.state.openLetter.map {
                .void(letter: $0.letter, reason: text("alasan"))
            }
        case .reopen: return .reopen(reason: text("alasan"))
        case .answerObjection: return .answerObjection(text("alasan"))
        case .openField: return .open(field: "nik")
        case .snooze: return Snoozing.command(posted, opened.force.zone)
        case .link: return opened.other.map { .link(to: $0) }
        case .pay: return Paying.command(posted)
        case .unlink: return opened.other.map { .unlink(from: $0, reason: text("alasan")) }
        case .undoPayment: return .undoPayment(reason: text("alasan"))
        }
    }
}
