import Blueprints
import Site

extension InformationTexts {
    /// What happens to people's data, what they may ask, and how long each service keeps what.
    static func privacy(
        _ protection: RegencyFile.Protection?,
        _ services: [PublicService]
    ) -> InformationPage {
        var sections = rights
        if let protection { sections.append(officer(protection)) }
        var keeping = InformationPage.Section(
            Words("Berapa lama data disimpan", "How long data are kept"),
            [
                Words(
                    "Dihitung sejak permohonan ditutup. Tidak ada yang dimusnahkan tanpa persetujuan dua petugas.",
                    "Counted from when the request was closed. Nothing is destroyed unless two officials approve."
                )
            ]
        )
        keeping.table = DataTable(
            Words("Berapa lama data disimpan", "How long data are kept"),
            [
                .init(Words("Layanan", "Service")), .init(Words("Dipakai untuk", "Used for")),
                .init(Words("Lama disimpan", "Kept for")),
            ],
            services.map { service in
                let data = service.personalData
                return DataTable.Line([
                    .link(Link(Words(service.title), "/layanan/\(service.id)/standar")),
                    data?.purposes.first.map { .words(Words($0)) } ?? "–",
                    .words(data?.keeping ?? Words("Belum ditetapkan", "Not set yet")),
                ])
            }
        )
        keeping.table?.hidesCaption = true
        return InformationPage(.privacy, sections + [keeping])
    }

    private static func officer(_ who: RegencyFile.Protection) -> InformationPage.Section {
        var lines = [Words(who.officer)]
        if let office = who.office { lines.append(Words(office)) }
        if let phone = who.phone { lines.append(Words("Telepon: \(phone)", "Phone: \(phone)")) }
        if let email = who.email { lines.append(Words("Surel: \(email)", "E-mail: \(email)")) }
        return InformationPage.Section(
            Words("Pejabat pelindung data", "Data-protection officer"),
            lines
        )
    }

    private static let rights = [
        InformationPage.Section(
            Words("Data apa yang kami minta", "What we ask for"),
            [
                Words(
                    "Hanya yang dipakai untuk layanan yang Anda ajukan. Setiap pertanyaan boleh Anda tanyakan alasannya.",
                    "Only what the service needs that you apply for. You may ask why, for every question."
                )
            ]
        ),
        InformationPage.Section(
            Words("Bagaimana data dijaga", "How it is kept"),
            [
                Words(
                    "Jawaban, foto dan surat disandikan dengan kunci sendiri untuk setiap permohonan.",
                    "Answers, photos and letters are encrypted with a key of their own for each request."
                ),
                Words(
                    "Hanya petugas kantor yang menangani permohonan itu yang bisa membukanya.",
                    "Only officials of the office that handles the request can open it."
                ),
                Words(
                    "Nomor permohonan saja hanya menunjukkan tahap, tanggal, dan nama kantor.",
                    "The number alone shows only the stage, the dates and the office."
                ),
            ]
        ),
        InformationPage.Section(
            Words("Hak Anda", "Your rights"),
            [
                Words(
                    "Anda boleh melihat dan menyalin data Anda, juga minta kami membetulkan, membatasi, atau menghapusnya.",
                    "You may see and copy your data, and ask that they be corrected, restricted or erased."
                ),
                Words(
                    "Anda boleh menarik persetujuan, dan boleh keberatan atas cara data Anda dipakai.",
                    "You may withdraw your consent, and object to how your data are used."
                ),
            ]
        ),
        InformationPage.Section(
            Words("Cara meminta", "How to ask"),
            [
                Words(
                    "Datang ke loket kantor mana pun dengan KTP, dan minta disambungkan ke pejabat pelindung data.",
                    "Come to any office's counter with your identity card and ask for the data-protection officer."
                ),
                Words(
                    "Permintaan dijawab paling lambat 3 × 24 jam, hari libur ikut dihitung. Gratis.",
                    "You get an answer within 3 × 24 hours, holidays counted. It is free."
                ),
                Words(
                    "Bila ditolak, Anda diberi tahu alasannya. Data yang ditahan karena sengketa belum bisa dihapus.",
                    "If it is refused, you are told why. Data held because of a dispute cannot be erased yet."
                ),
                Words(
                    "Penghapusan disetujui dua petugas. Setelah itu datanya tidak bisa dikembalikan.",
                    "An erasure is approved by two officials. After it, the data cannot be brought back."
                ),
            ],
            links: [Link(.offices, "/unit")]
        ),
    ]
}
