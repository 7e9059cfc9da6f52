import Site
import Stories

/// What the cooperation office does to an agreement, each with a form of its own.
enum AgreementDeed: String, CaseIterable, Sendable {
    case subject = "pokok"
    case stage = "tahap"
    case council = "dprd"
    case term = "jangka-waktu"
    case renewal = "perpanjangan"
    case duty = "kewajiban"
    case fulfilment = "bukti"
    case plan = "rencana"
    case realisation = "realisasi"
    case transfer = "alih"
    case root = "akar"
    case report = "kirim-laporan"
    case ending = "akhir"

    func address(of agreement: OpaqueID) -> Address {
        "/kerja/kerja-sama/\(agreement)/\(rawValue)"
    }

    func address(of agreement: OpaqueID, _ item: some CustomStringConvertible) -> Address {
        address(of: agreement).with("butir", item.description)
    }

    /// The texts that are sealed with it.
    var texts: [String] {
        switch self {
        case .subject: Self.textsOfSubject + ["alasan"]
        case .stage: ["nomor", "catatan", "alasan"]
        case .council: ["pertimbangan", "alasan"]
        case .term:
            [
                "penandatangan", "jabatan", "penandatangan_mitra", "jabatan_mitra", "kuasa",
                "alasan",
            ]
        case .renewal: ["dasar"]
        case .duty: ["apa", "pihak", "alasan"]
        case .fulfilment: ["bukti", "alasan"]
        case .plan: Self.textsOfPlan + ["alasan"]
        case .realisation: ["hasil", "alasan"]
        case .transfer, .root: []
        case .report: ["nomor", "alasan"]
        case .ending: ["alasan"]
        }
    }

    static let textsOfSubject = [
        "judul", "objek", "ruang", "manfaat", "bentuk", "tahun", "biaya", "mitra",
    ]

    static let textsOfPlan = [
        "kegiatan", "keluaran", "tempat", "jadwal", "sumber", "pj", "indikator",
    ]

    var heading: Words {
        switch self {
        case .subject: Words("Perbaiki pokok kerja sama", "Correct what it is about")
        case .stage: Words("Catat tahap", "Record a stage")
        case .council: Words("Perlu persetujuan DPRD?", "Is the council's approval needed?")
        case .term: Words("Penandatangan dan jangka waktu", "Signatories and term")
        case .renewal: Words("Perpanjang kerja sama", "Renew the agreement")
        case .duty: Words("Kewajiban", "Obligation")
        case .fulfilment: Words("Catat yang sudah dikerjakan", "Record what was done")
        case .plan: Words("Kegiatan rencana kerja", "Activity of the work plan")
        case .realisation: Words("Catat realisasi", "Record what came of it")
        case .transfer:
            Words("Cetak biru yang boleh dialihkan", "Blueprints that may be transferred")
        case .root: Words("Tetapkan akar mitra", "Pin the partner's root")
        case .report: Words("Catat laporan yang dikirim", "Record a report that was sent")
        case .ending: Words("Akhiri kerja sama", "End the agreement")
        }
    }

    /// Where a refusal is shown: at the field that it is about.
    func field(of refusal: CooperationRefusal, _ typed: TypedDeed) -> String {
        switch refusal {
        case .reasonMissing, .clausesOpen: "alasan"
        case .paperUnreadable: "berkas"
        case .amountUnreadable: self == .plan ? "anggaran" : "realisasi"
        case .yearUnreadable: "tahun"
        case .packageUnreadable: "cetakbiru"
        case .rootUnreadable, .rootBySame, .rootsDiffer: "kata"
        case .partnersMissing, .partnersUnreadable, .notARegency: "mitra"
        case .termBackwards: "sampai"
        case .dayInFuture, .dayBeforeEarlier: "tanggal"
        case .dateUnreadable:
            ["tanggal", "mulai", "sampai"].first { name in
                guard dates.contains(name) else { return false }
                do {
                    _ = try typed.day(name)
                    return false
                } catch {
                    return true
                }
            } ?? "tanggal"
        case .wordsMissing: needed.first { typed[$0].isEmpty } ?? needed.first ?? "alasan"
        case .nothingTicked: choices.first { typed[$0].isEmpty } ?? choices.first ?? "tanggal"
        case .notYourDuty, .onlyToRead, .byPIN, .noSuchAgreement, .noSuchVisit, .noSuchItem,
            .noSuchPartner, .movedOn, .isOver, .notInForce, .stageNotYet, .stageSkipped,
            .councilFirst, .rootPinned, .rulesUnreadable:
            "tanggal"
        }
    }

    private var dates: [String] {
        switch self {
        case .term: ["mulai", "sampai"]
        case .renewal: ["sampai"]
        case .stage, .duty, .fulfilment, .realisation, .report, .ending: ["tanggal"]
        case .subject, .council, .plan, .transfer, .root: []
        }
    }

    private var choices: [String] {
        switch self {
        case .council: ["membebani", "anggaran"]
        case .term: ["dengan_kuasa"]
        case .transfer: ["arah", "izin"]
        case .report: ["semester"]
        case .ending: ["sebab"]
        case .subject, .stage, .renewal, .duty, .fulfilment, .plan, .realisation, .root: []
        }
    }

    private var needed: [String] {
        switch self {
        case .subject: ["judul", "objek"]
        case .council: ["pertimbangan"]
        case .term: ["penandatangan", "jabatan", "kuasa"]
        case .renewal: ["dasar"]
        case .duty: ["apa"]
        case .fulfilment: ["bukti"]
        case .plan: ["kegiatan", "keluaran", "indikator"]
        case .realisation: ["hasil"]
        case .report: ["nomor"]
        case .ending: ["alasan"]
        case .stage, .transfer, .root: []
        }
    }
}
