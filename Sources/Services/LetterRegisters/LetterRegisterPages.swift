import Site
import Stories

/// The registers that a restore locked, and the last number on paper for one of them.
struct LetterRegistersPage: Page {
    var locked: [Register]
    var typed: Posted
    var problems: [String: Words]
    var message: Words?

    struct Register: Sendable {
        var name: Code
        var unit: String
        var last: Int64
    }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(Words("Kelola", "Manage"), "/kelola"),
            status: problems.isEmpty ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.letterRegisters.text(in: visit.language) }

    private var fields: [Field] {
        [
            Field(
                "register",
                .lockedRegister,
                .choice(
                    typed["register"],
                    locked.map { Option($0.name.text, Words($0.unit, $0.unit)) }
                )
            ).with(error: problems["register"]),
            Field(
                "terakhir",
                .lastOnPaper,
                hint: .lastOnPaperHint,
                .text(TextInput(typed["terakhir"] ?? "", .whole))
            ).with(error: problems["terakhir"]),
        ]
    }

    func body(_ html: HTML) {
        if !locked.isEmpty { html(ErrorSummary(of: fields)) }
        html(.h1, .letterRegisters)
        if let message { html(Notice(.done, message)) }
        guard !locked.isEmpty else {
            html(.p, .noLockedRegister)
            return
        }
        html(.p, .whyLocked)
        html(
            Form(to: "/kelola/nomor-surat", fields, buttons: [Button(.continueRegister)])
        )
        html(
            DataTable(
                .lockedRegisters,
                [
                    DataTable.Heading(.unitOfRegister),
                    DataTable.Heading(.lastRecorded, isNumber: true),
                ],
                locked.map { register in
                    DataTable.Line([
                        .text(register.unit), .number(String(register.last)),
                    ])
                }
            )
        )
    }
}

extension Words {
    static let letterRegisters = Words("Nomor surat setelah pemulihan", "Letters after a restore")
    static let lockedRegister = Words("Register unit", "Register of the unit")
    static let lockedRegisters = Words("Register yang terkunci", "Locked registers")
    static let unitOfRegister = Words("Unit", "Unit")
    static let lastRecorded = Words("Terakhir tercatat", "Last recorded")
    static let lastOnPaper = Words("Nomor terakhir di buku agenda", "Last number in the book")
    static let lastOnPaperHint = Words(
        "Angka urutnya saja. Nomor di antaranya dinyatakan batal.",
        "The running number only. Those between are voided."
    )
    static let continueRegister = Words("Lanjutkan penomoran", "Go on numbering")
    static let registerContinued = Words(
        "Penomoran unit itu berjalan lagi.",
        "That unit's letters are numbered again."
    )
    static let noLockedRegister = Words(
        "Tidak ada register yang terkunci.",
        "No register is locked."
    )
    static let chooseRegister = Words("Pilih register.", "Choose a register.")
    static let typeLastNumber = Words("Tulis angka, misalnya 27.", "Enter a number, like 27.")
    static let whyLocked = Words(
        "Data dipulihkan dari cadangan. Surat yang terbit sesudah cadangan itu hanya ada di "
            + "kertas. Tanyakan nomor terakhir di buku agenda tiap unit; sebelum itu unitnya tidak "
            + "bisa menomori surat.",
        "The data were restored from a backup. Letters after it stand on paper only. Ask each "
            + "unit for the last number in its book; until then it cannot number letters."
    )
}
