import Testing

struct HostileTests {
    private static let addresses = [
        "/kelola", "/kelola/cadangan", "/kelola/jejak", "/kelola/layanan",
        "/kelola/layanan/terbit?nama=regency",
        "/kelola/layanan/matikan?layanan=sku", "/kelola/kalender",
        "/kelola/layanan/versi?nama=regency&ke=1",
        "/kelola/layanan/versi/berkas?nama=regency&ke=1&berkas=regency.yaml",
        "/kelola/kalender/00000000000000000000000000000001",
        "/kelola/kalender/rencana/00000000000000000000000000000001",
        "/kelola/kalender/rencana/x", "/kelola/pengguna",
        "/kelola/pengguna/baru",
        "/kelola/pengguna/00", "/kelola/pengguna/00000000000000000000000000000001",
        "/kelola/pengguna/00000000000000000000000000000001/jabatan",
        "/kelola/pengguna/00000000000000000000000000000001/lepas",
        "/kelola/pengguna/00000000000000000000000000000001/ubah",
        "/kelola/pengguna/00000000000000000000000000000001/keluar",
        "/kelola/pengguna/00000000000000000000000000000001/kembali",
        "/kelola/pengguna/00000000000000000000000000000001/slip",
        "/kelola/pengguna/00000000000000000000000000000001/lepas-kode",
        "/kelola/pengguna/00000000000000000000000000000001/serah-terima",
        "/kelola/pengguna/00000000000000000000000000000001/serah-terima.pdf", "/kelola/slip.pdf",
        "/kelola/impor", "/kelola/impor/contoh.csv",
        "/kelola/impor/00000000000000000000000000000001",
        "/kelola/impor/00000000000000000000000000000001/periksa",
        "/kelola/impor/00000000000000000000000000000001/keliru.csv",
        "/kelola/impor/00000000000000000000000000000001/hasil",
        "/kelola/impor/00000000000000000000000000000001/slip.pdf", "/kelola/mutasi",
        "/kelola/mutasi/00000000000000000000000000000001",
        "/kelola/mutasi/00000000000000000000000000000001/orang",
    ]

    private static let deeds = [
        "/kelola/cadangan", "/kelola/cadangan/tempat",
        "/kelola/layanan/minta", "/kelola/layanan/setujui", "/kelola/layanan/tolak",
        "/kelola/layanan/matikan", "/kelola/layanan/nyalakan", "/kelola/kalender",
        "/kelola/kalender/tutup", "/kelola/kalender/gangguan",
        "/kelola/kalender/00000000000000000000000000000001",
        "/kelola/kalender/rencana/00000000000000000000000000000001",
        "/kelola/pengguna/baru", "/kelola/pengguna/00000000000000000000000000000001/jabatan",
        "/kelola/pengguna/00000000000000000000000000000001/lepas",
        "/kelola/pengguna/00000000000000000000000000000001/ubah",
        "/kelola/pengguna/00000000000000000000000000000001/keluar",
        "/kelola/pengguna/00000000000000000000000000000001/kembali",
        "/kelola/pengguna/00000000000000000000000000000001/slip",
        "/kelola/pengguna/00000000000000000000000000000001/lepas-kode", "/kelola/impor",
        "/kelola/impor/00000000000000000000000000000001",
        "/kelola/impor/00000000000000000000000000000001/masukkan",
        "/kelola/impor/00000000000000000000000000000001/batalkan", "/kelola/mutasi",
        "/kelola/mutasi/00000000000000000000000000000001/tanggal",
        "/kelola/mutasi/00000000000000000000000000000001/setuju",
        "/kelola/mutasi/00000000000000000000000000000001/batal",
        "/kelola/mutasi/00000000000000000000000000000001/hapus",
        "/kelola/mutasi/00000000000000000000000000000001/orang/00000000000000000000000000000001",
    ]

    @Test func `without the duty every address refuses alike, also what changes something`()
        async throws
    {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            for name in ["rina", "rahayu"] {
                let visitor = Visitor(client, as: name)
                for address in Self.addresses {
                    try await visitor.get(address)
                    #expect(visitor.status == 403, "\(name) \(address)")
                    #expect(visitor.page.contains("Halaman ini untuk pengelola"), "\(address)")
                }
                for address in Self.deeds {
                    try await visitor.post(address, [("versi", "1"), ("nama", "x")])
                    #expect(visitor.status == 403, "\(name) POST \(address)")
                    #expect(visitor.page.contains("Halaman ini untuk pengelola"), "\(address)")
                }
            }
        }
    }

    @Test func `a manager without the form's token changes nothing`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            for address in Self.deeds {
                try await tono.post(address, [("versi", "1")])
                #expect([403, 404].contains(tono.status), "\(address) \(tono.status)")
            }
        }
    }

    @Test func `garbage in addresses is told, and never a fault`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            for address in Self.addresses {
                try await tono.get(address)
                #expect(tono.status < 500, "\(address) \(tono.status)")
            }
            for query in ["?halaman=-4", "?halaman=99999", "?kelompok=x", "?cari=%00%27--"] {
                try await tono.get("/kelola/pengguna\(query)")
                #expect(tono.status == 200, "\(query)")
            }
        }
    }
}
