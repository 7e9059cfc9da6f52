import Blueprints
import Cases
import Hummingbird
import Ledger
import Press
import Site
import Stories

// What a helper still sees of a request that was sent: its number, its PIN, how it stands.

extension ServicesFeature {
    func addHelpedReceipts(to router: Router<some SiteContext>) {
        router.get("bantu/terkirim/:nomor") { request, context in
            try await self.helpedCase(request, context) { helper, person, receipt in
                try self.answer(
                    self.sentPage(receipt, person, context),
                    to: helper.official,
                    context
                )
            }
        }
        router.get("bantu/terkirim/:nomor/tanda-terima.pdf") { request, context in
            try await self.helpedCase(request, context) { _, _, receipt in
                Answer.pdf(
                    try receipt.pdf(.asked(request), in: try self.visit(context).language),
                    name: "tanda-terima-\(receipt.number).pdf"
                )
            }
        }
    }

    /// A request that was sent on this log-in, with a receipt that opens nothing but its status.
    private func helpedCase(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (Helper, HelpedToday.Person, Receipt) async throws -> Response
    ) async throws -> Response {
        try await helping(request, context) { helper in
            let digits = context.parameters.get("nomor") ?? ""
            guard let person = helper.today.person(of: digits),
                case .success(let number) = Self.number(digits)
            else { throw ServiceRefusal.helpedNotHere }
            let force = helper.official.force
            let loaded = try await store.glance { reader in
                try reader.caseID(of: number).flatMap {
                    try reader.load($0, force, openingAnswers: false)
                }
            }
            guard let loaded else { throw ServiceRefusal.noSuchCase }
            var receipt = Receipt(
                loaded: loaded,
                force: force,
                link: "\(force.installation.base)/lacak/\(number.digits)"
            )
            receipt.pin = pin(of: loaded)
            receipt.caption = .codeToStatus
            try await addProof(to: &receipt)
            return try await body(helper, person, receipt)
        }
    }

    private func sentPage(
        _ receipt: Receipt,
        _ person: HelpedToday.Person,
        _ context: some SiteContext
    ) throws -> HelpedSentPage {
        let language = try visit(context).language
        let drawing = try QRCode(receipt.link).svg(
            size: 160,
            label: Words.codeToStatus.text(in: language)
        )
        let digits = receipt.loaded.subject.tracking.digits
        return HelpedSentPage(
            service: Words(receipt.loaded.service.title),
            number: receipt.number,
            pin: receipt.pin?.spaced ?? "",
            code: QRBlock(RawHTML(drawing: drawing), description: .codeToStatus),
            next: receipt.next,
            papers: ReceiptSheet.Form.links(to: "/bantu/terkirim/\(digits)/tanda-terima.pdf"),
            person: Link(.anotherService, "/bantu/\(person.id)")
        )
    }

    /// Leads to what the citizen takes home; the phone of the helper keeps nothing of the request.
    func helpedReceipt(
        of id: CaseID,
        _ draft: OpaqueID,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let number = try await store.glance { reader in
            try reader.row("SELECT number FROM cases WHERE id = \(id.id)")?.text("number")
        }
        guard let number, let list = listOfHelped(request) else { throw ServiceRefusal.noSuchCase }
        try await change(list) { $0.sent(draft, as: number) }
        return try go(to: "/bantu/terkirim/\(number)", context)
    }
}
