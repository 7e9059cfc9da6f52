package import Cases
package import Stories

/// The story of a block of blank forms: numbers printed before anybody wrote on the paper.
///
/// A number on paper in somebody's hand is a promise, so a block is history and no operation: it
/// survives a restore, and says who printed it. A reserved number claims its place among all
/// tracking numbers; using it and giving it back claim the same thing once.
package enum PaperFormStory: Story {
    package static let kind: StreamKind = "borang"
    package static let beginning = PaperFormBlock()

    /// More than a desk hands out before the power is back.
    package static let mostInBlock = 50

    package static func evolve(_ state: inout PaperFormBlock, _ fact: PaperFormFact) {
        switch fact {
        case .reserved(let block):
            state.unit = block.unit
            state.numbers = Set(block.numbers)
        case .givenBack(let numbers): state.givenBack.formUnion(numbers)
        }
    }

    package static func decide(
        _ state: PaperFormBlock,
        _ command: PaperFormCommand,
        _ draw: Draw
    ) throws(PaperFormRefusal) -> Decision<PaperFormFact> {
        switch command {
        case .reserve(let count, let service, let digest, let unit):
            guard state.unit == nil else { throw .alreadyReserved }
            guard (1...mostInBlock).contains(count) else { throw .tooMany(mostInBlock) }
            var numbers: [TrackingNumber] = []
            while numbers.count < count {
                let number = TrackingNumber(draw)
                if !numbers.contains(number) { numbers.append(number) }
            }
            let block = PaperFormFact.Block(
                service: service,
                digest: digest,
                unit: unit,
                numbers: numbers
            )
            return Decision([.reserved(block)], claims: numbers.map { claim("tracking", $0) })
        case .giveBack(let numbers):
            guard !numbers.isEmpty else { throw .nothingChosen }
            for number in numbers {
                guard state.numbers.contains(number) else { throw .notOfThisBlock }
                guard !state.givenBack.contains(number) else { throw .alreadyGivenBack }
            }
            return Decision([.givenBack(numbers)], claims: numbers.map { claim("borang", $0) })
        }
    }

    private static func claim(_ space: Code, _ number: TrackingNumber) -> Claim {
        .unique(space: space, key: Array(number.digits.utf8))
    }
}

/// A block as its facts leave it.
package struct PaperFormBlock: Hashable, Sendable {
    package var unit: Code?
    package var numbers: Set<TrackingNumber> = []
    package var givenBack: Set<TrackingNumber> = []

    package init() {}
}

/// What can be asked of a block.
package enum PaperFormCommand: Hashable, Sendable {
    case reserve(count: Int, service: Code, digest: Code, unit: Code)

    /// The paper was not used, or is lost: its number opens nothing any more.
    case giveBack([TrackingNumber])
}

/// What happened to a block.
package enum PaperFormFact: Hashable, Sendable {
    case reserved(Block)
    case givenBack([TrackingNumber])

    package struct Block: Hashable, Sendable {
        package let service: Code

        /// The version whose questions stand on the paper.
        package let digest: Code
        package let unit: Code
        package let numbers: [TrackingNumber]

        package init(service: Code, digest: Code, unit: Code, numbers: [TrackingNumber]) {
            self.service = service
            self.digest = digest
            self.unit = unit
            self.numbers = numbers
        }
    }
}

extension PaperFormFact: FactShape {
    package var kind: Code {
        switch self {
        case .reserved: "reserved"
        case .givenBack: "given_back"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .reserved(let block):
            fields.put("service", block.service)
            fields.put("digest", block.digest)
            fields.put("unit", block.unit)
            fields.put("numbers", each: block.numbers)
        case .givenBack(let numbers): fields.put("numbers", each: numbers)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "reserved":
            self = .reserved(
                Block(
                    service: try fields.get("service"),
                    digest: try fields.get("digest"),
                    unit: try fields.get("unit"),
                    numbers: try fields.list("numbers")
                )
            )
        case "given_back": self = .givenBack(try fields.list("numbers"))
        default: throw FactUnreadable("no fact of paper forms: \(kind)")
        }
    }
}

/// Why a block does not do what somebody wants.
package enum PaperFormRefusal: Refusal, Hashable {
    case alreadyReserved
    case tooMany(Int)
    case nothingChosen
    case notOfThisBlock
    case alreadyGivenBack
    case usedMeanwhile

    package var sentence: String {
        switch self {
        case .alreadyReserved: "Nomor untuk borang ini sudah disiapkan."
        case .tooMany(let most): "Sekali cetak paling sedikit 1 dan paling banyak \(most) borang."
        case .nothingChosen: "Pilih nomor yang dikembalikan."
        case .notOfThisBlock: "Nomor itu bukan dari cetakan ini."
        case .alreadyGivenBack: "Nomor itu sudah dikembalikan."
        case .usedMeanwhile: "Salah satu nomor itu baru saja dipakai. Lihat lagi daftarnya."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .alreadyReserved: "The numbers of these forms are reserved already."
        case .tooMany(let most): "At least 1 and at most \(most) forms are printed at once."
        case .nothingChosen: "Choose the numbers that are given back."
        case .notOfThisBlock: "That number is not of this print."
        case .alreadyGivenBack: "That number was given back already."
        case .usedMeanwhile: "One of these numbers was used just now. Look at the list again."
        }
    }

    package var status: Int {
        switch self {
        case .alreadyReserved, .alreadyGivenBack, .usedMeanwhile: 409
        case .tooMany, .nothingChosen, .notOfThisBlock: 422
        }
    }
}
