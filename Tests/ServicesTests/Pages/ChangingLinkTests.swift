import Testing

/// A receipt's link that others have seen.
struct ChangingLinkTests {
    @Test func `a changed link opens the request, and the one before opens nothing`() async throws {
        let site = try await WorkingSite()
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            _ = try await citizen.sendIn()
            let seen = try link(citizen)
            let thief = doors.citizen()
            try await thief.get(seen)
            try await thief.send()
            #expect(thief.path == "/permohonan")

            try await citizen.get("/permohonan/tautan")
            try await citizen.send()
            #expect(citizen.path == "/selesai")
            let mine = try link(citizen)
            #expect(mine != seen)

            // Neither the old link nor what it opened before.
            try await thief.get("/permohonan")
            #expect(thief.status != 200 && !thief.page.contains("Tarik permohonan"))
            try await thief.get(seen)
            #expect(thief.status != 200)
            let phone = doors.citizen()
            try await phone.get(mine)
            try await phone.send()
            #expect(phone.path == "/permohonan")
            #expect(phone.page.contains("Tautan tanda terima diganti"))
        }
    }

    /// The link on the receipt, as it is handed to WhatsApp.
    private func link(_ citizen: Visitor) throws -> String {
        let found = citizen.page.firstMatch(of: /%2Ft%2F([0-9a-f]{64})/)
        return "/t/" + (try #require(found, "\(citizen.page)").output.1)
    }
}
