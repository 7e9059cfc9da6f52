import Ledger
import Notices
package import Site
import Stories

/// Servers that keep our heads, and the heads that we keep for others.
struct PartnersShown: Component {
    var partners: [(host: String, head: PartnerHead)] = []
    var kept: [HeadOfOthers] = []

    /// Nothing is said of partners where there are none.
    func write(to html: HTML) {
        let zone = html.visit.installation.zone
        if partners.contains(where: { $0.head.state == .contradicted }) {
            html(Notice(.danger, heading: .partnerContradicts, .partnerContradictsWhat))
        }
        if kept.contains(where: { $0.contradicted != nil }) {
            html(Notice(.danger, heading: .theirPastChanged, .theirPastChangedWhat))
        } else if kept.contains(where: { $0.doubted != nil }) {
            html(Notice(.danger, heading: .theirPastDoubted, .theirPastDoubtedWhat))
        }
        if !partners.isEmpty {
            html(.h2, .partnersKeepOurs)
            html(
                DataTable(
                    .partnersKeepOurs,
                    [.init(.whoKeeps), .init(.events), .init(.since), .init(.howItStands)],
                    partners.map { host, head in
                        DataTable.Line([
                            .text(host), .number(whole(head.size, html)),
                            .words(head.at.map { Words.moment($0, zone) } ?? "–"),
                            .tag(head.state.tag),
                        ])
                    }
                )
            )
        }
        if !kept.isEmpty { writeKept(html, zone) }
    }

    private func writeKept(_ html: HTML, _ zone: Zone) {
        html(.h2, .weKeepForOthers)
        html(.p, .weKeepForOthersWhat)
        html(
            DataTable(
                .weKeepForOthers,
                [
                    .init(.ownerOfLog), .init(.events), .init(.since), .init(.howItStands),
                    .init(.cosignedHead),
                ],
                kept.map { head in
                    DataTable.Line([
                        .text(head.owner), .number(whole(head.size, html)),
                        .words(.moment(head.at, zone)), .tag(tag(of: head)), link(to: head),
                    ])
                }
            )
        )
    }

    private func link(to head: HeadOfOthers) -> Inline {
        let address: Address = "/kelola/bukti/titipan/\(head.origin.description)"
        guard head.other != nil else { return .link(Link(.takeHead, address)) }
        return .part(
            Lines([
                .link(Link(.takeHead, address)),
                .link(Link(.takeOtherHead, address.with("lain", "1"))),
            ])
        )
    }

    /// An owner whose log began anew has several: only the newest goes on.
    private func tag(of head: HeadOfOthers) -> StatusTag {
        if head.contradicted != nil {
            return StatusTag(Words("Dua riwayat", "Two histories"), .danger)
        }
        if head.doubted != nil {
            return StatusTag(Words("Tidak berlanjut", "Does not go on"), .danger)
        }
        let newest = kept.first { $0.owner == head.owner }
        guard newest?.origin == head.origin else {
            return StatusTag(Words("Awal yang lama", "An earlier origin"))
        }
        let isBegunAnew = kept.filter { $0.owner == head.owner }.count > 1
        return isBegunAnew
            ? StatusTag(Words("Mulai lagi", "Begun anew"), .attention)
            : StatusTag(Words("Berlanjut", "Goes on"), .done)
    }

    private func whole(_ number: Int64, _ html: HTML) -> String {
        NumberWords.whole(Int(number), in: html.visit.language)
    }
}

/// A line that is copied as it stands.
struct CodeLine: Component {
    var text: String

    init(_ text: String) { self.text = text }

    func write(to html: HTML) { html(.code, text) }
}

extension EvidenceFeature {
    func partnersShown() async throws -> PartnersShown {
        let ids = partners.map { ($0.host, PartnerPost.id(of: $0, keys)) }
        return try await store.glance { reader in
            PartnersShown(
                partners: try ids.map { ($0.0, try reader.partnerHead($0.1)) },
                kept: try reader.headsOfOthers()
            )
        }
    }
}

extension PartnerHead.State {
    fileprivate var tag: StatusTag {
        switch self {
        case .none: StatusTag(Words("Belum dikirim", "Not sent yet"))
        case .kept: StatusTag(Words("Disimpan", "Kept"), .done)
        case .unreachable: StatusTag(Words("Tidak terhubung", "Not reached"), .attention)
        case .unknown: StatusTag(Words("Belum mengenal kami", "Does not know us yet"), .attention)
        case .notCosigned:
            StatusTag(Words("Tanda tangannya salah", "Its signature is wrong"), .danger)
        case .contradicted: StatusTag(Words("Tidak cocok", "Does not fit"), .danger)
        }
    }
}

extension Words {
    /// For the health of the system.
    package static let capsContradict = Words(
        "Ada cap yang saling bertentangan. Lihat Saksi catatan.",
        "Some checkpoints contradict each other. See Witnesses of the record."
    )
    static let partnersKeepOurs = Words(
        "Server mitra yang menyimpan cap kami",
        "Partners' servers that keep our checkpoints"
    )
    static let weKeepForOthers = Words(
        "Cap mitra yang kami simpan",
        "Checkpoints that we keep for partners"
    )
    static let weKeepForOthersWhat = Words(
        "Unduh cap bertanda tangan kami bila mitra memintanya: serasan ledger verify --witness "
            + "membacanya.",
        "Download a checkpoint with our signature where the partner asks for it: serasan ledger "
            + "verify --witness reads it."
    )
    static let howItStands = Words("Keadaan", "State")
    static let ownerOfLog = Words("Milik", "Whose")
    static let cosignedHead = Words("Cap", "Checkpoint")
    static let takeHead = Words("Unduh", "Download")
    static let takeOtherHead = Words("Unduh yang lain", "Download the other one")
    static let partnerContradicts = Words(
        "Sebuah mitra menyimpan cap kami yang tidak cocok dengan catatan sekarang",
        "A partner keeps a checkpoint of ours that the record does not fit"
    )
    static let partnerContradictsWhat = Words(
        "Catatan kami dipotong, diubah, atau dilanjutkan dari salinan tanpa serasan restore. "
            + "Jangan ubah apa pun. Minta cap itu dari mitra, simpan salinan data, dan hubungi "
            + "inspektorat.",
        "Our record was cut, changed, or goes on from a copy without serasan restore. Change "
            + "nothing. Ask the partner for that checkpoint, keep a copy of the data, and call "
            + "the inspectorate."
    )
    static let theirPastChanged = Words(
        "Seorang mitra menandatangani dua riwayat",
        "A partner has signed two histories"
    )
    static let theirPastChangedWhat = Words(
        "Dua cap dengan jumlah peristiwa yang sama, isinya lain, keduanya bertanda tangan mitra. "
            + "Yang kedua kami tolak. Unduh keduanya dan beri tahu mitra serta inspektoratnya.",
        "Two checkpoints of one size with different content, both signed by the partner. We "
            + "refused the second. Download both, and tell the partner and its inspectorate."
    )
    static let theirPastDoubted = Words(
        "Cap seorang mitra tidak melanjutkan yang kami simpan",
        "A partner's checkpoint does not go on from the one that we keep"
    )
    static let theirPastDoubtedWhat = Words(
        "Capnya bertanda tangan mitra, tetapi buktinya tidak cocok, jadi kami tolak. Tanyakan ke "
            + "mitra apakah catatannya dilanjutkan dari salinan. Bisa juga orang lain yang mengirim "
            + "bukti palsu: tanda ini hilang begitu cap berikutnya cocok.",
        "The partner has signed it, but its proof does not hold, so we refused it. Ask the "
            + "partner whether its record goes on from a copy. Somebody else may also have sent a "
            + "false proof: this mark goes once the next checkpoint fits."
    )
}
