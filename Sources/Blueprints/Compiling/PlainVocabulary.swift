// The words that the look for plain language knows.

extension PlainLanguage {
    /// Words of offices and of other languages, and what people say instead.
    static let officeWords: [(bureaucratic: String, everyday: String)] = [
        ("melakukan verifikasi", "memeriksa"),
        ("verifikasi", "periksa"),
        ("dalam rangka", "untuk"),
        ("guna", "untuk"),
        ("apabila", "jika"),
        ("dipersilakan untuk melengkapi persyaratan", "lengkapi berkas"),
        ("dipersilakan", "lakukan"),
        ("tidak dapat diproses lebih lanjut", "tidak bisa kami proses karena …"),
        ("terlampir", "lihat … di bawah"),
        ("sebagaimana dimaksud", "lihat … di bawah"),
        ("menindaklanjuti", "mengerjakan"),
        ("unggah dokumen pendukung", "kirim foto atau berkas"),
        ("autentikasi", "masuk"),
        ("disposisi", "diteruskan kepada"),
        ("dalam waktu sesingkat-singkatnya", "sebutkan tanggalnya"),
        ("saudara", "Anda"),
        ("yang bersangkutan", "Anda"),
        ("tidak valid", "sebutkan apa yang harus diperbaiki"),
        ("dilarang", "sebutkan apa yang boleh"),
        ("anda lupa", "sebutkan apa yang perlu ditulis"),
        ("ketidaknyamanannya", "sebutkan apa yang terjadi"),
        ("submit", "kirim"), ("upload", "kirim"), ("download", "unduh"), ("link", "tautan"),
        ("login", "masuk"), ("email", "surel"), ("dimana", "di mana"), ("kemana", "ke mana"),
        ("tandatangan", "tanda tangan"), ("terimakasih", "terima kasih"),
        ("silahkan", "silakan"),
    ]

    /// Abbreviations that everybody here says and nobody spells out, and names.
    static let everydayAbbreviations: Set<String> = [
        "KTP", "KK", "NIK", "PIN", "NIP", "HP", "RT", "RW", "SMS", "PDF", "JPG", "PNG", "QR", "GPS",
        "SP4N",
        "SP4N-LAPOR", "BPJS", "JKN", "OSS", "KUA", "WIB", "WITA", "WIT", "MB", "KB",
    ]

    /// Words that begin like a verb in the passive and are none.
    static let noPassives: Set<String> = [
        "digital", "dinding", "direktur", "disiplin", "distrik", "diploma", "disertasi",
        "disabilitas", "diskon", "diskusi", "dialog", "diagram", "dimensi", "dirinya",
    ]
}
