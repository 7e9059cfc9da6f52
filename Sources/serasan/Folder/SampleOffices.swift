// The offices of the sample regency that answer for one subject each, and who sits in them.

extension SampleRegency {
    /// The units of the subjects; `head` is the first line of their letterheads.
    static func subjectUnits(_ head: String) -> String {
        """
          disbun:
            name: Dinas Perkebunan
            as: [dinas-perkebunan]
            code: DISBUN
            head: [\(head), DINAS PERKEBUNAN]
            address: Jalan Contoh Nomor 5
            phone: 0812-0000-0105
          koperasi-contoh:
            name: Koperasi Tani Contoh
            as: [koperasi]
            code: KOPTAN
            phone: 0812-0000-0115
            whatsapp: 0812-0000-0115
          inspektorat:
            name: Inspektorat
            as: [inspektorat]
            code: ITDA
            head: [\(head), INSPEKTORAT]
          disdukcapil:
            name: Dinas Kependudukan dan Pencatatan Sipil
            as: [dinas-kependudukan]
            code: DUKCAPIL
          dpmptsp:
            name: Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
            as: [dinas-perizinan]
            code: DPMPTSP
          dinkes:
            name: Dinas Kesehatan
            as: [dinas-kesehatan]
            code: DINKES
        """
    }

    static let subjectPosts = """
          petugas-disbun: { title: Petugas pelayanan, unit: disbun, does: [petugas-pelayanan, petugas-pembibitan] }
          penyuluh-disbun: { title: Penyuluh perkebunan, unit: disbun, does: [penyuluh, penolong] }
          sekdis-disbun: { title: Sekretaris Dinas, unit: disbun, does: [sekretaris] }
          kadis-disbun: { title: Kepala Dinas, unit: disbun, does: [kepala-dinas] }
          pengesah-disbun: { title: Pengesah asal kopi, unit: disbun, does: [pengesah-kopi] }
          penguji-disbun: { title: Penguji mutu kopi, unit: disbun, does: [penguji-kopi] }
          pengelola-koperasi: { title: Pengelola koperasi, unit: koperasi-contoh, does: [pengelola-lot, penimbang] }
          penimbang-koperasi: { title: Juru timbang, unit: koperasi-contoh, does: [penimbang] }
          petugas-informasi: { title: Petugas informasi dan pengaduan, unit: diskominfo, does: [petugas-informasi, petugas-pengaduan, redaksi] }
          pejabat-informasi: { title: Pejabat pengelola informasi, unit: diskominfo, does: [pejabat-informasi, pejabat-penghubung, redaksi, pelindung-data] }
          kadis-kominfo: { title: Kepala Dinas, unit: diskominfo, does: [kepala-unit] }
          analis-kerja-sama: { title: Analis kerja sama, unit: setda, does: [kerja-sama] }
          kabag-kerja-sama: { title: Kepala Bagian Kerja Sama, unit: setda, does: [kerja-sama] }
          pemeriksa: { title: Auditor, unit: inspektorat, does: [pemeriksa] }
          inspektur: { title: Inspektur, unit: inspektorat, does: [kepala-unit] }
        """

    static let subjectOfficials = [
        SampleOfficial("Yuli Astuti", "yuli", "petugas-disbun", nip: "199207152020122003"),
        SampleOfficial("Zainal Arifin", "zainal", "penyuluh-disbun", nip: "198810032014031005"),
        SampleOfficial("Ir. Fatimah Zahra", "fatimah", "kadis-disbun", nip: "197001011996032001"),
        SampleOfficial("Ir. Salman Hakim", "salman", "pengesah-disbun", nip: "197605052003121006"),
        SampleOfficial("Lestari Ningsih", "lestari", "penguji-disbun", nip: "199009092018012004"),
        SampleOfficial("Maman Suherman", "maman", "pengelola-koperasi"),
        SampleOfficial("Weni Rohayati", "weni", "penimbang-koperasi"),
        SampleOfficial("Dedi Kurniawan", "dedi", "petugas-informasi", nip: "199404042019031009"),
        SampleOfficial("Nurul Huda", "nurul", "pejabat-informasi", nip: "198101202006042002"),
        SampleOfficial("Ratna Komala", "ratna", "analis-kerja-sama", nip: "199006062015032007"),
        SampleOfficial("Budi Hartawan", "budi", "kabag-kerja-sama", nip: "197809092003121004"),
        SampleOfficial("Agus Salim", "agus", "pemeriksa", nip: "198512252010011003"),
    ]

    /// What is filled into the holes of shipped blueprints, and is only for trying out.
    static let fillings = [
        ("perbup_pelayanan", "Peraturan Bupati tentang Standar Pelayanan (DATA CONTOH)"),
        ("jadwal_retensi", "Peraturan Bupati tentang Jadwal Retensi Arsip (DATA CONTOH)"),
        ("uu_ap", "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan"),
        ("kode_pengantar", "\"400.12\""),
        ("kode_informasi", "\"000.9\""),
        ("biaya_salinan", "Untuk salinan di kertas, Anda hanya membayar fotokopi (DATA CONTOH)."),
        ("dasar_kebun", "Peraturan Bupati tentang Pendataan Kebun Rakyat (DATA CONTOH)"),
        ("dasar_bibit", "Keputusan Kepala Dinas tentang Jatah Bibit (DATA CONTOH)"),
        ("dasar_kependudukan", "Undang-Undang tentang Administrasi Kependudukan (DATA CONTOH)"),
        ("dasar_izin", "Peraturan Pemerintah tentang Perizinan Berusaha (DATA CONTOH)"),
        ("dasar_jkn", "Peraturan Presiden tentang Jaminan Kesehatan (DATA CONTOH)"),
        ("situs_kependudukan", "https://dukcapil.contoh.example"),
    ]
}
