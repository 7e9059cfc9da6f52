import Blueprints
import Exchange
import Site
import Stories

/// The way from the publisher's version here to its next one, in words, decisions first.
struct UpgradePage: Page {
    let upgrade: Upgrade
    let plan: UpgradePlan
    var posted: Posted?
    var status = 200

    private var addresses: BenchAddress { BenchAddress(upgrade.bench.name) }

    var frame: Frame {
        let name = upgrade.bench.name.text
        return Frame(
            width: .workbench,
            back: Link(Words(name, name), addresses.bench),
            status: status
        )
    }

    func title(for visit: Visit) -> String {
        Words.upgradeFromTo(plan.from, plan.to).text(in: visit.language)
    }

    /// What stands to be decided, one for each slot.
    private var conflicts: [UpgradeLine] {
        var seen: Set<Slot> = []
        return plan.lines.filter { $0.isConflict && seen.insert($0.slot).inserted }
    }

    private var settled: [UpgradeLine] { plan.lines.filter { !$0.isConflict } }

    func body(_ html: HTML) {
        html(.h1, .upgradeFromTo(plan.from, plan.to))
        html(upgrade.trust.notice)
        html(.p, .upgradeInShort(plan, conflicts.count))
        if !plan.obstacles.isEmpty, posted != nil || conflicts.isEmpty {
            var notice = Notice(.danger)
            notice.sentences = plan.obstacles.map { Words($0.sentence, $0.sentenceInEnglish) }
            html(notice)
        }
        html(.form, .method("post"), .action(addresses.page("pembaruan"))) {
            if let token = html.visit.formToken {
                html(.input, .type("hidden"), .name(Form.tokenName), .value(token))
            }
            html(.input, .type("hidden"), .name("paket"), .value(upgrade.package.digest))
            if !conflicts.isEmpty {
                html(.h2, .toBeDecided(conflicts.count))
                for (number, line) in conflicts.enumerated() {
                    html(Decision(line: line, number: number, plan: plan, posted: posted))
                }
                let reason = Field(
                    "alasan",
                    .whyChanged,
                    hint: .whyChangedHint,
                    isOptional: true,
                    .text(TextInput(posted?["alasan"] ?? ""))
                )
                reason.write(to: html)
            }
            groups(html)
            html(.h2, .whatItMeans)
            html(.ul) {
                for service in plan.services { html(.li, Naming.words(service.sentence)) }
                if !plan.fillings.open.isEmpty {
                    html(.li, .newHoles(plan.fillings.open.map(\.text)))
                }
            }
            html(TriedHere(examples: plan.examples))
            if upgrade.trust.allows {
                html(.div, .class("tombol-baris")) { html(Button(.upgradeAsDraft)) }
            }
        }
    }

    /// What needs no decision, by its outcome: folded, for there may be much of it.
    private func groups(_ html: HTML) {
        var order: [Meaning] = []
        var lines: [Meaning: [UpgradeLine]] = [:]
        for line in settled {
            if lines[line.outcome.title] == nil { order.append(line.outcome.title) }
            lines[line.outcome.title, default: []].append(line)
        }
        for title in order {
            let all = lines[title] ?? []
            html(
                Disclosure(
                    Naming.words(title).map { "\($0) (\(all.count))" },
                    isOpen: all.count <= 3,
                    OutcomeLines(lines: all)
                )
            )
        }
    }
}

/// The lines of one outcome, each with the reason that it was given here.
private struct OutcomeLines: Component {
    let lines: [UpgradeLine]

    func write(to html: HTML) {
        html(.ul, .class("ubahan")) {
            for line in lines {
                html(.li) {
                    html.text(Naming.words(line.sentence))
                    if let why = line.why, !why.reason.isEmpty {
                        html(.small, " \(why.reason) (\(why.author), \(why.date))")
                    }
                }
            }
        }
    }
}

/// One conflict: three values side by side, and the choice.
private struct Decision: Component {
    let line: UpgradeLine
    let number: Int
    let plan: UpgradePlan
    let posted: Posted?

    private var name: String { "putusan-\(line.slot)" }

    func write(to html: HTML) {
        html(.div, .class("putusan")) {
            html(.h3, Naming.words(line.sentence), .id("putusan-\(number)"))
            html(.div, .class("tiga")) {
                column(.originWas(plan.from), line.base, html)
                column(.oursNow, line.ours, html)
                column(.originIs(plan.to), line.theirs, html)
            }
            choice.write(to: html)
            if line.content != nil {
                Field(
                    "lain-\(line.slot)",
                    .otherValue,
                    isOptional: true,
                    .text(TextInput(posted?["lain-\(line.slot)"] ?? ""))
                ).write(to: html)
            }
        }
    }

    private var choice: Field {
        var options = [
            Option("kita", .keepOursValue(said(line.ours))),
            Option("asal", .takeTheirsValue(said(line.theirs))),
        ]
        if line.content != nil { options.append(Option("lain", .writeOther)) }
        var field = Field(name, .whatToDo, .choice(posted?[name], options))
        if posted != nil, !line.isDecided { field.error = .decideThis }
        return field
    }

    private func column(_ heading: Words, _ value: Tree?, _ html: HTML) {
        html(.div) {
            html(.h4, heading)
            html(.p, said(value) ?? "–")
        }
    }

    /// A value in a few words; a whole thing by its name.
    private func said(_ value: Tree?) -> String? {
        guard let value else { return nil }
        let text = line.content.map { FieldText(content: $0).text(of: value) }
        return text ?? Naming.name(of: value, id: nil) ?? value.inWords
    }
}

extension Tree {
    /// A value that has no form of its own, shortened.
    fileprivate var inWords: String {
        switch self {
        case .text(let text): text
        case .atom(let parts): parts.map(\.inWords).joined(separator: ", ")
        case .keyed: children.map { "\($0.id) \($0.tree.inWords)" }.joined(separator: "; ")
        }
    }
}
