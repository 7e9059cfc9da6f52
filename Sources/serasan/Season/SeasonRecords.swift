import Blueprints
import Ledger
import Office
import Registers
import Services
import Stories

/// Writes invented records into the registers of the blueprint of coffee.
struct SeasonRecords {
    let store: RecordStore
    let by: Actor
    let registers: [(code: Code, register: Register)]

    /// So many records are written in one append.
    private static let atOnce = 100

    init(_ store: RecordStore, _ force: InForce, by: Actor) throws {
        (self.store, self.by) = (store, by)
        registers = force.registers.filter { $0.key.name.text == "kopi" }
            .flatMap { name, registers in
                registers.compactMap { register in
                    Code("\(name)/\(register.id)").map { ($0, register) }
                }
            }
        guard !registers.isEmpty else {
            throw CommandFailure("Cetak biru kopi belum berlaku di kabupaten ini.")
        }
    }

    /// Enters records of one register; gives their ids in the same order.
    func enter(_ contents: [TypedAnswers], in name: ID, at: Instant) async throws -> [OpaqueID] {
        guard let (code, register) = registers.first(where: { $0.register.id == name }) else {
            throw CommandFailure("Cetak biru kopi tidak punya daftar \(name).")
        }
        let keys = register.keys
        var ids: [OpaqueID] = []
        for start in stride(from: 0, to: contents.count, by: Self.atOnce) {
            var append = Append(at: at, by: by, expecting: [:])
            for content in contents[start..<min(start + Self.atOnce, contents.count)] {
                let id = Draw.random.id()
                let stream = Stream(RegisterStory.kind, id)
                append.expecting[stream] = 0
                let decision = try RegisterStory.decide(
                    RegisterStory.beginning,
                    .enter(
                        register: code,
                        from: Stream(OfficialStory.kind, by.id),
                        content: RecordContent(content, unique: keys.unique, found: keys.found)
                    ),
                    KnownOfRegister(draw: .random, sealer: .sha256, dossier: DossierID(id))
                )
                try append.add(decision, to: stream)
                ids.append(id)
            }
            guard case .recorded = try await store.append(append) else {
                throw CommandFailure("Musim karangan sudah ada di kabupaten ini.")
            }
        }
        return ids
    }
}
