/// The small faulty files of the tests, by what is wrong with them.
enum Snippets {
    static let all = texts + keys + values + exchange

    private static let register = "registers/usaha.yaml"
    private static let service = "services/usaha.yaml"

    private static let texts = [
        Snippet("berkas besar", register, String(repeating: "# komentar panjang\n", count: 60_000)),
        Snippet("baris panjang", register, "title: " + String(repeating: "a", count: 20_001)),
        Snippet("bersarang", register, "title: " + String(repeating: "[", count: 33)),
        Snippet("jangkar", register, "title: &a Usaha\n"),
        Snippet("rujukan", register, "title: *a\n"),
        Snippet("rujukan dalam kunci", register, "{ *a : b }\n"),
        Snippet("penanda jenis", register, "title: !!str Usaha\n"),
        Snippet("kunci gabungan", register, "fields:\n  <<: { a: b }\n"),
        Snippet("tab", register, "register:\tusaha\n"),
        Snippet("dua dokumen", register, "register: usaha\n---\nregister: lain\n"),
        Snippet("huruf tak terlihat", register, "title: Usa\u{7}ha\n"),
        Snippet("kutip terbuka", register, "title: \"Usaha\n  kecil\"\n"),
        Snippet("kurung terbuka", register, "unique: [nama, desa\n"),
        Snippet("kurung tanpa pasangan", register, "unique: nama]\nfields: }\n"),
        Snippet("kunci rumit", register, "? [a, b]\n: c\n"),
        Snippet("teks blok", register, "title: | Usaha\n"),
        Snippet("teks bersambung", register, "unique: [nama\n  usaha, desa]\n"),
        Snippet("titik dua di tengah", register, "title: Usaha: besar dan kecil\n"),
        Snippet("tidak sejajar", register, "register: usaha\n title: Usaha\n"),
        Snippet("kosong", register, "# hanya komentar\n"),
        Snippet("berkas asing", "layanan/usaha.yaml", "a: b\n"),
    ]

    private static let keys = [
        Snippet("salah ketik kunci", register, "register: usaha\ntitel: Usaha\nfields: {}\n"),
        Snippet("kunci jauh", "letters/a.yaml", "letter: a\nwarna: merah\n"),
        Snippet("kunci dua kali", register, "register: usaha\ntitle: A\ntitle: B\nfields: {}\n"),
        Snippet(
            "kunci dua kali dalam kurung",
            register,
            "register: usaha\ntitle: A\nfields: { a: { ask: A, ask: B, type: text } }\n"
        ),
        Snippet("kunci hilang", register, "register: usaha\n"),
        Snippet(
            "kunci jenis lain",
            register,
            "register: usaha\ntitle: A\nfields: { a: { ask: A, type: text, unit: ha } }\n"
        ),
        Snippet(
            "id dua kali",
            service,
            """
            service: usaha
            title: Usaha
            purpose: Bukti.
            owner: kelurahan
            standard: {}
            ask:
              - { page: a, title: A, questions: { nama: { ask: A, type: name } } }
              - { page: b, title: B, questions: { nama: { ask: B, type: name } } }
            """
        ),
        Snippet("nama berkas lain", register, "register: toko\ntitle: A\nfields: {}\n"),
        Snippet(
            "id salah",
            register,
            "register: usaha\ntitle: A\nfields: { Nama Usaha: { ask: A, type: text } }\n"
        ),
        Snippet(
            "id dengan garis",
            register,
            "register: usaha\ntitle: A\nfields: { nama-usaha: { ask: A, type: text } }\n"
        ),
    ]

    private static let values = [
        Snippet("bukan teks", register, "register: usaha\ntitle: [A, B]\nfields: {}\n"),
        Snippet("bukan daftar", register, "register: usaha\ntitle: A\nfields: {}\nunique: nama\n"),
        Snippet("bukan kunci", register, "register: usaha\ntitle: A\nfields: [nama]\n"),
        Snippet("bukan kunci di berkas", register, "- usaha\n"),
        Snippet("teks kosong", register, "register: usaha\ntitle:\nfields: {}\n"),
        Snippet(
            "bilangan dan batas",
            register,
            """
            register: usaha
            title: A
            fields:
              a: { ask: A, type: text, max: "80,5" }
              b: { ask: B, type: decimal, unit: ha, from: "0,5" }
              c: { ask: C, type: tekss }
              d: { ask: D, type: village, within: Muara Enim }
              e: { ask: E, type: name, optional: ya }
            """
        ),
        Snippet(
            "langkah",
            service,
            """
            service: usaha
            title: Usaha
            purpose: Bukti.
            owner: kelurahan
            runs: elsewhere
            address: oss.go.id
            withdraw: tanda_tangan
            reopen: sebulan
            standard: { time: dua hari, fee: "25.000", legal_basis: { hole: Perbup Pelayanan } }
            steps:
              periksa:
                stage: periksa
                by: Petugas Pelayanan
                within: { hole: janji }
                actions:
                  lengkap: { label: Lengkap, needs: [reason, alasan], legal: x }
            """
        ),
        Snippet(
            "isi surat",
            "letters/a.yaml",
            """
            letter: a
            layout: judul tengah
            title: A
            classification: "500"
            number: "{urut}"
            signer: lurah
            body:
              satu: { when: luas > 1 }
              dua: { text: A, list: [B] }
            """
        ),
        Snippet(
            "contoh",
            "examples/a.yaml",
            """
            example: a
            title: A
            service: usaha
            sent: 23-11-2026
            answers: nama
            expect: { due: 2026-02-30, fee: gratis }
            """
        ),
    ]

    private static let exchange = [
        Snippet(
            "cetak biru",
            "blueprint.yaml",
            """
            publisher: Muara Enim
            name: umkm
            version: versi 1
            title: A
            licence: CC0
            requires: [kopi]
            """
        ),
        Snippet(
            "terjemahan",
            "texts/inggris.yaml",
            "title: Business\nservice/a/title: { of: abc, teks: A }\n"
        ),
        Snippet(
            "perubahan",
            "overlay.yaml",
            """
            edits:
              - { at: layanan/usaha, now: A, reason: B, by: C, date: besok }
              - { at: service/usaha/step/periksa/within, now: seminggu, reason: B, by: C, date: 2026-03-01 }
              - { at: service/usaha/question/a, now: { ask: A, tipe: text }, reason: B, by: C, date: 2026-03-01 }
              - { at: service//title, now: A, reason: B, by: C, date: 2026-03-01 }
            """
        ),
        Snippet("kunci paket", "lock.yaml", "version: 1.2.0\ndigest: abc\n"),
    ]
}
