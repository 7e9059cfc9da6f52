import Site
import Stories

/// What a leader reads of coffee in half a minute: three numbers, prices, districts, harvests.
struct LeadersCoffeePage: Page {
    let figures: CoffeeOfSeasons

    /// The harvest whose districts and prices stand there.
    let season: Int
    let names: Names

    /// What codes are called, and what others published.
    struct Names: Sendable {
        let vocabulary: CoffeeVocabulary
        let districts: [Code: String]
        let references: [ReferencePrice]
    }

    var frame: Frame { Frame(width: .page, back: Link(.leaders, "/pimpinan")) }

    func title(for visit: Visit) -> String { Words.coffeeForLeaders.text(in: visit.language) }

    private var shown: CoffeeOfSeasons.Season? { figures.seasons.first { $0.season == season } }

    func body(_ html: HTML) {
        html(.h1, .coffeeForLeaders)
        guard let shown else { return html(EmptyState(.nothingBroughtAnywhere)) }
        html(.p, .harvestShown(shown.season))
        html(KeyFacts(facts(shown, html.visit.language)))
        prices(shown, html)
        districts(shown, html)
        seasons(html)
        html(.p, .howItIsCounted, .class("redup"))
    }

    private func facts(
        _ shown: CoffeeOfSeasons.Season,
        _ language: Language
    ) -> [(name: Words, value: Inline)] {
        [
            (.broughtAsGreen, weight(shown.whole?.green)),
            (
                .growersReached,
                .part(
                    Figure(
                        text: count(shown.whole?.growers).text(in: language),
                        after: [.womenAmong(count(shown.whole?.women))]
                    )
                )
            ),
            (.underOwnName, ownName(shown)),
        ]
    }

    private func ownName(_ shown: CoffeeOfSeasons.Season) -> Inline {
        guard let percent = shown.ownNamePercent else { return .words(.nothingSold) }
        return .part(
            Figure(
                text: "\(percent)%",
                percent: percent,
                after: [
                    .ofSold(Kilograms.words(shown.soldUnderOwnName), Kilograms.words(shown.sold))
                ]
            )
        )
    }

    private func weight(_ grams: Int64?) -> Inline {
        grams.map { .words(Kilograms.words(Self.wholeKilograms($0))) } ?? .words(.fewerThanFive)
    }

    private func count(_ people: Int?) -> Words {
        guard let people else { return .fewerThanFive }
        return Words(
            NumberWords.whole(people, in: .indonesian),
            NumberWords.whole(people, in: .english)
        )
    }

    /// Nobody leads by grams.
    private static func wholeKilograms(_ grams: Int64) -> Int64 { (grams + 500) / 1000 * 1000 }

    // MARK: - Prices

    private func prices(_ shown: CoffeeOfSeasons.Season, _ html: HTML) {
        html(.h2, .paidAndReference)
        guard let first = shown.prices.first else { return html(.p, .fewerThanFive) }
        let chart = PricesOverSeasons(
            what: first.what,
            seasons: figures.seasons.reversed(),
            references: names.references,
            name: names.vocabulary.what(first.what)
        )
        if chart.isWorthDrawing { html(chart) }
        html(
            DataTable(
                .paidAndReference,
                [
                    .init(.kindOfCoffee), .init(.weight, isNumber: true),
                    .init(.averagePaid, isNumber: true), .init(.referencePrice, isNumber: true),
                    .init(.sourceOfPrice),
                ],
                shown.prices.map { line($0, html.visit.language) }
            )
            .underItsHeading
        )
    }

    private func line(_ paid: CoffeeOfSeasons.Paid, _ language: Language) -> DataTable.Line {
        let reference = names.references.latest(of: paid.what, in: season)
        return DataTable.Line([
            .words(names.vocabulary.what(paid.what)),
            weight(paid.grams),
            paid.price.map { .words(.rupiahOrNone($0)) } ?? .words(.fewerThanFive),
            reference.map { .words(.rupiahOrNone($0.rupiah)) } ?? .words(.noReference),
            reference.map { .text("\($0.source), \(DateWords.date($0.day, in: language))") }
                ?? .words(.noReference),
        ])
    }

    // MARK: - Districts and harvests

    private func districts(_ shown: CoffeeOfSeasons.Season, _ html: HTML) {
        html(.h2, .byDistrictOfPlots)
        let most = shown.districts.compactMap(\.green).max() ?? 0
        html(
            DataTable(
                .byDistrictOfPlots,
                [
                    .init(.district), .init(.broughtAsGreen, isNumber: true),
                    .init(.growersReached, isNumber: true), .init(.womenOfThem, isNumber: true),
                ],
                shown.districts.map { part in
                    DataTable.Line([
                        part.district.map { .text(names.districts[$0] ?? $0.text) }
                            ?? .words(.placeUnknown),
                        barred(part.green, of: most, html.visit.language),
                        .words(count(part.growers)), .words(count(part.women)),
                    ])
                }
            )
            .whenEmpty(.fewerThanFive).underItsHeading
        )
    }

    private func seasons(_ html: HTML) {
        html(.h2, .bySeason)
        let language = html.visit.language
        let most = figures.seasons.compactMap { $0.whole?.green }.max() ?? 0
        html(
            DataTable(
                .bySeason,
                [
                    .init(.season), .init(.broughtAsGreen, isNumber: true),
                    .init(.growersReached, isNumber: true), .init(.womenOfThem, isNumber: true),
                    .init(.underOwnName, isNumber: true),
                ],
                figures.seasons.map { each in
                    let list = Address("/pimpinan/kopi").with("musim", "\(each.season)")
                    return DataTable.Line([
                        .link(Link(.ofYear(each.season), list)),
                        barred(each.whole?.green, of: most, language),
                        .words(count(each.whole?.growers)), .words(count(each.whole?.women)),
                        each.ownNamePercent.map { .number("\($0)%") } ?? .words(.nothingSold),
                    ])
                }
            )
            .underItsHeading
        )
    }

    private func barred(_ grams: Int64?, of most: Int64, _ language: Language) -> Inline {
        guard let grams, most > 0 else { return weight(grams) }
        let whole = Kilograms.words(Self.wholeKilograms(grams))
        return .part(Figure(text: whole.text(in: language), percent: Int(grams * 100 / most)))
    }
}

/// What was paid for one kind over the harvests, and what others published beside it, dashed.
struct PricesOverSeasons: Component {
    let what: KindOfCoffee

    /// The earliest first.
    let seasons: [CoffeeOfSeasons.Season]
    let references: [ReferencePrice]
    let name: Words

    private var paid: [Int?] {
        seasons.map { season in
            season.prices.first { $0.what == what }?.price.map { Int($0) }
        }
    }

    private var beside: [Int?] {
        seasons.map { references.latest(of: what, in: $0.season).map { Int($0.rupiah) } }
    }

    /// A lone point is said by the table.
    var isWorthDrawing: Bool { paid.count { $0 != nil } > 1 }

    func write(to html: HTML) {
        let (paid, beside, language) = (paid, beside, html.visit.language)
        let points = seasons.indices.map { index in
            LineChart.Point(
                paid[index],
                label: "\(seasons[index].season)",
                said: said(seasons[index].season, paid[index], beside[index], language)
            )
        }
        let most = (paid + beside).compactMap(\.self).max() ?? 1
        var chart = LineChart(
            "harga",
            .pricesOf(name),
            points,
            on: LineChart.Axis(upTo: most) { NumberWords.whole($0, in: language) }
        )
        chart.beside = beside
        html(chart)
        html(.p, beside.contains { $0 != nil } ? .linesOfPrices : .lineOfPrices, .class("redup"))
    }

    private func said(
        _ season: Int,
        _ paid: Int?,
        _ reference: Int?,
        _ language: Language
    ) -> String {
        let price = paid.map { Words.rupiahOrNone(Int64($0)) } ?? .fewerThanFive
        let other = reference.map { Words.rupiahOrNone(Int64($0)) } ?? .noReference
        return "\(season): \(price.text(in: language)); "
            + "\(Words.referencePrice.text(in: language)): \(other.text(in: language))"
    }
}

extension [ReferencePrice] {
    /// The last one that was published in the year of a harvest.
    func latest(of what: KindOfCoffee, in season: Int) -> ReferencePrice? {
        filter { $0.what == what && $0.day.parts.year == season }.max { $0.day < $1.day }
    }
}

extension Words {
    static let coffeeForLeaders = Words("Kopi daerah", "Coffee of the region")
    static let nothingBroughtAnywhere = Words("Belum ada kopi yang disetor.", "No coffee yet.")
    static let broughtAsGreen = Words("Setoran, setara biji", "Brought, as green coffee")
    static let growersReached = Words("Petani terjangkau", "Growers reached")
    static let womenOfThem = Words("Perempuan", "Women")
    static let underOwnName = Words(
        "Dijual dengan nama daerah sendiri",
        "Sold under the region's own name"
    )
    static let nothingSold = Words("belum ada yang dijual", "nothing sold yet")
    static let fewerThanFive = Words("kurang dari 5 petani", "fewer than 5 growers")
    static let paidAndReference = Words(
        "Harga dibayar dan harga acuan",
        "Prices paid and reference prices"
    )
    static let averagePaid = Words("Rata-rata dibayar", "Paid on average")
    static let referencePrice = Words("Harga acuan", "Reference price")
    static let sourceOfPrice = Words("Sumber harga acuan", "Source of the reference")
    static let noReference = Words("belum ada", "none yet")
    static let byDistrictOfPlots = Words("Menurut kecamatan kebun", "By district of the plots")
    static let district = Words("Kecamatan", "District")
    static let placeUnknown = Words("Letak kebun belum dicatat", "Place of the plot unknown")
    static let linesOfPrices = Words(
        "Garis penuh: rata-rata dibayar. Garis putus-putus: harga acuan. Rupiah per kilogram.",
        "Full line: paid on average. Dashed line: reference price. Rupiah per kilogram."
    )
    static let lineOfPrices = Words(
        "Rata-rata dibayar, rupiah per kilogram. Harga acuan belum ada.",
        "Paid on average, rupiah per kilogram. There is no reference price yet."
    )
    static let howItIsCounted = Words(
        "Dihitung dari setoran di timbangan. Angka yang menyangkut kurang dari 5 petani tidak "
            + "ditampilkan. Nama daerah sendiri: bersertifikat lembaga indikasi geografis.",
        "Counted from deliveries at the scale. Figures of fewer than 5 growers are not shown. The "
            + "region's own name: certified by the body of the geographical indication."
    )

    static func harvestShown(_ season: Int) -> Words {
        Words("Panen \(season), sampai saat ini", "Harvest \(season), up to now")
    }

    static func womenAmong(_ count: Words) -> Words {
        Words(
            "perempuan di antaranya: \(count.indonesian)",
            "women among them: \(count.text(in: .english))"
        )
    }

    static func ofSold(_ part: Words, _ whole: Words) -> Words {
        Words(
            "\(part.indonesian) dari \(whole.indonesian) yang dijual",
            "\(part.text(in: .english)) of \(whole.text(in: .english)) sold"
        )
    }

    static func pricesOf(_ name: Words) -> Words {
        Words(
            "Harga dibayar untuk \(name.indonesian.lowercased())",
            "Prices paid for \(name.text(in: .english).lowercased())"
        )
    }
}
