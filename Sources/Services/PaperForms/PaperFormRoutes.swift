import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Blank forms with numbers of their own: printed, recorded later, given back.

extension ServicesFeature {
    func addPaperForms(to router: Router<some SiteContext>) {
        router.get("kerja/loket/borang") { request, context in
            try await self.atCounter(request, context) { official in
                let page = try await self.paperFormsPage(official)
                return try self.answer(page, to: official, context)
            }
        }
        router.post("kerja/loket/borang") { request, context in
            try await self.atCounter(request, context) { official in
                let posted = try await Posted.read(request, in: context)
                return try await self.reserve(posted, official, context)
            }
        }
        router.get("kerja/loket/borang/:cetakan") { request, context in
            try await self.atPrint(request, context) { official, forms in
                try self.answer(self.printPage(forms, official), to: official, context)
            }
        }
        router.post("kerja/loket/borang/:cetakan") { request, context in
            try await self.atPrint(request, context) { official, forms in
                let posted = try await Posted.read(request, in: context)
                return try await self.giveBack(posted, forms, official, context)
            }
        }
        router.get("kerja/loket/borang/:cetakan/borang.pdf") { request, context in
            try await self.atPrint(request, context) { official, forms in
                let open = forms.filter(\.isOpen)
                guard let first = open.first,
                    let service = official.force.service(first.service),
                    let unit = official.force.office.unit(first.unit)
                else { throw WebRefusal.notFound }
                let blank = BlankForm(
                    service: service,
                    force: official.force,
                    unit: unit,
                    forms: open,
                    now: self.now()
                )
                return Answer.pdf(try blank.pdf(), name: "borang-\(service.id).pdf")
            }
        }
    }

    private var paperForms: PaperFormDesk { PaperFormDesk(store: store) }

    /// A print of one of the official's own counters.
    private func atPrint(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (WorkingOfficial, [PaperForm]) async throws -> Response
    ) async throws -> Response {
        try await atCounter(request, context) { official in
            guard let block = context.parameters.get("cetakan").flatMap({ OpaqueID($0) }) else {
                throw WebRefusal.notFound
            }
            let forms = try await store.read { reader in try reader.paperForms(of: block) }
            guard let first = forms.first, official.isAtCounter(of: first.unit) else {
                throw WebRefusal.notFound
            }
            return try await body(official, forms)
        }
    }

    private func paperFormsPage(
        _ official: WorkingOfficial,
        typed: Posted = Posted([]),
        problems: [String: Words] = [:]
    ) async throws -> PaperFormsPage {
        let units = official.units(with: WorkingOfficial.counterDuty).map(\.id)
        let forms = try await store.read { reader in
            try reader.paperForms(of: units, limit: 1000)
        }
        var blocks: [(id: OpaqueID, forms: [PaperForm])] = []
        for form in forms {
            if blocks.last?.id == form.block {
                blocks[blocks.count - 1].forms.append(form)
            } else {
                blocks.append((form.block, [form]))
            }
        }
        let fields = [
            Field(
                "layanan",
                .whichForm,
                .choice(
                    typed["layanan"],
                    official.servicesAtCounter.map { Option($0.id.text, Words($0.title)) }
                )
            ),
            Field(
                "banyak",
                .howManyForms,
                hint: .mostForms,
                .text(TextInput(typed["banyak"] ?? "", .whole))
            ),
        ]
        return PaperFormsPage(
            form: Form(
                to: "/kerja/loket/borang",
                fields.map { $0.with(error: problems[$0.name]) },
                buttons: [Button(.reserveNumbers)]
            ),
            prints: blocks.map { block in line(of: block.forms, block.id, official) }
        )
    }

    private func line(
        of forms: [PaperForm],
        _ block: OpaqueID,
        _ official: WorkingOfficial
    ) -> Inline {
        let title =
            forms.first.flatMap { official.force.service($0.service) }
            .map { Words($0.title) } ?? .blankForms
        let day = forms.first.map { DateWords.longDate(official.force.zone.day($0.reserved)) } ?? ""
        let count = Words.formsPrinted(forms.count, open: forms.filter(\.isOpen).count)
        return .link(
            Link(
                Words(
                    "\(title.indonesian), \(day.indonesian): \(count.indonesian)",
                    "\(title.text(in: .english)), \(day.text(in: .english)): "
                        + count.text(in: .english)
                ),
                "/kerja/loket/borang/\(block)"
            )
        )
    }

    private func reserve(
        _ posted: Posted,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let services = official.servicesAtCounter
        let service = services.first { $0.id.text == posted["layanan"] }
        let count = posted["banyak"].flatMap { Int($0.filter { !$0.isWhitespace }) }
        var problems: [String: Words] = [:]
        if service == nil { problems["layanan"] = .chooseForm }
        if count == nil { problems["banyak"] = .mostForms }
        guard let service, let count, let unit = official.counter(for: service),
            let name = Code(service.id.text), let digest = Code(service.digest)
        else {
            let page = try await paperFormsPage(official, typed: posted, problems: problems)
            return try answer(page, to: official, context)
        }
        do {
            let block = try await paperForms.reserve(
                .reserve(count: count, service: name, digest: digest, unit: unit.id),
                by: official.duties.official,
                at: now()
            )
            return try go(to: "/kerja/loket/borang/\(block)", context)
        } catch let refusal as PaperFormRefusal {
            problems["banyak"] = Words(refusal.sentence, refusal.sentenceInEnglish)
            let page = try await paperFormsPage(official, typed: posted, problems: problems)
            return try answer(page, to: official, context)
        }
    }

    private func printPage(
        _ forms: [PaperForm],
        _ official: WorkingOfficial,
        problem: Words? = nil
    ) -> PrintedFormsPage {
        let service = forms.first?.service ?? ""
        let block = forms.first?.block.description ?? ""
        let open = forms.filter(\.isOpen)
        var page = PrintedFormsPage(
            service: official.force.service(service).map { Words($0.title) } ?? Words(service),
            paper: "/kerja/loket/borang/\(block)/borang.pdf",
            lines: forms.map { form in
                DataTable.Line([
                    .number(form.number.description), .words(form.state),
                    form.isOpen ? .link(form.intake) : .text(""),
                ])
            }
        )
        page.problem = problem
        guard !open.isEmpty else { return page }
        let field = Field(
            "nomor",
            .unusedForms,
            .choices([], open.map { Option($0.number.digits, Words($0.number.description)) })
        )
        page.giveBack = Form(
            to: "/kerja/loket/borang/\(block)",
            [field.with(error: problem)],
            buttons: [Button(.giveBackForms, .danger)]
        )
        return page
    }

    private func giveBack(
        _ posted: Posted,
        _ forms: [PaperForm],
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let chosen = Set(posted.all("nomor"))
        let numbers = forms.map(\.number).filter { chosen.contains($0.digits) }
        guard let block = forms.first?.block else { throw WebRefusal.notFound }
        do {
            try await paperForms.giveBack(
                numbers,
                of: block,
                by: official.duties.official,
                at: now()
            )
            return try go(to: "/kerja/loket/borang/\(block)", context)
        } catch let refusal as PaperFormRefusal {
            let words = Words(refusal.sentence, refusal.sentenceInEnglish)
            let page = printPage(forms, official, problem: words)
            return try answer(page, to: official, context)
        }
    }

    /// The printed number that papers come back with; nil where they have none.
    func reservedNumber(_ typed: String?, for intake: Intake) async throws -> TrackingNumber? {
        guard let typed else { return nil }
        guard case .success(let number) = Self.number(typed),
            let form = try await store.glance({ reader in try reader.paperForm(number) }),
            form.service == intake.service.id.text, intake.official.isAtCounter(of: form.unit)
        else { throw ServiceRefusal.formUnknown }
        guard form.isOpen else { throw ServiceRefusal.formUsed }
        return number
    }
}

extension PaperForm {
    var state: Words { isGivenBack ? .formGivenBack : isRecorded ? .formRecorded : .formOut }

    /// Where what stands on the paper is typed in.
    var intake: Link {
        let address = Address("/kerja/loket/baru").with("layanan", service)
        return Link(.recordForm, address.with("nomor", number.digits))
    }

    /// What anybody may know of the number.
    func page(_ force: InForce) -> HandedOutPage {
        let office = force.office.unit(unit)?.name ?? force.regency.name
        return HandedOutPage(
            number: number.description,
            heading: isGivenBack ? .formVoid : .formHandedOut,
            sentence: isGivenBack
                ? .askForNewForm
                : .handedOut(by: office, on: DateWords.longDate(force.zone.day(reserved)))
        )
    }
}

extension WorkingOfficial {
    /// The counter of this official that takes in a service.
    func counter(for service: PublicService) -> OfficeUnit? {
        units(with: Self.counterDuty).first { unit in
            force.owner(of: service, in: unit.village?.text)?.id == unit.id
        }
    }
}
