import Services
import Stories
import Testing

/// From a refusal to the objection, and what becomes of it.
struct ObjectionTests {
    /// A site on which a report was refused; the visitors have its pages open.
    private func refused(
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor, String) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let number = try await citizen.sendIn()
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/tolak")
            try await rina.send(["alasan": "Jalan itu sudah diperbaiki."])
            try await body(site, doors, citizen, number)
        }
    }

    @Test func `an objection is offered with its last day, written, checked and sent`()
        async throws
    {
        try await refused { _, doors, citizen, number in
            try await citizen.get("/permohonan")
            #expect(citizen.page.contains("Belum puas dengan keputusan ini?"))
            #expect(citizen.page.contains("sampai Selasa, 22 Desember 2026"))
            try await citizen.get("/permohonan/keberatan")
            try await citizen.send(["alasan": "  "])
            #expect(citizen.status == 422)
            #expect(citizen.page.contains("Tulis kenapa Anda keberatan"))
            try await citizen.send(["alasan": "Lubangnya masih ada & <dalam>."])
            #expect(citizen.page.contains("Keberatan belum terkirim."))
            #expect(citizen.page.contains("Lubangnya masih ada &amp; &lt;dalam&gt;."))
            try await citizen.send(["lalu": "ubah"])
            #expect(citizen.page.contains("Lubangnya masih ada"), "the words are still there")
            try await citizen.send(["alasan": "Lubangnya masih ada."])
            try await citizen.send(["lalu": "kirim"])
            #expect(citizen.path == "/permohonan")
            #expect(citizen.page.contains("Keberatan Anda kami terima"))
            #expect(citizen.page.contains("paling lambat Senin, 7 Desember 2026"))

            // The official sees it, and answers.
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak?tampilan=keberatan")
            #expect(rina.page.contains("Keberatan (1)"))
            #expect(rina.page.contains("Jawab keberatan"))
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("Warga mengajukan keberatan"))
            #expect(rina.page.contains("Lubangnya masih ada."))
            try await rina.get("/kerja/perkara/\(number)/jawab-keberatan")
            #expect(rina.page.contains("Lubangnya masih ada."), "what is answered can be read")
            try await rina.send(["alasan": "Kami cek kemarin: sudah rata."])
            #expect(rina.page.contains("menjawab keberatan, keputusan tetap"))
            try await rina.get("/kerja/kotak?tampilan=keberatan")
            #expect(rina.page.contains("Keberatan (0)"))
            try await citizen.get("/permohonan")
            #expect(citizen.page.contains("Keberatan dijawab, keputusan tetap"))
            #expect(citizen.page.contains("sudah rata"))
            #expect(!citizen.page.contains("Belum puas"))
        }
    }

    @Test func `an office that gives way opens the case again`() async throws {
        try await refused { _, doors, citizen, number in
            try await citizen.get("/permohonan/keberatan")
            try await citizen.send(["alasan": "Lubangnya masih ada."])
            try await citizen.send(["lalu": "kirim"])
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("Buka kembali"))
            try await rina.get("/kerja/perkara/\(number)/buka-kembali")
            try await rina.send(["alasan": "Warga benar."])
            #expect(rina.page.contains("Laporan benar"), "the first step is there again")
        }
    }

    @Test func `after its period an objection is refused with a sentence`() async throws {
        try await refused { site, _, citizen, _ in
            try await citizen.get("/permohonan/keberatan")
            site.pass(days: 30)
            try await citizen.send(["alasan": "Terlambat."])
            #expect(citizen.status == 409)
            #expect(citizen.page.contains("keberatan"))
            try await citizen.get("/permohonan")
            #expect(!citizen.page.contains("Ajukan keberatan"))
        }
    }

    @Test func `officials of another unit neither see nor answer it`() async throws {
        try await refused { _, doors, citizen, number in
            try await citizen.get("/permohonan/keberatan")
            try await citizen.send(["alasan": "Lubangnya masih ada."])
            try await citizen.send(["lalu": "kirim"])
            let sari = try await doors.official("sari")
            try await sari.get("/kerja/kotak?tampilan=keberatan")
            #expect(sari.page.contains("Keberatan (0)"))
            try await sari.get("/kerja/perkara/\(number)/jawab-keberatan")
            #expect(sari.status == 403)
        }
    }
}
