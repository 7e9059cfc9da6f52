import Office
import Site
import Stories

/// One official: who, in which posts, how they get in, what happened.
struct OfficialPage: Page {
    var line: RosterLine
    var version: Version
    var office: OfficeMap
    var today: Day
    var message: Words?
    var history: [Moment]
    var isSelf = false

    /// Whether the slip that was just made can still be printed.
    var canPrint = false

    struct Moment: Sendable {
        var at: Instant
        var words: Words
    }

    init(
        line: RosterLine,
        version: Version,
        office: OfficeMap,
        today: Day,
        message: Words?,
        history: [Moment]
    ) {
        self.line = line
        self.version = version
        self.office = office
        self.today = today
        self.message = message
        self.history = history
    }

    static func message(_ word: String) -> Words? {
        switch word {
        case "baru":
            Words(
                "Petugas ditambahkan. Tempatkan di jabatannya, lalu cetak slip aktivasinya.",
                "The official was added. Place them in a post, then print the activation slip."
            )
        case "slip":
            Words(
                "Slip baru dibuat. Sandi dan slip yang lama tidak berlaku lagi. Cetak sekarang.",
                "A new slip was made. The old password and slip are void. Print it now."
            )
        case "simpan": Words("Perubahan tersimpan dan langsung berlaku.", "Saved and in force.")
        default: nil
        }
    }

    private var id: OpaqueID { line.official.id }

    var frame: Frame { Frame(width: .page, back: Link(.officials, "/kelola/pengguna")) }

    func title(for visit: Visit) -> String { line.official.name }

    func body(_ html: HTML) {
        html(.h1, line.official.name)
        if let message { html(Notice(.done, message)) }
        if canPrint {
            html(
                ButtonRow(
                    Button(
                        Words("Cetak slip aktivasi", "Print the activation slip"),
                        .primary,
                        .go(Address("/kelola/slip.pdf").with("untuk", id.description))
                    )
                )
            )
        }
        html(
            KeyFacts([
                (.logInName, .text(line.official.logIn)),
                (.nip, .text(line.official.nip?.description ?? "-")),
                (.accessColumn, .tag(line.access)),
            ])
        )
        posts(html)
        deeds(html)
        html(.h2, .history)
        html(.ul, .class("riwayat")) {
            for moment in history {
                html(.li) {
                    html(
                        .span,
                        DateWords.moment(
                            moment.at,
                            zone: html.visit.installation.zone,
                            in: html.visit.language
                        )
                    )
                    html(.div, moment.words)
                }
            }
        }
    }

    private func posts(_ html: HTML) {
        let lines = line.official.holdings.map { holding in
            let isOver = holding.last.map { $0 < today } ?? false
            let relieve = Address("/kelola/pengguna/\(id)/lepas")
                .with("jabatan", holding.post.text)
            return DataTable.Line([
                .text(holding.capacity.prefix + office.title(of: holding.post)),
                .words(.date(holding.first)),
                .words(holding.last.map { .date($0) } ?? Words("tanpa batas", "no end")),
                isOver || !line.isServing
                    ? .words(Words("sudah berakhir", "ended"))
                    : .link(Link(.relieve, relieve)),
            ])
        }
        html(
            DataTable(
                .posts,
                [
                    DataTable.Heading(.post), DataTable.Heading(.firstDay),
                    DataTable.Heading(.lastDay), DataTable.Heading(Words("Tindakan", "Action")),
                ],
                lines
            )
        )
    }

    private func deeds(_ html: HTML) {
        guard line.isServing else {
            html(
                ButtonRow(
                    Button(.comeBack, .secondary, .go("/kelola/pengguna/\(id)/kembali")),
                    Button(.handover, .secondary, .go("/kelola/pengguna/\(id)/serah-terima"))
                )
            )
            return
        }
        html(.ul, .class("tugas")) {
            deed(.place, "/kelola/pengguna/\(id)/jabatan", html)
            deed(.correct, "/kelola/pengguna/\(id)/ubah", html)
            deed(.newSlip, "/kelola/pengguna/\(id)/slip", html)
            deed(.handover, "/kelola/pengguna/\(id)/serah-terima", html)
            if line.hasSecondFactor, !isSelf {
                deed(.clearPhone, "/kelola/pengguna/\(id)/lepas-kode", html)
            }
            if !isSelf { deed(.leave, "/kelola/pengguna/\(id)/keluar", html) }
        }
    }

    private func deed(_ words: Words, _ address: Address, _ html: HTML) {
        html(.li) { html(.a, words, .href(address)) }
    }
}

extension OfficialFact {
    /// How it reads in the history of an official.
    func words(in map: OfficeMap) -> Words {
        switch self {
        case .added: Words("Ditambahkan", "Added")
        case .placed(let holding):
            Words(
                "Ditempatkan: \(holding.words(in: map, on: holding.first).indonesian), mulai "
                    + DateWords.date(holding.first, in: .indonesian),
                "Placed: \(holding.words(in: map, on: holding.first).text(in: .english)), from "
                    + DateWords.date(holding.first, in: .english)
            )
        case .relieved(let post, let last):
            Words(
                "Dilepas dari \(map.title(of: post)), hari terakhir "
                    + DateWords.date(last, in: .indonesian),
                "Relieved of \(map.title(of: post)), last day "
                    + DateWords.date(last, in: .english)
            )
        case .handedOver(let cases):
            Words(
                "Menyerahkan \(cases.count) permohonan ke antrean jabatan",
                "Handed \(cases.count) cases back to the queues"
            )
        case .left: Words("Keluar dari kantor", "Left the office")
        case .downloaded(let rows, _):
            Words("Mengunduh daftar \(rows) pemohon", "Downloaded a list of \(rows) applicants")
        case .returned: Words("Bertugas lagi", "Serves again")
        case .corrected: Words("Nama atau NIP dibetulkan", "Name or NIP corrected")
        case .unplaced(let post, _):
            Words(
                "Penempatan di \(map.title(of: post)) dibatalkan",
                "The placing in \(map.title(of: post)) was undone"
            )
        case .invited: Words("Slip aktivasi dibuat", "Activation slip made")
        case .activated: Words("Aktif, sandi dipilih sendiri", "Activated, chose a password")
        case .secondFactorSet: Words("Kode ponsel dipasang", "Phone codes set up")
        case .secondFactorCleared: Words("Kode ponsel dilepas", "Phone codes taken away")
        }
    }
}
