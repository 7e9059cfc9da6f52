import Foundation
import Site
import Stories

/// What the dossiers hold, as JSON that another system can read (portability).
struct CopyForMachines: Encodable {
    let made: String
    let cases: [Case]

    struct Case: Encodable {
        /// What kind of thing it is, in words.
        let kind: String
        let number: String
        let service: String
        let unit: String
        let received: String
        let grounds: [String]
        let answers: [Answer]
        let history: [Step]
        let recipients: [String]
        let files: [File]
    }

    /// What was sent, whole: the bytes as base64.
    struct File: Encodable {
        let name: String
        let type: String
        let base64: String
    }

    struct Answer: Encodable {
        let question: String
        let answer: String
    }

    struct Step: Encodable {
        let at: String
        let by: String
        let what: String
        let words: [String]
    }

    init(
        of dossiers: [DossierContent],
        files: [OpaqueID: [DossierFile]],
        made: Instant,
        zone: Zone
    ) {
        func moment(_ instant: Instant) -> String {
            let (day, minute) = zone.wall(instant)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
            return "\(day)T\(two(minute / 60)):\(two(minute % 60))+\(two(Int(zone.hours))):00"
        }
        self.made = moment(made)
        cases = dossiers.map { content in
            Case(
                kind: content.dossier.kind.words.indonesian,
                number: content.dossier.number,
                service: content.dossier.service.indonesian,
                unit: content.dossier.unit,
                received: moment(content.dossier.received),
                grounds: content.dossier.grounds.map(\.indonesian),
                answers: content.answers.map { Answer(question: $0.question, answer: $0.answer) },
                history: content.history.map {
                    Step(at: moment($0.at), by: $0.who, what: $0.what, words: $0.words)
                },
                recipients: content.recipients,
                files: (files[content.dossier.id] ?? []).map {
                    File(
                        name: $0.name,
                        type: $0.type,
                        base64: Data($0.bytes).base64EncodedString()
                    )
                }
            )
        }
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
