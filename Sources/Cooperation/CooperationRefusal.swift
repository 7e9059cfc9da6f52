import Stories

/// What looking after cooperation refuses, with the sentence for each.
package enum CooperationRefusal: Refusal, Hashable, CaseIterable {
    case notYourDuty
    case onlyToRead
    case byPIN
    case noSuchAgreement
    case noSuchVisit
    case noSuchItem
    case noSuchPartner
    case movedOn
    case isOver
    case notInForce
    case wordsMissing
    case reasonMissing
    case partnersMissing
    case partnersUnreadable
    case dateUnreadable
    case dayInFuture
    case dayBeforeEarlier
    case termBackwards
    case stageNotYet
    case stageSkipped
    case councilFirst
    case clausesOpen
    case amountUnreadable
    case yearUnreadable
    case paperUnreadable
    case packageUnreadable
    case notARegency
    case rootUnreadable
    case rootBySame
    case rootsDiffer
    case rootPinned
    case nothingTicked
    case rulesUnreadable

    package var sentence: String {
        switch self {
        case .notYourDuty: "Halaman ini untuk Bagian Kerja Sama dan pimpinan daerah."
        case .onlyToRead: "Pimpinan boleh membaca; yang mencatat hanya Bagian Kerja Sama."
        case .byPIN: "Masuk dulu dengan sandi Anda sendiri: PIN meja bersama tidak cukup di sini."
        case .noSuchAgreement: "Kerja sama itu tidak ada."
        case .noSuchVisit: "Kunjungan itu tidak ada."
        case .noSuchItem: "Catatan itu tidak ada di kerja sama ini."
        case .noSuchPartner: "Mitra itu tidak ada, atau belum punya kerja sama dengan kami."
        case .movedOn: "Catatan ini sudah berubah sejak Anda buka. Buka lagi, lalu ulangi."
        case .isOver: "Kerja sama ini sudah berakhir, jadi tidak diubah lagi."
        case .notInForce: "Kerja sama ini belum berlaku. Catat dulu penandatanganannya."
        case .wordsMissing: "Isi bagian ini dengan kata-kata."
        case .reasonMissing: "Ini memperbaiki catatan yang ada. Tulis juga alasannya."
        case .partnersMissing: "Tulis paling sedikit satu mitra."
        case .partnersUnreadable:
            "Tulis satu mitra satu baris. Daerah diawali kodenya: 12.03 Kabupaten …"
        case .dateUnreadable: "Tulis tanggal, bulan, dan tahun yang ada."
        case .dayInFuture: "Tanggalnya tidak boleh setelah hari ini."
        case .dayBeforeEarlier: "Tanggalnya tidak boleh sebelum tahap yang mendahuluinya."
        case .termBackwards: "Tanggal berakhir harus setelah tanggal mulai."
        case .stageNotYet: "Ada tahap sebelumnya yang belum dicatat. Catat dulu tahap itu."
        case .stageSkipped: "Tahap ini tidak perlu: kedua pertanyaan tentang DPRD dijawab tidak."
        case .councilFirst: "Jawab dulu dua pertanyaan tentang persetujuan DPRD."
        case .clausesOpen:
            "Isi wajib naskahnya belum lengkap dicentang. Lengkapi, atau tulis alasan untuk lanjut."
        case .amountUnreadable: "Tulis jumlah rupiah dengan angka, misalnya 25.000.000."
        case .yearUnreadable: "Tulis tahun dengan empat angka."
        case .paperUnreadable: "Berkas harus PDF, JPG, atau PNG, paling besar 8 MB."
        case .packageUnreadable:
            "Tulis nama cetak biru seperti 16.03/umkm, atau * untuk semuanya."
        case .notARegency: "Mitra kerja sama ini bukan daerah yang punya kode."
        case .rootUnreadable:
            "Tulis 12 kata seperti di perjanjian, dipisah spasi. Periksa ejaannya."
        case .rootBySame: "Anda sudah menulisnya. Orang lain harus menulis 12 kata itu sendiri."
        case .rootsDiffer:
            "Kata-katanya berbeda dari yang ditulis orang pertama. Keduanya harus menulis lagi."
        case .rootPinned: "Akar mitra ini sudah ditetapkan."
        case .nothingTicked: "Pilih dulu salah satu."
        case .rulesUnreadable:
            "Aturan kerja sama milik daerah tidak bisa dibaca. Minta pengelola memperbaikinya dulu."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notYourDuty: "This page is for the cooperation office and the leaders."
        case .onlyToRead: "Leaders may read; only the cooperation office records."
        case .byPIN: "Sign in with your own password first: a PIN is not enough here."
        case .noSuchAgreement: "There is no such agreement."
        case .noSuchVisit: "There is no such visit."
        case .noSuchItem: "There is no such entry in this agreement."
        case .noSuchPartner: "There is no such partner, or no agreement with it yet."
        case .movedOn: "This has changed since you opened it. Open it again and repeat."
        case .isOver: "This agreement is over, so it does not change any more."
        case .notInForce: "This agreement is not in force yet. Record its signing first."
        case .wordsMissing: "Fill in this part in words."
        case .reasonMissing: "This corrects what is on record. Write the reason too."
        case .partnersMissing: "Write at least one partner."
        case .partnersUnreadable:
            "Write one partner a line. A region begins with its code: 12.03 Kabupaten …"
        case .dateUnreadable: "Write a day, month and year that exist."
        case .dayInFuture: "The date must not be after today."
        case .dayBeforeEarlier: "The date must not be before the stage that comes first."
        case .termBackwards: "The end must be after the beginning."
        case .stageNotYet: "An earlier stage is not on record yet. Record that one first."
        case .stageSkipped: "This stage is not needed: both questions were answered no."
        case .councilFirst: "First answer the two questions about the council's approval."
        case .clausesOpen:
            "Not every required clause is ticked. Complete them, or write why you go on."
        case .amountUnreadable: "Write the rupiah in digits, for example 25.000.000."
        case .yearUnreadable: "Write the year with four digits."
        case .paperUnreadable: "The file must be a PDF, JPG or PNG of at most 8 MB."
        case .packageUnreadable: "Write a blueprint's name as 16.03/umkm, or * for all."
        case .notARegency: "The partner of this agreement is no region with a code."
        case .rootUnreadable:
            "Write the 12 words of the agreement, with spaces. Check the spelling."
        case .rootBySame: "You typed it already. Another person must type the 12 words."
        case .rootsDiffer: "The words differ from the first person's. Both must type them again."
        case .rootPinned: "This partner's root is pinned already."
        case .nothingTicked: "Choose one first."
        case .rulesUnreadable:
            "The regency's own rules of cooperation cannot be read. Ask the ICT office to fix them."
        }
    }

    package var status: Int {
        switch self {
        case .notYourDuty, .onlyToRead, .byPIN: 403
        case .noSuchAgreement, .noSuchVisit, .noSuchItem, .noSuchPartner: 404
        case .movedOn, .isOver, .notInForce, .stageNotYet, .stageSkipped, .councilFirst,
            .rootPinned, .rulesUnreadable:
            409
        case .wordsMissing, .reasonMissing, .partnersMissing, .partnersUnreadable,
            .dateUnreadable, .dayInFuture, .dayBeforeEarlier, .termBackwards, .clausesOpen,
            .amountUnreadable, .yearUnreadable, .paperUnreadable, .packageUnreadable,
            .notARegency, .rootUnreadable, .rootBySame, .rootsDiffer, .nothingTicked:
            422
        }
    }
}
