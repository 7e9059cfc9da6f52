import Hummingbird
import Ledger
import Site
import Stories

// What a day came to at the scale: how much, and how much cash went out.

extension CoffeeFeature {
    /// A scale does not weigh more in a day.
    private static let mostOfADay = 5000

    func addDay(to router: Router<some SiteContext>) {
        router.get("timbang/hari") { request, context in
            try await self.working(request, context) { at in
                Answer.page(try await self.totals(request, at), for: at.visit)
            }
        }
        router.get("timbang/hari.csv") { request, context in
            try await self.working(request, context) { at in
                let totals = try await self.totals(request, at)
                return Answer.download(
                    totals.table(in: at.visit.language).bytes,
                    type: "text/csv; charset=utf-8",
                    name: "timbangan-\(totals.day).csv"
                )
            }
        }
    }

    private func totals(_ request: Request, _ at: AtTheLots) async throws -> DayAtScalePage {
        let holders = at.rights.weighs.union(at.rights.manages)
        guard !holders.isEmpty else { throw CoffeeRefusal.notYourLot }
        let (parts, today, most) = (parts, try await today(), Self.mostOfADay)
        let asked = request.uri.queryParameters["tanggal"].flatMap { Day(String($0)) } ?? today
        return try await store.read { reader in
            let zone = try parts.zone(reader)
            let found = try reader.deliveries(
                to: holders,
                from: zone.instant(asked, minute: 0),
                before: zone.instant(asked.adding(days: 1), minute: 0),
                most: most
            )
            var names: [OpaqueID: String] = [:]
            for grower in Set(found.compactMap(\.entry.other)) {
                names[grower] = try parts.registers.grower(grower, reader)?.name
            }
            return DayAtScalePage(
                day: asked,
                lines: found.map { line in
                    DayAtScalePage.Line(line, line.entry.other.flatMap { names[$0] } ?? "-")
                },
                vocabulary: try parts.vocabulary(reader),
                zone: zone
            )
        }
    }
}

/// The deliveries of a day and their sums.
struct DayAtScalePage: Page {
    let day: Day
    let lines: [Line]
    let vocabulary: CoffeeVocabulary
    let zone: Zone

    /// A delivery with the name of who brought it.
    struct Line: Sendable {
        let delivery: DeliveryOfDay
        let grower: String

        init(_ delivery: DeliveryOfDay, _ grower: String) {
            (self.delivery, self.grower) = (delivery, grower)
        }

        var entry: ShownEntry { delivery.entry }

        /// Half a rupiah rounded up, as in the fact.
        var worth: Int64 { ((entry.price ?? 0) * entry.grams + 500) / 1000 }
        var cash: Int64 { max(0, worth - (entry.advance ?? 0)) }
    }

    var frame: Frame { Frame(width: .workbench, back: Link(.coffeeLots, "/lot")) }

    func title(for visit: Visit) -> String { Words.dayAtScale.text(in: visit.language) }

    private var grams: Int64 { lines.reduce(0) { $0 + $1.entry.grams } }
    private var cash: Int64 { lines.reduce(0) { $0 + $1.entry.paidOut } }

    func body(_ html: HTML) {
        html(.h1, .dayAtScale)
        html(.p, DateWords.longDate(day))
        html(
            KeyFacts([
                (.deliveries, .text("\(lines.count)")), (.weight, .words(Kilograms.words(grams))),
                (.cashOut, .words(.rupiahOrNone(cash))),
            ])
        )
        html(
            DataTable(
                .deliveries,
                [
                    .init(.grower), .init(.kindOfCoffee), .init(.weight, isNumber: true),
                    .init(.price, isNumber: true), .init(.cashOut, isNumber: true),
                ],
                lines.map { line in
                    DataTable.Line([
                        .link(Link(Words(line.grower), Address("/timbang/\(line.entry.id)"))),
                        .words(vocabulary.what(line.delivery.lot.what)),
                        .words(Kilograms.words(line.entry.grams)),
                        .words(.rupiahOrNone(line.entry.price ?? 0)),
                        .words(.rupiahOrNone(line.entry.paidOut)),
                    ])
                }
            )
        )
        html(
            ButtonRow(links: [
                Link(.downloadCSV, Address("/timbang/hari.csv").with("tanggal", "\(day)"))
            ])
        )
    }

    /// The same for a spreadsheet: plain numbers, one line a delivery.
    func table(in language: Language) -> Spreadsheet {
        let heads: [Words] = [
            .timeOfScale, .grower, .lotCode, .kindOfCoffee, .gramsWeighed, .price, .advance, .worth,
            .cashOut,
        ]
        let rows = lines.map { line in
            [
                DateWords.moment(line.entry.at, zone: zone, in: language, withYear: true),
                line.grower, line.delivery.lot.code,
                vocabulary.what(line.delivery.lot.what).text(in: language),
                "\(line.entry.grams)", "\(line.entry.price ?? 0)", "\(line.entry.advance ?? 0)",
                "\(line.entry.worth)", "\(line.entry.paidOut)",
            ]
        }
        return Spreadsheet([heads.map { $0.text(in: language) }] + rows)
    }
}

extension Words {
    static let dayAtScale = Words("Timbangan hari ini", "The day at the scale")
    static let deliveries = Words("Setoran", "Deliveries")
    static let cashOut = Words("Uang keluar", "Cash out")
    static let timeOfScale = Words("Waktu", "Time")
    static let gramsWeighed = Words("Gram", "Grams")
}
