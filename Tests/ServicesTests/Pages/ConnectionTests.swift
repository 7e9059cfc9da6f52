import Blueprints
import Services
import Stories
import Testing

/// Services that are not open here: those that wait for a connection, and those that run elsewhere.
struct ConnectionTests {
    private func site(_ more: String = "") async throws -> WorkingSite {
        let site = try await WorkingSite()
        for name in ["pengaduan", "petunjuk"] {
            let archive = try WorkingRegency.blueprint(name)
            try await site.regency.publish(archive, as: try #require(Code("16.03/\(name)")))
        }
        if !more.isEmpty { try await connect(site, more) }
        return site
    }

    private func connect(_ site: WorkingSite, _ more: String) async throws {
        try await site.regency.publish(
            try WorkingRegency.regency(more),
            as: "regency",
            version: "1.0.1"
        )
    }

    @Test func `without a connection the front page points to the national system`() async throws {
        try await site().open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/")
            #expect(citizen.page.contains("Ada masalah?"))
            #expect(citizen.page.contains("href=\"https://www.lapor.go.id\""))
            #expect(citizen.page.contains("belum tersambung"))
            try await citizen.get("/layanan/pengaduan")
            #expect(citizen.page.contains("href=\"https://www.lapor.go.id\""))
            #expect(!citizen.page.contains("/layanan/pengaduan/mulai"))
            for component in Standard.Component.allCases {
                #expect(citizen.page.contains(component.officialTerm))
            }
        }
    }

    @Test func `nobody gets to the form of a closed service`() async throws {
        try await site().open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/layanan/surat-keterangan-usaha")
            try await citizen.post(to: "/layanan/pengaduan/mulai")
            #expect(citizen.status == 404)
        }
    }

    @Test func `with the connection the form is open`() async throws {
        try await site("connections: [sp4n]\n").open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/")
            #expect(citizen.page.contains("Ada masalah?"))
            #expect(!citizen.page.contains("lapor.go.id"))
            try await citizen.get("/pengaduan")
            #expect(citizen.path == "/layanan/pengaduan")
            try await citizen.get("/layanan/pengaduan")
            try await citizen.send(to: "/layanan/pengaduan/mulai")
            #expect(citizen.page.contains("Apakah nama Anda boleh kami ketahui?"))
        }
    }

    @Test func `a form that was begun is not sent once the connection is gone`() async throws {
        let site = try await site("connections: [sp4n]\n")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/layanan/pengaduan")
            try await citizen.send(to: "/layanan/pengaduan/mulai")
            let form = citizen.path
            try await connect(site, "# tidak lagi tersambung\n")
            try await citizen.get(form)
            #expect(citizen.status == 404)
        }
    }

    @Test(arguments: ["kartu-keluarga", "izin-usaha", "mobile-jkn"])
    func `a signpost shows its standard and the way, and no form`(service: String) async throws {
        try await site().open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/layanan/\(service)")
            #expect(citizen.status == 200)
            #expect(citizen.page.contains("berjalan di sistem nasional"))
            #expect(!citizen.page.contains("/layanan/\(service)/mulai"))
            for component in Standard.Component.allCases {
                #expect(citizen.page.contains(component.officialTerm))
            }
        }
    }
}
