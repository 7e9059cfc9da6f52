package import Blueprints
import Stories

/// Why a package cannot be made, or is not read: what to do about it stands in the sentence.
package enum PackageProblem: Refusal, Hashable {
    // What came from outside is not what a package is.

    /// Larger than any package has to be; nothing of it was unpacked.
    case tooLarge

    /// More files or members than any package has to have.
    case tooMany

    /// It ends in the middle of a file, or before its end.
    case cutOff

    /// Bytes that our own writer would not have written.
    case notOurForm
    case climbingPath(String)
    case link(String)
    case doubledName(String)

    /// Two names that some disks take for one: by case, or by the form of their letters.
    case clashingNames(String)

    /// A file that has no place in a package.
    case foreignFile(String)

    /// `paket.json` is not there, or does not say what it has to.
    case noManifest
    case unknownFormat

    /// A member is not what the manifest says of it.
    case altered(String)

    /// The manifest says something else than the members do.
    case manifestDiffers
    case memberUnreadable(BlueprintName, String)

    // What is to be packed cannot be.

    /// It has mistakes; the first of them.
    case faulty(BlueprintName, String)

    /// The writer does not give it back whole: a fault of the program.
    case notWhole(BlueprintName)

    /// Something that this blueprint needs is not here.
    case requirementMissing(String)

    /// An example holds a number that somebody may really have.
    case realPerson(BlueprintName, file: String)

    /// An example holds what a dossier on record holds.
    case livingPerson(BlueprintName, file: String)

    /// Edits of the overlay do not fit; to be put right first.
    case editsClash(BlueprintName)

    /// What lies here is not what was installed, though nothing says that it was adapted.
    case originDiffers(BlueprintName)

    package var status: Int { 422 }

    package var sentence: String {
        switch self {
        case .tooLarge: "Paket ini terlalu besar, jadi tidak dibuka. Minta paket itu lagi."
        case .tooMany: "Isi paket ini terlalu banyak, jadi tidak dibuka. Minta paket itu lagi."
        case .cutOff: "Paket ini terpotong. Salin atau minta lagi paketnya."
        case .notOurForm: "Berkas ini bukan paket Serasan yang utuh. Minta lagi paketnya."
        case .climbingPath(let path):
            "Paket ini menyebut tempat di luar foldernya (\(path)), jadi tidak dibuka."
        case .link(let path):
            "Paket ini memuat tautan atau berkas khusus (\(path)), jadi tidak dibuka."
        case .doubledName(let path): "Paket ini memuat \(path) dua kali, jadi tidak dibuka."
        case .clashingNames(let path):
            "Paket ini memuat dua nama yang bisa tertukar (\(path)), jadi tidak dibuka."
        case .foreignFile(let path):
            "Berkas \(path) tidak punya tempat dalam paket, jadi paket ini tidak dibuka."
        case .noManifest: "Daftar isi paket.json tidak ada atau tidak terbaca. Minta lagi paketnya."
        case .unknownFormat:
            "Paket ini dibuat dengan bentuk yang belum dikenal. Perbarui program ini dulu."
        case .altered(let name):
            "Isi \(name) bukan yang tercatat di daftar isi: paket ini sudah diubah. Jangan dipakai."
        case .manifestDiffers:
            "Daftar isi paket ini tidak sama dengan isinya. Jangan dipakai; minta lagi paketnya."
        case .memberUnreadable(let name, let finding): "\(name) tidak terbaca: \(finding)"
        case .faulty(let name, let finding): "\(name) belum bisa dipaketkan: \(finding)"
        case .notWhole(let name):
            "\(name) tidak kembali utuh setelah ditulis. Laporkan ini kepada pembuat program."
        case .requirementMissing(let text):
            "Cetak biru \(text) diperlukan, tetapi tidak ada di sini."
        case .realPerson(let name, let file):
            "\(name), \(file): ada nomor yang bisa milik orang sungguhan. Pakai NIK dan nomor karangan."
        case .livingPerson(let name, let file):
            "\(name), \(file): ada isian yang sama dengan data warga di sini. Ganti dengan karangan."
        case .editsClash(let name):
            "Ada perubahan pada \(name) yang tidak cocok lagi. Jalankan serasan check dulu."
        case .originDiffers(let name):
            "Berkas \(name) bukan yang dulu dipasang. Jadikan ubahannya entri overlay.yaml dulu."
        }
    }
}

extension PackageProblem {
    package var sentenceInEnglish: String {
        switch self {
        case .tooLarge: "This package is too large, so it was not opened. Ask for it again."
        case .tooMany: "This package holds too much, so it was not opened. Ask for it again."
        case .cutOff: "This package is cut off. Copy it or ask for it again."
        case .notOurForm: "This file is no whole Serasan package. Ask for it again."
        case .climbingPath(let path):
            "This package names a place outside its folder (\(path)), so it was not opened."
        case .link(let path):
            "This package holds a link or a special file (\(path)), so it was not opened."
        case .doubledName(let path): "This package holds \(path) twice, so it was not opened."
        case .clashingNames(let path):
            "This package holds two names that may be taken for one (\(path)); it was not opened."
        case .foreignFile(let path):
            "The file \(path) has no place in a package, so it was not opened."
        case .noManifest: "The list paket.json is missing or cannot be read. Ask for it again."
        case .unknownFormat: "This package has a form that is not known yet. Update this program."
        case .altered(let name):
            "\(name) is not what the list says: this package was altered. Do not use it."
        case .manifestDiffers:
            "The list of this package does not agree with what it holds. Do not use it."
        case .memberUnreadable(let name, let finding): "\(name) cannot be read: \(finding)"
        case .faulty(let name, let finding): "\(name) cannot be packed yet: \(finding)"
        case .notWhole(let name):
            "\(name) does not come back whole once it is written. Report this to the makers."
        case .requirementMissing(let text): "The blueprint \(text) is required, but not here."
        case .realPerson(let name, let file):
            "\(name), \(file): a number that somebody may really have. Use an invented one."
        case .livingPerson(let name, let file):
            "\(name), \(file): an answer that a dossier here holds too. Use an invented one."
        case .editsClash(let name):
            "Some edits of \(name) do not fit any more. Run serasan check first."
        case .originDiffers(let name):
            "The files of \(name) are not what was installed. Turn the change into overlay entries."
        }
    }
}
