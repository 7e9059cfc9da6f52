/// An answer as it came in, before anybody looked at it.
package indirect enum RawAnswer: Hashable, Sendable {
    case text(String)
    /// The ids of ticked options.
    case several([String])
    /// A date in its three fields.
    case date(day: String, month: String, year: String)
    /// A person's name and NIK.
    case fields([ID: RawAnswer])
    /// The entries of a group.
    case group([[ID: RawAnswer]])

    /// An answer as an example gives it.
    package init(_ answer: ExampleAnswer) {
        switch answer {
        case .text(let text): self = .text(text)
        case .several(let words): self = .several(words)
        case .group(let entries):
            self = .group(
                entries.map { $0.mapValues(RawAnswer.init) }
            )
        }
    }

    /// Whether nothing was given.
    var isBlank: Bool {
        switch self {
        case .text(let text): text.trimmed.isEmpty
        case .several(let words): words.allSatisfy(\.trimmed.isEmpty)
        case .date(let day, let month, let year):
            (day + month + year).trimmed.isEmpty
        case .fields(let fields): fields.values.allSatisfy(\.isBlank)
        case .group(let entries): entries.allSatisfy { $0.values.allSatisfy(\.isBlank) }
        }
    }

    var text: String {
        switch self {
        case .text(let text): text.trimmed
        case .several(let words): words.joined(separator: ",")
        case .date, .fields, .group: ""
        }
    }
}
