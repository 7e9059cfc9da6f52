import Foundation
import Ledger
import Office
import Stories
import Synchronization
import UnderTest

/// An invented office: two kelurahan that share a name, one dinas, and their posts.
enum SampleOffice {
    static let map = OfficeMap(
        units: [
            unit("kel-ulu", ["kelurahan"], village: "16.03.02.1001"),
            unit("kel-ilir", ["kelurahan"], village: "16.03.02.1002"),
            unit("diskop", ["dinas-koperasi"], village: nil),
        ],
        posts: [
            post("petugas-ulu", in: "kel-ulu", ["petugas-pelayanan"]),
            post("lurah-ulu", in: "kel-ulu", ["kepala-wilayah", "penanda-tangan"]),
            post("seklur-ulu", in: "kel-ulu", ["kepala-wilayah"]),
            post("lurah-ilir", in: "kel-ilir", ["kepala-wilayah"]),
            post("pengelola", in: "diskop", ["pengelola"]),
            post("tanpa-unit", in: "hilang", ["petugas-pelayanan"]),
        ]
    )

    static func unit(_ id: Code, _ names: Set<String>, village: Code?) -> OfficeUnit {
        OfficeUnit(
            id: id,
            name: id.text,
            answersTo: names,
            village: village,
            code: id.text.uppercased(),
            contact: OfficeUnit.Contact(letterhead: ["PEMERINTAH"], address: "Jalan Contoh 1")
        )
    }

    static func post(_ id: Code, in unit: Code, _ duties: Set<String>) -> OfficePost {
        OfficePost(id: id, title: id.text, unit: unit, duties: duties)
    }
}

extension Holding {
    /// A post held for good from that day on.
    init(_ post: Code, _ first: Int) { self.init(post, .definitive, first) }

    init(_ post: Code, _ capacity: Capacity, _ first: Int, _ last: Int? = nil) {
        self.init(
            post: post,
            capacity: capacity,
            first: Day(number: first),
            last: last.map { Day(number: $0) }
        )
    }
}

extension Draw {
    /// Counts up from 1, so that a decision can be compared word for word.
    static func counted() -> Draw {
        let next = Counter()
        return Draw { OpaqueID(high: 0xC0, low: next.take()) }
    }
}

private final class Counter: Sendable {
    private let next = Mutex<UInt64>(1)

    func take() -> UInt64 {
        next.withLock { next in
            defer { next += 1 }
            return next
        }
    }
}

/// A record in a temporary folder, with the desks of an office before it.
final class OfficeBench: Sendable {
    let folder: String
    let store: RecordStore
    let keys: Keys

    init() async throws {
        let name = "office-\(UUID().uuidString)"
        folder = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        keys = try Keys.make(in: "\(folder)/keys")
        store = try await RecordStore.open(
            EngineUnderTest.open("\(folder)/record.sqlite"),
            keys: keys,
            views: [OfficialsView.view(keys), PublicationsView.view, DraftsView.view],
            tables: LogInDesk.tables + ActivationDesk.tables + SecondFactorDesk.tables
        )
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(atPath: folder) } catch {}
    }

    var officials: OfficialsDesk { OfficialsDesk(store: store, keys: keys, sealer: .sha256) }
    var door: LogInDesk { LogInDesk(store: store, keys: keys) }

    static let circumstances = OfficialsDesk.Circumstances(
        now: .second(0),
        by: .system,
        map: SampleOffice.map
    )

    /// Everything that the database holds: its files, where they lie here, and its tables.
    func databaseBytes() async throws -> Data {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let files = try names.filter { $0.hasPrefix("record.sqlite") }.reduce(into: Data()) {
            try $0.append(Data(contentsOf: URL(filePath: "\(folder)/\($1)")))
        }
        return files + Data(try await EngineUnderTest.everyCell(of: store))
    }
}

extension Instant {
    /// 2026-11-23T08:00 in Jakarta, and seconds after it.
    static func second(_ seconds: Int64) -> Instant {
        Instant(milliseconds: 1_795_395_600_000 + seconds * 1000)
    }

    static func minute(_ minutes: Int64) -> Instant { second(60 * minutes) }
}
