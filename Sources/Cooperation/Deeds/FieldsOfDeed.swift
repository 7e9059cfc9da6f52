import Site
import Stories

extension AgreementDeed {
    /// The questions of its form.
    func fields(_ typed: TypedDeed, _ loaded: LoadedAgreement, item: String?) -> [Field] {
        let fields = asked(typed, loaded, item: item)
        guard corrects(loaded, item: item) else { return fields }
        return fields + [typed.reason(.reasonHint, isOptional: self == .report)]
    }

    private func asked(_ typed: TypedDeed, _ loaded: LoadedAgreement, item: String?) -> [Field] {
        switch self {
        case .subject: Self.subject(typed)
        case .stage: stage(typed, loaded, item)
        case .council:
            [
                typed.yesNo("membebani", loaded.rules.council.burdens),
                typed.yesNo("anggaran", loaded.rules.council.unfunded),
                typed.long("pertimbangan", .consideration, hint: .considerationHint),
            ]
        case .term:
            [
                typed.line("penandatangan", .ourSignatory), typed.line("jabatan", .postOfSignatory),
                typed.line("penandatangan_mitra", .partnersSignatory, isOptional: true),
                typed.line("jabatan_mitra", .postOfSignatory, isOptional: true),
                typed.yesNo("dengan_kuasa", .byProxy, hint: .byProxyHint),
                typed.line("kuasa", .powerOfAttorney, hint: .powerHint, isOptional: true),
                typed.date("mulai", .holdsFrom), typed.date("sampai", .holdsUntil),
            ]
        case .renewal:
            [typed.date("sampai", .holdsUntil), typed.long("dasar", .groundOfRenewal)]
        case .duty, .fulfilment, .plan, .realisation: ofItem(typed, loaded)
        case .transfer: transfer(typed)
        case .root:
            [
                typed.pick("mitra", .partner, Self.unpinned(loaded)),
                typed.long("kata", .twelveWords, hint: .twelveWordsHint),
            ]
        case .report:
            [
                typed.pick("semester", .period, Self.periods(loaded)),
                typed.date("tanggal", .sentDay), typed.line("nomor", .numberOfLetter),
                typed.paper(),
            ]
        case .ending:
            [
                typed.date("tanggal", .endDay),
                typed.choice("sebab", .causeOfEnd, EndCause.allCases.map(\.option)),
                typed.long("alasan", .whyItEnds),
            ]
        }
    }

    private func ofItem(_ typed: TypedDeed, _ loaded: LoadedAgreement) -> [Field] {
        switch self {
        case .duty:
            [
                typed.long("apa", .whatIsOwed),
                typed.pick(
                    "pihak",
                    .whoOwes,
                    [
                        Option("kami", Words("Kami", "We")),
                        Option("mitra", Words("Mitra", "The partner")),
                    ]
                ),
                typed.date("tanggal", .dueDay), typed.unit(loaded.regency),
            ]
        case .fulfilment:
            [typed.date("tanggal", .doneDay), typed.long("bukti", .evidence), typed.paper()]
        case .plan:
            [
                typed.line("tahun", .yearOfPlan), typed.line("kegiatan", .activity),
                typed.line("keluaran", .output), typed.line("tempat", .place, isOptional: true),
                typed.line("jadwal", .schedule, isOptional: true),
                typed.money("anggaran", .budget),
                typed.line("sumber", .sourceOfBudget, isOptional: true),
                typed.line("pj", .personInCharge, isOptional: true),
                typed.line("indikator", .indicator), typed.unit(loaded.regency),
            ]
        case .realisation:
            [
                typed.date("tanggal", .doneDay), typed.money("realisasi", .spent),
                typed.long("hasil", .result), typed.paper(),
            ]
        case .subject, .stage, .council, .term, .renewal, .transfer, .root, .report, .ending: []
        }
    }

    static func subject(_ typed: TypedDeed) -> [Field] {
        [
            typed.line("judul", .titleOfAgreement, hint: .titleHint),
            typed.long("objek", .object), typed.long("ruang", .scope, isOptional: true),
            typed.long("manfaat", .benefit, isOptional: true),
            typed.line("bentuk", .form, isOptional: true),
            typed.line("tahun", .startingYear, isOptional: true),
            typed.line("biaya", .funding, isOptional: true),
        ]
    }

    private func stage(_ typed: TypedDeed, _ loaded: LoadedAgreement, _ item: String?) -> [Field] {
        var fields = [
            typed.date("tanggal", .dayOfStage),
            typed.line("nomor", .numberOfDocument, isOptional: true),
            typed.long("catatan", .note, isOptional: true), typed.paper(),
        ]
        if !corrects(loaded, item: item), !Self.openClauses(loaded, item).isEmpty {
            fields.append(typed.reason(.clausesReasonHint))
        }
        return fields
    }

    private func transfer(_ typed: TypedDeed) -> [Field] {
        [
            typed.choice("arah", .direction, TransferDirection.allCases.map(\.option)),
            typed.line("cetakbiru", .blueprintName, hint: .blueprintHint),
            typed.choice(
                "izin",
                .permission,
                [
                    Option("izinkan", Words("Boleh dialihkan", "May be transferred")),
                    Option("cabut", Words("Izin dicabut", "Permission taken back")),
                ]
            ),
        ]
    }

    /// The clauses of the stage's document that nobody has ticked.
    static func openClauses(
        _ loaded: LoadedAgreement,
        _ item: String?
    ) -> [CooperationRules.Clause] {
        guard let stage = loaded.way.first(where: { $0.id.text == item }),
            let document = stage.document.flatMap({ loaded.rules.document($0) })
        else { return [] }
        let ticked = loaded.state.clauses[document.id, default: []]
        return document.clauses.filter { !ticked.contains($0.id) }
    }

    private static func unpinned(_ loaded: LoadedAgreement) -> [Option] {
        loaded.begun.partners.filter { loaded.state.roots[$0] == nil }.map { code in
            let name = loaded.partners.first { $0.code == code }?.name ?? ""
            let label = "\(code) \(name)"
            return Option(code.text, Words(label))
        }
    }

    /// The periods that may be reported on, the newest first.
    private static func periods(_ loaded: LoadedAgreement) -> [Option] {
        loaded.reportPeriods.map { Option($0.text, $0.words) }
    }

    /// Whether it is about something that is on record already.
    func corrects(_ loaded: LoadedAgreement, item: String?) -> Bool {
        let id = item.flatMap { OpaqueID($0) }
        return switch self {
        case .subject: true
        case .stage: loaded.state.stages.keys.contains { $0.text == item }
        case .council: loaded.state.council != nil
        case .term: loaded.state.term != nil
        case .duty, .plan: id != nil
        case .fulfilment: loaded.state.duties.contains { $0.id == id && $0.result != nil }
        case .realisation: loaded.state.plan.contains { $0.id == id && $0.result != nil }
        // Only the period that is chosen tells; asked for where some were sent.
        case .report: !loaded.state.reports.isEmpty
        case .renewal, .transfer, .root, .ending: false
        }
    }
}

extension LoadedAgreement {
    /// The periods since it was signed, the newest first.
    var reportPeriods: [ReportPeriod] {
        guard let signed = state.signed else { return [] }
        var period = ReportPeriod(of: signed, months: rules.report.months)
        var periods: [ReportPeriod] = []
        while period.first <= today, periods.count < 60 {
            periods.append(period)
            period = period.next
        }
        return periods.reversed()
    }
}
