import Coffee
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Office
import Plots
import Site
import Stories
import UnderTest
import Visiting

extension Visitor {
    /// Sends to an address with a token of another page: nothing but the right can refuse it.
    func sneak(_ path: String, _ typed: [(String, String)] = []) async throws {
        try await get("/kopi/periksa-kebun")
        try await post(path, typed)
    }
}

/// A cooperative's coffee on a real record in a temporary folder.
final class CoffeeOfARegency: Sendable {
    let folder: URL
    let store: RecordStore
    let keys: Keys
    let desk: LotDesk
    let files: FileVault

    static let holder: Code = "koperasi-contoh"
    static let noon = Zone.wib.instant(Day(number: 20_780), minute: 12 * 60)

    init() async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "coffee-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        keys = try Keys.make(in: folder.appending(path: "kunci").path)
        store = try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "catatan.sqlite").path),
            keys: keys,
            views: CoffeeFeature.views
        )
        files = try FileVault(store, folder: folder.appending(path: "berkas").path)
        desk = LotDesk(store: store, now: { Self.noon })
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }

    /// Somebody with every right over the cooperative's lots.
    static let manager = LotDesk.Asked(
        by: Actor(id(901)),
        rights: LotRights(weighs: [holder], manages: [holder], approves: true)
    )

    static func id(_ number: UInt64) -> OpaqueID { OpaqueID(high: 77, low: number) }

    /// Believes everything up to a tenth more out than in, and a ton of green coffee a hectare.
    static let measures = CoffeeMeasures(
        step: { step in
            let most = step.inputs.reduce(0) { $0 + $1.grams } * 11 / 10
            let said = step.output.grams
            return said > most ? [LotFinding(.moreThanItsInputs, said: said, most: most)] : []
        },
        green: { _, grams in grams / 5 },
        plot: { plot in
            let most = plot.area * 100
            return plot.green > most
                ? [LotFinding(.moreThanThePlotBears, said: plot.green, most: most, plot: plot.plot)]
                : []
        }
    )

    func begin(
        _ kind: Code,
        _ title: String = "Lot contoh",
        of season: Int = 2026,
        by asked: LotDesk.Asked = CoffeeOfARegency.manager
    ) async throws -> OpaqueID {
        try await desk.begin(
            title,
            LotToBegin(
                KindOfCoffee(kind, of: "robusta"),
                by: asked.rights.manages.first ?? Self.holder,
                season: season
            ),
            asked
        )
    }

    /// The code on the labels of a lot.
    func code(of lot: OpaqueID) async throws -> String {
        try await store.read { try $0.lot(lot)?.code } ?? ""
    }

    /// A grower brings so many kilograms from plots of one hectare each.
    @discardableResult
    func bring(
        _ kilograms: Int64,
        from plots: [UInt64],
        to lot: OpaqueID,
        as id: OpaqueID = Draw.random.id(),
        _ more: Brought = Brought()
    ) async throws -> OpaqueID {
        try await desk.deliver(
            LotDesk.Brought(
                id,
                of: more.grower,
                from: plots.map {
                    PlotAtScale(Self.id($0), area: 10_000, village: more.village)
                },
                Weighing(
                    grams: kilograms * 1000,
                    price: more.price,
                    advance: more.advance,
                    at: Self.noon,
                    village: more.village
                )
            ),
            to: lot,
            Self.measures,
            more.asked
        )
        return id
    }

    /// What a delivery is, where it is not as usual.
    struct Brought {
        var grower = CoffeeOfARegency.id(500)
        var price: Int64 = 12_000
        var advance: Int64 = 0
        var village: Code?
        var asked = CoffeeOfARegency.manager
    }

    /// A step takes so many kilograms of each lot and gives so many.
    @discardableResult
    func process(
        _ step: Code,
        _ inputs: [(lot: OpaqueID, kilograms: Int64)],
        to lot: OpaqueID,
        giving kilograms: Int64,
        bags: Int? = nil
    ) async throws -> OpaqueID {
        let id = Draw.random.id()
        try await desk.process(
            LotDesk.Step(
                id,
                step,
                of: inputs.map { Portion($0.lot, grams: $0.kilograms * 1000) },
                Filling.Outcome(grams: kilograms * 1000, bags: bags)
            ),
            into: lot,
            Self.measures,
            Self.manager
        )
        return id
    }

    func plots(behind lot: OpaqueID) async throws -> [UInt64] {
        try await store.read { try $0.plots(behind: lot) }.map(\.plot.low).sorted()
    }

    func lots(holding plot: UInt64) async throws -> Set<OpaqueID> {
        try await Set(
            store.read { try $0.lots(holding: Self.id(plot), most: 100) }.map(\.lot)
        )
    }

    /// Somebody with every right over another cooperative's lots.
    static let neighbour = LotDesk.Asked(
        by: Actor(id(902)),
        rights: LotRights(weighs: ["koperasi-lain"], manages: ["koperasi-lain"])
    )

    /// Every row of the view's tables, to be compared with what a rebuild gives.
    func rows() async throws -> [String] {
        try await store.read { reader in
            var all: [String] = []
            all += try reader.rows("SELECT * FROM coffee_lots ORDER BY id").map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_entries ORDER BY id")
                .map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_edges ORDER BY child, seq")
                .map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_plots ORDER BY plot, seq")
                .map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_findings ORDER BY id")
                .map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_links ORDER BY id").map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_financing ORDER BY id")
                .map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_handovers ORDER BY code")
                .map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_kept_out ORDER BY plot")
                .map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_shops ORDER BY holder")
                .map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_declarations ORDER BY id")
                .map { "\($0.values)" }
            all += try reader.rows(
                "SELECT * FROM coffee_declared_growers ORDER BY grower, declaration"
            ).map { "\($0.values)" }
            all += try reader.rows("SELECT * FROM coffee_consents ORDER BY grower, buyer")
                .map { "\($0.values)" }
            return all
        }
    }

    private static func unit(
        _ id: Code,
        _ name: String,
        as names: Set<String> = []
    ) -> OfficeUnit {
        OfficeUnit(
            id: id,
            name: name,
            answersTo: names,
            village: nil,
            code: "KOP",
            contact: OfficeUnit.Contact(whatsApp: "0812-0000-0101")
        )
    }

    private static let own = unit(holder, "Koperasi Tani Contoh")
    private static let others = unit("koperasi-lain", "Koperasi Lain")
    private static let bureau = unit("disbun", "Dinas Perkebunan", as: ["dinas-perkebunan"])
    private static let clinic = unit("dinkes", "Dinas Kesehatan", as: ["dinas-kesehatan"])

    /// Who manages, who weighs, a neighbour, who approves, who tests, who leads, and others.
    private static let site = VisitedSite(
        OfficeMap(units: [own, others, bureau, clinic], posts: []),
        [
            VisitedSite.official("maman", 1, ["pengelola-lot"], in: own),
            VisitedSite.official("wati", 2, ["penimbang"], in: own),
            VisitedSite.official("tetangga", 3, ["pengelola-lot", "penimbang"], in: others),
            VisitedSite.official("pengesah", 4, ["pengesah-kopi"], in: bureau),
            VisitedSite.official("lestari", 5, ["penguji-kopi"], in: bureau),
            VisitedSite.official("rina", 6, ["petugas-pelayanan"], in: bureau),
            VisitedSite.official("bupati", 7, ["pimpinan"], in: clinic),
            VisitedSite.official("fatimah", 8, ["kepala-dinas"], in: bureau),
            VisitedSite.official("zainal", 10, ["penyuluh"], in: bureau),
            VisitedSite.official("tuti", 11, ["penyuluh"], in: bureau),
            VisitedSite.official("dokter", 9, ["kepala-dinas"], in: clinic),
            VisitedSite.official("sari", 12, ["penyuluh"], in: clinic),
        ]
    )

    /// One grower with two plots, who did not agree to be named.
    static let registers = {
        var registers = told
        registers.nik = { wanted, _ in wanted == id(500) ? "1603084505900500" : nil }
        return registers
    }()

    private static let told = CoffeeRegisters(
        grower: { wanted, _ in ([grower, formerGrower] + elsewhere).first { $0.id == wanted } },
        growers: { query, _, _ in
            ([grower] + elsewhere).filter { query.isEmpty || $0.name.lowercased().contains(query) }
        },
        plots: { _, _ in plots },
        plotsByID: { wanted, _ in plots.filter { wanted.contains($0.plot.id) } },
        registered: { wanted, _ in registered.filter { wanted.contains($0.id) } },
        everyPlot: { _ in registered },
        buyers: { _ in [NamedParty(id(600), "Pembeli Contoh")] },
        laboratories: { _ in [] }
    )

    static let grower = Grower(
        id(500),
        name: "Sahala Contoh",
        village: "Contoh Ulu",
        phone: "0812-0000-0500"
    )

    /// A neighbour, and somebody of another village; neither has brought anything.
    static let elsewhere = [
        Grower(id(502), name: "Mustofa Contoh", village: "Contoh Ulu"),
        Grower(id(503), name: "Darwis Contoh", village: "Contoh Ilir"),
    ]

    private static let formerGrower = Grower(
        id(501),
        name: "Rohani Umpama",
        village: "Contoh Ulu",
        hasEnded: true
    )

    private static let plots = [UInt64(1), 2].map { number in
        NamedPlot(
            PlotAtScale(id(number), area: 10_000),
            name: "Talang \(number)",
            village: "Contoh Ulu",
            isMeasured: number == 1
        )
    }

    /// The first with a square of about five hectares, the second never measured.
    private static let registered = [
        RegisteredPlot(
            id(1),
            code: "K-1",
            name: "Talang 1",
            village: "Contoh Ulu",
            of: grower,
            square(103.5, -4.2),
            papers: RegisteredPlot.Papers(land: Words("Sertifikat", "Title"))
        ),
        RegisteredPlot(
            id(2),
            code: "K-2",
            name: "Talang 2",
            village: "Contoh Ulu",
            of: grower,
            nil,
            papers: RegisteredPlot.Papers()
        ),
    ]

    /// A square with sides of two thousandths of a degree.
    static func square(_ west: Double, _ south: Double, side: Double = 0.002) -> Boundary? {
        let corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)].compactMap {
            Position(longitudeDegrees: west + $0.0, latitudeDegrees: south + $0.1)
        }
        return Outline(walking: corners).map(Boundary.polygon)
    }

    private static let vocabulary = CoffeeVocabulary(
        kinds: ["gelondong": Words("Gelondong", "Cherry"), "biji": Words("Biji", "Green")],
        steps: ["kupas": Words("Kupas", "Hulling"), "karung": Words("Karung", "Bagging")],
        species: ["robusta": Words("Robusta", "Robusta")]
    )

    var financing: FinancingDesk {
        FinancingDesk(
            store: store,
            keys: keys,
            registers: Self.registers,
            zone: { _ in .wib },
            now: { Self.noon }
        )
    }

    /// Files for buyers five years and by duty, files for banks one, books ten.
    static let keeping = KeepingOfCoffee([
        rule(.buyerFile, 5, "Peraturan Contoh, Pasal 4", isDuty: true),
        rule(.bankFile, 1, "Persetujuan petani"),
        rule(.books, 10, "UU Contoh, Pasal 11", isDuty: true),
    ])

    private static func rule(
        _ thing: KeepingOfCoffee.Thing,
        _ years: Int,
        _ basis: String,
        isDuty: Bool = false
    ) -> KeepingOfCoffee.Rule {
        KeepingOfCoffee.Rule(
            thing: thing,
            years: years,
            since: Day(number: 19_000),
            isDuty: isDuty,
            basis: basis
        )
    }

    /// The feature at a moment.
    ///
    /// Whoever comes as `sahala` has opened the receipt of the grower's registration.
    func feature(
        at now: Instant = noon,
        registers: CoffeeRegisters = CoffeeOfARegency.registers
    ) -> CoffeeFeature {
        var parts = CoffeeFeature.Parts(
            registers: registers,
            measures: { _ in Self.measures },
            vocabulary: { _ in Self.vocabulary },
            zone: { _ in .wib },
            files: files
        )
        parts.keeping = { _ in Self.keeping }
        parts.keepsPlots = { standing, _ in standing.has("penyuluh", in: "disbun") }
        return CoffeeFeature(
            store: store,
            surroundings: Self.site.surroundings,
            parts: parts,
            door: DoorOfGrowers(
                keys: keys,
                cookies: SiteCookies(installation: "16.03", isSecure: true),
                registered: { request in
                    let cookie = request.headers[.cookie] ?? ""
                    return cookie.contains("petugas=sahala") ? Self.id(500) : nil
                }
            ),
            now: { now }
        )
    }

    /// Lets people visit the pages.
    func open(
        at now: Instant = CoffeeOfARegency.noon,
        registers: CoffeeRegisters = CoffeeOfARegency.registers,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let feature = feature(at: now, registers: registers)
        try await Self.site.open(
            at: { now },
            adding: { feature.add(to: $0) },
            body
        )
    }
}
