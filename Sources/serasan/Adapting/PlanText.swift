import Blueprints
import Exchange

/// A plan of an upgrade as a person reads it: first what is to be decided.
struct PlanText {
    let plan: UpgradePlan

    var text: String {
        ([head] + groups + [fill, findings, stale, examples, services, obstacles])
            .filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var head: String { "\(plan.name): \(plan.from) menjadi \(plan.to)" }

    /// The outcomes in the order in which they concern somebody.
    private var groups: [String] {
        let order = [
            "conflict", "must-stay", "orphaned", "keep-ours", "take-theirs", "new-default",
            "removed-there", "same",
        ]
        return order.compactMap { word in
            let lines = plan.lines.filter { $0.outcome.word == word }
            guard let first = lines.first else { return nil }
            let told = word == "conflict" ? conflicts(lines) : lines.map(brief)
            return section("\(first.outcome.title.indonesian) (\(told.count))", told)
        }
    }

    private func brief(_ line: UpgradeLine) -> String {
        "- " + line.sentence.indonesian + reason(line)
    }

    private func reason(_ line: UpgradeLine) -> String {
        line.why.map { " (\($0.reason) \($0.author), \($0.date))" } ?? ""
    }

    /// One for each slot to decide, however many entries meet there.
    private func conflicts(_ lines: [UpgradeLine]) -> [String] {
        var seen: Set<Slot> = []
        return lines.filter { seen.insert($0.slot).inserted }.map { line in
            let mine = lines.filter { $0.slot == line.slot }
            return
                ([
                    "- \(line.slot)\(line.isDecided ? " (sudah diputuskan)" : "")",
                    "    asal lama:     \(words(for: line.base))",
                    "    kita sekarang: \(words(for: line.ours))",
                    "    asal baru:     \(words(for: line.theirs))",
                ] + mine.map { "    kita: \($0.sentence.indonesian)\(reason($0))" })
                .joined(separator: "\n")
        }
    }

    private var fill: String {
        section(
            "Isian",
            plan.fillings.open.map { "- Perlu diisi: \($0)" }
                + plan.fillings.dropped.map { "- Tidak dipakai lagi: \($0)" }
        )
    }

    private var findings: String {
        section(
            "Tidak cocok (\(plan.findings.count))",
            plan.findings.map { "- \($0.place) [\($0.code)] \($0.sentence)" }
        )
    }

    private var stale: String {
        section(
            "Terjemahan yang perlu dilihat lagi (\(plan.stale.count))",
            plan.stale.map { "- \($0.place) \($0.sentence)" }
        )
    }

    private var examples: String {
        section(
            "Contoh",
            plan.examples.map { example in
                let mark = example.complaints.isEmpty ? "cocok" : "TIDAK COCOK"
                let whose = example.isInResult ? "" : " (contoh kita yang lama)"
                return
                    (["- \(example.id)\(whose): \(mark)"]
                    + example.complaints.map { "    \($0)" }).joined(separator: "\n")
            }
        )
    }

    private var services: String {
        section("Permohonan yang berjalan", plan.services.map { "- \($0.sentence.indonesian)" })
    }

    private var obstacles: String {
        section("Belum bisa", plan.obstacles.map { "- \($0.sentence)" })
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : ([title] + lines).joined(separator: "\n")
    }
}
