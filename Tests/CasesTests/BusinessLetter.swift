import Blueprints
import Feel
import Stories

/// A small service with every kind of step and action.
func businessLetter(
    fee: Fee = .rupiah(0),
    _ change: (inout PublicService.Parts) -> Void = { _ in }
) throws -> PublicService {
    let standard = Standard(time: TimeSpan(2, .workingDays), fee: fee) { _ in ["ada"] }
    var parts = PublicService.Parts(
        id: "surat-keterangan-usaha",
        blueprint: BlueprintName(publisher: "16.03", name: "umkm"),
        title: "Surat keterangan usaha",
        purpose: "Bukti bahwa Anda punya usaha.",
        owner: "kelurahan",
        standard: standard
    )
    parts.digest = String(repeating: "a1", count: 32)
    parts.withdrawUntil = "tanda_tangan"
    parts.reopen = TimeSpan(30, .days)
    parts.steps = [try checking(), signing]
    parts.endings = [
        CaseEnding(id: "selesai", shows: .finished, survey: "skm", notify: .notice("selesai")),
        CaseEnding(id: "ditolak", shows: .refused, appeal: TimeSpan(21, .workingDays)),
        CaseEnding(id: "kedaluwarsa", shows: .cancelled, notify: .notice("kedaluwarsa")),
    ]
    parts.letters = ["keterangan": letter]
    change(&parts)
    return PublicService(parts)
}

private func checking() throws -> Step {
    Step(
        id: "periksa",
        title: "Periksa berkas",
        stage: .checked,
        by: "petugas-pelayanan",
        within: TimeSpan(1, .workingDays),
        remind: TimeSpan(4, .workingHours),
        late: "sekretaris",
        legal: LegalLimit(limit: TimeSpan(5, .workingDays), then: .warn, basis: nil),
        consult: ["dinas-koperasi", "dinas-lain"],
        actions: [
            Action(
                id: "lengkap",
                label: "Berkas lengkap",
                to: .step("tanda_tangan"),
                notify: .none
            ),
            Action(
                id: "kembali",
                label: "Minta lengkapi",
                to: nil,
                asksCitizen: AskCitizen(waiting: TimeSpan(10, .workingDays), then: "kedaluwarsa"),
                needs: [.publicNote],
                times: 1,
                notify: .notice("lengkapi")
            ),
            Action(
                id: "tolak",
                label: "Tolak",
                to: .outcome("ditolak"),
                needs: [.reason],
                notify: .notice("ditolak")
            ),
            Action(
                id: "ukur",
                label: "Ukur kebun",
                to: nil,
                needs: [.internalNote, .file],
                notify: .none,
                when: try formula("luas_kebun > 4")
            ),
        ]
    )
}

private let signing = Step(
    id: "tanda_tangan",
    title: "Tanda tangan",
    stage: .processed,
    by: "kepala-wilayah",
    within: TimeSpan(1, .workingDays),
    actions: [
        Action(
            id: "terbit",
            label: "Terbitkan",
            to: .outcome("selesai"),
            letter: "keterangan",
            record: RecordWrite(register: "usaha", fields: [:]),
            notify: .none
        )
    ]
)

private let letter = Letter(
    id: "keterangan",
    layout: .centredTitle,
    paper: .a4,
    title: "Surat keterangan usaha",
    number: NumberTemplate(parts: [
        .classification, .text("/"), .running(width: 3), .text("/"), .unit, .text("/"),
        .romanMonth, .text("/"), .year,
    ]),
    classification: "500.3",
    subject: nil,
    to: nil,
    blocks: [],
    signer: "kepala-wilayah",
    shows: []
)

/// A formula over the one number that the tests answer.
func formula(_ source: String) throws -> Formula {
    let scope = FeelScope(["luas_kebun": .optional(.number)])
    return try Formula.read(source, in: scope).get()
}
