import Site

extension ToldOfBreach.Whom {
    var option: Option {
        switch self {
        case .people: Option(rawValue, Words("Pemilik data", "The people concerned"))
        case .agency: Option(rawValue, Words("Lembaga pelindungan data", "The agency"))
        case .everybody: Option(rawValue, Words("Masyarakat umum", "The public"))
        }
    }

    /// The heading of what is known about it.
    var told: Words {
        switch self {
        case .people: .peopleTold
        case .agency: .agencyTold
        case .everybody: Words("Masyarakat diberi tahu", "The public was told")
        }
    }
}

extension Words {
    static let breaches = Words("Kebocoran data", "Data breaches")
    static let oneBreach = Words("Kebocoran data", "A data breach")
    static let breachesWhat = Words(
        "Setelah kebocoran dipastikan, pemilik data dan lembaga diberi tahu tertulis dalam 3 × 24 jam. Hari libur ikut dihitung.",
        "Once a breach is confirmed, the people and the agency are told in writing within 3 × 24 hours, holidays counted."
    )
    static let newBreach = Words("Catat kebocoran", "Record a breach")
    static let newBreachWhat = Words(
        "Catat dulu yang sudah diketahui. Yang menyusul boleh ditambahkan nanti.",
        "Record what is known. The rest can be added later."
    )
    static let noBreaches = Words("Tidak ada yang tercatat.", "None is on record.")
    static let confirmedOn = Words("Dipastikan", "Confirmed")
    static let confirmedHint = Words(
        "Kosongkan bila baru saja.",
        "Leave empty if it was just now."
    )
    static let tellBy = Words("Beri tahu paling lambat", "Tell by")
    static let peopleTold = Words("Pemilik data diberi tahu", "People were told")
    static let agencyTold = Words("Lembaga diberi tahu", "The agency was told")
    static let notTold = Words("Belum", "Not yet")
    static let howManyPeople = Words("Perkiraan jumlah orang", "About how many people")
    static let peopleUnreadable = Words(
        "Tulis angka saja, atau kosongkan.",
        "Write digits only, or leave it empty."
    )
    static let whichData = Words("Data apa yang terungkap?", "Which data were disclosed?")
    static let whenAndHow = Words("Kapan dan bagaimana?", "When and how?")
    static let handling = Words("Penanganan dan pemulihan", "Handling and recovery")
    static let saveBreach = Words("Simpan dan mulai hitungan", "Save and start the clock")
    static let notices = Words("Surat pemberitahuan", "Written notices")
    static let noticesWhat = Words(
        "Disusun dari catatan ini. Setelah dikirim, catat di bawah.",
        "Made from this record. Once they are sent, record it below."
    )
    static let noticeToPeople = Words("Surat untuk pemilik data (PDF)", "To the people (PDF)")
    static let noticeToAgency = Words("Surat untuk lembaga (PDF)", "To the agency (PDF)")
    static let recordTelling = Words("Catat pemberitahuan", "Record a notice")
    static let whoWasTold = Words("Siapa yang diberi tahu?", "Who was told?")
    static let toldOn = Words("Tanggal diberi tahu", "Date of the notice")
    static let toldHow = Words("Lewat apa?", "By what way?")
    static let saveTelling = Words("Simpan pemberitahuan", "Save the notice")
    static let moreHandling = Words("Tambah penanganan", "Add to the handling")
    static let saveHandling = Words("Simpan penanganan", "Save the handling")
    static let whatWasLearnt = Words("Apa yang diperbaiki?", "What was put right?")
    static let closeBreach = Words("Tutup catatan", "Close the record")
    static let closedBreach = Words("Ditutup", "Closed")
}
