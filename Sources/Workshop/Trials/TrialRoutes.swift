import Blueprints
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A trial case on a draft: what it would come to, and the way from there to a worked example.

extension WorkshopFeature {
    func addTrials(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/coba") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let bench = try await self.bench(try BenchAddress(context).name)
                let page: TrialPage
                if let id = request.query["contoh"].map({ Blueprints.ID(String($0)) }) {
                    page = try self.changing(id, on: bench)
                } else {
                    let service = try bench.service(request.query["layanan"].map(String.init))
                    let day = try await self.regency().installation.zone.day(self.now())
                    page = TrialPage(bench, TriedCase(of: service, on: "\(day)"))
                }
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/coba") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.play(posted, keeper, context)
            }
        }
    }

    private func changing(_ id: Blueprints.ID, on bench: Workbench) throws -> TrialPage {
        guard let node = bench.tree["example"]?[id] else { throw WebRefusal.notFound }
        let service = try bench.service(node["service"]?.text)
        return TrialPage(bench, TriedCase(id, node, of: service))
    }

    private func play(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let bench = try await bench(try BenchAddress(context).name)
        var tried = TriedCase(posted, of: try bench.service(posted["layanan"]))
        if let id = posted["contoh"].map({ Blueprints.ID($0) }) {
            guard let node = bench.tree["example"]?[id] else { throw WebRefusal.notFound }
            tried.changing = (id, node)
        }
        var page = TrialPage(bench, tried)
        page.reason = FieldText.tidy(posted["alasan"] ?? "")
        guard let blueprint = bench.checked.running else { throw WebRefusal.notFound }
        let example = tried.example("coba")
        let (found, complaints) = try await store.read { reader in
            try ground.outcome(example, blueprint, reader)
        }
        page.found = found
        page.complaints = complaints
        guard posted["simpan"] != nil, let found else {
            return try await answer(page, to: keeper, context)
        }
        if tried.title.isEmpty { page.titleProblem = .mayNotBeEmpty }
        if bench.files.isReplica, page.reason.isEmpty { page.reasonProblem = .reasonNeeded }
        guard page.titleProblem == nil, page.reasonProblem == nil else {
            return try await answer(page, to: keeper, context)
        }
        let why = try await why(page.reason, keeper)
        let (id, edits) = try bench.keeping(tried, expecting: found, why: why)
        try await make(edits, on: bench, by: keeper.standing.official)
        let slot = Slot(["example", id])
        return try await go(to: BenchAddress(bench.name).thing(slot), keeper, context)
    }
}

extension Workbench {
    /// A service of the draft that takes cases here.
    func service(_ id: String?) throws -> PublicService {
        guard let id, let found = checked.running?.services.first(where: { $0.id.text == id }),
            found.elsewhere == nil
        else { throw WebRefusal.notFound }
        return found
    }

    /// The edits that keep a tried case as an example, new or in the place of the one it changes.
    fileprivate func keeping(
        _ tried: TriedCase,
        expecting found: ExampleExpectation,
        why: Why
    ) throws -> (id: Blueprints.ID, edits: [Edit]) {
        let node = tried.node(expecting: found)
        if let (id, was) = tried.changing {
            return (id, Edit.leading(from: was, to: node, at: Slot(["example", id]), why: why))
        }
        guard let examples = EditedThing.Collection("example", of: tree) else {
            throw WebRefusal.notFound
        }
        let id = Blueprints.ID.made(
            from: tried.title,
            besides: Set(examples.items.map(\.id)),
            isLocal: files.isReplica
        )
        return (id, [examples.adding(node, as: id, in: tree, why: why)])
    }
}

extension Edit {
    /// The edits that lead from one value of a slot to another.
    static func leading(from was: Tree, to now: Tree, at slot: Slot, why: Why) -> [Edit] {
        diff(was, now).map {
            Edit(
                at: Slot(slot.path + $0.at.path),
                was: $0.was,
                now: $0.now,
                after: $0.after,
                why: why
            )
        }
    }
}

/// The form of a trial case, and what it came to.
struct TrialPage: Page {
    let addresses: BenchAddress
    let tried: TriedCase
    let isReplica: Bool
    var reason = ""
    var reasonProblem: Words?
    var found: ExampleExpectation?
    var complaints: [String] = []
    var titleProblem: Words?

    init(_ bench: Workbench, _ tried: TriedCase) {
        addresses = BenchAddress(bench.name)
        self.tried = tried
        isReplica = bench.files.isReplica
        reason = bench.lastReason
    }

    var frame: Frame {
        let isWell = complaints.isEmpty && titleProblem == nil && reasonProblem == nil
        var back = Link(
            Words(tried.service.title.indonesian),
            addresses.thing(Slot(["service", tried.service.id]))
        )
        if let (id, node) = tried.changing {
            let name = node["title"]?.text ?? id.text
            back = Link(Words(name), addresses.thing(Slot(["example", id])))
        }
        return Frame(
            width: .page,
            back: back,
            status: isWell ? 200 : 422
        )
    }

    private var heading: Words { tried.changing == nil ? .tryCase : .changeExample }

    func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, heading)
        html(Paragraphs(.tryCaseWhat))
        if let found {
            html(.div, .class("kabar kabar-info"), .role("status")) {
                html(.h2, .whatCameOfIt)
                html(.ul) { for words in found.words { html(.li, words) } }
            }
        }
        if !complaints.isEmpty {
            html(.div, .class("kabar kabar-bahaya"), .role("status")) {
                html(.h2, .couldNotBePlayed)
                html(.ul) { for one in complaints { html(.li, one, .lang(.indonesian)) } }
            }
        }
        html(form)
    }

    private var form: Form {
        let questions = tried.service.allQuestions.filter { !$0.type.isComputed }
        var fields = questions.map(field)
        let first = fields.count
        let rows = min(max(3, tried.acts.count + 2), TriedCase.mostActs)
        for number in 1...rows { fields += act(number) }
        fields.append(
            Field("judul", .nameOfExample, hint: .nameOfExampleHint, .text(TextInput(tried.title)))
                .with(error: titleProblem)
        )
        if isReplica {
            fields.append(
                Field(
                    "alasan",
                    .whyChanged,
                    hint: .whyChangedHint,
                    .text(TextInput(reason))
                ).with(error: reasonProblem)
            )
        }
        fields.insert(Field("kirim", .sentWhen, .text(TextInput(tried.sent))), at: 0)
        var buttons = [Button(.playIt, .primary, .send(name: "jalankan", value: "ya"))]
        if found != nil {
            let words: Words = tried.changing == nil ? .keepExample : .keepChangedExample
            buttons.append(Button(words, .secondary, .send(name: "simpan", value: "ya")))
        }
        let changed = tried.changing.map { [(name: "contoh", value: $0.id.text)] } ?? []
        var form = Form(
            to: addresses.page("coba"),
            fields,
            hidden: [("layanan", tried.service.id.text)] + changed,
            buttons: buttons
        )
        form.headings = [0: .whatIsAnswered, first + 1: .whatIsDone]
        return form
    }

    private func field(_ question: Question) -> Field {
        let value = tried.answers[question.id] ?? ""
        let control: Control
        switch question.type {
        case .choice(let options):
            control = .pick(
                value,
                [Option("", .nothingChosen)]
                    + options.map { Option($0.id.text, Words($0.label.indonesian)) }
            )
        case .yesNo:
            control = .pick(
                value,
                [Option("", .nothingChosen), Option("ya", .yes), Option("tidak", .no)]
            )
        case .choices, .longText, .group: control = .longText(value, most: nil)
        case .text, .name, .whole, .decimal, .money, .date, .phone, .email, .nik, .nib, .village,
            .point, .area, .photo, .file, .person, .computed:
            control = .text(TextInput(value))
        }
        let ask = question.ask
        return Field(
            TriedCase.name(of: question),
            Words(ask.indonesian, ask.text(in: .english).text),
            hint: hint(question.type),
            isOptional: true,
            control
        )
    }

    private func hint(_ type: AnswerType) -> Words? {
        switch type {
        case .village: Words("Kode desa, misalnya 16.03.02.1007", "A village's code")
        case .date: Words("Misalnya 23-11-2026", "For example 23-11-2026")
        case .choices(let options, _):
            Words("Satu baris untuk tiap pilihan: ", "One line for each: ").map {
                $0 + options.map(\.id.text).joined(separator: ", ")
            }
        case .photo, .file: Words("Nama berkas; tidak ada yang dikirim", "The name of a file")
        case .person: Words("Satu baris: nama: …; nik: …", "One line: nama: …; nik: …")
        case .group(let members, _):
            Words("Satu baris untuk tiap entri: ", "One line for each entry: ").map {
                $0 + members.map { "\($0.id.text): …" }.joined(separator: "; ")
            }
        case .text, .longText, .name, .choice, .yesNo, .whole, .decimal, .money, .phone, .email,
            .nik, .nib, .point, .area, .computed:
            nil
        }
    }

    private func act(_ number: Int) -> [Field] {
        let typed = tried.acts.indices.contains(number - 1) ? tried.acts[number - 1] : nil
        let actions = tried.service.steps.flatMap { step in
            step.actions.map { action in
                Option(
                    action.id.text,
                    Words(
                        "\(step.title.indonesian): \(action.label.indonesian)",
                        "\(step.title.text(in: .english).text): "
                            + action.label.text(in: .english).text
                    )
                )
            }
        }
        let others = [
            Option("lengkapi", .citizenCompletes), Option("tarik", .citizenWithdraws),
            Option("tanda_tangan", .letterIsSigned), Option("bayar", .feeIsPaid),
            Option("tunggu", .timePasses),
        ]
        return [
            Field(
                "lalu-\(number)",
                Words("Lalu (\(number))", "Then (\(number))"),
                isOptional: true,
                .pick(typed?.act ?? "", [Option("", .nothingMore)] + actions + others)
            ),
            Field(
                "waktu-\(number)",
                Words("Kapan (\(number))", "When (\(number))"),
                hint: Words("Misalnya: \(tried.sent)", "For example: \(tried.sent)"),
                isOptional: true,
                .text(TextInput(typed?.at ?? ""))
            ),
            Field(
                "catatan-\(number)",
                Words("Catatan (\(number))", "Note (\(number))"),
                isOptional: true,
                .text(TextInput(typed?.note ?? ""))
            ),
        ] + completed(number, typed)
    }

    /// What the citizen completes: asked only where something is completed.
    private func completed(_ number: Int, _ typed: TriedCase.TriedAct?) -> [Field] {
        guard typed?.act == "lengkapi" else { return [] }
        return [
            Field(
                "isi-\(number)",
                Words("Yang dilengkapi (\(number))", "What is completed (\(number))"),
                hint: .completedHint,
                isOptional: true,
                .longText(typed?.answers ?? "", most: nil)
            )
        ]
    }
}
