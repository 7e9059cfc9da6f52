import Blueprints
import Exchange
import Site
import Stories

/// One service in every regency that has it, quarter by quarter.
struct ComparedService: Sendable {
    /// As it is here.
    let service: EvidenceService

    /// Ours first, then by name.
    let regencies: [ComparedRegency]

    /// Quarters of which somebody says something, the newest first.
    let quarters: [Quarter]
    let replica: Replica?
    let replication: LoadedReplication
    let beforeAndAfter: BeforeAndAfter
    let agreements: [SignedAgreement]
    let use: UseOfService
    let madeAt: Instant

    var ours: ComparedRegency? { regencies.first { $0.isOurs } }

    /// The regency that the service comes from.
    var originName: String {
        let code = service.blueprint.publisher
        return regencies.first { $0.code == code }?.name ?? code
    }
}

/// One regency of a comparison.
struct ComparedRegency: Sendable {
    let code: String
    let name: String
    let isOurs: Bool
    let cells: [Quarter: ComparedCell]

    /// What it does otherwise than the publisher of the service.
    let adapted: [Adaptation]

    /// Its service comes from itself.
    let isOrigin: Bool
    let version: String
}

/// What one regency says of one quarter.
struct ComparedCell: Sendable {
    let figures: PublishedFigures
    let version: String

    /// The first digits of the digest of the files that the figures belong to.
    let digest: String

    /// When it was stated; nil for what is computed here and was not stated yet.
    let stated: Instant?
    let range: EvidenceStatement.RecordRange?
    let isContradicted: Bool
}

/// How the service went here before it was replicated, and how it goes now.
struct BeforeAndAfter: Sendable {
    var before: Side?
    var after: Side?

    /// One of the two, with where it comes from.
    struct Side: Sendable {
        let origin: Words
        let received: Measured
        let inTime: Measured
        let medianDays: Measured
        let index: Measured
    }
}

/// A figure in words, and as a spreadsheet takes it.
struct Measured: Sendable {
    let words: Words
    let plain: String

    static let unknown = Measured(words: .notToldOrKnown, plain: "")

    init(words: Words, plain: String) {
        self.words = words
        self.plain = plain
    }

    init(_ count: PublishedCount) {
        switch count {
        case .count(let number):
            self.init(
                words: Words(
                    NumberWords.whole(number, in: .indonesian),
                    NumberWords.whole(number, in: .english)
                ),
                plain: String(number)
            )
        case .few: self.init(words: .fewerThanTen, plain: "<10")
        case .most: self.init(words: .allButAFew, plain: "semua kecuali <10")
        case .hidden: self.init(words: .hiddenFigure, plain: "disamarkan")
        }
    }

    init(_ share: PublishedShare?) {
        switch share {
        case .percent(let percent): self.init(percent: percent)
        case .atLeast(let percent):
            self.init(
                words: Words("paling sedikit \(percent)%", "at least \(percent)%"),
                plain: ">=\(percent)"
            )
        case .atMost(let percent):
            self.init(
                words: Words("paling banyak \(percent)%", "at most \(percent)%"),
                plain: "<=\(percent)"
            )
        case nil: self = .unknown
        }
    }

    init(percent: Int?) {
        guard let percent else {
            self = .unknown
            return
        }
        let text = "\(percent)%"
        self.init(words: Words(text), plain: String(percent))
    }

    init(days: Int?) {
        guard let days else {
            self = .unknown
            return
        }
        self.init(
            words: Words(
                "\(days) hari kerja",
                days == 1 ? "1 working day" : "\(days) working days"
            ),
            plain: String(days)
        )
    }

    /// An index in hundredths, with its class.
    init(index: Int?, _ quality: (Int) -> String) {
        guard let index else {
            self = .unknown
            return
        }
        let rest = index % 100
        let text = "\(index / 100).\(rest < 10 ? "0" : "")\(rest)"
        let mark = quality(index)
        self.init(
            words: Words(
                "\(NumberWords.decimal(text, in: .indonesian)) (\(mark))",
                "\(text) (\(mark))"
            ),
            plain: NumberWords.decimal(text, in: .indonesian)
        )
    }

    init(cost: PublishedFigures.Cost?) {
        guard let cost else {
            self = .unknown
            return
        }
        let money = NumberWords.money(cost.perRequest)
        self.init(
            words: money.map { "\($0) (\(cost.year))" },
            plain: String(cost.perRequest)
        )
    }
}
