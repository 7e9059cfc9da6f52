import Site

// The sentences of rotations.

extension Words {
    static let rotation = Words("Mutasi", "Rotation")
    static let rotationWhat = Words(
        "Satu mutasi berisi semua perpindahan yang mulai pada satu tanggal. Sampai hari itu "
            + "semuanya masih bisa diubah. Permohonan mengikuti jabatan, bukan orangnya.",
        "A rotation holds all the moves of one date. Until that day everything can be changed. "
            + "Cases follow the post, not the person."
    )
    static let rotationDay = Words("Berlaku mulai", "In effect from")
    static let rotationDayHint = Words("Paling cepat besok", "Tomorrow at the earliest")
    static let planRotation = Words("Susun mutasi", "Plan a rotation")
    static let rotationPhase = Words("Keadaan", "State")
    static let rotationMoves = Words("Langkah", "Moves")
    static let moveWords = Words("Perpindahan", "Move")
    static let addMove = Words("Tambah langkah", "Add a move")
    static let holesHeading = Words("Tugas yang akan kosong", "Duties without anybody")
    static let noHoles = Words(
        "Tidak ada tugas yang menjadi kosong karena mutasi ini.",
        "No duty becomes vacant by this rotation."
    )
    static let vacantIKnow = Words("Kosong, saya tahu", "Vacant, I know")
    static let acceptRotation = Words("Setujui mutasi", "Accept the rotation")
    static let changeDay = Words("Ganti tanggal", "Change the date")
    static let cancelRotation = Words("Batalkan mutasi", "Cancel the rotation")
    static let whoMoves = Words("Siapa yang pindah?", "Who moves?")
    static let leavesPosts = Words("Lepas dari", "Is relieved of")
    static let takesPost = Words("Pindah ke", "Moves to")
    static let moveMissing = Words(
        "Pilih jabatan yang dilepas, atau jabatan yang baru",
        "Choose a post to leave, or a new post"
    )
    static let rotationAccepted = Words(
        "Mutasi disetujui. Ia berlaku sendiri pada tanggalnya.",
        "The rotation is accepted. It takes effect by itself on its day."
    )

    static func someHoles(_ count: Int) -> Words {
        Words(
            "\(count) tugas akan kosong. Pilih pengganti untuk masing-masing, atau nyatakan bahwa "
                + "Anda tahu.",
            "\(count) duties will have nobody. Choose a deputy for each, or say that you know."
        )
    }

    static func oldHoles(_ count: Int) -> Words {
        Words(
            "\(count) tugas sudah kosong sebelum mutasi ini",
            "\(count) duties had nobody before this rotation"
        )
    }
}
