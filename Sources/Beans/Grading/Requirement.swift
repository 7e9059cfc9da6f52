/// One of the standard's requirements of any coffee, and how a sample stands to it.
package struct Requirement: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case liveInsects = "serangga_hidup"
        case smell = "bau"
        case moisture = "kadar_air"
        case dirt = "kotoran"

        package var title: Saying {
            switch self {
            case .liveInsects: Saying("Serangga hidup", "Live insects")
            case .smell: Saying("Bau busuk atau kapang", "Rotten or mouldy smell")
            case .moisture: Saying("Kadar air", "Moisture")
            case .dirt: Saying("Kadar kotoran", "Dirt")
            }
        }

        /// The largest share in percent; nil where there may be none at all.
        package var most: Ratio? {
            switch self {
            case .liveInsects, .smell: nil
            case .moisture: Ratio(25, over: 2)
            case .dirt: Ratio(1, over: 2)
            }
        }
    }

    package enum Verdict: String, Hashable, Sendable {
        case met = "memenuhi"
        case broken = "tidak memenuhi"
        case notExamined = "tidak diperiksa"
    }

    package let kind: Kind

    /// What was measured, in percent, where it is a share.
    package let measured: Ratio?
    package let verdict: Verdict

    static func all(of sample: GradingSample) -> [Requirement] {
        Kind.allCases.map { kind in
            switch kind {
            case .liveInsects: Requirement(kind, isPresent: sample.hasLiveInsects)
            case .smell: Requirement(kind, isPresent: sample.smellsRotten)
            case .moisture: Requirement(kind, share: sample.moisture)
            case .dirt: Requirement(kind, share: sample.dirt)
            }
        }
    }

    private init(_ kind: Kind, isPresent: Bool?) {
        (self.kind, measured) = (kind, nil)
        verdict = isPresent.map { $0 ? .broken : .met } ?? .notExamined
    }

    private init(_ kind: Kind, share: Ratio?) {
        (self.kind, measured) = (kind, share)
        verdict = share.map { $0 <= kind.most ?? 0 ? .met : .broken } ?? .notExamined
    }

    /// `Kadar air 12,1 %: memenuhi (paling banyak 12,5 %)`.
    package var sentence: Saying {
        let (title, said) = (kind.title, verdict.title)
        let (share, englishShare) =
            measured.map { (" \($0.text()) %", " \($0.englishText()) %") } ?? ("", "")
        let bound = kind.most.map { most in
            Saying("paling banyak \(most.text()) %", "at most \(most.englishText()) %")
        }
        let limit = bound ?? Saying("harus tidak ada", "there must be none")
        return Saying(
            "\(title.indonesian)\(share): \(said.indonesian) (\(limit.indonesian))",
            "\(title.english)\(englishShare): \(said.english) (\(limit.english))"
        )
    }
}

extension Requirement.Verdict {
    package var title: Saying {
        switch self {
        case .met: Saying(rawValue, "met")
        case .broken: Saying(rawValue, "not met")
        case .notExamined: Saying(rawValue, "not examined")
        }
    }
}
