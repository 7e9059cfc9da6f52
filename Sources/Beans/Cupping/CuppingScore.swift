/// How a cup was judged: a score means nothing without it.
package enum CuppingProtocol: String, Hashable, Sendable, CaseIterable {
    case sca2004 = "sca-2004"
    case affective = "cva-afektif"
    case fineRobusta = "fine-robusta"

    package var title: Saying {
        switch self {
        case .sca2004: Saying("formulir SCA 2004", "SCA form of 2004")
        case .affective: Saying("CVA, penilaian afektif", "CVA, affective assessment")
        case .fineRobusta: Saying("formulir fine robusta", "fine robusta form")
        }
    }
}

/// A score, never without the protocol under which it was given.
///
/// There is no conversion between protocols, so scores of two of them have no order.
package struct CuppingScore: Hashable, Sendable {
    package let judgedBy: CuppingProtocol

    /// In hundredths of a point.
    package let hundredths: Int

    package init(_ hundredths: Int, by judgedBy: CuppingProtocol) {
        (self.hundredths, self.judgedBy) = (hundredths, judgedBy)
    }

    package var points: Ratio { Ratio(Int128(hundredths), over: 100) }

    /// Whether it is above another; nil where that cannot be said.
    package func isAbove(_ other: CuppingScore) -> Bool? {
        judgedBy == other.judgedBy ? hundredths > other.hundredths : nil
    }
}

/// What is wrong with a filled form.
package enum CuppingFault: Hashable, Sendable {
    /// A mark that the form does not have: its place and what was written.
    case noSuchMark(String, Ratio)
    case missingMark(String)
    case noSuchCups(String, Int)

    /// The total that somebody typed, and the one that follows.
    case totalDiffers(typed: Ratio, reckoned: Ratio)

    package var sentence: Saying {
        switch self {
        case .noSuchMark(let name, let mark):
            Saying(
                "Nilai \(name) \(mark.text()) tidak ada pada formulir ini.",
                "The mark \(mark.englishText()) for \(name) does not exist on this form."
            )
        case .missingMark(let name):
            Saying("Nilai \(name) belum diisi.", "The mark for \(name) is missing.")
        case .noSuchCups(let name, let cups):
            Saying(
                "\(name): \(cups) cangkir tidak mungkin, ada lima cangkir.",
                "\(name): \(cups) cups cannot be, there are five."
            )
        case .totalDiffers(let typed, let reckoned):
            Saying(
                "Jumlah yang ditulis \(typed.text()), tetapi hitungannya \(reckoned.text()).",
                "The total written is \(typed.englishText()), the reckoned one "
                    + "\(reckoned.englishText())."
            )
        }
    }
}

/// What came of a form: a score, or why there is none; a total that differs is told beside it.
package struct Cupped: Hashable, Sendable {
    package let score: CuppingScore?
    package let faults: [CuppingFault]

    /// A form with the total that was typed, if one was.
    init(_ points: Ratio, typed: Ratio?, by judgedBy: CuppingProtocol, faults: [CuppingFault]) {
        guard faults.isEmpty else {
            (score, self.faults) = (nil, faults)
            return
        }
        score = CuppingScore(Int((points * 100).roundedHalfUp), by: judgedBy)
        let differs = typed.map { $0 != points } ?? false
        self.faults = differs ? [.totalDiffers(typed: typed ?? 0, reckoned: points)] : []
    }
}

/// The cups of one table, in every protocol here.
let cupsOfATable = 5
