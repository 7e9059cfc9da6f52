import Keeping
import Ledger
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

    @Test(
        arguments: [
            ([], ["Mesin ini tidak menyimpan gantungan kunci"], ["Gantungan kunci terakhir"]),
            (
                [place("/mnt/kunci", isLost: false)],
                ["/mnt/kunci", "Gantungan kunci terakhir"], ["Mesin ini tidak menyimpan"]
            ),
        ] as [([Machine.Place], [String], [String])]
    )
    func `beside a server the page speaks of the keyring, and of the server's own backups`(
        places: [Machine.Place],
        said: [String],
        unsaid: [String]
    ) async throws {
        let regency = try await PeopleOfARegency(places: places) { $0.isOnServer = true }
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/cadangan")
            for words in said + ["alat PostgreSQL"] { #expect(tono.page.contains(words)) }
            for words in unsaid + ["tempat cadangan", "Diuji sampai habis"] {
                #expect(!tono.page.contains(words), "\(words)")
            }
            try await tono.get("/kelola")
            #expect(tono.page.contains("gantungan kunci") || tono.page.contains("Gantungan kunci"))
            #expect(!tono.page.contains("Belum ada tempat cadangan"))
        }
    }

    @Test func `a clock that is far off and an old program stand on the page of health`()
        async throws
    {
        let well = try await PeopleOfARegency()
        try await well.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola")
            #expect(!tono.page.contains("jam basis data"))
            #expect(!tono.page.contains("program yang lebih baru"))
        }
        let sick = try await PeopleOfARegency {
            $0.clock = (secondsAhead: -90, isTooFar: true)
            $0.isOutdated = true
        }
        try await sick.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola")
            #expect(tono.page.contains("90 detik lebih lambat daripada jam basis data"))
            #expect(tono.page.contains("tidak mengirim kabar dan pengingat"))
            #expect(tono.page.contains("program yang lebih baru"))
        }
    }

    @Test func `each machine of several stands on the page of health`() async throws {
        let regency = try await PeopleOfARegency()
        let store = regency.store
        try await store.note(
            NodeNote.About(host: "simpul-satu", program: "1.9"),
            at: PeopleOfARegency.morning
        )
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola")
            #expect(tono.page.contains("Mesin simpul-satu") == store.hasNodes)
        }
    }
}
