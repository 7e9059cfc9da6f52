import Office
import Site
import Stories

/// What is recorded about a visit, each with a form of its own.
enum VisitDeed: String, CaseIterable, Sendable {
    case correction = "perbaiki"
    case outcome = "hasil"
    case followUp = "tindak-lanjut"
    case fulfilment = "bukti"

    func address(of visit: OpaqueID) -> Address {
        "/kerja/kerja-sama/kunjungan/\(visit)/\(rawValue)"
    }

    func address(of visit: OpaqueID, _ item: OpaqueID) -> Address {
        address(of: visit).with("butir", item.description)
    }

    static let textsOfVisit = ["siapa", "tujuan", "dilihat", "dipelajari"]

    var heading: Words {
        switch self {
        case .correction: Words("Perbaiki catatan kunjungan", "Correct the visit")
        case .outcome: Words("Catat apa jadinya", "Record what became of it")
        case .followUp: Words("Tindak lanjut", "Follow-up")
        case .fulfilment: Words("Catat hasil tindak lanjut", "Record the result of a follow-up")
        }
    }

    /// The questions of a visit, the agreements and services that it may belong to.
    static func visit(_ typed: TypedDeed, _ known: KnownOfForms) -> [Field] {
        [
            typed.choice(
                "arah",
                .directionOfVisit,
                [
                    Option("masuk", Words("Mitra datang ke kami", "They came to us")),
                    Option("keluar", Words("Kami pergi ke mitra", "We went to them")),
                ]
            ),
            typed.date("mulai", .firstDay), typed.date("sampai", .lastDay),
            typed.line(
                "mitra",
                .partnerOfVisit,
                hint: .partnerOfVisitHint,
                isOptional: true
            ),
            typed.long("siapa", .whoCame, hint: .whoCameHint),
            typed.long("tujuan", .purposeOfVisit), typed.long("dilihat", .whatWasSeen),
            typed.long("dipelajari", .whatWasLearned, isOptional: true),
            typed.pick("kerjasama", .belongsToAgreement, known.agreements, isOptional: true),
            typed.line("layanan", .belongsToService, hint: .serviceHint, isOptional: true),
        ]
    }

    func fields(_ typed: TypedDeed, _ loaded: LoadedVisit, item: OpaqueID?) -> [Field] {
        let followUp = loaded.state.followUps.first { $0.id == item }
        switch self {
        case .correction:
            return Self.visit(typed, loaded.known) + [typed.reason(.reasonHint)]
        case .outcome: return [typed.long("jadi", .whatBecame, hint: .whatBecameHint)]
        case .followUp:
            let fields = [
                typed.long("apa", .whatIsToFollow), typed.date("tanggal", .dueDay),
                typed.unit(loaded.regency),
            ]
            return fields + (followUp == nil ? [] : [typed.reason(.reasonHint)])
        case .fulfilment:
            let fields = [
                typed.date("tanggal", .doneDay), typed.long("bukti", .result), typed.paper(),
            ]
            return fields + (followUp?.result == nil ? [] : [typed.reason(.reasonHint)])
        }
    }

    func filled(_ loaded: LoadedVisit, item: OpaqueID?) -> TypedDeed {
        let followUp = loaded.state.followUps.first { $0.id == item }
        var typed = TypedDeed()
        switch self {
        case .correction:
            let held = loaded.held
            typed = TypedDeed(loaded.texts(held.words), Self.textsOfVisit)
            typed.values["arah"] = held.isIncoming ? "masuk" : "keluar"
            typed.values["mitra"] = held.partner?.text
            typed.values["kerjasama"] = held.agreement?.description
            typed.values["layanan"] = held.service?.text
            typed.set("mulai", held.from)
            typed.set("sampai", held.until)
        case .outcome: break
        case .followUp:
            guard let promise = followUp?.promise else { break }
            typed = TypedDeed(loaded.texts(promise.words), ["apa"])
            typed.values["unit"] = promise.unit?.text
            typed.set("tanggal", promise.due)
        case .fulfilment:
            guard let result = followUp?.result else { break }
            typed = TypedDeed(loaded.texts(result.words), ["bukti"])
            typed.set("tanggal", result.on)
        }
        return typed
    }

    func command(
        _ typed: TypedDeed,
        on loaded: LoadedVisit,
        item: OpaqueID?,
        paper: Paper?
    ) throws(CooperationRefusal) -> VisitCommand {
        switch self {
        case .correction: return try Self.hold(typed, loaded.known)
        case .outcome: return .becomes(typed.texts(["jadi"]))
        case .followUp:
            if let unit = typed.unit, loaded.regency.office.unit(unit) == nil {
                throw .noSuchItem
            }
            let due = try typed.day("tanggal")
            let texts = typed.texts(["apa", "alasan"])
            return .owe(item ?? Draw.random.id(), due: due, unit: typed.unit, texts)
        case .fulfilment:
            guard let item else { throw .noSuchItem }
            let day = try typed.day("tanggal")
            return .fulfil(item, on: day, typed.texts(["bukti", "alasan"]), paper)
        }
    }

    /// A visit as it was typed; what it names must be there.
    static func hold(
        _ typed: TypedDeed,
        _ known: KnownOfForms
    ) throws(CooperationRefusal) -> VisitCommand {
        guard ["masuk", "keluar"].contains(typed["arah"]) else { throw .nothingTicked }
        var visit = TypedVisit(
            from: try typed.day("mulai"),
            until: try typed.day("sampai"),
            isIncoming: typed["arah"] == "masuk"
        )
        if !typed["mitra"].isEmpty {
            guard PartnerLine.isRegion(typed["mitra"]) else { throw .partnersUnreadable }
            visit.partner = Code(typed["mitra"])
        }
        if !typed["kerjasama"].isEmpty {
            guard known.agreements.contains(where: { $0.value == typed["kerjasama"] }) else {
                throw .noSuchAgreement
            }
            visit.agreement = OpaqueID(typed["kerjasama"])
        }
        if !typed["layanan"].isEmpty {
            guard let service = Code(typed["layanan"]), known.hasService(service) else {
                throw .packageUnreadable
            }
            visit.service = service
        }
        return .hold(visit, typed.texts(textsOfVisit + ["alasan"]))
    }

    static func field(of refusal: CooperationRefusal, _ typed: TypedDeed) -> String {
        switch refusal {
        case .reasonMissing: "alasan"
        case .paperUnreadable: "berkas"
        case .nothingTicked: "arah"
        case .partnersUnreadable: "mitra"
        case .packageUnreadable: "layanan"
        case .termBackwards, .dayInFuture: typed.values["arah"] == nil ? "tanggal" : "sampai"
        case .dateUnreadable: typed.values["arah"] == nil ? "tanggal" : "mulai"
        case .wordsMissing:
            ["siapa", "tujuan", "dilihat", "jadi", "apa", "bukti"]
                .first { typed.values[$0]?.isEmpty == true } ?? "siapa"
        case .notYourDuty, .onlyToRead, .byPIN, .noSuchAgreement, .noSuchVisit, .noSuchItem,
            .noSuchPartner, .movedOn, .isOver, .notInForce, .partnersMissing, .dayBeforeEarlier,
            .stageNotYet, .stageSkipped, .councilFirst, .clausesOpen, .amountUnreadable,
            .yearUnreadable, .notARegency, .rootUnreadable, .rootBySame, .rootsDiffer,
            .rootPinned, .rulesUnreadable:
            "tanggal"
        }
    }
}

/// What forms of visits offer to choose from.
struct KnownOfForms: Sendable {
    let agreements: [Option]

    /// What the regions are called with which there is an agreement.
    let names: [Code: String]
    let hasService: @Sendable (Code) -> Bool
}
