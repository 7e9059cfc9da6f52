import Stories

/// Why a package cannot be made, or is not read: what to do about it stands in the sentence.
package enum PackageProblem: Refusal, Hashable {
    /// Larger than any package has to be; nothing of it was unpacked.
    case tooLarge

    /// More files or members than any package has to have.
    case tooMany

    package var sentence: String {
        switch self {
        case .tooLarge: "Paket ini terlalu besar, jadi tidak dibuka. Minta paket itu lagi."
        case .tooMany: "Isi paket ini terlalu banyak, jadi tidak dibuka. Minta paket itu lagi."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .tooLarge: "This package is too large, so it was not opened. Ask for it again."
        case .tooMany: "This package holds too much, so it was not opened. Ask for it again."
        }
    }

    package var status: Int { 422 }
}
