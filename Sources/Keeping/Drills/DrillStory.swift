package import Stories

/// The story of trying whether backups become a record again; one stream of the installation.
package enum DrillStory: Story {
    package static let kind: StreamKind = "restore-drill"
    package static let beginning = Drills()
    package static let stream = Stream(kind, OpaqueID(high: 0, low: 1))

    package static func evolve(_ state: inout Drills, _ fact: DrillFact) {
        switch fact {
        case .tried(let tried):
            state.count += 1
            if tried.isGood { state.lastGood = max(tried.day, state.lastGood ?? tried.day) }
        }
    }

    package static func decide(
        _ state: Drills,
        _ command: TriedRestore,
        _ today: Day
    ) throws(DrillRefusal) -> Decision<DrillFact> {
        guard command.day <= today else { throw .notYet }
        guard today.number - command.day.number <= longestAgo else { throw .longAgo }
        switch command.way {
        case .hand: break
        case .command:
            // What the program says it has compared, it can name.
            let isNamed = command.size != nil && command.root != nil && command.backup != nil
            guard isNamed || !command.isGood else { throw .nothingCompared }
        }
        return Decision([.tried(command)])
    }

    /// What nobody wrote down for a year, nobody remembers.
    private static let longestAgo = 366
}

/// How restores went so far.
package struct Drills: Hashable, Sendable {
    package var count = 0
    package var lastGood: Day?
}

/// Why a drill is not recorded.
package enum DrillRefusal: Refusal, Hashable {
    case notYet, longAgo, nothingCompared, unknownPerson, unknownPlace, movedOn

    package var sentence: String { words.id }
    package var sentenceInEnglish: String { words.en }

    package var status: Int {
        switch self {
        case .movedOn: 409
        case .notYet, .longAgo, .nothingCompared, .unknownPerson, .unknownPlace: 422
        }
    }

    private var words: (id: String, en: String) {
        switch self {
        case .notYet:
            ("Tanggalnya belum tiba. Tulis hari latihannya.", "That day has not come yet.")
        case .longAgo:
            (
                "Latihan lebih dari setahun lalu tidak dicatat lagi. Latihlah sekali lagi.",
                "A drill of more than a year ago is not recorded. Try once more."
            )
        case .nothingCompared:
            (
                "Latihan ini tidak membandingkan apa pun, jadi tidak dicatat berhasil.",
                "This drill compared nothing, so it is not recorded as good."
            )
        case .unknownPerson:
            ("Pilih siapa yang melatihnya.", "Choose who tried it.")
        case .unknownPlace:
            ("Pilih tempat cadangannya.", "Choose the backup place.")
        case .movedOn:
            (
                "Orang lain mencatat latihan pada saat yang sama. Coba lagi.",
                "Somebody else recorded a drill at the same moment. Try again."
            )
        }
    }
}
