import Site
import Stories

extension Words {
    static let drills = Words("Latihan pemulihan", "Restore drills")
    static let noDrills = Words("Belum ada latihan yang tercatat.", "No drill was recorded yet.")
    static let drillsWhat = Words(
        "Cadangan baru terbukti bila pernah dipulihkan. Perintah serasan backup drill memulihkan "
            + "cadangan terbaru ke folder coba, membandingkannya, menghapusnya lagi, dan mencatat "
            + "hasilnya di sini. Situs tetap berjalan.",
        "A backup is proved by a restore. The command serasan backup drill restores the newest "
            + "one into a folder for trying, compares it, removes it, and records the result here. "
            + "The site goes on meanwhile."
    )
    static let dayOfDrill = Words("Hari latihan", "Day of the drill")
    static let whoTried = Words("Yang melatih", "Who tried it")
    static let nobodyNamed = Words("Tidak disebut", "Not named")
    static let resultOfDrill = Words("Hasil", "Result")
    static let resultHint = Words(
        "Cocok: situs hasil pemulihan terbuka, dan banyaknya peristiwa sama dengan cadangan.",
        "Worked: the restored site opened, and the number of events was that of the backup."
    )
    static let drillWorked = Words("Cocok", "Worked")
    static let drillFailed = Words("Gagal", "Failed")
    static let chooseResult = Words("Pilih hasilnya.", "Choose the result.")
    static let noteDrill = Words("Catat latihan", "Record the drill")
    static let noteByHand = Words("Catat latihan dengan tangan", "Record a drill done by hand")
    static let drillNoted = Words("Latihan tercatat.", "The drill was recorded.")
    static let anotherPlace = Words("Tempat lain", "Another place")
    static let backupTried = Words("Cadangan", "Backup")
    static let wayOfDrill = Words("Cara", "How")
}

extension TriedRestore.Way {
    var words: Words {
        switch self {
        case .command: Words("Perintah", "Command")
        case .hand: Words("Dengan tangan", "By hand")
        }
    }
}

extension TriedRestore.Trouble {
    var words: Words {
        switch self {
        case .backup: Words("Gagal: cadangannya", "Failed: the backup")
        case .record: Words("Gagal: catatannya", "Failed: the record")
        case .files: Words("Gagal: berkasnya", "Failed: the files")
        case .other: Words("Gagal", "Failed")
        }
    }
}
