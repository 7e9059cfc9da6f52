import Site
import Stories

/// A document that the law wants, as far as the program can write it; people complete it.
struct DraftDocument: Sendable {
    let kind: Kind
    let entries: [Entry]

    enum Kind: String, CaseIterable, Sendable {
        /// The record of processing activities (article 31).
        case processing = "pemrosesan"

        /// The data-protection impact assessment (article 34).
        case impact = "dampak"
    }

    /// One service.
    struct Entry: Sendable {
        let title: Words
        var lines: [UseOfData.Line]
    }

    init(_ kind: Kind, _ uses: [UseOfData], _ regency: RegencyNow) {
        self.kind = kind
        entries = uses.map { use in
            switch kind {
            case .processing: Entry(title: use.title, lines: use.processing(regency))
            case .impact: Entry(title: use.title, lines: use.impact)
            }
        }
    }

    /// The rows of a spreadsheet: every name that an entry has heads one.
    var table: [[String]] {
        var names: [String] = []
        for line in entries.flatMap(\.lines) where !names.contains(line.name.indonesian) {
            names.append(line.name.indonesian)
        }
        let rows = entries.map { entry in
            let texts = Dictionary(
                entry.lines.map { line in
                    (line.name.indonesian, line.texts.map(\.indonesian).joined(separator: "; "))
                },
                uniquingKeysWith: { first, _ in first }
            )
            return [entry.title.indonesian] + names.map { texts[$0] ?? "" }
        }
        return [[Words.service.indonesian] + names] + rows
    }
}

extension UseOfData {
    /// The fields of a record of processing; what the file does not say is said to be missing.
    fileprivate func processing(_ regency: RegencyNow) -> [Line] {
        let officer = regency.protection.map { [Words($0.officer)] + $0.contact.map { Words($0) } }
        let mine = lines.isEmpty ? [Line(.purpose, [.toBeFilled])] : lines
        return [
            Line(.controller, [Words(regency.installation.regency)] + owners.map { Words($0) }),
            Line(.processor, [.noProcessor]),
            Line(.officerOfData, officer ?? [.toBeFilled]),
            Line(.subjects, [.subjectsAre]),
        ] + mine + [
            Line(.sourceOfData, [.sourceIs]),
            Line(.transferAbroad, [.noTransfer]),
            Line(.measures, Words.measuresAre),
            Line(.systems, [.oneSystem]),
        ]
    }

    /// What speaks for a high risk, what stands against it, and what people have to judge.
    fileprivate var impact: [Line] {
        [
            Line(.purpose, purposes.isEmpty ? [.toBeFilled] : purposes),
            Line(.automated, [.neverAutomated]),
            Line(.specificData, specific.isEmpty ? [.noSpecific] : specific),
            Line(
                .largeScale,
                [Words("\(cases) permohonan tercatat", "\(cases) requests on record")]
            ),
            Line(.matching, [asksForPlace ? .placeAndPerson : .nothingMatched]),
            Line(.newTechnology, [.noNewTechnology]),
            Line(.limitedRights, [.rightsStand]),
            Line(.measures, Words.measuresAre),
            Line(.judgement, [.judgementIsYours]),
        ]
    }

    /// Whether the impact should be assessed, as far as the program can see (article 34).
    var speaksForAssessment: Bool { !specific.isEmpty || asksForPlace }
}
