import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// The front desk: finding a case, taking in papers, printing the receipt.

extension ServicesFeature {
    func addCounter(to router: Router<some SiteContext>) {
        router.get("kerja/loket") { request, context in
            try await self.atCounter(request, context) { official in
                let query = request.query["cari"].map(String.init) ?? ""
                var page = try await self.counterPage(String(query.prefix(300)), official)
                let window = NumberOfQueue.read(request.query["loket"]) ?? 1
                page.queues = try await self.queuePanels(official, window: window)
                page.tell(request.query, window: window)
                return try self.answer(page, to: official, context)
            }
        }
        router.get("kerja/loket/terima/:nomor") { request, context in
            try await self.recordedHere(request, context) { opened in
                try self.answer(self.counterReceiptPage(opened, context), opened, context)
            }
        }
        router.get("kerja/loket/terima/:nomor/tanda-terima.pdf") { request, context in
            try await self.recordedHere(request, context) { opened in
                guard self.mayPrintReceipt(of: opened) else { throw WebRefusal.notFound }
                var receipt = self.receipt(of: opened.loaded, opened.force)
                try await self.addProof(to: &receipt)
                return Answer.pdf(
                    try receipt.pdf(.asked(request), in: try self.visit(context).language),
                    name: "tanda-terima-\(receipt.number).pdf"
                )
            }
        }
        addIntake(to: router)
    }

    func atCounter(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (WorkingOfficial) async throws -> Response
    ) async throws -> Response {
        try await onDuty(WorkingOfficial.counterDuty, request, context, body)
    }

    /// A case that the official's own counter took in.
    private func recordedHere(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (OpenedCase) async throws -> Response
    ) async throws -> Response {
        try await atCounter(request, context) { official in
            let opened = try await openCase(request, context)
            guard official.isAtCounter(of: opened.loaded.subject.owner),
                opened.loaded.subject.hasPIN, opened.seesApplicant
            else { throw ServiceRefusal.notYourCase }
            return try await body(opened)
        }
    }

    /// The receipt opens the request, so the counter hands it out only as the papers come in.
    private func mayPrintReceipt(of opened: OpenedCase) -> Bool {
        let zone = opened.force.zone
        return opened.loaded.subject.helped == nil
            && zone.day(opened.loaded.subject.recorded) == zone.day(now())
    }

    private func counterReceiptPage(
        _ opened: OpenedCase,
        _ context: some SiteContext
    ) throws -> CounterReceiptPage {
        let subject = opened.loaded.subject
        let file: Address = "/kerja/loket/terima/\(subject.tracking.digits)/tanda-terima.pdf"
        let receipt = receipt(of: opened.loaded, opened.force)
        let maySee = mayPrintReceipt(of: opened)
        var page = CounterReceiptPage(
            service: Words(opened.loaded.service.title),
            number: receipt.number,
            papers: maySee ? ReceiptSheet.Form.links(to: file) : [],
            next: receipt.next,
            again: Address("/kerja/loket/baru").with("layanan", subject.service.text),
            opened: opened.address
        )
        if maySee { page.pin = receipt.pin?.spaced }
        return page
    }

    /// The receipt of a case as paper, with its secret link.
    func receipt(of loaded: LoadedCase, _ force: InForce) -> Receipt {
        let token = LinkToken(ofReceipt: loaded.id, changes: loaded.state.linkChanges, keys)
        var receipt = Receipt(
            loaded: loaded,
            force: force,
            link: "\(force.installation.base)/t/\(token.text)"
        )
        receipt.pin = pin(of: loaded)
        return receipt
    }

    private func counterPage(
        _ query: String,
        _ official: WorkingOfficial
    ) async throws -> CounterPage {
        let keys = keys
        let list = InboxQuery(official: official, now: now())
        let lines = try await store.read { reader in
            try Self.rows(matching: query, list, keys, reader).map { row in
                try list.line(row, reader, .indonesian)
            }
        }
        var page = CounterPage(
            query: query,
            lines: lines,
            services: official.servicesAtCounter.map { service in
                Link(
                    Words(service.title),
                    Address("/kerja/loket/baru").with("layanan", service.id.text)
                )
            }
        )
        page.others = [
            Link(.blankForms, "/kerja/loket/borang"),
            Link(.receiptCheck, "/kerja/loket/tanda-terima"),
        ]
        page.form = try await printedForm(query, official)
        return page
    }

    /// The way to record a paper whose number was typed or scanned.
    private func printedForm(
        _ query: String,
        _ official: WorkingOfficial
    ) async throws -> Link? {
        let typed = query.filter { !$0.isWhitespace }
        guard case .success(let number) = Self.number(typed.part(after: "/lacak/") ?? typed),
            let form = try await store.glance({ reader in try reader.paperForm(number) }),
            form.isOpen, official.isAtCounter(of: form.unit)
        else { return nil }
        return Link(.recordNumber(number.description), form.intake.address)
    }

    /// Cases of the official's units by what was typed, or by what a scanner read off a receipt.
    private static func rows(
        matching query: String,
        _ list: InboxQuery,
        _ keys: Keys,
        _ reader: Reader
    ) throws -> [RecordRow] {
        let typed = query.filter { !$0.isWhitespace }
        guard !typed.isEmpty else { return [] }
        if let token = typed.part(after: "/t/"), let id = LinkToken.id(in: token) {
            return try list.row(of: CaseID(id), reader)
        }
        let number = typed.part(after: "/lacak/") ?? typed
        if case .success(let number) = Self.number(number),
            let id = try reader.caseID(of: number)
        {
            // A number that is known is found at once, before the search has heard of it.
            return try list.row(of: id, reader)
        }
        return try list.found(String(query.prefix(100)), page: 1, reader).rows
    }
}

extension InboxQuery {
    /// One case, if the official's units have to do with it.
    fileprivate func row(of id: CaseID, _ reader: Reader) throws -> [RecordRow] {
        let units = official.standing.units.sorted()
        return try reader.rows(
            """
            SELECT c.* FROM cases c WHERE c.id = \(id.id) AND (c.unit IN (\(each: units)) \
            OR c.owner IN (\(each: units)) OR c.id IN (SELECT case_id \
            FROM case_units WHERE unit IN (\(each: units))))
            """
        )
    }
}

extension String {
    /// What follows a part of an address.
    fileprivate func part(after mark: String) -> String? {
        firstRange(of: mark).map { String(self[$0.upperBound...]) }
    }
}

extension ReceiptSheet.Form {
    /// The paper that an address asks for.
    static func asked(_ request: Request) -> ReceiptSheet.Form {
        switch request.query["kertas"].map(String.init) {
        case "58": .strip58
        case "80": .strip80
        case .some, nil: .a4
        }
    }

    /// The same receipt on the papers that printers have.
    static func links(to file: Address) -> [Link] {
        [
            Link(.strip58, file.with("kertas", "58")), Link(.strip80, file.with("kertas", "80")),
            Link(.paperA4, file),
        ]
    }
}
