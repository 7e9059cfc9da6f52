import Blueprints
import Coffee
import Feel
import Ledger
import Registers
import Services
import Stories

/// A season from plots to certified bags, recorded as officials record it: through the desks that
/// the pages use, with their rules and findings.
struct SeasonOfCoffee {
    private let record: OpenRecord
    private let plan: SeasonPlan
    private let force: InForce
    private let measures: CoffeeMeasures
    private let people: People
    private let holder: Code

    /// Who does what; the sample office has them all.
    private struct People {
        let weigher: Actor
        let manager: Actor
        let approver: Actor
        let tester: Actor
    }

    /// A delivery before it is weighed.
    private struct Brought {
        let grower: OpaqueID
        let plots: [PlotAtScale]
        let grams: Int64
        let day: Int
    }

    /// So many days pass between one gathering and the next.
    private static let (gatherings, between) = (8, 14)

    /// Deliveries end so many days before the last day, so that there is time for the rest.
    private static let daysAfter = 40

    /// A bag holds sixty kilograms.
    private static let bag: Int64 = 60_000

    init(_ record: OpenRecord, _ folder: RegencyFolder, _ plan: SeasonPlan) async throws {
        (self.record, self.plan) = (record, plan)
        let keeper = InForceKeeper(base: "")
        force = try await record.store.read { try keeper.current($0) }
        measures = try CoffeeRules.read(folder.root).measures(on: force.zone.day(.now))
        people = People(
            weigher: try await record.official(logIn: "weni"),
            manager: try await record.official(logIn: "maman"),
            approver: try await record.official(logIn: "salman"),
            tester: try await record.official(logIn: "lestari")
        )
        holder = "koperasi-contoh"
    }

    private var today: Day { force.zone.day(.now) }
    private var firstDay: Day {
        today.adding(days: -Self.daysAfter - Self.gatherings * Self.between)
    }
    private var year: Int { firstDay.parts.year }

    func run() async throws -> SeasonPlan.Came {
        var came = SeasonPlan.Came()
        var numbers = SeededNumbers(plan.seed &+ 17)
        try await record.store.catchUp()
        let records = try SeasonRecords(record.store, force, by: people.manager)
        let growers = try await enter(records, &came)
        let buyers = try await buyers(records)
        var green: [OpaqueID] = []
        let rounds = rounds(growers, &numbers)
        for (number, brought) in rounds.enumerated() {
            let lot = try await gather(brought, number + 1, &numbers, &came)
            green.append(try await process(lot, number + 1, &came))
        }
        try await bag(green, for: buyers, &numbers, &came)
        try await consent(growers.map(\.id), to: buyers)
        return came
    }

    // MARK: Registers

    private struct GrowerWithPlots {
        let id: OpaqueID
        let plots: [PlotAtScale]
    }

    private func enter(
        _ records: SeasonRecords,
        _ came: inout SeasonPlan.Came
    ) async throws -> [GrowerWithPlots] {
        var invented = InventedPlots(plan, in: year)
        let people = (0..<plan.growers).map { invented.grower($0) }
        let at = moment(firstDay.adding(days: -20), minute: 600)
        let ids = try await records.enter(people.map(\.grower), in: "petani", at: at)
        let plots = people.flatMap(\.plots)
        let plotIDs = try await records.enter(plots, in: "kebun", at: at.adding(seconds: 60))
        came.growers = ids.count
        came.plots = plots.count
        var next = 0
        return zip(ids, people).map { id, person in
            let own = person.plots.map { plot -> PlotAtScale in
                defer { next += 1 }
                let hectares = plot["luas"]?.number.flatMap { Double($0.description) } ?? 0
                return PlotAtScale(
                    plotIDs[next],
                    area: Int64((hectares * 10_000).rounded()),
                    planted: plot["tahun_tanam"]?.number.flatMap { Int($0.description) },
                    village: plot["desa"]?.text.flatMap { Code($0) }
                )
            }
            return GrowerWithPlots(id: id, plots: own)
        }
    }

    /// One in the country, one in the EU.
    private func buyers(_ records: SeasonRecords) async throws -> [OpaqueID] {
        func buyer(_ name: String, _ country: String) -> TypedAnswers {
            TypedAnswers(["nama": .string(name), "negara": .string(country)])
        }
        return try await records.enter(
            [
                buyer("Rösterei Beispiel GmbH (DATA CONTOH)", "Jerman"),
                buyer("Eksportir Contoh, Lampung (DATA CONTOH)", "Indonesia"),
            ],
            in: "pembeli",
            at: moment(firstDay, minute: 540)
        )
    }

    // MARK: Deliveries

    /// What every grower brings over the season, by gatherings: as much as the plots bear, but for
    /// one who brings three times of it.
    private func rounds(
        _ growers: [GrowerWithPlots],
        _ numbers: inout SeededNumbers
    ) -> [[Brought]] {
        let yields = plan.species.yields
        var rounds = Array(repeating: [Brought](), count: Self.gatherings)
        for (index, grower) in growers.enumerated() {
            let area = Double(grower.plots.reduce(0) { $0 + $1.area }) / 10_000
            let most = index == 7 ? 3.5 : 1
            let kilograms = area * Double(numbers.whole(yields.green)) / yields.ofCherry * most
            let times = numbers.whole(3...6)
            for _ in 0..<times {
                let round = numbers.whole(0...Self.gatherings - 1)
                let tenths = Int64((kilograms / Double(times) * 10).rounded())
                rounds[round].append(
                    Brought(
                        grower: grower.id,
                        plots: grower.plots,
                        grams: max(1, tenths) * 100,
                        day: numbers.whole(0...Self.between - 3)
                    )
                )
            }
        }
        return rounds.map { $0.sorted { $0.day < $1.day } }
    }

    private func gather(
        _ brought: [Brought],
        _ number: Int,
        _ numbers: inout SeededNumbers,
        _ came: inout SeasonPlan.Came
    ) async throws -> OpaqueID {
        let start = firstDay.adding(days: (number - 1) * Self.between)
        let lot = try await begin("gelondong", "Gelondong, kumpulan \(number)", start, &came)
        for one in brought {
            let at = moment(start.adding(days: one.day), minute: numbers.whole(450...960))
            let price = numbers.whole(plan.species.prices.cherry) / 100 * 100
            let advance = numbers.happens(0.15) ? numbers.whole(1...5) * 50_000 : 0
            try await desk(at).deliver(
                LotDesk.Brought(
                    Draw.random.id(),
                    of: one.grower,
                    from: one.plots,
                    Weighing(
                        grams: one.grams,
                        price: Int64(price),
                        advance: Int64(advance),
                        at: at,
                        village: one.plots.first?.village
                    )
                ),
                to: lot,
                measures,
                asked(people.weigher)
            )
            came.deliveries += 1
        }
        return lot
    }

    // MARK: Steps

    /// Cherries become green coffee; in the third gathering more comes out than went in can give.
    private func process(
        _ cherries: OpaqueID,
        _ number: Int,
        _ came: inout SeasonPlan.Came
    ) async throws -> OpaqueID {
        var lot = cherries
        var day = firstDay.adding(days: number * Self.between)
        for (index, step) in plan.species.steps.enumerated() {
            let next = try await begin(step.kind, "\(step.kind) \(number)", day, &came)
            let there = try await balance(of: lot)
            let share = number == 3 && index == 1 ? step.share * 1.25 : step.share
            try await desk(moment(day, minute: 900)).process(
                LotDesk.Step(
                    Draw.random.id(),
                    step.name,
                    of: [Portion(lot, grams: there)],
                    Filling.Outcome(
                        grams: Int64(Double(there) * share / 100) * 100,
                        moisture: step.moisture
                    )
                ),
                into: next,
                measures,
                asked(people.manager)
            )
            lot = next
            day = day.adding(days: 9)
        }
        return lot
    }

    /// Two lots of green coffee make one of bags: graded, cupped, certified, half of them sold.
    private func bag(
        _ green: [OpaqueID],
        for buyers: [OpaqueID],
        _ numbers: inout SeededNumbers,
        _ came: inout SeasonPlan.Came
    ) async throws {
        for start in stride(from: 0, to: green.count, by: 2) {
            let inputs = Array(green[start..<min(start + 2, green.count)])
            let day = today.adding(days: -8 + start / 2)
            let title = "\(plan.species.title), lot \(start / 2 + 1)"
            let lot = try await begin("biji", title, day, &came)
            var portions: [Portion] = []
            for input in inputs {
                portions.append(Portion(input, grams: try await balance(of: input)))
            }
            let all = portions.reduce(0) { $0 + $1.grams }
            let bags = all / Self.bag
            try await desk(moment(day, minute: 600)).process(
                LotDesk.Step(
                    Draw.random.id(),
                    "karung",
                    of: portions,
                    Filling.Outcome(grams: bags * Self.bag, moisture: 122, bags: Int(bags))
                ),
                into: lot,
                measures,
                asked(people.manager)
            )
            came.bags += Int(bags)
            try await judge(lot, day, &numbers)
            let certificate = try await certify(lot, day)
            came.certificates += certificate == nil ? 0 : 1
            came.findings += try await record.store.read {
                try $0.findings(of: lot).count + $0.findings(behind: lot)
            }
            if let certificate, start / 2 % 2 == 0 {
                try await sell(lot, to: buyers[0], under: certificate, day, &numbers)
                came.sales += 1
            }
        }
    }

    private func judge(_ lot: OpaqueID, _ day: Day, _ numbers: inout SeededNumbers) async throws {
        let sheet = Array("DATA CONTOH".utf8)
        let twentieths = Int64(numbers.whole(80...220))
        try await desk(moment(day, minute: 660)).change(
            lot,
            .grade(
                Graded(
                    // Grade 1 up to 11 points, grade 2 up to 25 (SNI 01-2907-2008).
                    twentieths <= 220 ? "1" : "2",
                    twentieths: twentieths,
                    moisture: 122,
                    sheet: Public(of: sheet)
                )
            ),
            asked(people.tester, isLaboratory: true),
            content: [sheet]
        )
        try await desk(moment(day, minute: 700)).change(
            lot,
            .cup(
                Cupped(
                    plan.species == .robusta ? "fine-robusta" : "sca-2004",
                    hundredths: numbers.whole(320...344) * 25,
                    sheet: Public(of: sheet)
                )
            ),
            asked(people.tester, isLaboratory: true),
            content: [sheet]
        )
    }

    /// Nil where a finding keeps certificates away, as it should.
    private func certify(_ lot: OpaqueID, _ day: Day) async throws -> OpaqueID? {
        let id = Draw.random.id()
        do {
            try await desk(moment(day, minute: 720)).change(
                lot,
                .certify(Certification(id, "asal", grams: try await balance(of: lot))),
                asked(people.approver, approves: true)
            )
            return id
        } catch CoffeeRefusal.findingsOpen { return nil }
    }

    private func sell(
        _ lot: OpaqueID,
        to buyer: OpaqueID,
        under certificate: OpaqueID,
        _ day: Day,
        _ numbers: inout SeededNumbers
    ) async throws {
        let bags = try await balance(of: lot) / Self.bag
        try await desk(moment(day, minute: 800)).change(
            lot,
            .sell(
                Sale(
                    Draw.random.id(),
                    to: buyer,
                    grams: max(1, bags * 2 / 3) * Self.bag,
                    price: Int64(numbers.whole(plan.species.prices.green) / 500 * 500),
                    Sale.Terms(certificate: certificate, isUnderOwnName: true)
                )
            ),
            asked(people.manager)
        )
    }

    /// Nine in ten let their data be sent to the first buyer, and nobody's is sent to the second.
    private func consent(_ growers: [OpaqueID], to buyers: [OpaqueID]) async throws {
        let desk = DeclaringDesk(store: record.store, files: record.files, now: { .now })
        let some = growers.enumerated().filter { $0.offset % 10 != 9 }.map(\.element)
        try await desk.consent(
            some,
            .give(TransferConsent(to: buyers[0], .signedPaper)),
            asked(people.manager)
        )
    }

    // MARK: What every step needs

    private func begin(
        _ kind: Code,
        _ title: String,
        _ day: Day,
        _ came: inout SeasonPlan.Came
    ) async throws -> OpaqueID {
        came.lots += 1
        return try await desk(moment(day, minute: 430)).begin(
            title,
            LotToBegin(
                KindOfCoffee(kind, of: Code(plan.species.rawValue) ?? "robusta"),
                by: holder,
                season: year
            ),
            asked(people.manager)
        )
    }

    private func balance(of lot: OpaqueID) async throws -> Int64 {
        try await record.store.read { try $0.lot(lot)?.balance ?? 0 }
    }

    private func desk(_ at: Instant) -> LotDesk { LotDesk(store: record.store, now: { at }) }

    private func moment(_ day: Day, minute: Int) -> Instant {
        force.zone.instant(day, minute: minute)
    }

    private func asked(
        _ actor: Actor,
        approves: Bool = false,
        isLaboratory: Bool = false
    ) -> LotDesk.Asked {
        LotDesk.Asked(
            by: actor,
            rights: LotRights(
                weighs: [holder],
                manages: [holder],
                approves: approves,
                isLaboratory: isLaboratory
            )
        )
    }
}
