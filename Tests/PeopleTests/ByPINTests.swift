import Office
import Testing

/// Who sits at a shared desk by six digits comes to no second factor that way.
struct ByPINTests {
    @Test func `a session by PIN neither sets up a code nor sees the spare ones`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let visitor = Visitor(client, as: "rina")
            try await visitor.get("/petugas/kode/pasang")
            #expect(visitor.status == 200 && visitor.page.contains("<svg"))
            visitor.comeByPIN()
            for path in ["/petugas/kode/pasang", "/petugas/kode/cadangan"] {
                try await visitor.get(path)
                // The page that asks for the password belongs to another feature.
                #expect(visitor.path != path, "\(path)")
                #expect(!visitor.page.contains("<svg"))
            }
            try await visitor.post("/petugas/kode/pasang", [("kode", "000000")])
            #expect(visitor.status != 200)
        }
        #expect(try await regency.line("rina").hasSecondFactor == false)
    }
}
