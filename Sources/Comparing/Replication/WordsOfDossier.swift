import Site

// What the parts of a dossier are called.

extension Words {
    static let dossierLead = Words(
        "Yang diketahui sistem sudah terisi. Lengkapi sisanya; boleh disimpan sedikit demi "
            + "sedikit. Jangan menulis nama orang: tulis jabatannya.",
        "What the system knows is filled in. Complete the rest, bit by bit if you like. Write "
            + "posts, not names of people."
    )
    static let stillMissing = Words("Belum diisi", "Not filled in yet")
    static let toldByOfficials = Words("Keterangan petugas", "What officials say")
    static let replicabilityScore = Words("Skor keterreplikasian", "Replicability score")
    static let scoreHint = Words(
        "1 sulit sekali, 5 mudah sekali ditiru daerah lain.",
        "1 very hard, 5 very easy for another region to replicate."
    )
    static let notScored = Words("Belum dinilai", "Not scored yet")
    static let sourceInnovation = Words("Inovasi sumber", "Source innovation")
    static let nameOfInnovation = Words("Nama", "Name")
    static let ownerOfInnovation = Words("Pemilik", "Owner")
    static let packageOfInnovation = Words("Paket dan versi", "Package and version")
    static let digestOfInnovation = Words("Sidik berkas (SHA-256)", "Digest of its files")
    static let replicatedBy = Words("Direplikasi oleh", "Replicated by")
    static let basisOfReplication = Words("Dasar", "Basis")
    static let agreementsWithOrigin = Words("Perjanjian kerja sama", "Agreements")
    static let whatWasTaken = Words("Yang diambil dan disesuaikan", "What was taken and adapted")
    static let takenAsIs = Words("Diambil seperti aslinya", "Taken as is")
    static let adaptedHere = Words("Disesuaikan", "Adapted")
    static let leftOut = Words("Dilepas", "Left out")
    static let filledLocally = Words("Hal daerah yang diisi sendiri", "Local matters filled in")
    static let datesAndUse = Words("Waktu dan pengguna", "Dates and users")
    static let installedOn = Words("Dipasang dan berlaku", "Installed and in force")
    static let firstRequest = Words("Permohonan pertama", "First request")
    static let usersReached = Words("Permohonan sejak itu", "Requests since")
    static let readyAgain = Words("Siap ditiru lagi", "Ready to be replicated again")
    static let noneKnown = Words("tidak ada", "none")
    static let movedOnTitle = Words("Sudah berubah", "It has changed")

    /// "41 dari 50".
    static func scored(_ total: (sum: Int, most: Int)) -> Words {
        Words("Jumlah: \(total.sum) dari \(total.most)", "Sum: \(total.sum) of \(total.most)")
    }
}

extension Dossier.Text {
    var words: Words {
        switch self {
        case .award: Words("Tahun dan penghargaan inovasi sumber", "Year and award of the source")
        case .request: Words("Surat permohonan atau dasar lain", "Letter of request, other basis")
        case .dropped: Words("Yang tidak diambil, dan mengapa", "What was not taken, and why")
        case .gap: Words("Syarat daerah yang belum ada", "Local preconditions that were missing")
        case .people: Words("Tim dan jabatannya", "Team, by posts")
        case .budget: Words("Anggaran dan sumbernya", "Budget and its source")
        case .risks: Words("Risiko dan cara mengatasinya", "Risks and what is done about them")
        case .sustainability:
            Words("Keberlanjutan: aturan, anggaran, SK tim", "Sustainability: rules, budget, team")
        case .evidence: Words("Bukti lain", "Other evidence")
        case .lessons: Words("Pelajaran", "Lessons")
        case .readiness: Words("Kesiapan ditiru lagi", "Readiness to be replicated again")
        }
    }
}

extension ReplicabilityCriterion {
    var words: Words {
        switch self {
        case .need: Words("Kemiripan kebutuhan", "Similarity of need")
        case .law: Words("Kesesuaian hukum", "Legal fit")
        case .process: Words("Kesesuaian proses", "Process fit")
        case .technology: Words("Kesesuaian teknologi", "Technology fit")
        case .data: Words("Ketersediaan data", "Availability of data")
        case .people: Words("Kesiapan orang", "People")
        case .cost: Words("Keterjangkauan biaya", "Cost")
        case .leadership: Words("Dukungan pimpinan", "Leadership")
        case .independence: Words("Tidak bergantung pemasok", "Independence from a vendor")
        case .documentation: Words("Dokumentasi", "Documentation")
        }
    }
}
