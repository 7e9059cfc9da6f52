package import Feel

/// The fourteen components of a service standard.
///
/// UU 25/2009 article 21; Permenpan RB 15/2014. A service is published only when none of them
/// is empty.
package struct Standard: Hashable, Sendable {
    package let requirements: [Words]
    package let procedure: [Words]
    package let time: TimeSpan
    package let fee: Fee
    package let product: [Words]
    package let complaints: [Words]
    package let legalBasis: [Words]
    package let facilities: [Words]
    package let competence: [Words]
    package let supervision: [Words]
    package let staff: [Words]
    package let guarantee: [Words]
    package let safety: [Words]
    package let evaluation: [Words]

    package init(
        time: TimeSpan,
        fee: Fee,
        texts: (Component) -> [Words]
    ) {
        self.time = time
        self.fee = fee
        requirements = texts(.requirements)
        procedure = texts(.procedure)
        product = texts(.product)
        complaints = texts(.complaints)
        legalBasis = texts(.legalBasis)
        facilities = texts(.facilities)
        competence = texts(.competence)
        supervision = texts(.supervision)
        staff = texts(.staff)
        guarantee = texts(.guarantee)
        safety = texts(.safety)
        evaluation = texts(.evaluation)
    }

    /// The components in the order of the regulation, named as in a service file.
    package enum Component: String, Hashable, Sendable, CaseIterable {
        case requirements, procedure, time, fee, product, complaints
        case legalBasis = "legal_basis"
        case facilities, competence, supervision, staff, guarantee, safety, evaluation

        /// The regulation's own term.
        package var officialTerm: String {
            switch self {
            case .requirements: "Persyaratan"
            case .procedure: "Sistem, mekanisme, dan prosedur"
            case .time: "Jangka waktu penyelesaian"
            case .fee: "Biaya/tarif"
            case .product: "Produk pelayanan"
            case .complaints: "Penanganan pengaduan, saran, dan masukan"
            case .legalBasis: "Dasar hukum"
            case .facilities: "Sarana, prasarana, dan/atau fasilitas"
            case .competence: "Kompetensi pelaksana"
            case .supervision: "Pengawasan internal"
            case .staff: "Jumlah pelaksana"
            case .guarantee: "Jaminan pelayanan"
            case .safety: "Jaminan keamanan dan keselamatan pelayanan"
            case .evaluation: "Evaluasi kinerja pelaksana"
            }
        }
    }
}

/// What a service costs: whole rupiah, or an expression over the answers that gives them.
package enum Fee: Hashable, Sendable {
    case rupiah(Int64)
    case computed(Formula)
}
