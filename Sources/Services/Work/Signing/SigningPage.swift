import Site

/// What waits for the hand of a head of office: the oldest first, and how to get through thirty.
struct SigningPage: Page {
    var undecided: [Line]
    var unsigned: [Line]

    init(undecided: [Line], unsigned: [Line]) {
        self.undecided = undecided
        self.unsigned = unsigned
    }

    /// One letter.
    struct Line: Sendable {
        var number: String
        var shownNumber: String
        var service: Site.Words
        var applicant: Site.Words
        var received: Site.Words
        var due: StatusTag

        /// For which unit, and in which capacity where it is a deputy's.
        var signedFor: Site.Words
    }

    var frame: Frame { Frame(width: .workbench, back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.signing.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .signing)
        let count = undecided.count + unsigned.count
        html(.p, .role("status")) {
            html.text(count == 0 ? .nothingToSign : .lettersWait(count))
        }
        if !undecided.isEmpty {
            html(.h2, .toDecide)
            html(.p, .toDecideLead)
            table(.toDecide, undecided, html)
        }
        if !unsigned.isEmpty {
            html(.h2, .toSignByHand)
            html(.p, .toSignByHandLead)
            html(ButtonRow(links: [Link(.printAll(unsigned.count), "/kerja/paraf/surat.pdf")]))
            table(.toSignByHand, unsigned, html)
        }
    }

    private func table(_ caption: Site.Words, _ lines: [Line], _ html: HTML) {
        html(
            DataTable(
                caption,
                [
                    DataTable.Heading(.numberColumn), DataTable.Heading(.serviceColumn),
                    DataTable.Heading(.applicantColumn), DataTable.Heading(.receivedColumn),
                    DataTable.Heading(.dueColumn), DataTable.Heading(.signedForColumn),
                ],
                lines.map { line in
                    DataTable.Line([
                        .link(Link(Words(line.shownNumber), "/kerja/perkara/\(line.number)")),
                        .words(line.service), .words(line.applicant), .words(line.received),
                        .tag(line.due), .words(line.signedFor),
                    ])
                }
            )
        )
    }
}

extension Words {
    static let toDecide = Words("Perlu keputusan Anda", "Your decision")
    static let toDecideLead = Words(
        "Buka satu per satu: lihat isinya, lalu setujui atau tolak. Surat diberi nomor setelah "
            + "Anda setuju.",
        "Open them one by one: look, then agree or refuse. A letter gets its number once you agree."
    )
    static let toSignByHand = Words("Perlu tanda tangan basah", "To be signed by hand")
    static let toSignByHandLead = Words(
        "Cetak, tanda tangani, bubuhkan cap, lalu kirim pindaiannya dari halaman permohonan.",
        "Print, sign, stamp, then send the scan from the page of the case."
    )
    static let nothingToSign = Words(
        "Tidak ada surat yang menunggu Anda.",
        "No letter waits for you."
    )
    static let receivedColumn = Words("Diterima", "Received")
    static let signedForColumn = Words("Atas nama", "On behalf of")

    static func lettersWait(_ count: Int) -> Words {
        Words("\(count) surat menunggu Anda, terlama dulu", "\(count) letters wait, oldest first")
    }

    static func printAll(_ count: Int) -> Words {
        Words("Cetak semua (\(count))", "Print all (\(count))")
    }

    static func nextLetter(_ left: Int) -> Words {
        Words("Surat berikutnya (\(left) lagi)", "Next letter (\(left) more)")
    }
}
