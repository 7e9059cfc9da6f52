/// What `serasan init` writes into a new `regency.yaml`.
enum SampleRegency {
    /// A regency with one unit, to be filled in.
    static func plain(name: String, code: String) -> String {
        """
        # Satu kabupaten: nama, alamat, unit, jabatan, kalender. Periksa dengan: serasan check .
        name: \(name)
        code: "\(code)"
        address: http://127.0.0.1:8080
        zone: WIB
        languages: [id, en]
        units:
          diskominfo:
            name: Dinas Komunikasi dan Informatika
            as: [diskominfo]
            code: KOMINFO
        posts:
          pengelola: { title: Pengelola layanan, unit: diskominfo, does: [pengelola] }
        calendar: { file: hari-libur.csv }
        \(hours)
        """
    }

    /// A regency with sample units and posts for every duty of the shipped services.
    static func demo(name: String, code: String) -> String {
        let place = name.hasPrefix("Kabupaten ") ? String(name.dropFirst(10)) : name
        let head = "PEMERINTAH KABUPATEN \(place.uppercased())"
        return """
            # DATA CONTOH: kantor dan orang di sini dibuat untuk dicoba, bukan yang sebenarnya.
            name: \(name)
            code: "\(code)"
            address: http://127.0.0.1:8080
            zone: WIB
            languages: [id, en]
            demo: true
            units:
            \(units(code, head))
            \(subjectUnits(head))
            posts:
            \(posts)
            \(subjectPosts)
            calendar: { file: hari-libur.csv }
            target:
              on_time: 90
              decided: Keputusan Bupati Nomor 12 Tahun 2026 (contoh)
              from: 2026-01-02
            privacy:
              officer: Pejabat Pelindung Data Pribadi
              office: Dinas Komunikasi dan Informatika
              phone: 0812-0000-0009
              email: pelindung.data@contoh.example
              agency: Lembaga Pelindungan Data Pribadi (contoh)
            \(hours)
            """
    }

    /// What the demo fills into the holes of a shipped blueprint, those that its files have.
    static func overlay(for files: [String]) -> String {
        let lines = fillings.filter { name, _ in
            files.contains { $0.contains("hole: \(name)") }
        }
        return """
            # Isian kabupaten untuk hal yang dibiarkan terbuka oleh penerbit.
            fill:
            \(lines.map { "  \($0.0): \($0.1)" }.joined(separator: "\n"))

            """
    }

    /// One sample official: the post, the name to log in with, and an invented NIP.
    struct SampleOfficial {
        let name: String
        let logIn: String
        let post: String

        /// Nil for a village head, who is no civil servant.
        var nip: String?

        init(_ name: String, _ logIn: String, _ post: String, nip: String? = nil) {
            self.name = name
            self.logIn = logIn
            self.post = post
            self.nip = nip
        }
    }

    static let officials = [
        SampleOfficial("Rina Kartika", "rina", "petugas-pasar-ii", nip: "199105052019032001"),
        SampleOfficial("Hendra Wijaya", "hendra", "seklur-pasar-ii", nip: "198402112009011002"),
        SampleOfficial(
            "Dra. Rahayu Wulandari",
            "rahayu",
            "lurah-pasar-ii",
            nip: "197503172000122003"
        ),
        SampleOfficial("Yanto Saputra", "yanto", "petugas-penindaian"),
        SampleOfficial("Mulyadi", "mulyadi", "kadus-penindaian"),
        SampleOfficial("Amir Hamzah", "amir", "kades-penindaian"),
        SampleOfficial("Lina Marlina", "lina", "petugas-kesbangpol", nip: "198909242015022004"),
        SampleOfficial(
            "Drs. Bambang Sutrisno",
            "bambang",
            "kaban-kesbangpol",
            nip: "196808081994031005"
        ),
        SampleOfficial("Sari Dewi", "sari", "penyuluh-diskop", nip: "199312012020122006"),
        SampleOfficial("Tono Prasetyo", "tono", "pengelola", nip: "198706302011011007"),
        SampleOfficial("Drs. Syahrul Effendi", "syahrul", "sekda", nip: "196905171995031003"),
    ]

    private static func units(_ code: String, _ head: String) -> String {
        """
          kel-pasar-ii:
            name: Kelurahan Pasar II
            as: [kelurahan]
            village: \(code == "12.03" ? "12.03.04.1001" : "16.03.02.1007")
            code: KEL-PSR2
            head: [\(head), KECAMATAN CONTOH, KELURAHAN PASAR II]
            address: Jalan Contoh Nomor 1
            phone: 0812-0000-0101
            whatsapp: 0812-0000-0101
          desa-penindaian:
            name: Desa Penindaian
            as: [kelurahan]
            village: \(code == "12.03" ? "12.03.04.2001" : "16.03.08.2001")
            code: DS-PND
            head: [\(head), KECAMATAN CONTOH, DESA PENINDAIAN]
            address: Jalan Desa Nomor 2
            phone: 0812-0000-0102
          kesbangpol:
            name: Badan Kesatuan Bangsa dan Politik
            as: [kesbangpol]
            code: BKBP
            head: [\(head), BADAN KESATUAN BANGSA DAN POLITIK]
            address: Jalan Contoh Nomor 3
            phone: 0812-0000-0103
          diskop:
            name: Dinas Koperasi dan UMKM
            as: [dinas-koperasi]
            code: DISKOP
            head: [\(head), DINAS KOPERASI DAN UMKM]
            address: Jalan Contoh Nomor 4
            phone: 0812-0000-0104
          diskominfo:
            name: Dinas Komunikasi dan Informatika
            as: [diskominfo, ppid, pengelola-pengaduan]
            code: KOMINFO
            head: [\(head), DINAS KOMUNIKASI DAN INFORMATIKA]
            address: Jalan Contoh Nomor 6
            phone: 0812-0000-0106
          setda:
            name: Sekretariat Daerah
            as: [setda]
            code: SETDA
        """
    }

    private static let posts = """
          petugas-pasar-ii: { title: Petugas pelayanan, unit: kel-pasar-ii, does: [petugas-pelayanan, loket] }
          seklur-pasar-ii: { title: Sekretaris Lurah, unit: kel-pasar-ii, does: [sekretaris] }
          lurah-pasar-ii: { title: Lurah Pasar II, unit: kel-pasar-ii, does: [kepala-wilayah] }
          petugas-penindaian: { title: Kaur pelayanan, unit: desa-penindaian, does: [petugas-pelayanan, sekretaris, loket, penolong] }
          kadus-penindaian: { title: Kadus II, unit: desa-penindaian, does: [penolong] }
          kades-penindaian: { title: Kepala Desa Penindaian, unit: desa-penindaian, does: [kepala-wilayah] }
          petugas-kesbangpol: { title: Petugas pelayanan, unit: kesbangpol, does: [petugas-pelayanan, loket] }
          sekban-kesbangpol: { title: Sekretaris Badan, unit: kesbangpol, does: [sekretaris] }
          kaban-kesbangpol: { title: Kepala Badan, unit: kesbangpol, does: [kepala-badan] }
          penyuluh-diskop: { title: Penyuluh koperasi, unit: diskop, does: [petugas-pelayanan] }
          pengelola: { title: Pengelola layanan, unit: diskominfo, does: [pengelola] }
          sekda: { title: Sekretaris Daerah, unit: setda, does: [pimpinan] }
        """

    private static let hours = """
        hours: # Perpres 21/2023: 37 jam 30 menit seminggu tanpa istirahat
          senin: "07.30-12.00, 13.00-16.00"
          selasa: "07.30-12.00, 13.00-16.00"
          rabu: "07.30-12.00, 13.00-16.00"
          kamis: "07.30-12.00, 13.00-16.00"
          jumat: "07.30-11.30, 13.00-16.30"
          special:
            - from: 2027-02-08
              to: 2027-03-09
              why: Ramadan
              senin: "08.00-12.00, 12.30-15.00"
              selasa: "08.00-12.00, 12.30-15.00"
              rabu: "08.00-12.00, 12.30-15.00"
              kamis: "08.00-12.00, 12.30-15.00"
              jumat: "08.00-11.30, 12.30-15.30"
        """
}
