import Cases
import Foundation
import Ledger
import Office
import Satisfaction
import Site
import Stories
import Synchronization
import Testing
import UnderTest

/// A regency of two offices on a real record in a temporary folder, with cases as facts.
final class SurveyedRegency: Sendable {
    let folder: URL
    let keys: Keys
    let store: RecordStore
    let desk: SurveyDesk
    private let time: Clock

    /// Monday, 23 November 2026, 09.14 WIB.
    static let morning = Zone.wib.instant(Day(number: 20_780), minute: 9 * 60 + 14)

    private final class Clock: Sendable {
        private let held = Mutex(SurveyedRegency.morning)
        var now: Instant { held.withLock { $0 } }
        func set(_ moment: Instant) { held.withLock { $0 = moment } }
    }

    init() async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "survey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        keys = try Keys.make(in: folder.appending(path: "kunci").path)
        store = try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "catatan.sqlite").path),
            keys: keys,
            views: SatisfactionFeature.views(in: .wib)
        )
        let clock = Clock()
        time = clock
        desk = SurveyDesk(store: store, keys: keys, now: { clock.now })
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }

    var now: Instant { time.now }

    func pass(days: Int) { time.set(now.adding(seconds: Int64(days) * 86_400)) }

    static let office = OfficeMap(
        units: [unit("kel-contoh", "Kelurahan Contoh"), unit("kel-dua", "Kelurahan Dua")],
        posts: []
    )

    private static func unit(_ id: Code, _ name: String) -> OfficeUnit {
        OfficeUnit(
            id: id,
            name: name,
            answersTo: ["kelurahan"],
            village: nil,
            code: "KEL",
            contact: OfficeUnit.Contact()
        )
    }

    static let installation: Installation = {
        var installation = Installation(
            name: "Kabupaten Contoh",
            base: "https://layanan.contoh.go.id"
        )
        installation.isDemo = true
        return installation
    }()

    static let regency = RegencyNow(
        installation: installation,
        office: office,
        service: { $0 == "sku" ? Words("Surat keterangan usaha", "Business letter") : nil }
    )

    /// An official with a duty in one unit.
    static func official(_ name: String, _ duty: String, in unit: Code) throws -> SignedIn {
        let id = OpaqueID(high: 7, low: UInt64(name.utf8.reduce(0) { $0 * 31 + Int($1) }))
        let office = try #require(office.unit(unit))
        let post = OfficePost(id: "jabatan", title: "Jabatan", unit: unit, duties: [duty])
        let seat = Standing.Seat(post: post, unit: office, capacity: .definitive)
        let standing = Standing(official: Actor(id), seats: [seat])
        return SignedIn(
            id: id,
            name: name,
            standing: standing,
            menu: OfficialMenu(for: standing, signs: false)
        )
    }

    /// A case that ended now: with a survey, unless another is named.
    func finishedCase(
        in unit: Code = "kel-contoh",
        service: Code = "sku",
        survey: String? = "skm"
    ) async throws -> CaseID {
        let id = CaseID(Draw.random.id())
        let end = #"{"ending":"selesai","shows":"selesai""#
        let named = survey.map { #","survey":"\#($0)"}"# } ?? "}"
        try await record(
            [
                ("submitted", Self.submission(id, unit, service)),
                ("acted", #"{"action":"terbit","lead":{"end":"# + end + named + "}}"),
            ],
            of: id
        )
        return id
    }

    /// Records facts of a case as they stand in events.
    func record(_ facts: [(kind: Code, bytes: String)], of id: CaseID) async throws {
        let version = try await store.state(of: id.stream, as: CaseStory.self).version
        let at = now
        let read = try facts.map { kind, bytes -> CaseFact in
            guard case .object(var fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
                throw FactUnreadable("an event is an object")
            }
            fields["at"] = at.json
            fields["by"] = id.applicant.json
            return try CaseFact(kind: kind, from: FactReader(fields))
        }
        let append = try Append(
            Decision(read),
            to: id.stream,
            at: at,
            by: id.applicant,
            expecting: [id.stream: version]
        )
        guard case .recorded = try await store.append(append) else {
            throw StoreError(.engine, "the facts were not recorded")
        }
    }

    private static func submission(_ id: CaseID, _ unit: Code, _ service: Code) -> String {
        let sealed =
            #"{"c":"0000000000000001000000000000000500000000000000010000000000000005","#
            + #""id":"00000000000000010000000000000005"}"#
        let first =
            #"{"duty":"petugas-pelayanan","may_withdraw":true,"stage":"diperiksa","#
            + #""step":"periksa","told":1795424400000,"unit":"\#(unit)","#
            + #""within":{"amount":1,"unit":"hari_kerja"}}"#
        return #"{"anonymous":false,"answers":\#(sealed),"blueprint":"16.03/umkm","#
            + #""case":"\#(id.id)","channel":"daring","digest":"a1a1","fee":0,"files":[],"#
            + #""first":\#(first),"owner":"\#(unit)","promise":{"amount":2,"unit":"hari_kerja"},"#
            + #""received":1795161600000,"secret":false,"service":"\#(service)","#
            + #""told":1795510800000,"tracking":"000000000045"}"#
    }
}
