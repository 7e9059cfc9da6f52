import Cases
import Ledger
import Services
import Stories
import Testing

/// After a restore nothing is numbered until the last number on paper is known.
struct LetterRegisterTests {
    private static let register: Code = "surat/kel-contoh/2026"

    private static func command(_ last: Int64, was: Int64 = 3) -> ContinuedRegister {
        ContinuedRegister(
            register: register,
            origin: OpaqueID(high: 1, low: 2),
            was: was,
            last: last
        )
    }

    /// The bytes of the fact as it was first written; they never change.
    @Test func `the fact of a continued register is written and read as it always was`() throws {
        let fact = LetterRegistersFact.continued(Self.command(7))
        let bytes =
            #"{"last":7,"origin":"00000000000000010000000000000002","#
            + #""register":"surat/kel-contoh/2026","was":3}"#
        var writer = FactWriter()
        fact.write(to: &writer)
        #expect(fact.kind == "continued")
        #expect(
            String(decoding: try CanonicalJSON.write(.object(writer.fields)), as: UTF8.self)
                == bytes
        )
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(try LetterRegistersFact(kind: "continued", from: FactReader(fields)) == fact)
    }

    @Test func `a register goes on once for each restore, forwards and not too far`() throws {
        func decide(_ command: ContinuedRegister, _ state: ContinuedRegisters) throws {
            _ = try LetterRegisters.decide(state, command, ())
        }
        let fresh = LetterRegisters.beginning
        for last: Int64 in [3, 4, 1003] { try decide(Self.command(last), fresh) }
        for last: Int64 in [2, 0, -1] {
            #expect(throws: LetterRegistersRefusal.lowerThanRecorded(3)) {
                try decide(Self.command(last), fresh)
            }
        }
        for last: Int64 in [1004, .max] {
            #expect(throws: LetterRegistersRefusal.tooFar(3)) {
                try decide(Self.command(last), fresh)
            }
        }
        let after = LetterRegisters.state(after: [.continued(Self.command(7))])
        #expect(throws: LetterRegistersRefusal.notLocked) { try decide(Self.command(7), after) }
        let later = ContinuedRegister(
            register: Self.register,
            origin: OpaqueID(high: 9, low: 9),
            was: 7,
            last: 9
        )
        try decide(later, after)
    }

    /// A case waits for its letter; the log is one that was restored.
    private func restored(
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor, String) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        let posts = """
              kelola: { title: Pengelola, unit: diskop, does: [pengelola] }
            """
        try await site.regency.publish(
            try WorkingRegency.regency(posts: posts),
            as: "regency",
            version: "1.0.1"
        )
        try await site.regency.publish(try StallPermits().archive(), as: "16.03/lapak")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.add("Ketut Sukarta", as: "ketut", post: "lurah")
        try await site.add("Tono Prasetyo", as: "tono", post: "kelola")
        try await site.open { doors in
            let number = try await doors.citizen().applyForStall()
            let sari = try await doors.official("sari")
            try await sari.get("/kerja/perkara/\(number)/bayar")
            try await sari.send([
                "tanggal-bayar-tanggal": "23", "tanggal-bayar-bulan": "11",
                "tanggal-bayar-tahun": "2026",
            ])
            try await sari.get("/kerja/perkara/\(number)/lanjut")
            try await sari.send(to: "/kerja/perkara/\(number)/lanjut")
            let head = try await site.regency.store.head()
            try await site.regency.store.beginOrigin(
                .restored,
                citing: CitedHead(size: head.size + 5, root: head.root, origin: nil),
                at: site.now
            )
            try await body(site, doors, try await doors.official("ketut"), number)
        }
    }

    private static func letters(_ site: WorkingSite) async throws -> [String] {
        try await site.regency.store.read {
            try $0.rows("SELECT number FROM letters").map { try $0.text("number") }
        }
    }

    @Test func `a locked register numbers nothing, and goes on after the book`() async throws {
        try await restored { site, doors, ketut, number in
            let deed = "/kerja/perkara/\(number)/terbit"
            try await ketut.get(deed)
            try await ketut.send(to: deed)
            #expect(ketut.page.contains("Register surat terkunci"), "\(ketut.page)")
            #expect(try await Self.letters(site).isEmpty)

            let tono = try await doors.official("tono")
            let page = "/kelola/nomor-surat"
            try await tono.get(page)
            #expect(tono.page.contains("Kelurahan Contoh"))
            #expect(tono.page.contains("Kelurahan Dua"))
            for (register, last, said) in [
                (Self.register.text, "tujuh", "Tulis angka"),
                (Self.register.text, "", "Tulis angka"),
                ("surat/kel-contoh/2031", "7", "Pilih register"), ("", "7", "Pilih register"),
                (Self.register.text, "-4", "sudah tercatat di sini"),
                (Self.register.text, "20000", "lebih dari 1.000"),
            ] {
                try await tono.get(page)
                try await tono.send(["register": register, "terakhir": last])
                #expect(tono.status == 422, "\(register) \(last)")
                #expect(tono.page.contains(said), "\(register) \(last)")
            }
            try await tono.get(page)
            try await tono.send(["register": Self.register.text, "terakhir": "7"])
            #expect(tono.page.contains("Penomoran unit itu berjalan lagi"), "\(tono.page)")
            #expect(!tono.page.contains("Kelurahan Contoh"), "it is not locked any more")
            #expect(tono.page.contains("Kelurahan Dua"), "the other one still is")
            try await tono.send(["register": Self.register.text, "terakhir": "9"])
            #expect(tono.status == 422, "nor can it be continued twice")

            try await ketut.get(deed)
            try await ketut.send(to: deed)
            let letters = try await Self.letters(site)
            #expect(letters.count == 1)
            #expect(letters.first?.contains("008") == true, "\(letters)")
        }
    }

    @Test func `only who keeps the site unlocks a register`() async throws {
        try await restored { site, doors, ketut, _ in
            let page = "/kelola/nomor-surat"
            try await ketut.get(page)
            #expect(ketut.status == 403)
            try await ketut.get("/kerja/pintasan")
            try await ketut.post(page, ["register": Self.register.text, "terakhir": "7"])
            #expect(ketut.status == 403)
            let stranger = doors.citizen()
            try await stranger.get(page)
            #expect(stranger.path.hasPrefix("/petugas/masuk"))
            let state = try await site.regency.store.state(
                of: LetterRegisters.stream,
                as: LetterRegisters.self
            )
            #expect(state.state == LetterRegisters.beginning)
        }
    }
}
