import Foundation
import Ledger
import Office
import Services
import Stories
import Testing

/// Words that are searched for and the filters of the list, together.
struct InboxSearchTests {
    private func site(
        _ body: @escaping @Sendable (WorkingSite, Doors) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.open { doors in
            for _ in 0..<2 {
                let citizen = doors.citizen()
                try await citizen.fillIn()
                _ = try await citizen.sendIn()
            }
            try await site.regency.store.catchUp()
            try await body(site, doors)
        }
    }

    @Test func `what is found is sifted by the filters of the address`() async throws {
        try await site { _, doors in
            let rina = try await doors.official("rina")
            let sari = try await doors.official("sari")
            for (filter, many) in [
                ("", 2), ("&layanan=laporan-jalan", 2), ("&layanan=sku", 0),
                ("&langkah=periksa&petugas=belum", 2), ("&langkah=pangkal", 0),
                ("&dari=2026-11-23&sampai=2026-11-23", 2), ("&dari=2026-11-24", 0),
                ("&wilayah=16.03.08", 2), ("&wilayah=16.03.08&desa=16.03.08.2001", 2),
                ("&wilayah=16.03.08&desa=16.03.08.2002", 0), ("&desa=16.03.08.2001", 2),
                // A village of the district that was chosen before is none of this one.
                ("&wilayah=16.03.08&desa=16.03.02.1007", 2),
            ] {
                let path = "/kerja/kotak?tampilan=unit&cari=burungwati+kanari\(filter)"
                try await rina.get(path)
                #expect(rina.page.contains("\(many) permohonan cocok"), "\(filter)")
                try await sari.get(path)
                #expect(sari.page.contains("0 permohonan cocok"), "\(filter)")
            }
        }
    }

    @Test func `a number is sifted too, and the way without filters is offered`() async throws {
        try await site { site, doors in
            let number = try #require(
                try await site.regency.store.read {
                    try $0.row("SELECT number FROM cases")?.text("number")
                }
            )
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak?cari=\(number)&layanan=sku")
            #expect(rina.page.contains("0 permohonan cocok"))
            #expect(rina.page.contains("Cari tanpa saringan"))
            try await rina.get("/kerja/kotak?cari=\(number)")
            #expect(rina.page.contains("1 permohonan cocok"))
            #expect(!rina.page.contains("Cari tanpa saringan"))
        }
    }

    @Test func `each form of the page keeps what the other one says`() async throws {
        try await site { _, doors in
            let rina = try await doors.official("rina")
            try await rina.get(
                "/kerja/kotak?tampilan=lewat&layanan=laporan-jalan&wilayah=16.03.08.2001&cari=Kanari"
            )
            let forms = rina.page.components(separatedBy: "<form").dropFirst()
                .filter { $0.contains("action=\"/kerja/kotak\"") }
            let search = try #require(forms.first { $0.contains("role=\"search\"") })
            for kept in [
                "name=\"tampilan\" value=\"lewat\"", "name=\"layanan\" value=\"laporan-jalan\"",
                "name=\"wilayah\" value=\"16.03.08.2001\"",
            ] {
                #expect(search.contains(kept), "\(kept)")
            }
            let filters = try #require(forms.first { $0.contains("name=\"petugas\"") })
            #expect(filters.contains("name=\"cari\" value=\"Kanari\""))
            #expect(filters.contains("name=\"desa\""))
            #expect(rina.page.contains("Saring (2 aktif)"), "a village in its district is one")
            #expect(rina.page.contains("value=\"16.03.08.2001\" selected"))
        }
    }

    @Test func `villages stand beside the district that is chosen, or the only one of the unit`()
        async throws
    {
        try await site { _, doors in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/kotak")
            #expect(rina.page.contains("value=\"16.03.08.2001\""), "the unit's own district")
            try await rina.get("/kerja/kotak?wilayah=16.03.02")
            #expect(rina.page.contains("value=\"16.03.02.1007\""))
            #expect(!rina.page.contains("value=\"16.03.08.2001\""))
        }
    }

    @Test func `a plus sign in an address is a space in every search`() async throws {
        let site = try await WorkingSite()
        try await site.add("Ani Suryani", as: "ani", post: "loket-dua")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            _ = try await citizen.sendIn()
            try await site.regency.store.catchUp()
            try await citizen.get("/cari?q=laporan+jalan")
            #expect(citizen.page.contains("value=\"laporan jalan\""))
            #expect(citizen.page.contains("Laporan jalan rusak"))
            let ani = try await doors.official("ani")
            try await ani.get("/kerja/loket?cari=burungwati+kanari")
            #expect(ani.page.contains("1 permohonan ditemukan"))
        }
    }
}
