import Site

/// A choice about oneself, with how it is called on screens and in reports.
protocol SelfDescription: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == String {
    static var question: Words { get }
    var words: Words { get }
}

extension Respondent.Sex: SelfDescription {
    static var question: Words {
        Words("Anda perempuan atau laki-laki?", "Are you a woman or a man?")
    }

    var words: Words {
        switch self {
        case .woman: Words("Perempuan", "Woman")
        case .man: Words("Laki-laki", "Man")
        }
    }
}

extension Respondent.AgeBand: SelfDescription {
    static var question: Words { Words("Berapa umur Anda?", "How old are you?") }

    var words: Words {
        switch self {
        case .under20: Words("Di bawah 20 tahun", "Under 20")
        case .twenties: Words("20 sampai 29 tahun", "20 to 29")
        case .thirties: Words("30 sampai 39 tahun", "30 to 39")
        case .forties: Words("40 sampai 49 tahun", "40 to 49")
        case .fifties: Words("50 sampai 59 tahun", "50 to 59")
        case .from60: Words("60 tahun ke atas", "60 and over")
        }
    }
}

extension Respondent.Education: SelfDescription {
    static var question: Words {
        Words("Apa pendidikan terakhir Anda?", "What is your highest schooling?")
    }

    var words: Words {
        switch self {
        case .belowPrimary: Words("Belum tamat SD", "Primary school not finished")
        case .primary: Words("SD atau sederajat", "Primary school")
        case .lowerSecondary: Words("SMP atau sederajat", "Lower secondary school")
        case .upperSecondary: Words("SMA, SMK, atau sederajat", "Upper secondary school")
        case .diploma: Words("Diploma (D1 sampai D3)", "Diploma")
        case .bachelor: Words("Sarjana (S1) atau D4", "Bachelor")
        case .postgraduate: Words("S2 atau S3", "Master or doctor")
        }
    }
}

extension Respondent.Work: SelfDescription {
    static var question: Words { Words("Apa pekerjaan Anda?", "What is your work?") }

    var words: Words {
        switch self {
        case .farming: Words("Petani, pekebun, peternak, atau nelayan", "Farming or fishing")
        case .ownBusiness: Words("Usaha sendiri", "Own business")
        case .employee: Words("Karyawan atau buruh", "Employee or labourer")
        case .state: Words("ASN, TNI, atau Polri", "Civil service, army or police")
        case .student: Words("Pelajar atau mahasiswa", "Pupil or student")
        case .household: Words("Mengurus rumah tangga", "Keeping house")
        case .other: Words("Lainnya", "Something else")
        }
    }
}
