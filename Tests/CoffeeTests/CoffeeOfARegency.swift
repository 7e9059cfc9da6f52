import Coffee
import Foundation
import Ledger
import LedgerSQLite
import Stories
import Testing

/// A cooperative's coffee on a real record in a temporary folder.
final class CoffeeOfARegency: Sendable {
    let folder: URL
    let store: RecordStore
    let desk: LotDesk

    static let holder: Code = "koperasi-contoh"
    static let noon = Zone.wib.instant(Day(number: 20_780), minute: 12 * 60)

    init() async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "coffee-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try await RecordStore.open(
            try await SQLiteEngine(path: folder.appending(path: "catatan.sqlite").path),
            keys: try Keys.make(in: folder.appending(path: "kunci").path),
            views: [LotsView.view]
        )
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

    func begin(_ kind: Code, _ title: String = "Lot contoh") async throws -> OpaqueID {
        try await desk.begin(
            title,
            LotToBegin(KindOfCoffee(kind, of: "robusta"), by: Self.holder, season: 2026),
            Self.manager
        )
    }

    /// A grower brings so many kilograms from plots of one hectare each.
    @discardableResult
    func bring(
        _ kilograms: Int64,
        from plots: [UInt64],
        to lot: OpaqueID,
        as id: OpaqueID = Draw.random.id()
    ) async throws -> OpaqueID {
        try await desk.deliver(
            LotDesk.Brought(
                id,
                of: Self.id(500),
                from: plots.map { PlotAtScale(Self.id($0), area: 10_000) },
                Weighing(grams: kilograms * 1000, price: 12_000, at: Self.noon)
            ),
            to: lot,
            Self.measures,
            Self.manager
        )
        return id
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
            return all
        }
    }
}
