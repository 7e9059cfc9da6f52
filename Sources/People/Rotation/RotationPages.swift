import Office
import Site
import Stories

/// All rotations, and a new one.
struct RotationsPage: Page {
    var typed: DateInput
    var error: Words?
    var lines: [Line]

    struct Line: Sendable {
        var id: OpaqueID
        var day: Day
        var phase: Rotation.Phase
        var moves: Int
    }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.officials, "/kelola/pengguna"),
            status: error == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.rotations.text(in: visit.language) }

    func body(_ html: HTML) {
        let field = Field("mulai", .rotationDay, hint: .rotationDayHint, .date(typed))
            .with(error: error)
        html(ErrorSummary(of: [field]))
        html(.h1, .rotations)
        html(.p, .rotationWhat)
        html(Form(to: "/kelola/mutasi", [field], buttons: [Button(.planRotation)]))
        html(
            DataTable(
                .rotations,
                [
                    DataTable.Heading(.rotationDay), DataTable.Heading(.rotationPhase),
                    DataTable.Heading(.rotationMoves, isNumber: true),
                ],
                lines.map { line in
                    DataTable.Line([
                        .link(Link(.date(line.day), "/kelola/mutasi/\(line.id)")),
                        .tag(line.phase.tag), .number(String(line.moves)),
                    ])
                }
            )
            .whenEmpty(Words("Belum ada mutasi.", "No rotations yet."))
        )
    }
}

extension Rotation.Phase {
    var tag: StatusTag {
        switch self {
        case .draft: StatusTag(Words("Disusun", "Planned"), .attention)
        case .accepted: StatusTag(Words("Disetujui", "Accepted"), .info)
        case .over: StatusTag(Words("Sudah berlaku", "In effect"), .done)
        case .cancelled: StatusTag(Words("Dibatalkan", "Cancelled"))
        }
    }
}

/// One rotation: its moves, what would have nobody, and accepting it.
struct RotationPage: Page {
    var loaded: LoadedRotation
    var typed: DateInput
    var message: Words?
    var error: Words?

    init(_ loaded: LoadedRotation, message: Words? = nil, error: Words? = nil) {
        self.loaded = loaded
        self.message = message
        self.error = error
        typed = loaded.rotation.day.map { DateInput($0) } ?? DateInput()
    }

    private var rotation: Rotation { loaded.rotation }
    private var address: Address { "/kelola/mutasi/\(loaded.id)" }
    private var isOpen: Bool { rotation.phase == .draft || rotation.phase == .accepted }
    private var hidden: [(name: String, value: String)] {
        [("versi", String(loaded.version.count))]
    }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.rotations, "/kelola/mutasi"),
            status: error == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String {
        let day = rotation.day.map { DateWords.date($0, in: visit.language) } ?? ""
        return Words.rotation.text(in: visit.language) + " " + day
    }

    func body(_ html: HTML) {
        html(.h1, title(for: html.visit))
        if let message { html(Notice(.done, message)) }
        if let error { html(Notice(.danger, error)) }
        html(.p) { html(rotation.phase.tag) }
        moves(html)
        if isOpen {
            html(
                ButtonRow(
                    Button(.addMove, .secondary, .go("/kelola/mutasi/\(loaded.id)/orang"))
                )
            )
            holes(html)
            changeDay(html)
        } else if rotation.phase == .over {
            handovers(html)
        }
    }

    private func moves(_ html: HTML) {
        let map = loaded.regency.office
        html(
            DataTable(
                .rotationMoves,
                [
                    DataTable.Heading(.officialName), DataTable.Heading(.moveWords),
                    DataTable.Heading(Words("Tindakan", "Action")),
                ],
                rotation.moves.enumerated().map { index, move in
                    DataTable.Line([
                        .text(loaded.name(of: move.official)), .words(move.words(in: map)),
                        isOpen
                            ? .part(
                                Form(
                                    to: "/kelola/mutasi/\(loaded.id)/hapus",
                                    [],
                                    hidden: hidden + [("langkah", String(index))],
                                    buttons: [Button(.remove, .quiet)]
                                )
                            ) : .text("-"),
                    ])
                }
            )
        )
    }

    private func holes(_ html: HTML) {
        html(.h2, .holesHeading)
        let new = loaded.newHoles
        if new.isEmpty {
            html(Notice(.done, .noHoles))
        } else {
            html(Notice(.attention, .someHoles(new.count)))
        }
        let old = loaded.holes.filter(\.isOld)
        if !old.isEmpty {
            html(.details, .class("rinci")) {
                html(.summary, .oldHoles(old.count))
                html(.div) {
                    html(.ul) {
                        for hole in old {
                            html(.li, hole.words(in: loaded.regency.office))
                        }
                    }
                }
            }
        }
        guard rotation.phase == .draft, !rotation.moves.isEmpty else { return }
        html(.form, .method("post"), .action("/kelola/mutasi/\(loaded.id)/setuju")) {
            if let token = html.visit.formToken {
                html(.input, .type("hidden"), .name(Form.tokenName), .value(token))
            }
            for (name, value) in hidden {
                html(.input, .type("hidden"), .name(name), .value(value))
            }
            for (index, hole) in new.enumerated() {
                html(
                    .input,
                    .type("hidden"),
                    .name("tugas-\(index)"),
                    .value(hole.vacancy.word)
                )
                field(hole, index).write(to: html)
            }
            html(ButtonRow(Button(.acceptRotation)))
        }
    }

    private func field(_ hole: Hole, _ index: Int) -> Field {
        let options = loaded.deputies(for: hole).map { line in
            Option(
                line.official.id.description,
                Words(
                    "Plt. \(line.official.name)",
                    "\(line.official.name), acting"
                )
            )
        }
        return Field(
            "jawab-\(index)",
            hole.words(in: loaded.regency.office),
            .choice(nil, options + [Option("kosong", .vacantIKnow)])
        )
    }

    private func changeDay(_ html: HTML) {
        html(.h2, .changeDay)
        html(
            Form(
                to: "/kelola/mutasi/\(loaded.id)/tanggal",
                [Field("mulai", .rotationDay, .date(typed))],
                hidden: hidden,
                buttons: [Button(.save, .secondary)]
            )
        )
        html(.h2, .cancelRotation)
        html(
            Form(
                to: "/kelola/mutasi/\(loaded.id)/batal",
                [],
                hidden: hidden,
                buttons: [Button(.cancelRotation, .danger)]
            )
        )
    }

    private func handovers(_ html: HTML) {
        html(.h2, .handover)
        let people = Set(rotation.moves.map(\.official)).sorted()
        html(.ul, .class("tugas")) {
            for official in people {
                let count = rotation.handed.count { $0.official == official }
                html(.li) {
                    html(
                        .a,
                        Words(
                            "\(loaded.name(of: official)) (\(count) permohonan)",
                            "\(loaded.name(of: official)) (\(count) cases)"
                        ),
                        .href("/kelola/mutasi/\(loaded.id)/serah-terima/\(official)")
                    )
                }
            }
        }
    }
}

extension LoadedRotation {
    /// Who could stand in: those of the unit who will hold some post there, then nobody else.
    func deputies(for hole: Hole) -> [RosterLine] {
        guard let day = rotation.day else { return [] }
        let map = regency.office
        let coming = rotation.moves.compactMap { move -> OpaqueID? in
            guard case .place(let official, let post, _, _) = move,
                map.post(post)?.unit == hole.seat.unit
            else { return nil }
            return official
        }
        let leaving = rotation.moves.compactMap { move -> OpaqueID? in
            guard case .relieve(let official, let post) = move,
                map.post(post)?.unit == hole.seat.unit
            else { return nil }
            return official
        }
        let here = roster.filter { line in
            guard line.isServing else { return false }
            if coming.contains(line.official.id) { return true }
            if leaving.contains(line.official.id) { return false }
            return line.official.holdings.contains { holding in
                holding.isHeld(on: day) && map.post(holding.post)?.unit == hole.seat.unit
            }
        }
        return Array(here.prefix(8))
    }

    /// The post of a unit through which a deputy gets the duty.
    func post(for vacancy: Vacancy) -> Code? {
        regency.office.posts(with: vacancy.duty.text, in: vacancy.unit).first?.id
    }
}

extension Hole {
    /// Unit, duty, how many cases are open there, and the steps that need it.
    func words(in map: OfficeMap) -> Words {
        let unit = map.unit(seat.unit)?.name ?? seat.unit.text
        let shown = seat.steps.prefix(3)
        let more = seat.steps.count > 3 ? ", …" : ""
        let steps = shown.map(\.indonesian).joined(separator: "; ") + more
        let english = shown.map { $0.text(in: .english) }.joined(separator: "; ") + more
        return Words(
            "\(unit), tugas \(seat.duty): \(seat.openCases) permohonan terbuka. \(steps)",
            "\(unit), duty \(seat.duty): \(seat.openCases) open cases. \(english)"
        )
    }
}

extension Move {
    func words(in map: OfficeMap) -> Words {
        switch self {
        case .relieve(_, let post):
            Words("Lepas dari \(map.title(of: post))", "Relieved of \(map.title(of: post))")
        case .place(_, let post, let capacity, let last):
            Words(
                "Ke \(capacity.prefix)\(map.title(of: post))"
                    + (last.map { ", sampai \(DateWords.date($0, in: .indonesian))" } ?? ""),
                "To \(capacity.prefix)\(map.title(of: post))"
                    + (last.map { ", until \(DateWords.date($0, in: .english))" } ?? "")
            )
        }
    }
}

/// Who is to be moved: searched for, then chosen.
struct MoverPage: Page {
    var id: OpaqueID
    var query: String
    var found: [RosterLine]
    var office: OfficeMap
    var today: Day

    var frame: Frame {
        Frame(width: .page, back: Link(.rotation, "/kelola/mutasi/\(id)"))
    }

    func title(for visit: Visit) -> String { Words.whoMoves.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .whoMoves)
        var form = Form(
            to: "/kelola/mutasi/\(id)/orang",
            [Field("cari", .searchOfficials, .text(TextInput(query, .search)))],
            buttons: [Button(.search, .secondary)]
        )
        form.isSearch = true
        html(form)
        html(
            DataTable(
                .officials,
                [DataTable.Heading(.officialName), DataTable.Heading(.posts)],
                found.map { line in
                    let name = line.official.name
                    let address: Address = "/kelola/mutasi/\(id)/orang/\(line.official.id)"
                    let posts = line.official.holdings.filter { $0.isHeld(on: today) }
                        .map { $0.words(in: office, on: today) }
                    return DataTable.Line([
                        .link(Link(Words(name, name), address)), .part(LinesOfWords(posts)),
                    ])
                }
            )
        )
    }
}
