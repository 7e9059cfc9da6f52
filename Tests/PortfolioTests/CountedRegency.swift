import Cases
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Office
import Portfolio
import Site
import Stories
import Synchronization
import Testing
import UnderTest

/// A regency of two offices on a real record in a temporary folder, with cases as facts.
final class CountedRegency: Sendable {
    let folder: URL
    let keys: Keys
    let store: RecordStore
    private let time = Mutex(CountedRegency.morning)

    /// Monday, 23 November 2026, 09.14 WIB.
    static let morning = Zone.wib.instant(Day(number: 20_780), minute: 9 * 60 + 14)

    init(in zone: Zone = .wib) async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "portfolio-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        keys = try Keys.make(in: folder.appending(path: "kunci").path)
        store = try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "catatan.sqlite").path),
            keys: keys,
            views: [OfficialsView.view(keys)] + PortfolioFeature.views(in: zone)
        )
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }

    var now: Instant { time.withLock { $0 } }

    func set(_ moment: Instant) { time.withLock { $0 = moment } }

    func pass(days: Int) {
        time.withLock { $0 = $0.adding(seconds: Int64(days) * 86_400) }
    }

    // MARK: - Cases as facts

    /// A case that came in now, due at the end of the next day.
    func begin(
        _ number: Int,
        in unit: Code = "kel-satu",
        service: Code = "sku",
        village: String? = "16.03.02.1007"
    ) async throws -> CaseID {
        let id = CaseID(Draw.random.id())
        let sealed =
            #"{"c":"0000000000000001000000000000000500000000000000010000000000000005","#
            + #""id":"00000000000000010000000000000005"}"#
        let told = now.adding(seconds: 86_400).milliseconds
        let first =
            #"{"duty":"petugas-pelayanan","may_withdraw":true,"stage":"diperiksa","#
            + #""step":"periksa","told":\#(told),"unit":"\#(unit)","#
            + #""within":{"amount":1,"unit":"hari"}}"#
        let place = village.map { #","village":"\#($0)""# } ?? ""
        try await record(
            "submitted",
            #"{"anonymous":false,"answers":\#(sealed),"blueprint":"16.03/umkm","#
                + #""case":"\#(id.id)","channel":"daring","digest":"a1a1","fee":0,"files":[],"#
                + #""first":\#(first),"owner":"\#(unit)","promise":{"amount":1,"unit":"hari"},"#
                + #""received":\#(now.milliseconds),"secret":false,"service":"\#(service)","#
                + #""told":\#(told),"tracking":"\#(Self.tracking(number))"\#(place)}"#,
            of: id
        )
        return id
    }

    /// A number with its digit to check.
    private static func tracking(_ number: Int) -> String {
        let digits = String(number)
        let eleven = String(repeating: "0", count: 11 - digits.count) + digits
        for digit in 0...9 {
            do {
                return try TrackingNumber(reading: eleven + "\(digit)").digits
            } catch {
                continue
            }
        }
        preconditionFailure("one digit of ten is the right one")
    }

    func end(_ id: CaseID, _ shows: String = "selesai") async throws {
        try await record(
            "acted",
            #"{"action":"terbit","lead":{"end":{"ending":"akhir","shows":"\#(shows)"}}}"#,
            of: id
        )
    }

    func becomeLate(_ id: CaseID) async throws {
        try await record("became_late", #"{"due":\#(now.milliseconds),"scope":"perkara"}"#, of: id)
    }

    /// Records a fact of a case as it stands in events.
    func record(_ kind: Code, _ bytes: String, of id: CaseID) async throws {
        let version = try await store.state(of: id.stream, as: CaseStory.self).version
        let at = now
        guard case .object(var fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        fields["at"] = at.json
        fields["by"] = id.applicant.json
        let fact = try CaseFact(kind: kind, from: FactReader(fields))
        let append = try Append(
            Decision([fact]),
            to: id.stream,
            at: at,
            by: id.applicant,
            expecting: [id.stream: version]
        )
        guard case .recorded = try await store.append(append) else {
            throw StoreError(.engine, "the fact was not recorded")
        }
    }

    // MARK: - What is counted

    func counts(_ period: String, _ scope: Scope = Scope()) async throws -> Counts {
        try await store.catchUp()
        return try await store.read { try CountQuery($0, scope).total(period) }
    }

    /// Every row of the counts, to compare what was kept with what is made again.
    func everything() async throws -> [String] {
        try await store.catchUp()
        return try await store.read { reader in
            try [
                "SELECT * FROM portfolio_counts ORDER BY period, unit, service, district",
                "SELECT * FROM portfolio_spans ORDER BY month, unit, service, days",
                "SELECT * FROM portfolio_cases ORDER BY id",
                "SELECT * FROM portfolio_signing ORDER BY case_id",
            ].flatMap { text in try reader.rows(SQL(text: text)).map { "\($0.values)" } }
        }
    }
}
