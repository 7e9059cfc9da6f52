/// What an examination of the server found about one thing, in one sentence.
package struct Finding: Hashable, Sendable {
    /// How much it matters; the raw value is the exit code of `serasan doctor`.
    package enum Level: Int, Comparable, Sendable {
        case fine = 0
        case attention = 1
        case danger = 2

        package var word: String {
            switch self {
            case .fine: "OK"
            case .attention: "PERHATIAN"
            case .danger: "BAHAYA"
            }
        }

        package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    package let level: Level
    /// One word, for programs that read the answer: `clock`.
    package let topic: String
    package let sentence: String

    package init(_ level: Level, _ topic: String, _ sentence: String) {
        self.level = level
        self.topic = topic
        self.sentence = sentence
    }
}

extension [Finding] {
    /// The worst of them.
    package var worst: Finding.Level { map(\.level).max() ?? .fine }

    /// One line for each, the words one below the other.
    package var text: String {
        map { finding in
            let word = finding.level.word
            return word + String(repeating: " ", count: 11 - word.count) + finding.sentence + "\n"
        }
        .joined()
    }
}
