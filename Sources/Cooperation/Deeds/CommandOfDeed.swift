import Office
import Site
import Stories

extension AgreementDeed {
    /// What was typed, as a command on that agreement.
    ///
    /// - Parameter item: the stage, or the entry, that it is about; a new one gets an id.
    func command(
        _ typed: TypedDeed,
        on loaded: LoadedAgreement,
        item: String?,
        paper: Paper?
    ) throws(CooperationRefusal) -> AgreementCommand {
        let texts = typed.texts(texts)
        switch self {
        case .subject:
            var texts = texts
            // Who the partners are does not change; what is typed for it is not read.
            texts["mitra"] = loaded.subject["mitra"]
            return .restate(texts)
        case .stage:
            guard let stage = item.flatMap({ Code($0) }) else { throw .noSuchItem }
            return .reach(stage, on: try typed.day("tanggal"), texts, paper)
        case .council:
            return .askCouncil(
                burdens: try typed.flag("membebani"),
                unfunded: try typed.flag("anggaran"),
                texts
            )
        case .term:
            return .agree(
                from: try typed.day("mulai"),
                until: try typed.day("sampai"),
                byProxy: try typed.flag("dengan_kuasa"),
                texts
            )
        case .renewal: return .renew(until: try typed.day("sampai"), texts)
        case .report:
            let months = loaded.rules.report.months
            guard let period = ReportPeriod(typed["semester"], months: months) else {
                throw .nothingTicked
            }
            return .report(period, on: try typed.day("tanggal"), texts, paper)
        case .ending:
            guard let cause = EndCause(rawValue: typed["sebab"]) else { throw .nothingTicked }
            return .end(on: try typed.day("tanggal"), cause, texts)
        case .transfer: return try transfer(typed)
        case .root:
            let partner = Code(typed["mitra"])
            guard let partner else { throw .notARegency }
            return .typeRoot(partner: partner, words: typed["kata"])
        case .duty, .fulfilment, .plan, .realisation:
            return try ofItem(typed, on: loaded, item: item, paper, texts)
        }
    }

    private func transfer(_ typed: TypedDeed) throws(CooperationRefusal) -> AgreementCommand {
        guard let direction = TransferDirection(rawValue: typed["arah"]),
            ["izinkan", "cabut"].contains(typed["izin"])
        else { throw .nothingTicked }
        let isGiven = typed["izin"] == "izinkan"
        if typed["cetakbiru"] == "*" { return .permit(direction, nil, isGiven: isGiven) }
        guard let blueprint = Code(typed["cetakbiru"]) else { throw .packageUnreadable }
        return .permit(direction, blueprint, isGiven: isGiven)
    }

    private func ofItem(
        _ typed: TypedDeed,
        on loaded: LoadedAgreement,
        item: String?,
        _ paper: Paper?,
        _ texts: Texts
    ) throws(CooperationRefusal) -> AgreementCommand {
        let known = try item.map { (text: String) throws(CooperationRefusal) in
            guard let id = OpaqueID(text), has(id, loaded) else { throw .noSuchItem }
            return id
        }
        if let unit = typed.unit, loaded.regency.office.unit(unit) == nil { throw .noSuchItem }
        let id = known ?? Draw.random.id()
        switch self {
        case .duty: return .owe(id, due: try typed.day("tanggal"), unit: typed.unit, texts)
        case .plan:
            guard let year = Int(typed["tahun"]) else { throw .yearUnreadable }
            let budget = try typed.money("anggaran")
            return .plan(id, year: year, budget: budget, unit: typed.unit, texts)
        case .realisation:
            let (day, spent) = (try typed.day("tanggal"), try typed.money("realisasi"))
            return .realise(id, on: day, spent: spent, texts, paper)
        case .subject, .stage, .council, .term, .renewal, .fulfilment, .transfer, .root, .report,
            .ending:
            return .fulfil(id, on: try typed.day("tanggal"), texts, paper)
        }
    }

    /// Refuses a form about what is not in this agreement.
    func check(_ item: String?, in loaded: LoadedAgreement) throws(CooperationRefusal) {
        let id = item.flatMap { OpaqueID($0) }
        let isKnown =
            switch self {
            case .stage: loaded.way.contains { $0.id.text == item }
            case .duty, .plan: item == nil || id.map { has($0, loaded) } ?? false
            case .fulfilment, .realisation: id.map { has($0, loaded) } ?? false
            case .subject, .council, .term, .renewal, .transfer, .root, .report, .ending: true
            }
        guard isKnown else { throw .noSuchItem }
    }

    private func has(_ id: OpaqueID, _ loaded: LoadedAgreement) -> Bool {
        switch self {
        case .duty, .fulfilment: loaded.state.duties.contains { $0.id == id }
        case .plan, .realisation: loaded.state.plan.contains { $0.id == id }
        case .subject, .stage, .council, .term, .renewal, .transfer, .root, .report, .ending:
            false
        }
    }
}
