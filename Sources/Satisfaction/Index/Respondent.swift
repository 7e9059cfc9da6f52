import Stories

/// What somebody says of themselves in the questionnaire; all of it may be left out.
package struct Respondent: Hashable, Sendable {
    package var sex: Sex?
    package var age: AgeBand?
    package var education: Education?
    package var work: Work?

    package init(
        sex: Sex? = nil,
        age: AgeBand? = nil,
        education: Education? = nil,
        work: Work? = nil
    ) {
        self.sex = sex
        self.age = age
        self.education = education
        self.work = work
    }

    package enum Sex: String, FactWord {
        case woman = "perempuan"
        case man = "laki_laki"
    }

    /// Ten years each: a birthday would say too much.
    package enum AgeBand: String, FactWord {
        case under20 = "di_bawah_20"
        case twenties = "20-29"
        case thirties = "30-39"
        case forties = "40-49"
        case fifties = "50-59"
        case from60 = "60_ke_atas"
    }

    package enum Education: String, FactWord {
        case belowPrimary = "belum_tamat_sd"
        case primary = "sd"
        case lowerSecondary = "smp"
        case upperSecondary = "sma"
        case diploma = "diploma"
        case bachelor = "s1"
        case postgraduate = "s2_ke_atas"
    }

    package enum Work: String, FactWord {
        case farming = "tani"
        case ownBusiness = "usaha"
        case employee = "swasta"
        case state = "asn_tni_polri"
        case student = "pelajar"
        case household = "rumah_tangga"
        case other = "lain"
    }
}
