import Cases
import Services
import Stories
import Testing

/// What somebody sends who has no good in mind.
struct HostileTests {
    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "1e9", "", "0"])
    func `a cookie of our shape that we did not make opens nothing`(ends: String) async throws {
        let site = try await WorkingSite()
        try await site.open { doors in
            let thief = doors.citizen()
            let id = String(repeating: "0", count: 32)
            thief.keep("lengkapi", "\(id).\(ends).00")
            try await thief.get("/lengkapi")
            #expect(thief.status == 410)
        }
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "1000000"])
    func `how large a group is, only its buttons say`(many: String) async throws {
        let site = try await WorkingSite()
        try await site.open { doors in
            let visitor = doors.citizen()
            try await visitor.get("/layanan/laporan-jalan")
            try await visitor.send(to: "/layanan/laporan-jalan/mulai")
            let draft = visitor.path.split(separator: "/").dropFirst().first ?? ""
            for field in ["saksi-banyak", "saksi-hapus"] {
                try await visitor.get("/isi/\(draft)/saksi")
                try await visitor.send([(field, many), ("saksi-1-panggilan", "Siti")])
                #expect(visitor.status < 500)
            }
        }
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "0", "x"])
    func `a page of the inbox that is not there is the nearest that is`(page: String) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak?halaman=\(page)")
            #expect(rina.status == 200)
        }
    }

    @Test func `a draft that was sent opens nothing on another device`() async throws {
        let site = try await WorkingSite()
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let address = citizen.path.replacing("/isi/", with: "/kirim/")
                .replacing("/periksa", with: "")
            _ = try await citizen.sendIn()

            let thief = doors.citizen()
            try await thief.get("/lanjut")
            try await thief.post(address, ["benar": "ya"])
            #expect(thief.status == 404)
            try await thief.get("/permohonan")
            #expect(thief.status == 410)

            // The device that sent it asks again after a lost answer, and gets its receipt.
            try await citizen.get("/lanjut")
            try await citizen.post(address, ["benar": "ya"])
            #expect(citizen.path == "/selesai")
        }
    }

    @Test func `whoever guesses numbers learns nothing more, right ones included`() async throws {
        let site = try await WorkingSite()
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let number = try await citizen.sendIn()
            let guesser = doors.citizen()
            var tried = 0
            for candidate in 100_000_000_000..<100_000_000_400 where tried < 6 {
                guard isNumber(candidate) else { continue }
                try await guesser.get("/lacak/\(candidate)")
                tried += 1
            }
            #expect(guesser.status == 429)
            try await guesser.get("/lacak/\(number)")
            #expect(guesser.status == 429)
        }
    }

    @Test func `screens of one draft that are sent at once all stay`() async throws {
        let site = try await WorkingSite()
        try await site.open { doors in
            let visitor = doors.citizen()
            try await visitor.fillIn()
            let draft = visitor.path.split(separator: "/").dropFirst().first ?? ""
            for round in 1...8 {
                let sendings = [
                    visitor.prepared(
                        "/isi/\(draft)/lubang",
                        ["lubang": "\(round)", "patokan": "Pasar \(round)"]
                    ),
                    visitor.prepared("/isi/\(draft)/kabar", ["kabar": "sms"]),
                    visitor.prepared("/isi/\(draft)/saksi", ["saksi-1-panggilan": "S\(round)"]),
                ]
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for sending in sendings { group.addTask { try await sending() } }
                    try await group.waitForAll()
                }
                try await visitor.get("/isi/\(draft)/periksa")
                #expect(visitor.page.contains("Pasar \(round)"))
                #expect(visitor.page.contains("S\(round)"))
            }
        }
    }

    private func isNumber(_ digits: Int) -> Bool {
        do {
            _ = try TrackingNumber(reading: String(digits))
            return true
        } catch {
            return false
        }
    }
}
