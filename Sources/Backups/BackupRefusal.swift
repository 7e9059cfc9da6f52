import Stories

/// Why a backup is not made, or not taken.
package enum BackupRefusal: Refusal, Hashable {
    case noTarget(String)
    case noBackup
    case otherKey
    case otherInstallation
    case otherFolder
    case notTakenOver
    case damaged(String)
    case truncated(String)
    case missing(String)
    case newerFormat(String)
    case newerDatabase(String)
    case noKeyring
    case olderKeyring
    case keysChanging
    case otherHead
    case folderInUse(String)
    case unreadablePaper

    package var sentence: String { words.id }
    package var sentenceInEnglish: String { words.en }
    package var status: Int { 409 }

    private var words: (id: String, en: String) {
        switch self {
        case .noTarget(let name):
            (
                "Tempat cadangan \(name) tidak ada. Sambungkan, atau buat foldernya dulu.",
                "The backup place \(name) is not there. Connect it, or make its folder first."
            )
        case .noBackup:
            (
                "Tidak ada cadangan di tempat itu pada atau sebelum waktu yang diminta.",
                "There is no backup in that place at or before the time asked for."
            )
        case .otherKey:
            (
                "Kunci akar ini bukan kunci cadangan itu. Tidak ada yang diubah.",
                "This root key is not the key of that backup. Nothing was changed."
            )
        case .otherInstallation:
            (
                "Tempat itu berisi cadangan dari kabupaten atau kunci akar lain. Pilih tempat lain.",
                "That place holds backups of another regency or root key. Choose another place."
            )
        case .otherFolder:
            (
                "Tempat itu sudah dipakai folder lain dari kabupaten ini (hasil pemulihan atau "
                    + "salinan). Hentikan salah satunya, atau pilih tempat lain yang kosong.",
                "Another folder of this regency (restored or copied) backs up into that place. "
                    + "Stop one of the two, or choose another place that is empty."
            )
        case .notTakenOver:
            (
                "Folder ini hasil pemulihan, dan tempat itu milik catatan asalnya. Bila folder ini "
                    + "menggantikan yang hilang, jalankan: serasan backup take-over FOLDER. "
                    + "Tidak ada yang diubah.",
                "This folder was restored, and that place belongs to the record it came from. If "
                    + "it takes that one's place, run: serasan backup take-over DIR. Nothing was "
                    + "changed."
            )
        case .damaged(let file):
            (
                "Berkas cadangan \(file) rusak atau diubah. Tidak dipakai.",
                "The backup file \(file) is damaged or was changed. It is not used."
            )
        case .truncated(let file):
            (
                "Berkas cadangan \(file) terpotong. Tidak dipakai.",
                "The backup file \(file) is cut short. It is not used."
            )
        case .missing(let file):
            (
                "Cadangan ini membutuhkan \(file), yang tidak ada lagi.",
                "This backup needs \(file), which is gone."
            )
        case .newerFormat(let file), .newerDatabase(let file):
            (
                "\(file) dibuat program yang lebih baru. Pasang program yang lebih baru dulu.",
                "\(file) was made by a newer program. Install the newer program first."
            )
        case .noKeyring:
            (
                "Gantungan kunci (kunci-….kunci) tidak ada di tempat itu. Tanpa itu isi tidak terbuka.",
                "The keyring (kunci-….kunci) is not in that place. Nothing opens without it."
            )
        case .olderKeyring:
            (
                "Gantungan kunci di tempat itu lebih tua daripada yang dituntut cadangan.",
                "The keyring in that place is older than the backup demands."
            )
        case .keysChanging:
            (
                "Kunci sedang diganti. Coba lagi satu menit lagi.",
                "The keys are being renewed. Try again in a minute."
            )
        case .otherHead:
            (
                "Catatan yang dipulihkan tidak sama dengan yang dicadangkan. Tidak dipakai.",
                "The restored record is not the one that was backed up. It is not used."
            )
        case .folderInUse(let folder):
            (
                "\(folder) sudah ada isinya. Pulihkan ke folder baru.",
                "\(folder) is not empty. Restore into a new folder."
            )
        case .unreadablePaper:
            (
                "Kunci akar salah salin dari kertas. Periksa angkanya dan ketik lagi.",
                "The root key was not copied rightly from paper. Check it and type it again."
            )
        }
    }
}
