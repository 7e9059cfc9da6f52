import Blueprints
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Why an example does not come out as written, and the two ways on from there.

extension WorkshopFeature {
    func addCauses(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/sebab") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let id = request.query["contoh"].map(String.init)
                let (bench, example) = try await self.example(id, context)
                let page = try await self.causes(of: example, on: bench)
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/sebab") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.settle(posted, keeper, context)
            }
        }
    }

    private func example(
        _ id: String?,
        _ context: some SiteContext
    ) async throws -> (Workbench, Example) {
        let bench = try await bench(try BenchAddress(context).name)
        guard let id,
            let example = bench.checked.running?.examples.first(where: { $0.id.text == id })
        else { throw WebRefusal.notFound }
        return (bench, example)
    }

    private func causes(of example: Example, on bench: Workbench) async throws -> CausePage {
        guard let blueprint = bench.checked.running else { throw WebRefusal.notFound }
        let (run, found) = try await store.read { reader in
            (try ground.runner(reader), try ground.outcome(example.unexpecting, blueprint, reader))
        }
        var page = CausePage(bench: bench, example: example)
        page.complaints = run(example, blueprint)
        page.found = found.expected
        guard !page.complaints.isEmpty else { return page }
        let looking = CausesOfExample(
            bench: bench,
            example: example,
            blueprint: { ground.check(bench.name, $0).running },
            complaints: { run(example, $0) }
        )
        page.passedBefore = looking.passedBefore
        if page.passedBefore { page.causes = looking.found }
        return page
    }

    private func settle(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (bench, example) = try await example(posted["contoh"], context)
        var page = try await causes(of: example, on: bench)
        page.reason = FieldText.tidy(posted["alasan"] ?? "")
        let why = try await why(page.reason, keeper)
        var edits: [Edit] = []
        if let slot = Slot(named: posted["batalkan"]) {
            guard let cause = page.causes.first(where: { $0.at == slot }) else {
                throw DraftRefusal.doesNotFit
            }
            edits = bench.takingBack(cause, why: why)
        } else if posted["catat"] != nil, let found = page.found {
            if bench.files.isReplica, page.reason.isEmpty {
                page.reasonProblem = .reasonNeeded
                return try await answer(page, to: keeper, context)
            }
            let slot = Slot(["example", example.id, "expect"])
            let was = bench.tree[at: slot] ?? .record([:])
            let now = found.node(inPlaceOf: was)
            edits = Edit.leading(from: was, to: now, at: slot, why: why)
        } else {
            throw WebRefusal.unreadable
        }
        try await make(edits, on: bench, by: keeper.standing.official)
        let address = BenchAddress(bench.name).page("sebab").with("contoh", example.id.text)
        return try await go(to: address, keeper, context)
    }
}

extension Example {
    /// The same, expecting nothing: whatever comes of it is told.
    fileprivate var unexpecting: Example {
        Example(
            id: id,
            title: title,
            service: service,
            sent: sent,
            answers: answers,
            acts: acts,
            expect: ExampleExpectation()
        )
    }
}

/// An example beside what comes of it now, with the changes that make the difference.
struct CausePage: Page {
    let bench: Workbench
    let example: Example
    var complaints: [String] = []
    var found: ExampleExpectation?
    var causes: [Edit] = []

    /// Whether it came out as written before anything was changed here.
    var passedBefore = false
    var reason: String
    var reasonProblem: Words?

    init(bench: Workbench, example: Example) {
        self.bench = bench
        self.example = example
        reason = bench.lastReason
    }

    private var addresses: BenchAddress { BenchAddress(bench.name) }
    private var slot: Slot { Slot(["example", example.id]) }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(Words(example.title), addresses.thing(slot)),
            status: reasonProblem == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { example.title }

    func body(_ html: HTML) {
        html(ErrorSummary(of: recording.fields))
        html(.h1, .exampleCalled(example.title))
        guard !complaints.isEmpty else {
            html(Notice(.done, .comesOutAsWritten))
            return
        }
        html(.div, .class("kabar kabar-bahaya")) {
            html(.h2, .comesOutOtherwise)
            html(.ul) { for one in complaints { html(.li, one, .lang(.indonesian)) } }
        }
        writeCauses(html)
        if let found {
            html(.h2, .whatComesNow)
            html(.ul) { for words in found.words { html(.li, words) } }
            html(recording)
        }
        let trial = addresses.page("coba").with("contoh", example.id.text)
        html(ButtonRow(links: [Link(.changeExample, trial)]))
    }

    private func writeCauses(_ html: HTML) {
        guard passedBefore else {
            html(.p, .failsOfItself)
            return
        }
        let indonesian = sentences(of: causes, in: before)
        let english = sentences(of: causes, in: before, language: .english)
        html(.p, .failsBecause(example.title, isReplica: bench.files.isReplica))
        if causes.isEmpty { html(.p, .severalTogether) }
        for (number, cause) in causes.enumerated() {
            html(.div, .class("kabar kabar-ingat")) {
                html(.p, Words(indonesian[number], english[number]))
                if !cause.why.reason.isEmpty { html(.p, cause.why.reason, .lang(.indonesian)) }
                html(
                    Form(
                        to: addresses.page("sebab"),
                        [],
                        hidden: [("contoh", example.id.text), ("batalkan", cause.at.named)],
                        buttons: [
                            Button(.takeBackChange(isReplica: bench.files.isReplica), .secondary)
                        ]
                    )
                )
            }
        }
    }

    /// What the changes were made to.
    private var before: Tree {
        bench.files.isReplica ? bench.files.folder.tree : bench.published
    }

    private var recording: Form {
        Form(
            to: addresses.page("sebab"),
            [
                Field(
                    "alasan",
                    .whyChanged,
                    hint: .whyChangedHint,
                    isOptional: !bench.files.isReplica,
                    .text(TextInput(reason))
                ).with(error: reasonProblem)
            ],
            hidden: [("contoh", example.id.text)],
            buttons: [Button(.recordNewOutcome, .secondary, .send(name: "catat", value: "ya"))]
        )
    }
}
