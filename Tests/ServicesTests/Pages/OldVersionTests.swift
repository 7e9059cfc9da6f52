import Blueprints
import Cases
import Foundation
import Ledger
import Services
import Stories
import Testing

/// Forms that were begun before their service changed.
struct OldVersionTests {
    private static let day: Int64 = 86_400

    private func blueprint(_ digest: String, waits days: Int) -> Blueprint {
        let standard = Standard(time: TimeSpan(2, .workingDays), fee: .rupiah(0)) { _ in ["ada"] }
        let name = BlueprintName(publisher: "16.03", name: "umkm")
        var parts = PublicService.Parts(
            id: "surat",
            blueprint: name,
            title: "Surat",
            purpose: "Bukti.",
            owner: "kelurahan",
            standard: standard
        )
        parts.digest = digest
        return Blueprint(
            name: name,
            version: "1.0.0",
            title: "Umkm",
            licence: "CC0-1.0",
            services: [PublicService(parts)],
            registers: [],
            examples: [],
            openHoles: [],
            acceptsOldFor: days,
            digest: digest
        )
    }

    /// Publications as (day, version, how long older ones are accepted), and which versions are
    /// accepted on a day.
    @Test(
        arguments: [
            ([(0, "a", 7)], 99, ["a"]),
            ([(0, "a", 7), (10, "b", 7)], 16, ["a", "b"]),
            ([(0, "a", 7), (10, "b", 7)], 17, ["b"]),
            ([(0, "a", 7), (10, "b", 0)], 10, ["b"]),
            ([(0, "a", 7), (10, "b", 30), (12, "c", 0)], 12, ["c"]),
            ([(0, "a", 7), (10, "b", 1), (11, "c", 30)], 12, ["b", "c"]),
            ([(0, "a", 7), (10, "b", 0), (12, "a", 0)], 13, ["a"]),
            ([(0, "a", 7), (10, "a", 0)], 20, ["a"]),
        ] as [([(Int64, String, Int)], Int64, Set<String>)]
    )
    func `an older version is accepted as long as every later publication waits for it`(
        publications: [(Int64, String, Int)],
        today: Int64,
        accepted: Set<String>
    ) {
        var versions = OldVersions()
        for (day, digest, days) in publications {
            let at = WorkingRegency.morning.adding(seconds: day * Self.day)
            versions.publish(blueprint(digest, waits: days), at: at)
        }
        let now = WorkingRegency.morning.adding(seconds: today * Self.day)
        let digests = Set(publications.map(\.1))
        #expect(digests.filter { versions.accepts($0, at: now) } == accepted)
    }

    private static let changed = "Ada berapa lubang sedalam mata kaki?"

    private func publish(_ reports: RoadReports, on site: WorkingSite) async throws {
        try await site.regency.publish(
            try reports.archive(),
            as: "16.03/jalan",
            version: "2.0.0",
            at: site.now
        )
    }

    @Test func `a draft is shown and sent under its own version while that is accepted`()
        async throws
    {
        let site = try await WorkingSite()
        let old = try RoadReports().compiled().services[0].digest
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            try await publish(RoadReports(holes: Self.changed, version: "2.0.0"), on: site)
            site.pass(days: 6)
            try await citizen.get(citizen.path)
            #expect(citizen.page.contains("Ada berapa lubang?"))
            #expect(!citizen.page.contains("berubah sejak"))
            _ = try await citizen.sendIn()
            let row = try await site.regency.store.read { try $0.row("SELECT digest FROM cases") }
            #expect(try row?.text("digest") == old)
        }
    }

    @Test func `afterwards it goes on under the new one, and what changed is marked`()
        async throws
    {
        let site = try await WorkingSite()
        let new = RoadReports(holes: Self.changed, version: "2.0.0")
        let digest = try new.compiled().services[0].digest
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let check = citizen.path
            try await publish(new, on: site)
            site.pass(days: 8)

            // The page that is still open was filled in under the old version: nothing is sent.
            try await citizen.send(["benar": "ya"])
            #expect(citizen.status == 409)
            #expect(citizen.page.contains("Formulir ini sudah berubah"))
            #expect(citizen.page.contains(Self.changed))
            let marks = citizen.page.components(separatedBy: "Pertanyaan ini berubah sejak").count
            #expect(marks == 2, "one question is marked, and no other")
            let row = try await site.regency.store.read { try $0.row("SELECT id FROM cases") }
            #expect(row == nil)

            try await citizen.get(check.replacing("periksa", with: "lubang"))
            #expect(citizen.page.contains("Pertanyaan ini berubah sejak"))
            #expect(citizen.page.contains("value=\"12\""), "the answer is kept")
            try await citizen.send(["lubang": "3", "patokan": "Musala"])
            try await citizen.get(check)
            #expect(!citizen.page.contains("Pertanyaan ini berubah sejak"))
            _ = try await citizen.sendIn()
            let sent = try await site.regency.store.read { try $0.row("SELECT digest FROM cases") }
            #expect(try sent?.text("digest") == digest)
        }
    }

    @Test func `where law has changed nothing old is accepted, and answers on the way are kept`()
        async throws
    {
        let site = try await WorkingSite()
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/layanan/laporan-jalan")
            try await citizen.send(to: "/layanan/laporan-jalan/mulai")
            try await citizen.send(["keterbukaan_nama": "tanpa_nama"])
            #expect(citizen.path.hasSuffix("/lubang"))
            try await publish(
                RoadReports(
                    holes: Self.changed,
                    acceptance: "accept_old_until: 0 hari",
                    version: "2.0.0"
                ),
                on: site
            )
            try await citizen.send(["lubang": "7", "patokan": "Musala"])
            #expect(citizen.path.hasSuffix("/lubang"), "the question is asked again")
            #expect(citizen.page.contains("Pertanyaan ini berubah sejak"))
            #expect(citizen.page.contains("value=\"7\""))
        }
    }

    @Test func `a form cannot claim the version of another service`() async throws {
        let site = try await WorkingSite()
        let other = try #require(
            try await site.regency.force.service("surat-keterangan-usaha")?.digest
        )
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let check = citizen.path
            try await citizen.get(check.replacing("periksa", with: "lubang"))
            try await citizen.send(["lubang": "4", "patokan": "Musala", "versi": other])
            try await citizen.get(check)
            try await citizen.send(["benar": "ya", "versi": other])
            #expect(citizen.status == 409)
            try await citizen.get(check)
            _ = try await citizen.sendIn()
            let row = try await site.regency.store.read { try $0.row("SELECT service FROM cases") }
            #expect(try row?.text("service") == RoadReports.service)
        }
    }
}
