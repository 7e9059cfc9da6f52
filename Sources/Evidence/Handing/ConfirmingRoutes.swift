import Hummingbird
import Ledger
import Office
import Site
import Stories

// A head that somebody outside shows: held against the log, and noted as a copy.

extension EvidenceFeature {
    private static let here: Address = "/kelola/bukti"

    func addConfirming(to router: Router<some SiteContext>) {
        router.get("kelola/bukti") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.show(
                    context,
                    to: keeper,
                    fitting: request.query["cocok"].flatMap { Int64($0) }
                )
            }
        }
        router.post("kelola/bukti") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                let typed = ShownByOther(note: posted["cap"] ?? "", way: posted["siapa"] ?? "")
                do {
                    let size = try await self.take(typed, by: keeper.id)
                    let regency = try await self.regency()
                    return Answer.redirect(
                        to: Self.here.with("cocok", "\(size)"),
                        for: try self.visit(context, regency, of: keeper)
                    )
                } catch let refusal as ConfirmingRefusal {
                    return try await self.show(context, to: keeper, typed, refusal)
                }
            }
        }
    }

    private func show(
        _ context: some SiteContext,
        to keeper: SignedIn,
        _ typed: ShownByOther = ShownByOther(),
        _ problem: ConfirmingRefusal? = nil,
        fitting size: Int64? = nil
    ) async throws -> Response {
        let regency = try await regency()
        let (copies, past) = try await store.glance { reader in
            (try reader.outsideCopies(most: 20), try reader.guardedByOthers())
        }
        let shown = try await partnersShown()
        let visit = try visit(context, regency, of: keeper)
        var page = ConfirmingPage(
            copies: copies,
            past: past,
            now: now(),
            typed: typed,
            problem: problem
        )
        page.partners = shown
        page.fits = copies.first { $0.size == size }
        return Answer.page(page, for: visit)
    }

    /// - Returns: how many events it covers.
    private func take(
        _ typed: ShownByOther,
        by official: OpaqueID
    ) async throws(ConfirmingRefusal) -> Int64 {
        guard let way = WayOutside(rawValue: typed.way), WayOutside.shown.contains(way) else {
            throw .nobodyNamed
        }
        let (keys, now) = (keys, now())
        do {
            let copy = try await store.read { reader in
                let head = try Self.head(typed.note, keys)
                let origins = try reader.placedOrigins()
                let all = try reader.head().size
                let root = head.size <= all ? try reader.root(at: head.size) : nil
                switch WitnessAnswer(of: head, origins, root: root, size: all) {
                case .proven:
                    return OutsideCopy(
                        size: head.size,
                        covers: try Self.moment(of: head.size, reader) ?? now,
                        way: way,
                        at: now
                    )
                case .changed, .cutOff: throw ConfirmingRefusal.historyChanged
                case .lostTail: throw ConfirmingRefusal.lostTail
                case .foreign: throw ConfirmingRefusal.foreign
                }
            }
            try await store.operate([copy.statement(by: official)])
            return copy.size
        } catch let refusal as ConfirmingRefusal {
            throw refusal
        } catch let refusal as CheckpointRefusal {
            throw .checkpoint(refusal)
        } catch {
            throw .unknown
        }
    }

    /// As a browser sends it: with other line ends, perhaps with white space around.
    private static func head(_ typed: String, _ keys: Keys) throws -> Checkpoint {
        let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let trimmed = lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
        let text = trimmed.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
            .joined(separator: "\n")
        // The name does not matter here, only the key.
        let key = try keys.noteKey(of: OpaqueID(high: 0, low: 0)).key
        return try Checkpoint(text + "\n", by: key)
    }

    /// When the last of so many events was recorded.
    private static func moment(of size: Int64, _ reader: Reader) throws -> Instant? {
        guard size > 0 else { return nil }
        return try reader.events(after: size - 1, limit: 1).first?.at
    }
}

/// What an official typed in.
struct ShownByOther: Sendable {
    var note = ""
    var way = ""
}

/// Why a head that was shown is not noted as a copy.
enum ConfirmingRefusal: Refusal, Hashable {
    case nobodyNamed
    case checkpoint(CheckpointRefusal)
    case historyChanged
    case lostTail
    case foreign
    case unknown

    var sentence: String {
        switch self {
        case .nobodyNamed: "Pilih siapa yang menyimpan cap ini."
        case .checkpoint(let refusal): refusal.sentence
        case .historyChanged:
            "Cap ini sah, tetapi catatan sekarang tidak sesuai dengannya: riwayat diubah atau "
                + "dipotong. Jangan ubah apa pun; hubungi inspektorat dan simpan salinan data."
        case .lostTail:
            "Cap ini dari masa sebelum pemulihan: sebagian peristiwanya memang tercatat hilang."
        case .foreign: "Cap ini dari catatan lain, bukan dari sini."
        case .unknown: "Cap ini belum bisa dibandingkan. Coba lagi sebentar lagi."
        }
    }

    var sentenceInEnglish: String {
        switch self {
        case .nobodyNamed: "Choose who keeps this checkpoint."
        case .checkpoint(let refusal): refusal.sentenceInEnglish
        case .historyChanged:
            "This checkpoint is genuine, but the record does not fit it: history was changed or "
                + "cut. Change nothing; call the inspectorate and keep a copy of the data."
        case .lostTail:
            "This checkpoint is from before a restore: some of its events are recorded as lost."
        case .foreign: "This checkpoint is of another record."
        case .unknown: "This checkpoint cannot be compared right now. Try again in a moment."
        }
    }

    var status: Int {
        switch self {
        case .nobodyNamed, .checkpoint, .lostTail, .foreign: 422
        case .historyChanged: 409
        case .unknown: 503
        }
    }
}
