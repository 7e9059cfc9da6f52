import Coffee
import Foundation
import Ledger
import LedgerSQLite
import Stories
import Synchronization

/// How long it takes from a bag back to all its plots, and from a plot forward, among many lots.
///
/// The lots are of two shapes: large ones, where 500 plots deliver to ten lots that are blended and
/// go through twelve steps, and five small ones beside each, so that a lot has ten facts or so.
enum CoffeeBench {
    private static let plots: UInt64 = 200_000
    private static let measured = 1000

    static func run(folder: String, lots: Int) async throws {
        let store = try await open(folder)
        let bags = try await fill(store, lots: lots)
        try await store.read { reader in
            let facts = try reader.head().size
            try time("back", lots, facts) { number in
                let bag = bags[number * 7919 % bags.count]
                return try reader.plots(behind: bag).count
            }
            try time("forward", lots, facts) { number in
                let plot = OpaqueID(high: 2, low: UInt64(number * 104_729) % plots)
                return try reader.lots(holding: plot, most: 50).count
            }
        }
        try await store.close()
    }

    private static func open(_ folder: String) async throws -> RecordStore {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        return try await RecordStore.open(
            SQLiteEngine(path: folder + "/catatan.sqlite", cacheMegabytes: 2000),
            keys: FileManager.default.fileExists(atPath: folder + "/kunci")
                ? Keys.open(in: folder + "/kunci") : Keys.make(in: folder + "/kunci"),
            views: CoffeeFeature.views
        )
    }

    /// Each number of it, in the order of their times; one line with the middle and the end.
    private static func time(
        _ name: String,
        _ lots: Int,
        _ facts: Int64,
        _ look: (Int) throws -> Int
    ) throws {
        var times: [Double] = []
        var found = 0
        for number in 0..<measured {
            let watch = Watch()
            found += try look(number)
            times.append(1000 / watch.pace(of: 1).rate)
        }
        times.sort()
        let (half, last) = (times[measured / 2], times[measured * 99 / 100])
        print(
            "coffee \(name) lots \(lots) facts \(facts) found \(found / measured)",
            "p50 \(String(format: "%.2f", half)) p99 \(String(format: "%.2f", last)) ms"
        )
    }

    /// Fills the record; gives the last lots of the large journeys.
    private static func fill(_ store: RecordStore, lots: Int) async throws -> [OpaqueID] {
        var season = SeededSeason(plots: plots)
        var bags: [OpaqueID] = []
        // What an earlier run recorded is the same and is not recorded again.
        let there = try await store.read { reader in
            Int(try reader.row("SELECT count(*) AS lots FROM coffee_lots")?.int("lots") ?? 0)
        }
        let watch = Watch()
        while season.lots < lots {
            var appends: [Append] = []
            for _ in 0..<8 {
                let (append, bag) = try season.block()
                appends.append(append)
                bags.append(bag)
            }
            if season.lots > there { try await store.record([store.prepare(appends)]) }
        }
        let facts = try await store.read { try $0.head().size }
        print("coffee filled \(facts) facts \(Int(watch.pace(of: Int(facts)).rate)) a second")
        return bags
    }
}

/// Invents journeys, one block after the other.
private struct SeededSeason {
    let plots: UInt64
    var lots = 0
    private var minted: UInt64 = 0
    private let title = Array("Lot bangku uji".utf8)
    private let at = Instant(milliseconds: 1_790_000_000_000)

    init(plots: UInt64) { self.plots = plots }

    /// One large journey and five small ones.
    mutating func block() throws -> (Append, bag: OpaqueID) {
        var append = Append(at: at, by: .system, expecting: [:])
        append.content = [title]
        let bag = try journey(sources: 10, deliveries: 50, steps: 12, &append)
        for _ in 0..<5 { _ = try journey(sources: 1, deliveries: 30, steps: 12, &append) }
        return (append, bag)
    }

    private mutating func id() -> OpaqueID {
        minted += 1
        // Spread over the tree, as ids of a record are.
        return OpaqueID(high: minted &* 0x9E37_79B9_7F4A_7C15, low: minted)
    }

    private mutating func journey(
        sources: Int,
        deliveries: Int,
        steps: Int,
        _ append: inout Append
    ) throws -> OpaqueID {
        var inputs: [OpaqueID] = []
        for _ in 0..<sources {
            let lot = try begin(&append)
            for _ in 0..<deliveries { try deliver(to: lot, &append) }
            inputs.append(lot)
        }
        for _ in 0..<steps {
            let into = try begin(&append)
            let entry = id()
            for input in inputs {
                let draught = Draught(id(), into: into, by: "campur", grams: 1000)
                try add(.drawn(draught), to: input, &append)
            }
            let portions = inputs.map { Portion($0, grams: 1000) }
            let filling = Filling(entry, by: "campur", of: portions, .init(grams: 1000))
            try add(.filled(filling), to: into, &append)
            inputs = [into]
        }
        return inputs[0]
    }

    /// Draws a number's seven digits of base 31: among a million codes that chance draws, two are
    /// often the same.
    private static func places(of number: Int) -> Draw {
        let left = Mutex(UInt64(number))
        return Draw {
            left.withLock { left in
                defer { left /= 31 }
                return OpaqueID(high: 0, low: left % 31)
            }
        }
    }

    private mutating func begin(_ append: inout Append) throws -> OpaqueID {
        lots += 1
        let lot = id()
        append.expecting[Stream(LotStory.kind, lot)] = 0
        let beginning = LotBeginning(
            Public(of: title),
            LotCode(Self.places(of: lots)),
            holder: "koperasi-contoh",
            kind: "biji",
            species: "robusta",
            season: 2026
        )
        try add(.begun(beginning), to: lot, &append)
        return lot
    }

    private mutating func deliver(to lot: OpaqueID, _ append: inout Append) throws {
        let number = id()
        let plot = OpaqueID(high: 2, low: number.high % plots)
        let delivery = Delivery(
            number,
            of: OpaqueID(high: 3, low: plot.low / 2),
            plots: [PlotShare(plot, green: 10_000)],
            Weighing(grams: 50_000, price: 12_000, at: at)
        )
        try add(.delivered(delivery), to: lot, &append)
    }

    private func add(_ fact: LotFact, to lot: OpaqueID, _ append: inout Append) throws {
        try append.add(Decision([fact]), to: Stream(LotStory.kind, lot))
    }
}
