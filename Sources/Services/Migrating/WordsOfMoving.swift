import Blueprints
import Site
import Stories

extension Staying {
    var words: Site.Words {
        switch self {
        case .undeclared:
            Words(
                "Aturannya berubah, dan cara memindahkannya belum dinyatakan penerbit",
                "Rules have changed, and the publisher has not declared how cases move"
            )
        case .publisherKeeps:
            Words("Penerbit ingin perkara ini tetap", "The publisher wants these cases to stay")
        case .stepGone:
            Words("Langkahnya tidak ada di versi baru", "Its step is not in the new version")
        case .signing:
            Words("Suratnya menunggu tanda tangan", "Its letter waits for a signature")
        case .restricted:
            Words("Pemakaian datanya dibatasi", "The use of its data is restricted")
        case .erased: Words("Datanya sudah dihapus", "Its data were erased")
        }
    }
}

extension KindOfChange {
    var words: Site.Words {
        switch self {
        case .words: Words("Tulisan dan petunjuk", "Wording and help")
        case .pageOrder: Words("Urutan pertanyaan", "Order of questions")
        case .optionalQuestion:
            Words("Pertanyaan yang boleh dikosongkan", "Questions that may be left empty")
        case .letterWords:
            Words("Isi surat yang belum terbit", "Wording of letters not yet issued")
        case .rule: Words("Aturan", "Rules")
        }
    }
}

extension VersionDifference.Way {
    /// What it means for the running cases.
    var notice: Notice {
        switch self {
        case .free: Notice(.info, .moveIsFree)
        case .mapped: Notice(.attention, .moveIsMapped)
        case .undeclared:
            Notice(
                .attention,
                Words(
                    MoveRefusal.rulesChanged.sentence,
                    MoveRefusal.rulesChanged.sentenceInEnglish
                )
            )
        case .publisherKeeps:
            Notice(
                .attention,
                Words(
                    MoveRefusal.publisherKeeps.sentence,
                    MoveRefusal.publisherKeeps.sentenceInEnglish
                )
            )
        }
    }

    var tag: StatusTag {
        switch self {
        case .free: StatusTag(Words("Bisa pindah", "May move"), .info)
        case .mapped: StatusTag(Words("Perlu disetujui", "Needs approval"), .attention)
        case .undeclared, .publisherKeeps: StatusTag(Words("Tetap", "Stays"), .attention)
        }
    }
}

extension MoveAsked.Phase {
    func tag(isEnded: Bool) -> StatusTag {
        switch self {
        case .unborn, .waiting:
            StatusTag(Words("Menunggu persetujuan", "Waits for approval"), .info)
        case .running:
            isEnded
                ? StatusTag(Words("Selesai", "Done"), .done)
                : StatusTag(Words("Sedang berjalan", "At work"), .info)
        case .declined: StatusTag(Words("Ditolak", "Declined"), .attention)
        case .undoing:
            isEnded
                ? StatusTag(Words("Sudah dikembalikan", "Taken back"), .done)
                : StatusTag(Words("Sedang dikembalikan", "Being taken back"), .info)
        }
    }
}

extension Site.Words {
    static let moveIsFree = Words(
        "Yang berubah hanya tulisan, urutan, atau pertanyaan yang boleh dikosongkan. Perkara "
            + "berjalan boleh pindah tanpa persetujuan orang kedua.",
        "Only wording, order or questions that may be left empty have changed. Running cases may "
            + "move without a second person's approval."
    )
    static let moveIsMapped = Words(
        "Aturannya berubah, dan penerbit menyatakan cara memindahkan perkara. Pengelola kedua "
            + "harus menyetujui.",
        "Rules have changed, and the publisher declares how cases move. A second manager has to "
            + "approve."
    )
    static let whatMoveKeeps = Words(
        "Tenggat yang sudah dijanjikan tidak berubah. Jawaban warga tidak hilang, dan warga tidak "
            + "diminta apa-apa lagi karena perpindahan ini.",
        "Due dates that were promised do not change. No answer of a citizen is lost, and nothing "
            + "more is asked of citizens because of the move."
    )
    static let runningCases = Words("Perkara berjalan", "Running cases")
    static let casesByVersion = Words("Perkara berjalan menurut versi", "Running cases by version")
    static let versionOfRules = Words("Versi aturan", "Version of the rules")
    static let inForceFrom = Words("Berlaku sejak", "In force since")
    static let openMovePlan = Words("Lihat rencana", "See the plan")
    static let noRunningCases = Words(
        "Tidak ada perkara yang sedang berjalan di layanan ini.",
        "No case of this service is running."
    )
    static let movesSoFar = Words("Perpindahan yang pernah diminta", "Moves asked for so far")
    static let moveFromTo = Words("Dari → ke", "From → to")
    static let askedOn = Words("Diminta", "Asked")
    static let wouldMove = Words("Akan pindah", "Would move")
    static let wouldStay = Words("Tetap di versi lama", "Stay on the old version")
    static let haveMoved = Words("Sudah pindah", "Have moved")
    static let whyStay = Words("Mengapa ada yang tetap", "Why some stay")
    static let because = Words("Sebab", "Cause")
    static let whatVersionChanges = Words("Yang berubah", "What changes")
    static let movesByChange = Words("Jenis perubahan", "Kinds of change")
    static let sampleOfMoving = Words("Sebagian perkara di versi ini", "Some cases of this version")
    static let startMove = Words("Pindahkan perkara", "Move the cases")
    static let askForMove = Words("Minta persetujuan", "Ask for approval")
    static let approveMove = Words("Setujui dan pindahkan", "Approve and move")
    static let declineMove = Words("Tolak", "Decline")
    static let undoMove = Words("Kembalikan ke versi sebelumnya", "Take back to the version before")
    static let undoMoveExplained = Words(
        "Perkara bisa kembali selama belum ada yang mengerjakannya sesudah pindah; catatan tidak "
            + "menghalangi. Yang lain tetap di versi baru, dan daftarnya ada di sini.",
        "Only cases that were not worked on since, but for notes, can be taken back. The others "
            + "stay on the new version and are listed here."
    )
    static let casesLeft = Words(
        "Perkara yang masih di versi lama",
        "Cases still on the old version"
    )
    static let casesNotBack = Words(
        "Perkara yang tetap di versi baru karena sudah dikerjakan",
        "Cases that stay on the new version since they were worked on"
    )
    static let waitsForSecondKeeper = Words(
        "Anda yang meminta, jadi pengelola lain yang menyetujui.",
        "You asked for it, so another manager approves it."
    )
    static let noneLeft = Words(
        "Tidak ada perkara yang masih di versi lama.",
        "No case is still on the old version."
    )
    static let allBack = Words("Semua perkara sudah kembali.", "All cases are back.")
    static let stillMoved = Words("Masih di versi baru", "Still on the new version")
    static let approvedBy = Words("Disetujui oleh", "Approved by")
    static let declinedBy = Words("Ditolak oleh", "Declined by")
    static let takenBackBy = Words("Dikembalikan oleh", "Taken back by")
    static let moveNext = Words("Berikutnya", "Next")
    static let fromOldVersion = Words(
        "Jawaban yang tidak dipakai versi sekarang",
        "Answers that the version now has no use for"
    )

    static func moveProgress(_ looked: String, _ total: String, _ moved: String) -> Self {
        Words(
            "\(looked) dari \(total) perkara sudah dinilai, \(moved) sudah dipindahkan. Muat ulang "
                + "halaman ini untuk melihat kemajuannya.",
            "\(looked) of \(total) cases are judged, \(moved) have moved. Load this page again to "
                + "see how far it is."
        )
    }

    static func moveDone(_ moved: String, _ total: String) -> Self {
        Words(
            "Selesai: \(moved) dari \(total) perkara dipindahkan.",
            "Done: \(moved) of \(total) cases have moved."
        )
    }

    static func undoDone(_ moved: String, _ total: String) -> Self {
        Words(
            "Selesai: \(moved) dari \(total) perkara dikembalikan.",
            "Done: \(moved) of \(total) cases are back."
        )
    }

    static func undoProgress(_ looked: String, _ total: String, _ moved: String) -> Self {
        Words(
            "\(looked) dari \(total) perkara sudah dinilai, \(moved) sudah dikembalikan. Muat "
                + "ulang halaman ini untuk melihat kemajuannya.",
            "\(looked) of \(total) cases are judged, \(moved) are back. Load this page again to "
                + "see how far it is."
        )
    }

    static func undoCounts(_ alone: String, _ worked: String) -> Self {
        Words(
            "Belum disentuh sejak pindah: \(alone). Sudah ada yang menyusul: \(worked); yang hanya "
                + "diberi catatan tetap bisa kembali.",
            "Untouched since the move: \(alone). Something followed in \(worked); those that only "
                + "got notes can still go back."
        )
    }

    static func rulesOfVersion(_ name: String, since day: Words) -> Self {
        Words(
            "Aturan versi \(name) (berlaku sejak \(day.indonesian))",
            "Rules of version \(name) (in force since \(day.text(in: .english)))"
        )
    }

    static func movedOn(_ day: Words, from old: String, to new: String) -> Self {
        Words(
            "Pindah dari versi \(old) ke \(new) pada \(day.indonesian). Tenggat yang sudah "
                + "dijanjikan tidak berubah.",
            "Moved from version \(old) to \(new) on \(day.text(in: .english)). Due dates that were "
                + "promised do not change."
        )
    }
}
