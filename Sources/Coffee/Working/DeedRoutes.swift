import Hummingbird
import Ledger
import Office
import Site
import Stories

// What is done to one lot: a form, and what it sends.

extension CoffeeFeature {
    /// No lot on a regency's scales is heavier: a thousand tons, in thousandths of a kilogram.
    static let heaviest: Int64 = 1_000_000_000

    func addDeeds(to router: Router<some SiteContext>) {
        for deed in LotDeed.allCases {
            router.get("lot/:kode/\(deed.rawValue)") { request, context in
                try await self.working(request, context) { at in
                    let lot = try await self.lot(context, at)
                    return try await self.show(deed, FormAsTyped(), lot, nil, at)
                }
            }
            router.post("lot/:kode/\(deed.rawValue)") { request, context in
                try await self.sending(request, context) { at, posted in
                    let lot = try await self.lot(context, at)
                    return try await self.take(deed, posted, lot, nil, at)
                }
            }
        }
        router.get("lot/:kode/betulkan/:entri") { request, context in
            try await self.working(request, context) { at in
                let lot = try await self.lot(context, at)
                let entry = try await self.entry(context, lot)
                return try await self.show(.correct, FormAsTyped(), lot, entry, at)
            }
        }
        router.post("lot/:kode/betulkan/:entri") { request, context in
            try await self.sending(request, context) { at, posted in
                let lot = try await self.lot(context, at)
                let entry = try await self.entry(context, lot)
                return try await self.take(.correct, posted, lot, entry, at)
            }
        }
        router.post("lot/:kode/putuskan") { request, context in
            try await self.sending(request, context) { at, posted in
                let lot = try await self.lot(context, at)
                let typed = FormAsTyped(posted)
                guard let finding = OpaqueID(typed["temuan"]) else {
                    throw CoffeeRefusal.noSuchFinding
                }
                return try await self.doing(lot, at) {
                    try await self.desk.change(
                        lot.id,
                        .overrule(finding, reason: Array(typed["alasan"].utf8)),
                        at.asked(posted)
                    )
                }
            }
        }
    }

    private func entry(_ context: some SiteContext, _ lot: ShownLot) async throws -> ShownEntry {
        guard let id = context.parameters.get("entri").flatMap({ OpaqueID($0) }),
            let found = try await store.glance({ try $0.entry(id) }), found.lot == lot.id
        else { throw CoffeeRefusal.noSuchEntry }
        return found.entry
    }

    /// Does it; what is refused stands on the lot's own page, with what can be done about it.
    private func doing(
        _ lot: ShownLot,
        _ at: AtTheLots,
        _ deed: () async throws -> Void
    ) async throws -> Response {
        do {
            try await deed()
        } catch let refusal as CoffeeRefusal where refusal.status == 409 || refusal.status == 422 {
            return try await page(
                lot,
                at,
                refused: Words(refusal.sentence, refusal.sentenceInEnglish)
            )
        }
        return Answer.redirect(to: Address("/lot/\(lot.code)"), for: at.visit)
    }

    private func show(
        _ deed: LotDeed,
        _ sent: FormAsTyped,
        _ lot: ShownLot,
        _ entry: ShownEntry?,
        _ at: AtTheLots
    ) async throws -> Response {
        try deed.admit(at.rights, lot.holder)
        var typed = sent
        if typed["tanda"].isEmpty { typed["tanda"] = "\(desk.draw.id())" }
        let forms = LotForms(vocabulary: try await vocabulary(), typed: typed)
        let form = try await store.read { reader in
            try self.form(of: deed, forms, (lot, entry), reader)
        }
        var page = FormPage(
            deed.words,
            form,
            back: Link(Words(lot.title), Address("/lot/\(lot.code)"))
        )
        page.frame.status = typed.isRight ? 200 : 422
        return Answer.page(page, for: at.visit)
    }

    private func form(
        of deed: LotDeed,
        _ forms: LotForms,
        _ about: (lot: ShownLot, entry: ShownEntry?),
        _ reader: Reader
    ) throws -> Form {
        let (lot, entry) = about
        let version = try reader.loadedLot(lot.id).version
        switch deed {
        case .process:
            return forms.process(lot, others: try others(than: lot, reader), version)
        case .sell:
            return forms.sell(
                lot,
                buyers: try parts.registers.buyers(reader),
                certificates: try certificates(of: lot, reader),
                version
            )
        case .lose: return forms.lose(lot, version)
        case .empty:
            return forms.form(lot, deed.rawValue, [], Button(.emptyLot, .danger), version)
        case .correct:
            guard let entry else { throw CoffeeRefusal.noSuchEntry }
            return forms.correct(lot, entry, version)
        case .certify:
            return forms.certify(lot, schemes: CertificateScheme.options, version)
        case .recall: return forms.reason(lot, deed.rawValue, .recallLot, version)
        case .liftRecall: return forms.reason(lot, deed.rawValue, .liftRecall, version)
        }
    }

    /// Lots of the same holder: a step may take of them too, or go into one of them.
    private func others(than lot: ShownLot, _ reader: Reader) throws -> [ShownLot] {
        try reader.lots(of: [lot.holder], isThere: false, most: 40).filter {
            $0.id != lot.id && $0.what.species == lot.what.species
        }
    }

    private func certificates(of lot: ShownLot, _ reader: Reader) throws -> [ShownEntry] {
        try reader.entries(of: lot.id, most: 500).filter { $0.way == .certificate && $0.grams > 0 }
    }

    private func take(
        _ deed: LotDeed,
        _ posted: Posted,
        _ lot: ShownLot,
        _ entry: ShownEntry?,
        _ at: AtTheLots
    ) async throws -> Response {
        var typed = FormAsTyped(posted)
        if deed == .process { return try await process(&typed, posted, lot, at) }
        guard let asked = try command(deed, &typed, lot, entry) else {
            return try await show(deed, typed, lot, entry, at)
        }
        return try await doing(lot, at) {
            try await self.desk.change(
                lot.id,
                asked.command,
                at.asked(posted),
                content: asked.content
            )
        }
    }

    /// A command with the public words that it names.
    private struct AskedOfLot {
        let command: LotCommand
        var content: [[UInt8]] = []
    }

    /// What was asked, or nil where something has to be typed again.
    private func command(
        _ deed: LotDeed,
        _ typed: inout FormAsTyped,
        _ lot: ShownLot,
        _ entry: ShownEntry?
    ) throws -> AskedOfLot? {
        let id = OpaqueID(typed["tanda"]) ?? desk.draw.id()
        switch deed {
        case .process: return nil
        case .sell: return sale(id, &typed).map { AskedOfLot(command: .sell($0)) }
        case .lose:
            let grams = typed.thousandths("berat", upTo: Self.heaviest)
            let reason = typed.choice("sebab", of: LossReason.allCases.map(\.rawValue))
            guard let grams, let reason = reason.flatMap(LossReason.init) else { return nil }
            return AskedOfLot(command: .lose(Loss(id, grams: grams, reason)))
        case .empty: return AskedOfLot(command: .empty(id))
        case .correct:
            guard let entry else { throw CoffeeRefusal.noSuchEntry }
            let grams = typed.thousandths("berat", upTo: Self.heaviest)
            let price = entry.price == nil ? nil : typed.money("harga")
            let reason = typed.text("alasan")
            guard typed.isRight, let grams else { return nil }
            return AskedOfLot(
                command: .correct(
                    Rectification(
                        of: entry.id,
                        grams: grams,
                        price: price,
                        reason: Array(reason.utf8)
                    )
                )
            )
        case .certify:
            let scheme = typed.choice("jenis", of: CertificateScheme.allCases.map(\.rawValue))
            let grams = typed.thousandths("berat", upTo: Self.heaviest)
            guard typed.isRight, let scheme = scheme.flatMap(Code.init), let grams else {
                return nil
            }
            return AskedOfLot(command: .certify(Certification(id, scheme, grams: grams)))
        case .recall, .liftRecall:
            let reason = Array(typed.text("alasan").utf8)
            guard typed.isRight else { return nil }
            let digest = Public(of: reason)
            return AskedOfLot(
                command: deed == .recall ? .recall(digest) : .liftRecall(digest),
                content: [reason]
            )
        }
    }

    private func sale(_ id: OpaqueID, _ typed: inout FormAsTyped) -> Sale? {
        let buyer = OpaqueID(typed["pembeli"])
        if buyer == nil { typed.errors["pembeli"] = .choiceMissing }
        let grams = typed.thousandths("berat", upTo: Self.heaviest)
        let price = typed.money("harga")
        let name = typed.choice("nama-sendiri", of: ["ya", "tidak"])
        let told = typed.choice("diceritakan", of: ["ya", "tidak"])
        guard typed.isRight, let buyer, let grams, let price else { return nil }
        let terms = Sale.Terms(
            certificate: OpaqueID(typed["sertifikat"]),
            isUnderOwnName: name == "ya",
            mayBeTold: told == "ya"
        )
        return Sale(id, to: buyer, grams: grams, price: price, terms)
    }

    private func process(
        _ typed: inout FormAsTyped,
        _ posted: Posted,
        _ lot: ShownLot,
        _ at: AtTheLots
    ) async throws -> Response {
        let others = try await store.read { try self.others(than: lot, $0) }
        let vocabulary = try await vocabulary()
        let step = typed.choice("langkah", of: vocabulary.steps.keys.map(\.text))
        var inputs: [Portion] = []
        for source in [lot] + others {
            let name = source.id == lot.id ? "ambil" : "ambil-\(source.code)"
            let isOptional = source.id != lot.id
            let grams = typed.thousandths(name, upTo: Self.heaviest, isOptional: isOptional)
            if let grams, grams > 0 { inputs.append(Portion(source.id, grams: grams)) }
        }
        let target = typed.choice("ke", of: ["baru"] + others.map(\.code))
        let title = target == "baru" ? typed.text("nama") : ""
        let kind =
            target == "baru" ? typed.choice("jenis", of: vocabulary.kinds.keys.map(\.text)) : nil
        let grams = typed.thousandths("hasil", upTo: Self.heaviest)
        let moisture = typed.thousandths("air", upTo: 100_000, isOptional: true)
        let bags = typed.whole("karung", 1...100_000, isOptional: true)
        guard typed.isRight, let step = step.flatMap(Code.init), let grams, let target else {
            return try await show(.process, typed, lot, nil, at)
        }
        let outcome = Filling.Outcome(
            grams: grams,
            moisture: moisture.map { Int($0 / 100) },
            bags: bags
        )
        let id = OpaqueID(typed["tanda"]) ?? desk.draw.id()
        let asked = LotDesk.Asked(by: at.official.standing.official, rights: at.rights)
        let measures = try await measures()
        return try await doing(lot, at) {
            let into: OpaqueID
            if let existing = others.first(where: { $0.code == target }) {
                into = existing.id
            } else {
                let what = KindOfCoffee(
                    kind.flatMap(Code.init) ?? lot.what.kind,
                    of: lot.what.species
                )
                into = try await self.desk.begin(
                    title,
                    LotToBegin(what, by: lot.holder, season: lot.season),
                    asked
                )
            }
            try await self.desk.process(
                LotDesk.Step(id, step, of: inputs, outcome),
                into: into,
                measures,
                asked
            )
        }
    }
}

/// What can be done to one lot, by the last part of its address.
enum LotDeed: String, CaseIterable {
    case process = "olah"
    case sell = "jual"
    case lose = "susut"
    case empty = "kosong"
    case certify = "sertifikat"
    case recall = "tarik"
    case liftRecall = "pulih"
    case correct = "betulkan"

    var words: Words {
        switch self {
        case .process: .processLots
        case .sell: .sellLot
        case .lose: .loseWeight
        case .empty: .emptyLot
        case .certify: .certifyLot
        case .recall: .recallLot
        case .liftRecall: .liftRecall
        case .correct: .correctWeight
        }
    }

    /// The same rule as in the story, asked before a form is shown.
    func admit(_ rights: LotRights, _ holder: Code) throws(CoffeeRefusal) {
        let may =
            switch self {
            case .process, .sell, .lose, .empty, .correct: rights.mayManage(holder)
            case .certify: rights.approves
            case .recall, .liftRecall: rights.mayManage(holder) || rights.approves
            }
        guard may else { throw .notYourLot }
    }
}

/// The certificates that this regency gives out.
enum CertificateScheme: String, CaseIterable {
    case origin = "asal"
    case geographicalIndication = "ig"

    var words: Words {
        switch self {
        case .origin: Words("Surat keterangan asal", "Certificate of origin")
        case .geographicalIndication:
            Words("Indikasi geografis", "Geographical indication")
        }
    }

    static var options: [Option] { allCases.map { Option($0.rawValue, $0.words) } }
}
