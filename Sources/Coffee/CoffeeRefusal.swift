import Site
import Stories

/// What the coffee pages refuse, with the sentence for each.
///
/// Weights are grams.
package enum CoffeeRefusal: Refusal, Hashable {
    case noSuchLot
    case lotExists
    case notYourLot
    case weightNotPositive
    case nothingGoesIn
    case writtenAlready
    case notSoMuch(asked: Int64, left: Int64)
    case claimedTwice(asked: Int64, left: Int64)
    case findingsOpen(Int)
    case noSuchEntry
    case noSuchFinding
    case noSuchCertificate
    case certificatesOpen
    case reasonMissing
    case isRecalled
    case recalledAlready
    case notRecalled
    case noSuchGrower
    case linkEnded
    case consentEnded
    case noSuchFile
    case noSuchShop
    case onlyExtensionWorkers
    case onlyLeaders
    case noPlotToDeclare
    case notYourPlots
    case servesNoGrowers
    case noSuchPlot
    case noSuchDeclaration
    case keptByLaw
    case growerEnded
    case signInToWeigh
    case weighedByAnother
    case weighedOtherwise
    case movedOn

    package var sentence: String {
        switch self {
        case .noSuchLot: "Lot itu tidak ada."
        case .lotExists: "Lot ini sudah dimulai."
        case .notYourLot: "Lot ini milik unit lain, atau tugas ini bukan tugas Anda."
        case .weightNotPositive: "Beratnya harus lebih dari nol."
        case .nothingGoesIn: "Pilih lot yang diolah."
        case .writtenAlready: "Catatan ini sudah masuk. Tidak dicatat dua kali."
        case .notSoMuch(let asked, let left):
            "Tertulis \(Kilograms.text(asked, in: .indonesian)) kg, padahal yang ada \(Kilograms.text(left, in: .indonesian)) kg. "
                + "Periksa beratnya. Bila berat sebelumnya salah, betulkan dulu yang itu."
        case .claimedTwice(let asked, let left):
            "Diminta \(Kilograms.text(asked, in: .indonesian)) kg, padahal yang belum bersertifikat "
                + "\(Kilograms.text(left, in: .indonesian)) kg. Berat yang sama tidak disertifikatkan dua kali."
        case .findingsOpen(let count):
            "Masih ada \(count) temuan yang belum selesai pada lot ini atau asalnya. "
                + "Betulkan beratnya, atau minta petugas pengesah memutuskan dengan alasan."
        case .noSuchEntry: "Catatan yang dibetulkan tidak ada di lot ini."
        case .noSuchFinding: "Temuan itu tidak ada, atau sudah diputuskan."
        case .noSuchCertificate: "Sertifikat itu tidak ada, atau sudah habis terpakai."
        case .certificatesOpen:
            "Masih ada sertifikat yang berlaku untuk lot ini. Cabut dulu sertifikatnya."
        case .reasonMissing: "Tulis alasannya."
        case .isRecalled: "Lot ini sedang ditarik, jadi tidak dijual dan tidak disertifikatkan."
        case .recalledAlready: "Lot ini sudah ditarik."
        case .notRecalled: "Lot ini tidak sedang ditarik."
        case .noSuchGrower: "Petani itu tidak ada di daftar petani kopi."
        case .linkEnded:
            "Tautan ini sudah tidak berlaku. Minta yang baru di tempat timbang."
        case .consentEnded: "Izin untuk berkas ini sudah dicabut atau habis waktunya."
        case .noSuchFile: "Berkas itu tidak ada."
        case .noSuchShop: "Halaman usaha itu tidak ada."
        case .onlyExtensionWorkers: "Halaman ini untuk penyuluh."
        case .onlyLeaders: "Halaman ini untuk pimpinan."
        case .noPlotToDeclare:
            "Belum ada kebun yang bisa disertakan. Lihat sebabnya di daftar, lalu buat lagi."
        case .notYourPlots:
            "Daftar semua kebun hanya dibuka oleh petugas yang mengesahkan asal kopi."
        case .servesNoGrowers:
            "Kebun petani hanya dibuka oleh penyuluh, dan oleh tempat petani itu menyetor kopi."
        case .noSuchPlot: "Kebun itu tidak ada di daftar kebun."
        case .keptByLaw: "Berkas ini masih wajib disimpan, jadi belum boleh dimusnahkan."
        case .noSuchDeclaration: "Berkas itu tidak ada, atau sudah dimusnahkan."
        case .growerEnded:
            "Petani itu tidak tercatat lagi. Pilih petani yang benar, atau daftarkan lagi dulu."
        case .signInToWeigh: "Masuk dulu sebagai petugas yang menimbang ini."
        case .weighedByAnother:
            "Ini ditimbang oleh petugas lain. Masuk sebagai petugas itu untuk mengirimnya."
        case .weighedOtherwise:
            "Timbangan ini sudah masuk dengan isi yang lain. Lihat yang tercatat, betulkan di sana."
        case .movedOn: "Ada yang mengubah lot ini lebih dulu. Lihat lagi, lalu kirim ulang."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .noSuchLot: "There is no such lot."
        case .lotExists: "This lot has begun already."
        case .notYourLot: "This lot is another unit's, or the task is not yours."
        case .weightNotPositive: "The weight has to be more than nothing."
        case .nothingGoesIn: "Choose the lots that go in."
        case .writtenAlready: "This entry has arrived already. It is not written twice."
        case .notSoMuch(let asked, let left):
            "It says \(Kilograms.text(asked, in: .english)) kg, and there are \(Kilograms.text(left, in: .english)) kg. Check the weight. "
                + "If an earlier weight was wrong, correct that one first."
        case .claimedTwice(let asked, let left):
            "\(Kilograms.text(asked, in: .english)) kg are asked for, and \(Kilograms.text(left, in: .english)) kg have no certificate. "
                + "The same weight is not certified twice."
        case .findingsOpen(let count):
            "\(count) findings are open on this lot or on what it was made of. Correct the weight, "
                + "or ask the approving official to decide with a reason."
        case .noSuchEntry: "The entry to be corrected is not in this lot."
        case .noSuchFinding: "There is no such finding, or it was decided."
        case .noSuchCertificate: "There is no such certificate, or it is used up."
        case .certificatesOpen:
            "A certificate still speaks for this lot. Withdraw it first."
        case .reasonMissing: "Write the reason."
        case .isRecalled: "This lot is recalled, so it is neither sold nor certified."
        case .recalledAlready: "This lot is recalled already."
        case .notRecalled: "This lot is not recalled."
        case .noSuchGrower: "This grower is not in the register of coffee growers."
        case .linkEnded: "This link has ended. Ask for a new one at the scale."
        case .consentEnded: "The consent for this file was withdrawn or has run out."
        case .noSuchFile: "There is no such file."
        case .noSuchShop: "There is no such business here."
        case .onlyExtensionWorkers: "This page is for extension workers."
        case .onlyLeaders: "This page is for those who lead."
        case .noPlotToDeclare:
            "No plot can be declared yet. See why in the list, then make it again."
        case .notYourPlots:
            "The list of all plots is opened only by the official who approves origins."
        case .servesNoGrowers:
            "Growers' plots are opened only by extension workers, and where the grower brings coffee."
        case .noSuchPlot: "This plot is not in the register."
        case .keptByLaw: "The law still keeps this file, so it cannot be destroyed yet."
        case .noSuchDeclaration: "There is no such file, or it was destroyed."
        case .growerEnded:
            "This grower is no longer in the register. Choose the right one, or register them anew."
        case .signInToWeigh: "Sign in first as the official who weighed this."
        case .weighedByAnother:
            "Another official weighed this. Sign in as that official to send it."
        case .weighedOtherwise:
            "This weighing arrived with other content. See what is recorded and correct it there."
        case .movedOn: "Somebody changed this lot first. Look again, then send it again."
        }
    }

    package var status: Int {
        switch self {
        case .signInToWeigh, .weighedByAnother: 401
        case .notYourLot, .notYourPlots, .servesNoGrowers, .onlyLeaders, .onlyExtensionWorkers: 403
        case .noSuchLot, .noSuchEntry, .noSuchFinding, .noSuchCertificate, .noSuchGrower,
            .noSuchPlot, .noSuchDeclaration, .noSuchFile, .noSuchShop:
            404
        case .linkEnded, .consentEnded: 410
        case .noPlotToDeclare, .weightNotPositive, .nothingGoesIn, .notSoMuch, .reasonMissing,
            .growerEnded:
            422
        case .lotExists, .writtenAlready, .weighedOtherwise, .claimedTwice, .findingsOpen,
            .certificatesOpen,
            .isRecalled,
            .recalledAlready, .notRecalled, .keptByLaw, .movedOn:
            409
        }
    }
}
