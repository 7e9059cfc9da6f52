import Feel

/// The names that expressions of a service may read, besides its questions.
enum Names {
    /// Names of the system, which no question may have.
    static let reserved: Set<String> = Set(everywhere.keys).union(ofLetters.keys)
        .union(ofNotices.keys).union(["item"]).union(ofForms)

    /// What the pages of a form send or are called beside the questions.
    private static let ofForms: Set<String> = [
        "kunci", "versi", "benar", "lalu", "kembali", "periksa", "simpan",
    ]

    /// What an official can do with any case; an action of that name would never be reached.
    static let deeds: Set<String> = [
        "ambil", "tugaskan", "kembalikan", "catatan", "pendapat", "jawab", "pindaian",
        "batal-surat", "buka-kembali", "jawab-keberatan", "tarik", "dikabari", "tampilkan",
        "berkas", "tunda", "tautkan", "lepas-tautan", "bayar", "batal-bayar",
    ]

    static let everywhere: [String: FeelType] = ["hari_ini": .date]

    /// What a letter knows besides the answers.
    static let ofLetters: [String: FeelType] = [
        "nomor_surat": .string,
        "tanggal_surat": .date,
        "unit": .string,
        "kabupaten": .string,
        "nama_desa": .function([.string], .string),
        "nama_kecamatan": .function([.string], .string),
    ]

    /// What a record knows besides the answers: the number of the case that writes it.
    static let ofRecords: [String: FeelType] = ["nomor": .string]

    /// What a notice knows besides the answers.
    static let ofNotices: [String: FeelType] = [
        "nomor": .string, "layanan": .string, "tautan": .string, "tenggat": .string,
        "kurang": .string,
    ]
}

/// Something with a name that expressions of one service may read.
struct NamedValue {
    enum Origin {
        case system
        case applicant
        case asked(QuestionDraft)
        case computed(QuestionDraft)
        case rule(Node)
    }

    let name: String
    let origin: Origin

    /// Which page it is asked on; -1 before all pages.
    let page: Int

    /// Its place among all questions; -1 before all of them.
    let order: Int

    /// The expression by which it is worked out, with the slot in which that stands.
    var sources: [(slot: Slot, text: String)] {
        switch origin {
        case .computed(let question):
            question.type.formula.map { [(question.slot(of: "is"), $0)] } ?? []
        case .rule(let rule): RuleDraft(rule).sources
        case .system, .applicant, .asked: []
        }
    }
}

extension ServiceDraft {
    /// Every name of the service, in the order in which they become known; rules come last.
    func namedValues(rules: [Node]) -> [NamedValue] {
        var values = Names.everywhere.keys.map {
            NamedValue(name: $0, origin: .system, page: -1, order: -1)
        }
        if !asksApplicantItself {
            values += Applicant.questions.map {
                NamedValue(name: $0.id.text, origin: .applicant, page: -1, order: -1)
            }
        }
        for (order, question) in questions.enumerated() {
            let page = pages.firstIndex { $0.id == question.page } ?? pages.count
            values.append(
                NamedValue(
                    name: question.id.text,
                    origin: question.type.kind == "computed"
                        ? .computed(question) : .asked(question),
                    page: page,
                    order: order
                )
            )
        }
        return values
            + rules.map { NamedValue(name: $0.id.text, origin: .rule($0), page: -1, order: -1) }
    }
}
