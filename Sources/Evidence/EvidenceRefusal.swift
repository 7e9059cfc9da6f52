import Stories

/// What is asked about the proof of history and cannot be given.
package enum EvidenceRefusal: Refusal, Hashable, CaseIterable {
    case noCheckpointYet
    case noSuchCheckpoint
    case sizesDoNotFit

    package var sentence: String {
        switch self {
        case .noCheckpointYet: "Belum ada cap catatan. Cap pertama dibuat begitu situs berjalan."
        case .noSuchCheckpoint: "Tidak ada cap catatan dengan jumlah peristiwa itu."
        case .sizesDoNotFit:
            "Tulis dari= dan ke= sebagai jumlah peristiwa: dari mulai 1 dan tidak lebih dari ke."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .noCheckpointYet:
            "There is no checkpoint yet. The first is made once the site runs."
        case .noSuchCheckpoint: "There is no checkpoint with that number of events."
        case .sizesDoNotFit:
            "Give dari= and ke= as numbers of events: dari from 1, and not beyond ke."
        }
    }

    package var status: Int {
        switch self {
        case .noCheckpointYet, .noSuchCheckpoint: 404
        case .sizesDoNotFit: 422
        }
    }
}
