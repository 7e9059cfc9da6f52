import Blueprints
import Cases
import Feel
import Foundation
import Ledger
import LedgerSQLite
import Office
import Services
import Stories
import Synchronization

/// A regency that was published once, and from which every simulated life begins.
struct SimulatedOffice: Sendable {
    let database: Data
    let keys: Keys
    let keeper: InForceKeeper
    let force: InForce

    /// Its folder with the keys, kept while lives are lived.
    private let regency: WorkingRegency

    init() async throws {
        regency = try await WorkingRegency()
        (keys, keeper, force) = (regency.keys, regency.keeper, try await regency.force)
        try await regency.store.close()
        database = try Data(contentsOf: regency.folder.appending(path: "catatan.sqlite"))
    }

    /// What a citizen fills in; the name says who it is.
    func answers(of citizen: Int) throws -> TypedAnswers {
        let given: [ID: RawAnswer] = [
            "nama": .text("Warga Karangan \(citizen)"), "nik": .text("1603084505900077"),
            "hp": .text("0812-0000-5678"), "kabar": .text("wa"),
            "nama_usaha": .text("Warung \(citizen)"), "jenis_usaha": .text("warung"),
            "sejak": .text("2019"), "desa_usaha": .text("16.03.02.1007"),
            "alamat_usaha": .text("Dusun II"), "status_tempat": .text("sendiri"),
            "foto_ktp": .text("a.jpg"), "foto_usaha": .text("b.jpg"),
            "keperluan": .text("pinjaman"),
        ]
        let today = FeelDate(daysSince1970: force.zone.day(WorkingRegency.morning).number)
        let reading = try service.read(given, on: AnswerGround(today: today))
        guard reading.isComplete else { throw StoreError(.engine, "\(reading.problems)") }
        return reading.answers
    }

    var service: PublicService {
        get throws {
            guard let found = force.service("surat-keterangan-usaha") else {
                throw StoreError(.engine, "the sample has no such service")
            }
            return found
        }
    }

    static func official(_ duty: Code, _ number: UInt64) -> Party {
        .official(
            Duties(
                Actor(OpaqueID(high: 9, low: number)),
                holds: [Duties.Holding(duty, in: "kel-contoh")]
            )
        )
    }
}

/// One run of the program, from its start to its end or its death.
struct SimulatedRun: Sendable {
    let engine: SimulatedEngine
    let store: RecordStore
    let desk: CaseDesk
    let outbox: Outbox
}
