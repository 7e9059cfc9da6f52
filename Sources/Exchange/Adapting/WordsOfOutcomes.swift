package import Blueprints

extension Outcome {
    /// What an official reads above the entries that came out so.
    package var title: Meaning {
        switch self {
        case .same: Meaning("Sudah sama", "The same by now")
        case .takeTheirs: Meaning("Ikut asal", "Taken from the origin")
        case .keepOurs: Meaning("Tetap kita", "Ours is kept")
        case .newDefault: Meaning("Tambahan dari asal", "New from the origin")
        case .removedThere: Meaning("Dihapus di asal", "Removed by the origin")
        case .conflict: Meaning("Perlu diputuskan", "To be decided")
        case .orphaned:
            Meaning("Penyesuaian yang kehilangan tempatnya", "Adaptations without a place")
        case .mustStay: Meaning("Harus tetap seperti asal", "Must stay as the origin has it")
        case .doesNotCheck: Meaning("Tidak cocok", "Does not go together")
        }
    }
}

extension UpgradeOfService {
    /// What the change means for those who have a case.
    package var sentence: Meaning {
        switch change {
        case .unchanged:
            Meaning("\(title): tidak berubah.", "\(title): unchanged.")
        case .changed:
            Meaning(
                "\(title): permohonan yang sedang berjalan tetap memakai versi lama; "
                    + "permohonan baru memakai versi baru.",
                "\(title): running cases keep the old version; new cases get the new one."
            )
        case .added:
            Meaning("\(title): layanan baru.", "\(title): a new service.")
        case .removed:
            Meaning(
                "\(title): tidak ada lagi; permohonan yang sedang berjalan tetap diselesaikan.",
                "\(title): gone; running cases are still brought to their end."
            )
        }
    }
}
