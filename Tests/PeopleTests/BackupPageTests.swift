import Keeping
import Stories
import Testing

/// The page that says how the backups of each place stand.
struct BackupPageTests {
    private static func place(_ name: String, isLost: Bool) -> Machine.Place {
        Machine.Place(
            name: name,
            made: isLost ? nil : PeopleOfARegency.morning,
            bytes: isLost ? nil : 12_000_000,
            seconds: isLost ? nil : 4,
            failure: nil,
            isLate: isLost,
            isLost: isLost
        )
    }

    @Test func `a dead second place shows beside one that works`() async throws {
        let regency = try await PeopleOfARegency(places: [
            Self.place("/mnt/satu", isLost: false), Self.place("/mnt/dua", isLost: true),
        ])
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/cadangan")
            #expect(tono.status == 200)
            for said in ["/mnt/satu", "/mnt/dua", "12,0 MB", "Belum ada", "Rusak", "Baik"] {
                #expect(tono.page.contains(said), "\(said)")
            }
            try await tono.get("/kelola")
            #expect(tono.page.contains("Terlambat: /mnt/dua."))
        }
    }

    @Test func `without a second place, or any, the page says what to do`() async throws {
        for (places, said) in [
            ([], "Belum ada tempat cadangan"),
            ([Self.place("/mnt/satu", isLost: false)], "Hanya satu tempat cadangan"),
        ] {
            let regency = try await PeopleOfARegency(places: places)
            try await regency.open { client in
                let tono = Visitor(client, as: "tono")
                try await tono.get("/kelola/cadangan")
                #expect(tono.page.contains(said))
            }
        }
    }

    @Test func `the places are for keepers only`() async throws {
        let regency = try await PeopleOfARegency(places: [Self.place("/mnt/satu", isLost: false)])
        try await regency.open { client in
            let rina = Visitor(client, as: "rina")
            try await rina.get("/kelola/cadangan")
            #expect(rina.status == 403)
            #expect(!rina.page.contains("/mnt/satu"))
        }
    }
}
