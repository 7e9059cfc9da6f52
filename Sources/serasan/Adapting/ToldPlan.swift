import Blueprints
import Exchange
import Foundation

/// A plan of an upgrade as a program reads it; docs/reference/adapting.md tells the keys.
struct ToldPlan: Encodable {
    let blueprint, from, to: String
    let possible: Bool
    let obstacles: [Said]
    let lines: [Line]
    let findings: [Finding]
    let stale: [Finding]
    let fill: Fill
    let examples: [Example]
    let services: [Service]

    struct Said: Encodable {
        let sentence, english: String
    }

    struct Line: Encodable {
        let at, slot, outcome, sentence, english: String
        let base, ours, theirs: ToldTree?
        let reason, by, date: String?
        let decided: Bool
    }

    struct Finding: Encodable {
        let code, severity, place, sentence: String
        let fix: String?
    }

    struct Fill: Encodable {
        let kept, dropped, open: [String]
    }

    struct Example: Encodable {
        let id: String
        let inResult: Bool
        let complaints: [String]
    }

    struct Service: Encodable {
        let service, change, sentence, english: String
    }

    init(_ plan: UpgradePlan) {
        (blueprint, from, to) = (plan.name, plan.from, plan.to)
        possible = plan.result != nil
        obstacles = plan.obstacles.map {
            Said(sentence: $0.sentence, english: $0.sentenceInEnglish)
        }
        lines = plan.lines.map { line in
            Line(
                at: line.edit.at.description,
                slot: line.slot.description,
                outcome: line.outcome.word,
                sentence: line.sentence.indonesian,
                english: line.sentence.english,
                base: ToldTree(line.base),
                ours: ToldTree(line.ours),
                theirs: ToldTree(line.theirs),
                reason: line.why?.reason,
                by: line.why?.author,
                date: line.why?.date,
                decided: line.isDecided
            )
        }
        findings = plan.findings.map(Finding.init)
        stale = plan.stale.map(Finding.init)
        fill = Fill(
            kept: plan.fillings.kept.map(\.text),
            dropped: plan.fillings.dropped.map(\.text),
            open: plan.fillings.open.map(\.text)
        )
        examples = plan.examples.map {
            Example(id: $0.id.text, inResult: $0.isInResult, complaints: $0.complaints)
        }
        services = plan.services.map {
            Service(
                service: $0.service.text,
                change: $0.change.rawValue,
                sentence: $0.sentence.indonesian,
                english: $0.sentence.english
            )
        }
    }
}

extension ToldPlan.Finding {
    init(_ diagnostic: Diagnostic) {
        self.init(
            code: diagnostic.code,
            severity: diagnostic.severity.rawValue,
            place: diagnostic.place.description,
            sentence: diagnostic.sentence,
            fix: diagnostic.fix
        )
    }
}

/// A value as JSON with its keys in one order, so that two runs give the same bytes.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
