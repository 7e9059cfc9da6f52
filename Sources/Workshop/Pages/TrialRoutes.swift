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
                let (bench, service) = try await self.service(request.query["layanan"], context)
                let day = try await self.regency().installation.zone.day(self.now())
                let page = TrialPage(
                    addresses: BenchAddress(bench.name),
                    tried: TriedCase(of: service, on: "\(day)")
                )
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

    private func service(
        _ id: (some StringProtocol)?,
        _ context: some SiteContext
    ) async throws -> (Workbench, PublicService) {
        let bench = try await bench(try BenchAddress(context).name)
        let id = id.map { Blueprints.ID(String($0)) }
        guard let service = bench.checked.running?.services.first(where: { $0.id == id }),
            service.elsewhere == nil
        else { throw WebRefusal.notFound }
        return (bench, service)
    }

    private func play(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (bench, service) = try await service(posted["layanan"], context)
        let tried = TriedCase(posted, of: service)
        var page = TrialPage(addresses: BenchAddress(bench.name), tried: tried)
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
        guard !tried.title.isEmpty else {
            page.titleProblem = .mayNotBeEmpty
            return try await answer(page, to: keeper, context)
        }
        guard let examples = EditedThing.Collection("example", of: bench.tree) else {
            throw WebRefusal.notFound
        }
        let id = Blueprints.ID.made(
            from: tried.title,
            besides: Set(examples.items.map(\.id)),
            isLocal: bench.files.isReplica
        )
        let edit = examples.adding(
            tried.node(expecting: found),
            as: id,
            in: bench.tree,
            why: try await why(bench.lastReason, keeper)
        )
        try await make([edit], on: bench, by: keeper.standing.official)
        return try await go(to: BenchAddress(bench.name).bench, keeper, context)
    }
}

/// The form of a trial case, and what it came to.
struct TrialPage: Page {
    let addresses: BenchAddress
    let tried: TriedCase
    var found: ExampleExpectation?
    var complaints: [String] = []
    var titleProblem: Words?

    var frame: Frame {
        let slot = Slot(["service", tried.service.id])
        let name = tried.service.title.indonesian
        let isWell = complaints.isEmpty && titleProblem == nil
        return Frame(
            width: .page,
            back: Link(Words(name, name), addresses.thing(slot)),
            status: isWell ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.tryCase.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .tryCase)
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
        fields.insert(Field("kirim", .sentWhen, .text(TextInput(tried.sent))), at: 0)
        var buttons = [Button(.playIt, .primary, .send(name: "jalankan", value: "ya"))]
        if found != nil {
            buttons.append(Button(.keepExample, .secondary, .send(name: "simpan", value: "ya")))
        }
        var form = Form(
            to: addresses.page("coba"),
            fields,
            hidden: [("layanan", tried.service.id.text)],
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
        case .choices, .longText: control = .longText(value, most: nil)
        case .text, .name, .whole, .decimal, .money, .date, .phone, .email, .nik, .nib, .village,
            .point, .area, .photo, .file, .person, .group, .computed:
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
        case .text, .longText, .name, .choice, .yesNo, .whole, .decimal, .money, .phone, .email,
            .nik, .nib, .point, .area, .person, .group, .computed:
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
        ]
    }
}
