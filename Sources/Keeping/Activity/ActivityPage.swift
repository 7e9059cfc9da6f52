import Site
import Stories

/// The list of what was done, the newest first.
struct ActivityPage: Page {
    var typed: DateInput
    var dayError: Words?
    var person: OpaqueID?
    var lines: [Line]
    var page: Int
    var pages: Int

    struct Line: Sendable {
        var at: Instant
        var who: OpaqueID

        /// Nil for the machine itself.
        var name: String?
        var deed: Words
        var about: Words
    }

    var frame: Frame { Frame(width: .workbench, back: Link(.manage, "/kelola")) }

    func title(for visit: Visit) -> String { Words.activity.text(in: visit.language) }

    private var list: Address {
        var list = Address("/kelola/jejak")
        if let person { list = list.with("petugas", person.description) }
        if !typed.year.isEmpty {
            list = list.with("hari-tanggal", typed.day).with("hari-bulan", typed.month)
                .with("hari-tahun", typed.year)
        }
        return list
    }

    func body(_ html: HTML) {
        html(.h1, .activity)
        var form = Form(
            to: "/kelola/jejak",
            [Field("hari", .onDay, isOptional: true, .date(typed)).with(error: dayError)],
            hidden: person.map { [("petugas", $0.description)] } ?? [],
            buttons: [Button(.filter, .secondary)]
        )
        form.isSearch = true
        html(form)
        if person != nil { html(.p) { html(.a, .everybody, .href("/kelola/jejak")) } }
        html(
            DataTable(
                .activity,
                [
                    DataTable.Heading(.when), DataTable.Heading(.who), DataTable.Heading(.deed),
                    DataTable.Heading(.about),
                ],
                lines.map { line in
                    DataTable.Line([
                        .part(Moment(at: line.at)),
                        line.name.map {
                            .link(
                                Link(
                                    Words($0, $0),
                                    Address("/kelola/jejak").with(
                                        "petugas",
                                        line.who.description
                                    )
                                )
                            )
                        } ?? .words(Words("Sistem", "The system")),
                        .words(line.deed), .words(line.about),
                    ])
                }
            )
            .whenEmpty(.noActivity)
        )
        html(Pagination(page: page, of: pages, list: list))
    }
}

/// A moment as lists show it.
struct Moment: Component {
    var at: Instant

    func write(to html: HTML) {
        html.text(
            DateWords.moment(
                at,
                zone: html.visit.installation.zone,
                in: html.visit.language,
                withYear: true
            )
        )
    }
}

extension Words {
    static let activity = Words("Jejak kegiatan", "Activity")
    static let noActivity = Words(
        "Tidak ada kegiatan yang tercatat untuk pilihan ini.",
        "Nothing was recorded for this choice."
    )
    static let onDay = Words("Hanya tanggal ini", "Only this day")
    static let everybody = Words("Tampilkan semua orang", "Show everybody")
    static let when = Words("Kapan", "When")
    static let who = Words("Siapa", "Who")
    static let deed = Words("Apa", "What")
    static let about = Words("Mengenai", "About")

    static func exportedWithoutNames(_ service: Words) -> Words {
        Words(
            "\(service.indonesian), tanpa data pribadi",
            "\(service.text(in: .english)), without personal data"
        )
    }

    static func exportedWithNames(_ service: Words, because reason: String) -> Words {
        Words(
            "\(service.indonesian), dengan nama dan nomor warga. Alasan: \(reason)",
            "\(service.text(in: .english)), with people's names and numbers. Reason: \(reason)"
        )
    }

    static func downloaded(_ lines: Int64, because reason: String) -> Words {
        Words("\(lines) baris. Alasan: \(reason)", "\(lines) rows. Reason: \(reason)")
    }

    /// What a kind of event is called here; an unknown one by its own word.
    static func deed(_ kind: String) -> Words { deeds[kind] ?? Words(kind, kind) }

    private static let deeds: [String: Words] = [
        "official.added": Words("Menambah petugas", "Added an official"),
        "official.placed": Words("Menempatkan di jabatan", "Placed in a post"),
        "official.relieved": Words("Melepas dari jabatan", "Relieved of a post"),
        "official.left": Words("Mencatat petugas keluar", "Noted that an official left"),
        "official.handed-over": Words("Mencatat serah terima", "Noted a handover"),
        "official.returned": Words("Mencatat bertugas lagi", "Noted a return"),
        "official.corrected": Words("Membetulkan nama atau NIP", "Corrected name or NIP"),
        "official.unplaced": Words("Membatalkan penempatan", "Undid a placing"),
        "official.invited": Words("Membuat slip aktivasi", "Made an activation slip"),
        "official.activated": Words("Mengaktifkan akun", "Activated the account"),
        "official.second-factor-set": Words("Memasang kode ponsel", "Set up phone codes"),
        "official.second-factor-cleared": Words("Melepas kode ponsel", "Took phone codes away"),
        "publication.published": Words("Menerbitkan", "Published"),
        "publication.asked": Words("Meminta penerbitan", "Asked to publish"),
        "publication.declined": Words("Menolak penerbitan", "Declined to publish"),
        "publication.switched-off": Words("Mematikan layanan", "Switched a service off"),
        "publication.switched-on": Words("Menyalakan layanan", "Switched a service on"),
        "calendar.decreed": Words("Memasukkan hari libur", "Took in a year's holidays"),
        "calendar.closed": Words("Mencatat kantor tutup", "Noted a closure"),
        "calendar.failed": Words("Mencatat gangguan", "Declared an outage"),
        "rotation.planned": Words("Menyusun mutasi", "Planned a rotation"),
        "rotation.accepted": Words("Menyetujui mutasi", "Accepted a rotation"),
        "rotation.cancelled": Words("Membatalkan mutasi", "Cancelled a rotation"),
        "rotation.took-effect": Words("Mutasi berlaku", "A rotation took effect"),
        "official-import.carried-out": Words("Mengimpor petugas", "Imported officials"),
        "official-import.undone": Words("Membatalkan impor", "Undid an import"),
        "official.downloaded": Words(
            "Mengunduh daftar permohonan dengan nama",
            "Downloaded a list of cases with names"
        ),
        "export.taken": Words("Mengekspor permohonan", "Exported cases"),
        "service-worth.costed": Words("Mencatat biaya layanan", "Noted what a service costs"),
        "service-worth.judged": Words("Memutuskan nasib layanan", "Decided about a service"),
        "survey-report.published": Words("Menerbitkan IKM", "Published a survey report"),
        "news.drafted": Words("Menyimpan tulisan berita", "Saved a text of news"),
        "news.discarded": Words("Membuang tulisan berita", "Discarded a text of news"),
        "news.approved": Words("Menyetujui berita", "Approved news"),
        "news.withdrawn": Words("Menarik berita", "Withdrew news"),
        "privacy.opened": Words("Menerima permintaan atas data", "Took a request about data"),
        "privacy.gathered": Words("Mencentang permohonan orang itu", "Ticked that person's cases"),
        "privacy.decided": Words("Memutuskan permintaan data", "Decided a request about data"),
        "privacy.returned": Words("Mengembalikan penghapusan", "Sent an erasure back"),
        "privacy.approved": Words("Menyetujui penghapusan", "Approved an erasure"),
        "privacy.handed": Words("Mengunduh salinan data", "Took out a copy of data"),
        "privacy.done": Words("Menyelesaikan permintaan data", "Finished a request about data"),
        "hold.placed": Words("Menahan permohonan", "Placed a hold"),
        "hold.lifted": Words("Melepas penahanan", "Lifted a hold"),
        "breach.confirmed": Words("Mencatat kebocoran data", "Recorded a data breach"),
        "breach.handled": Words("Mencatat penanganan kebocoran", "Noted the handling of a breach"),
        "breach.told": Words("Mencatat pemberitahuan kebocoran", "Noted a notice of a breach"),
        "breach.closed": Words("Menutup catatan kebocoran", "Closed the record of a breach"),
        "restore-drill.tried": Words("Mencatat latihan pemulihan", "Recorded a restore drill"),
        "destruction.proposed": Words("Mengusulkan pemusnahan", "Proposed a destruction"),
        "destruction.refused": Words("Menolak pemusnahan", "Refused a destruction"),
        "destruction.approved": Words("Menyetujui pemusnahan", "Approved a destruction"),
        "destruction.destroyed": Words("Memusnahkan data", "Destroyed data"),
        "case-move.asked": Words("Meminta perkara pindah versi", "Asked to move cases"),
        "case-move.approved": Words("Menyetujui perkara pindah versi", "Agreed to move cases"),
        "case-move.declined": Words("Menolak perkara pindah versi", "Declined to move cases"),
        "case-move.undoing": Words("Mengembalikan perkara ke versinya", "Took moved cases back"),
        "case.sensitive_opened": Words("Membuka isian tersamar", "Looked at a masked answer"),
    ]
}
