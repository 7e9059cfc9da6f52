import Blueprints
import Feel
import Ledger
import Registers
import Stories

/// Keeps files that are on their way into registers, and reads them as they are mapped.
struct ImportingDesk: Sendable {
    let batches: BatchDesk
    private let drafts: Drafts

    init(store: RecordStore, keys: Keys) {
        batches = BatchDesk(store: store, keys: keys, sealer: .sha256)
        drafts = Drafts(store)
    }

    /// Keeps a file, sealed, with the guess what its columns mean.
    func keep(
        _ bytes: [UInt8],
        for register: ReadableRegister,
        shipped: [ImportMapping],
        at now: Instant
    ) async throws -> OpaqueID {
        let table = try IncomingFile.table(bytes)
        let mapping = GuessedMapping.of(table, into: register.register, shipped: shipped)
        let id = Draw.random.id()
        let waiting = WaitingImport(bytes, into: try register.writable, by: mapping)
        try await drafts.keep(id, waiting.kept, at: now)
        return id
    }

    func keep(_ waiting: WaitingImport, as id: OpaqueID, at now: Instant) async throws {
        try await drafts.keep(id, waiting.kept, at: now)
    }

    /// A file that waits for this register; nil where its time is over or it is another's.
    func waiting(
        _ id: OpaqueID,
        for register: ReadableRegister,
        at now: Instant
    ) async throws -> WaitingImport? {
        guard let kept = try await drafts.open(id, at: now),
            let waiting = WaitingImport(kept: kept), waiting.register == register.code
        else { return nil }
        return waiting
    }

    /// What the file would do now.
    func plan(
        _ waiting: WaitingImport,
        in register: ReadableRegister,
        _ force: InForce,
        today: FeelDate
    ) async throws -> (table: IncomingTable, plan: BatchPlan) {
        let table = try IncomingFile.table(waiting.bytes)
        let villages = force.villages
        let mapped = MappedRows(
            table,
            into: register.register,
            by: waiting.mapping,
            on: force.ground(today),
            villages: VillageNames { villages.codes(called: $0) }
        )
        let plan = try await batches.plan(table, by: mapped, in: try register.writable)
        return (table, plan)
    }
}

extension Villages {
    /// The villages that a cell may mean: by code, by name, or by name and district.
    func codes(called text: String) -> [String] {
        if isVillage(text) { return [text] }
        let parts = text.lowercased().split { ",;/(".contains($0) }.map(Self.bare)
        guard let name = parts.first, !name.isEmpty else { return [] }
        let found = search(name, limit: .max).filter { Self.bare($0.name[...]) == name }
        guard parts.count > 1, found.count > 1 else { return found.map(\.code) }
        return found.map(\.code).filter { code in
            district(of: code).map { Self.bare($0[...]) == parts[1] } == true
        }
    }

    /// `Desa Penindaian` and `penindaian` are one.
    private static func bare(_ name: Substring) -> String {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        let titles = ["desa", "kelurahan", "kel", "kecamatan", "kec"]
        let kept =
            words.count > 1 && titles.contains(String(words[0])) ? words.dropFirst() : words[...]
        return kept.joined(separator: " ")
    }
}
