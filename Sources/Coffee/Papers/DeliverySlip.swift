import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// What a grower carries home from the scale, and what the day came to.

extension CoffeeFeature {
    func addSlips(to router: Router<some SiteContext>) {
        router.get("timbang/:entri") { request, context in
            try await self.working(request, context) { at in
                let delivery = try await self.delivery(context, at)
                let link = try await self.link(of: delivery, at.visit)
                return Answer.page(WeighedPage(delivery: delivery, link: link), for: at.visit)
            }
        }
        router.get("timbang/:entri/slip.pdf") { request, context in
            try await self.working(request, context) { at in
                let delivery = try await self.delivery(context, at)
                let parts = self.parts
                let zone = try await self.store.glance { try parts.zone($0) }
                let link = try await self.link(of: delivery, at.visit)
                let sheet = delivery.slip(at.visit, zone, link)
                return Answer.pdf(
                    try ReceiptPress.pdf(of: sheet),
                    name: "slip-\(delivery.lot.code).pdf"
                )
            }
        }
    }

    /// A delivery to a lot that may be seen, with the grower and what they are paid.
    func delivery(_ context: some SiteContext, _ at: AtTheLots) async throws
        -> WeighedDelivery
    {
        guard let id = context.parameters.get("entri").flatMap({ OpaqueID($0) }) else {
            throw CoffeeRefusal.noSuchEntry
        }
        let parts = parts
        let found = try await store.read { reader -> WeighedDelivery? in
            guard let (entry, lotID) = try reader.entry(id), entry.way == .delivery,
                let lot = try reader.lot(lotID)
            else { return nil }
            return WeighedDelivery(
                entry: entry,
                lot: lot,
                grower: try entry.other.flatMap { try parts.registers.grower($0, reader) },
                holder: at.office.unit(lot.holder)?.name ?? lot.holder.text,
                what: try parts.vocabulary(reader).what(lot.what),
                findings: try reader.findings(of: lot.id).filter {
                    $0.entry == entry.id && $0.overruledBy == nil
                },
                phoneClock: try Words.phoneClock(entry.phoneClock, parts.zone(reader))
            )
        }
        guard let found, at.rights.mayWeigh(for: found.lot.holder) else {
            throw CoffeeRefusal.noSuchEntry
        }
        return found
    }
}

/// A delivery as the slip and the page after the weighing show it.
struct WeighedDelivery: Sendable {
    let entry: ShownEntry
    let lot: ShownLot
    let grower: Grower?
    let holder: String
    let what: Words
    let findings: [ShownFinding]

    /// What the phone's clock said, where it was wrong.
    let phoneClock: Words?

    /// Name and value of every line, as they are read beside the scale.
    var lines: [(name: Words, value: Words)] {
        [
            (.grower, Words(grower?.name ?? "-")),
            (.kindOfCoffee, what),
            (.weight, Kilograms.words(entry.grams)),
        ] + [entry.grade.map { (.gradeAtScale, $0.words) }].compactMap(\.self) + [
            (.price, NumberWords.money(Int(entry.price ?? 0))),
            (.worth, NumberWords.money(Int(entry.worth))),
            (.advance, Words.rupiahOrNone(entry.advance ?? 0)),
            (.paidOut, Words.rupiahOrNone(entry.paidOut)),
        ]
    }

    func slip(_ visit: Visit, _ zone: Zone, _ link: LinkOfGrower?) -> ReceiptSheet {
        let language = visit.language
        let moment = DateWords.moment(entry.at, zone: zone, in: language, withYear: true)
        var sheet = ReceiptSheet(
            Words.slipOfScale.text(in: language),
            number: Words.rupiahOrNone(entry.paidOut).text(in: language),
            for: moment,
            from: holder,
            facts: DocumentFacts(
                title: "\(Words.slipOfScale.text(in: language)) \(moment)",
                author: visit.installation.regency,
                createdAt: "\(zone.day(entry.at))T00:00:00+0\(zone.hours):00",
                language: language.rawValue
            )
        )
        sheet.form = .strip58
        sheet.dates = lines.map { .init($0.name.text(in: language), $0.value.text(in: language)) }
        sheet.contact = ["Lot \(lot.code)"]
        sheet.code = link.map {
            CodeStamp($0.address, caption: Words.qrOfGrower($0.until).text(in: language))
        }
        sheet.sample = visit.installation.isDemo
        sheet.isPractice = visit.installation.isPractice
        return sheet
    }
}

/// After a weighing: what is paid, the slip, and the next grower.
struct WeighedPage: Page {
    var delivery: WeighedDelivery
    var link: LinkOfGrower?

    var frame: Frame { Frame(back: Link(.coffeeLots, "/lot")) }

    func title(for visit: Visit) -> String { Words.weighed.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .weighed)
        html(KeyFacts(delivery.lines.map { ($0.name, .words($0.value)) }))
        if let clock = delivery.phoneClock { html(Notice(.attention, clock)) }
        for finding in delivery.findings { html(Notice(.attention, finding.finding.words)) }
        html(
            ButtonRow(
                Button(
                    .nextGrower,
                    .primary,
                    .go(Address("/timbang").with("lot", delivery.lot.code))
                ),
                Button(
                    .printSlip,
                    .secondary,
                    .go(Address("/timbang/\(delivery.entry.id)/slip.pdf"))
                )
            )
        )
        if let grower = delivery.grower {
            if delivery.entry.grams > 0 {
                let plots = Address("/kebun/petani/\(grower.id)")
                html(ButtonRow(links: [Link(.plotsOfThisGrower, plots)]))
            }
            html(LinkAtTheScale(delivery: delivery.entry.id, link: link))
        }
    }
}

extension Words {
    static let weighed = Words("Tercatat", "Written down")
    static let nextGrower = Words("Petani berikutnya", "Next grower")
    static let printSlip = Words("Cetak slip", "Print the slip")
    static let slipOfScale = Words("Slip timbangan kopi", "Coffee weighing slip")
    static let worth = Words("Nilai", "Worth")

    /// Nothing is "Rp0" here: a slip on which money is "free" would be wrong.
    static func rupiahOrNone(_ rupiah: Int64) -> Words {
        let nothing = "Rp0"
        return rupiah == 0 ? Words(nothing) : NumberWords.money(Int(rupiah))
    }
}
