import Site
import Stories

/// Each place of backups: the last good one, its size, how long it took, how it stands.
struct BackupsPage: Page {
    var places: [Machine.Place]

    var frame: Frame { Frame(width: .page, back: Link(.manage, "/kelola")) }

    func title(for visit: Visit) -> String { Words.backups.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .backups)
        if places.isEmpty { html(Notice(.attention, .noBackupPlace)) }
        if places.count == 1 { html(Notice(.attention, .oneBackupPlace)) }
        if !places.isEmpty {
            html(
                DataTable(
                    .backups,
                    [
                        DataTable.Heading(.backupPlace), DataTable.Heading(.lastGood),
                        DataTable.Heading(.backupSize, isNumber: true),
                        DataTable.Heading(.backupSeconds, isNumber: true),
                        DataTable.Heading(.state),
                    ],
                    places.map(Self.line)
                )
            )
        }
        html(.p, .nextBackup)
        html(.p, .tryRestoring)
    }

    private static func line(_ place: Machine.Place) -> DataTable.Line {
        let tag =
            place.isLost
            ? StatusTag(.broken, .danger)
            : place.isLate ? StatusTag(.look, .attention) : StatusTag(.well, .done)
        return DataTable.Line([
            .text(place.name),
            place.made.map { .part(Moment(at: $0)) } ?? .words(.neverBackedUp),
            .number(place.bytes.map { NumberWords.size(bytes: Int($0), in: .indonesian) } ?? "-"),
            .number(place.seconds.map { String($0) } ?? "-"),
            .tag(tag),
        ])
    }
}

extension Words {
    static let backups = Words("Cadangan", "Backups")
    static let backupPlace = Words("Tempat", "Place")
    static let lastGood = Words("Terakhir dibaca kembali", "Last read back")
    static let backupSize = Words("Ukuran", "Size")
    static let backupSeconds = Words("Lama (detik)", "Took (seconds)")
    static let neverBackedUp = Words("Belum ada", "None yet")
    static let noBackupPlace = Words(
        "Belum ada tempat cadangan. Tulis backup_targets di serasan.conf.",
        "There is no backup place. Set backup_targets in serasan.conf."
    )
    static let oneBackupPlace = Words(
        "Hanya satu tempat cadangan. Tambahkan yang kedua, di gedung lain.",
        "There is only one backup place. Add a second one, in another building."
    )
    static let nextBackup = Words(
        "Cadangan berikutnya: paling lambat seperempat jam lagi.",
        "The next backup: within a quarter of an hour."
    )
    static let tryRestoring = Words(
        "Cobalah memulihkan setiap tiga bulan: serasan restore ke folder percobaan.",
        "Try a restore every three months: serasan restore into a folder for trying."
    )
}
