import Blueprints
import Cases
import Coffee
import Feel
import Foundation
import Hummingbird
import Ledger
import Portfolio
import Registers
import Services
import Site
import Stories

extension CoffeeFeature {
    /// The feature beside the services, reading the registers of the blueprint of coffee.
    init(
        beside services: ServicesFeature,
        _ keeper: InForceKeeper,
        _ folder: RegencyFolder,
        _ cookies: SiteCookies
    ) throws {
        let (rules, people) = try CoffeeRules.read(folder.root)
        var parts = Parts(
            registers: RegistersOfCoffee(keeper).asked,
            measures: { reader in
                rules.measures(on: try keeper.current(reader).zone.day(services.now()))
            },
            vocabulary: { _ in rules.vocabulary },
            zone: { try keeper.current($0).zone },
            files: services.files
        )
        parts.people = { _ in people }
        let keeping = try KeepingOfCoffee.read(folder.root)
        parts.keeping = { _ in keeping }
        parts.keepsPlots = { standing, reader in
            standing.brings("kebun", of: "kopi", in: try keeper.current(reader))
        }
        parts.districts = { reader in
            let force = try keeper.current(reader)
            return Dictionary(
                force.villages.districts(of: force.regency.code).compactMap { place in
                    Code(place.code).map { ($0, place.name) }
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            parts: parts,
            door: DoorOfGrowers(
                keys: services.keys,
                cookies: cookies,
                registered: { try await services.registeredGrower($0) }
            ),
            now: services.now
        )
    }
}

extension ServicesFeature {
    /// The grower whom the request that this device has opened brought into the register.
    ///
    /// Anybody may write any NIK into a form; what proves who it is, is that the office looked at
    /// the papers of this very request before it entered the grower.
    fileprivate func registeredGrower(_ request: Request) async throws -> OpaqueID? {
        let opened: OpaqueID
        do {
            opened = try await ofReceipt(request)
        } catch ServiceRefusal.linkExpired {
            return nil
        }
        return try await store.glance { reader in
            try reader.records(from: CaseID(opened).stream).first { record in
                record.register.text.hasSuffix("kopi/petani") && record.ended == nil
            }?.id
        }
    }
}

extension PortfolioSources {
    /// With the way to the figures of coffee, once there are any.
    func tellingOfCoffee() -> PortfolioSources {
        var sources = self
        let before = waiting
        sources.waiting = { day, reader in
            let others = try before(day, reader)
            guard try reader.hasDeliveries() else { return others }
            let words = Site.Words(
                "Kopi: setoran, harga, dan petani",
                "Coffee: deliveries, prices and growers"
            )
            return others + [WaitingWork(words, "/pimpinan/kopi")]
        }
        return sources
    }
}

extension CoffeeFeature {
    /// What coffee keeps of growers; who they are, the registers of the services say.
    func keptOfPeople(beside services: ServicesFeature) -> CoffeeOfPeople {
        let records = services.recordsOfPeople()
        return keptOfPeople { mark, reader in
            try records.records(foundBy: mark, reader)
                .filter { $0.register.text.hasSuffix("kopi/petani") }.map(\.id)
        }
    }
}

extension KeepingOfCoffee {
    /// That of a folder's own `kopi.yaml`; where it says nothing of it, what comes with the program.
    static func read(_ folder: URL) throws -> KeepingOfCoffee {
        let own = folder.appending(path: CoffeeRules.fileName)
        let shipped = try ShippedFiles.locate().tables.appending(path: CoffeeRules.fileName)
        do {
            if FileManager.default.fileExists(atPath: own.path),
                let said = try KeepingOfCoffee(Array(try Data(contentsOf: own)))
            {
                return said
            }
            return try KeepingOfCoffee(Array(try Data(contentsOf: shipped))) ?? KeepingOfCoffee()
        } catch let unreadable as CoffeeRules.Unreadable {
            throw CommandFailure(unreadable.sentence)
        }
    }
}

extension CoffeeRules {
    /// Those of a folder: its own `kopi.yaml`, else the ones that come with the program.
    static func read(
        _ folder: URL
    ) throws -> (rules: CoffeeRules, people: RulesForPeople) {
        let own = folder.appending(path: fileName)
        let file =
            FileManager.default.fileExists(atPath: own.path)
            ? own : try ShippedFiles.locate().tables.appending(path: fileName)
        do {
            let bytes = Array(try Data(contentsOf: file))
            return (try CoffeeRules(bytes), try RulesForPeople(bytes))
        } catch let unreadable as Unreadable {
            throw CommandFailure(unreadable.sentence)
        }
    }
}

/// The registers of the blueprint of coffee that is in force, read for the journey of coffee.
///
/// A regency may run its own publisher's blueprint or a replica: whichever is called `kopi`.
private struct RegistersOfCoffee {
    /// So many growers are looked through for a part of a name.
    private static let mostLookedThrough = 5000

    /// So many records are read at once where all are.
    private static let mostAtOnce = 1000

    let keeper: InForceKeeper

    init(_ keeper: InForceKeeper) { self.keeper = keeper }

    var asked: CoffeeRegisters {
        var registers = CoffeeRegisters(
            grower: { id, reader in
                try reader.record(id).flatMap { try grower($0, reader) }
            },
            growers: { query, most, reader in try growers(query, most, reader) },
            plots: { id, reader in
                guard let nik = try reader.record(id)?.content?.values["nik"] else { return [] }
                return try named("kebun", reader) { register in
                    try reader.records(in: register, where: "pendaftar", is: nik)
                }.compactMap { try plot($0, reader) }
            },
            plotsByID: { ids, reader in
                try ids.compactMap { try reader.record($0) }.compactMap { try plot($0, reader) }
            },
            registered: { ids, reader in
                let plots = try plotsOfTheRegister(reader)
                return try ids.compactMap { try reader.record($0) }.compactMap(plots.plot)
            },
            everyPlot: { try everyPlot($0) },
            buyers: { try parties("pembeli", $0) },
            laboratories: { try parties("laboratorium", $0) }
        )
        registers.isWoman = { id, reader in
            try reader.record(id)?.content?.text("nik").flatMap { NIK.isWoman($0) }
        }
        registers.nik = { id, reader in
            try reader.record(id).flatMap { record in
                record.register.text.hasSuffix("/petani") ? record.content?.text("nik") : nil
            }
        }
        return registers
    }

    /// The records of a register of the blueprint, as `ask` finds them; none where there is none.
    private func named(
        _ register: ID,
        _ reader: Reader,
        _ ask: (Code) throws -> [StandingRecord]
    ) throws -> [StandingRecord] {
        let force = try keeper.current(reader)
        let names = force.registers.filter { $0.key.name.text == "kopi" }
        let code = names.first { $0.value.contains { $0.id == register } }
            .flatMap { Code("\($0.key)/\(register)") }
        return try code.map(ask) ?? []
    }

    private func growers(_ query: String, _ most: Int, _ reader: Reader) throws -> [Grower] {
        let digits = query.filter(\.isNumber)
        if digits.count == 16 {
            return try named("petani", reader) { register in
                try reader.records(in: register, where: "nik", is: .string(digits))
            }.compactMap { try grower($0, reader) }
        }
        let wanted = query.lowercased()
        return try named("petani", reader) { register in
            try reader.records(in: register, limit: Self.mostLookedThrough)
        }
        .filter { record in
            guard !wanted.isEmpty else { return true }
            return record.content?.text("nama")?.lowercased().contains(wanted) == true
        }
        .prefix(most).compactMap { try grower($0, reader) }
    }

    private func grower(_ record: StandingRecord, _ reader: Reader) throws -> Grower? {
        guard let content = record.content, let name = content.text("nama"),
            record.register.text.hasSuffix("/petani")
        else { return nil }
        return Grower(
            record.id,
            name: name,
            village: try village(content.text("desa"), reader),
            showsName: content.values["tampil_nama"]?.isTrue == true,
            hasEnded: record.ended != nil,
            phone: content.text("hp")
        )
    }

    private func plot(_ record: StandingRecord, _ reader: Reader) throws -> NamedPlot? {
        guard let content = record.content, record.register.text.hasSuffix("/kebun") else {
            return nil
        }
        let village = content.text("desa")
        let boundary = content.values["batas"]
        let measured = boundary?.fields?["luas"]?.number
        let hectares = measured ?? content.values["luas"]?.number
        return NamedPlot(
            PlotAtScale(
                record.id,
                area: hectares.flatMap { Self.squareMetres($0) } ?? 0,
                planted: content.values["tahun_tanam"]?.number.flatMap { Int($0.description) },
                village: village.flatMap { Code($0) }
            ),
            name: content.text("nama_kebun") ?? "",
            village: try self.village(village, reader),
            isMeasured: measured != nil
        )
    }

    private func plotsOfTheRegister(_ reader: Reader) throws -> PlotsOfTheRegister {
        let force = try keeper.current(reader)
        let register = force.registers.first { $0.key.name.text == "kopi" }?.value
            .first { $0.id == "kebun" }
        var known: [FeelValue: Grower?] = [:]
        return PlotsOfTheRegister(register: register, villages: force.villages) { nik in
            if let grower = known[nik] { return grower }
            let found = try named("petani", reader) { register in
                try reader.records(in: register, where: "nik", is: nik)
            }.first.flatMap { try grower($0, reader) }
            known[nik] = .some(found)
            return found
        }
    }

    /// All of them, a page of the register after the other.
    private func everyPlot(_ reader: Reader) throws -> [RegisteredPlot] {
        let plots = try plotsOfTheRegister(reader)
        var (all, place): ([RegisteredPlot], PlaceInRegister?) = ([], nil)
        while true {
            let page = try named("kebun", reader) { register in
                try reader.records(in: register, after: place, limit: Self.mostAtOnce)
            }
            all += try page.compactMap(plots.plot)
            guard page.count == Self.mostAtOnce, let last = page.last else { return all }
            place = PlaceInRegister(after: last)
        }
    }

    private func parties(_ register: ID, _ reader: Reader) throws -> [NamedParty] {
        try named(register, reader) { try reader.records(in: $0, limit: 500) }.compactMap {
            record in
            record.content?.text("nama").map { NamedParty(record.id, $0) }
        }
    }

    private func village(_ code: String?, _ reader: Reader) throws -> String {
        guard let code else { return "" }
        return try keeper.current(reader).villages.name(of: code) ?? code
    }

    /// Whole square metres of hectares.
    private static func squareMetres(_ hectares: Decimal34) -> Int64? {
        Double(hectares.description).map { Int64(($0 * 10_000).rounded()) }
    }
}

extension TypedAnswers {
    fileprivate func text(_ field: ID) -> String? { values[field]?.text }
}
