import Site

/// Takes in the file of a receipt, and says what is wrong with one.
struct ReceiptCheckPage: Page {
    /// Who sits there: the same file, other words beside it.
    var isAtCounter: Bool
    var problem: RecoveringRefusal?

    private var address: Address {
        isAtCounter ? "/kerja/loket/tanda-terima" : "/bukti/tanda-terima"
    }

    private var form: Form {
        let file = Field(
            RecoveringWords.file,
            .receiptFile,
            hint: .receiptFileHint,
            .file(FileInput(.any))
        )
        return Form(
            to: address,
            [file.with(error: problem.map { Words($0.sentence, $0.sentenceInEnglish) })],
            buttons: [Button(.checkReceipt)]
        )
    }

    var frame: Frame {
        Frame(
            width: isAtCounter ? .page : .text,
            back: isAtCounter ? Link(.counter, "/kerja/loket") : Link(.proofs, "/bukti"),
            isIndexed: !isAtCounter && problem == nil,
            status: problem?.status ?? 200
        )
    }

    func title(for visit: Visit) -> String {
        let title = Words.receiptCheck.text(in: visit.language)
        return problem == nil ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, .receiptCheck)
        html(Paragraphs(isAtCounter ? .receiptCheckAtCounter : .receiptCheckWhat))
        html(form)
        if isAtCounter {
            html(Disclosure(.onlyOnPaper, Lines(Words.onlyOnPaperSteps.map(Inline.words))))
        }
    }
}

/// What the record says of the request on a receipt: that it is there, since when, and whether it
/// was away.
struct ReceiptFoundPage: Page {
    var service: Words
    var number: String
    var received: Words

    /// When it was recorded again, where a restore had lost it.
    var broughtBack: Words?
    var lostFiles: Int
    var links: [Link]
    var back: Link

    var frame: Frame { Frame(back: back) }

    func title(for visit: Visit) -> String {
        Words.isRecorded.text(in: visit.language) + ", " + number
    }

    func body(_ html: HTML) {
        html(.h1, broughtBack == nil ? .isRecorded : .isRecordedAgain)
        html(.p, service)
        if broughtBack != nil {
            html(Notice(.done, .broughtBackWhat))
            if lostFiles > 0 { html(Notice(.attention, .filesLost(lostFiles))) }
        }
        var facts: [(name: Words, value: Inline)] = [
            (.justNumber, .number(number)), (.firstReceived, .words(received)),
        ]
        if let broughtBack { facts.append((.recordedAgainAt, .words(broughtBack))) }
        html(KeyFacts(facts))
        html(ButtonRow(links: links))
    }
}

enum RecoveringWords {
    static let file = "berkas"
}

extension Words {
    static let proofs = Words("Bukti catatan", "Proof of the record")
    static let receiptCheck = Words("Periksa tanda terima", "Check a receipt")
    static let receiptCheckWhat = Words(
        "Pilih berkas bukti (.json) atau PDF tanda terima yang Anda unduh dari halaman permohonan. "
            + "Bila permohonan Anda hilang sewaktu data kami dipulihkan, kami mencatatnya lagi: nomor dan waktu "
            + "terimanya tetap.",
        "Choose the proof (.json) or the PDF receipt that you downloaded from the page of your "
            + "request. Where your request was lost when our data were restored, we record it again: its number and "
            + "the time of receipt stay."
    )
    static let receiptCheckAtCounter = Words(
        "Pilih berkas bukti (.json) atau PDF tanda terima yang dibawa warga, dari HP, kartu memori, atau surel. Bila "
            + "permohonannya hilang sewaktu data dipulihkan, ia tercatat lagi dengan nomor dan "
            + "waktu terima semula.",
        "Choose the proof (.json) or PDF receipt that the citizen brings, on a phone, a card, or by "
            + "e-mail. Where the request was lost when data were restored, it is recorded again "
            + "under its number and its time of receipt."
    )
    static let receiptFile = Words("Berkas bukti (.json atau PDF)", "The proof (.json or PDF)")
    static let receiptFileHint = Words(
        "Berkasnya hanya dibaca, dan tidak disimpan.",
        "The file is only read, and not kept."
    )
    static let checkReceipt = Words("Periksa", "Check")
    static let onlyOnPaper = Words(
        "Warga hanya punya tanda terima kertas?",
        "The citizen has the receipt on paper only?"
    )
    static let onlyOnPaperSteps = [
        Words(
            "Tanda terima kertas memuat nomor, urutan, dan sidik, bukan isian. Dari situ "
                + "permohonan tidak bisa dicatat lagi dengan sendirinya.",
            "A receipt on paper holds number, place and digest, not the answers. From it alone "
                + "the request cannot be recorded again."
        ),
        Words(
            "Terima berkasnya sekali lagi di loket. Tulis hari dan jam yang tercetak, dan pada "
                + "alasan: hilang sewaktu pemulihan, dengan nomor lamanya.",
            "Take in the papers once more at the counter. Write the day and hour that are "
                + "printed, and as the reason: lost in the restore, with the old number."
        ),
        Words(
            "Janji waktu dihitung dari hari dan jam itu, sampai 30 hari ke belakang. Nomornya baru.",
            "What was promised counts from that day and hour, up to 30 days back. The number "
                + "is a new one."
        ),
    ]
    static let isRecorded = Words("Permohonan ini ada di catatan kami", "We have this request")
    static let isRecordedAgain = Words(
        "Permohonan ini tercatat lagi",
        "This request is recorded again"
    )
    static let broughtBackWhat = Words(
        "Permohonan ini benar kami terima, lalu hilang sewaktu data dipulihkan. Tanda terima "
            + "mengembalikannya. Janji waktu tetap dihitung dari waktu terima semula, dan tautan "
            + "tanda terima yang lama berlaku lagi.",
        "We had received this request, and lost it when our data were restored. The receipt "
            + "brought it back. What was promised still counts from the first receipt, and the "
            + "link of the old receipt opens it again."
    )

    static func filesLost(_ count: Int) -> Words {
        Words(
            "\(count) foto atau berkas tidak ikut kembali, karena tidak ada dalam tanda terima. "
                + "Petugas akan meminta yang masih diperlukan.",
            "\(count) photos or files did not come back, as no receipt holds them. The office "
                + "will ask for what it still needs."
        )
    }

    static let justNumber = Words("Nomor", "Number")
    static let firstReceived = Words("Diterima", "Received")
    static let recordedAgainAt = Words("Dicatat lagi", "Recorded again")
    static let followIt = Words("Lacak permohonan ini", "Follow this request")
    static let printReceiptAgain = Words("Cetak tanda terima", "Print the receipt")
    static let haveReceiptFile = Words(
        "Punya berkas tanda terima (.json atau PDF)? Periksa di sini",
        "Do you have the file of your receipt (.json or PDF)? Check it here"
    )
    static let maybeLost = Words(
        "Data kami pernah dipulihkan dari cadangan. Bila nomor ini dari sebelum itu, "
            + "permohonannya bisa dicatat lagi dari berkas tanda terima.",
        "Our data were restored from a backup. If this number is from before, the request can "
            + "be recorded again from the file of its receipt."
    )
    static let filesWereLost = Words(
        "Berkas hilang sewaktu pemulihan",
        "Files were lost in the restore"
    )

    static func askForFiles(_ names: String) -> Words {
        Words(
            "Permohonan ini kembali dari tanda terima, tanpa berkasnya. Bila masih diperlukan, "
                + "minta lagi: \(names).",
            "This request came back by its receipt, without its files. Where you still need "
                + "them, ask for them again: \(names)."
        )
    }
}
