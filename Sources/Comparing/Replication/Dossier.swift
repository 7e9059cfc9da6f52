import Exchange
import Site
import Stories

/// What has to be told of a replication to the ministry: what the system knows, and what
/// officials say.
struct Dossier: Sendable {
    let compared: ComparedService
    let zone: Zone

    var replication: LoadedReplication { compared.replication }

    /// One part of a dossier: a heading, facts that follow from the system, lists, texts.
    struct Part: Sendable {
        let heading: Words
        var facts: [(name: Words, value: Words)] = []
        var lists: [(name: Words, lines: [String])] = []
    }

    /// What officials write, by the name of its field.
    enum Text: String, CaseIterable, Sendable {
        case award = "penghargaan"
        case request = "surat"
        case dropped = "dilepas"
        case gap = "kesenjangan"
        case people = "tim"
        case budget = "anggaran"
        case risks = "risiko"
        case sustainability = "keberlanjutan"
        case evidence = "bukti"
        case lessons = "pelajaran"
        case readiness = "kesiapan"
    }

    /// What the system knows.
    var known: [Part] { [source, basis, taken, dates, results] }

    private var source: Part {
        let service = compared.service
        let package = "\(service.blueprint) \(service.version)"
        return Part(
            heading: .sourceInnovation,
            facts: [
                (.nameOfInnovation, Words(compared.replica?.title ?? service.title)),
                (.ownerOfInnovation, Words(compared.originName)),
                (.packageOfInnovation, Words(package)),
                (.digestOfInnovation, Words(service.digest)),
                (.replicatedBy, Words(compared.ours?.name ?? "–")),
            ]
        )
    }

    private var basis: Part {
        var part = Part(heading: .basisOfReplication)
        part.lists = [
            (
                .agreementsWithOrigin,
                compared.agreements.map { agreement in
                    [
                        agreement.title, agreement.number,
                        agreement.signed.map { DateWords.date($0, in: .indonesian) } ?? "",
                    ].filter { !$0.isEmpty }.joined(separator: ", ")
                }
            )
        ]
        return part
    }

    private var taken: Part {
        guard let replica = compared.replica else { return Part(heading: .whatWasTaken) }
        let asIs = Words(
            "\(replica.asTheyWere) dari \(replica.all) pertanyaan, tahap, dan surat seperti aslinya",
            "\(replica.asTheyWere) of \(replica.all) questions, steps and letters as they came"
        )
        var part = Part(heading: .whatWasTaken, facts: [(.takenAsIs, asIs)])
        part.lists = [
            (.adaptedHere, replica.changed.map(\.line)),
            (.leftOut, replica.dropped.map(\.line)),
            (.filledLocally, replica.filled),
        ]
        return part
    }

    private var dates: Part {
        var facts: [(Words, Words)] = []
        if let replica = compared.replica { facts.append((.installedOn, .of(replica.installed))) }
        if let first = compared.use.first { facts.append((.firstRequest, .of(first))) }
        let reached = compared.use.requests
        let count =
            reached < Suppression.fewest ? .few : PublishedCount.count(Suppression.rounded(reached))
        facts.append((.usersReached, Measured(count).words))
        return Part(heading: .datesAndUse, facts: facts)
    }

    private var results: Part {
        var part = Part(heading: .beforeAndAfter)
        let both = compared.beforeAndAfter
        if both.before == nil { part.facts.append((.before, .noBefore)) }
        if both.after == nil { part.facts.append((.after, .noAfter)) }
        for row in both.rows {
            let value = Words(
                "\(row.before.words.indonesian) → \(row.after.words.indonesian)",
                "\(row.before.words.text(in: .english)) → \(row.after.words.text(in: .english))"
            )
            part.facts.append((row.name, value))
        }
        if let examples = compared.replica?.examples {
            let words = Words(
                "\(examples) contoh berjalan menyertai paketnya",
                "\(examples) worked examples come with its package"
            )
            part.facts.append((.readyAgain, words))
        }
        return part
    }

    func score(_ criterion: ReplicabilityCriterion) -> Int? {
        replication.state.told?.scores.first { $0.criterion == criterion }?.score
    }

    /// The sum of what was scored, with what it could be at most; nil before the first score.
    var total: (sum: Int, most: Int)? {
        let scores = ReplicabilityCriterion.allCases.compactMap(score)
        return scores.isEmpty ? nil : (scores.reduce(0, +), 5 * scores.count)
    }

    /// What is not told yet.
    var missing: [Words] {
        Text.allCases.filter { (replication.texts[$0.rawValue] ?? "").isEmpty }.map(\.words)
            + ReplicabilityCriterion.allCases.filter { score($0) == nil }.map(\.words)
    }

    /// One row for each thing, told apart by its first cells.
    var spreadsheet: Spreadsheet {
        var rows = [["bagian", "hal", "isi"]]
        for part in known {
            let heading = part.heading.indonesian
            rows += part.facts.map { [heading, $0.name.indonesian, $0.value.indonesian] }
            for list in part.lists {
                rows += list.lines.map { [heading, list.name.indonesian, $0] }
            }
        }
        for text in Text.allCases {
            rows.append([
                "Keterangan", text.words.indonesian, replication.texts[text.rawValue] ?? "",
            ])
        }
        for criterion in ReplicabilityCriterion.allCases {
            let score = score(criterion).map(String.init) ?? ""
            rows.append(["Skor", criterion.words.indonesian, score])
        }
        return Spreadsheet(rows)
    }
}

extension Words {
    static func of(_ day: Day) -> Words {
        Words(DateWords.date(day, in: .indonesian), DateWords.date(day, in: .english))
    }
}
