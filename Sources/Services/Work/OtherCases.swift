import Blueprints
import Cases
import Feel
import Ledger
import Office
import Site
import Stories

// What stands beside a case: other cases of the same person, those linked with it, its fee.

extension ServicesFeature {
    /// The case of a typed number, if this official may see it.
    func otherCase(_ typed: String, for opened: OpenedCase) async throws -> CaseID? {
        guard case .success(let number) = Self.number(typed) else { return nil }
        let official = opened.official
        return try await store.read { reader in
            guard let id = try reader.caseID(of: number),
                let other = try reader.load(id, official.force, openingAnswers: false),
                !other.state.units.isDisjoint(with: official.standing.units)
            else { return nil }
            return id
        }
    }

    func besides(_ opened: OpenedCase) async throws -> [any Component] {
        var parts: [any Component] = []
        if let snooze = snooze(opened) { parts.append(snooze) }
        return parts + (try await otherCases(opened))
    }

    private func snooze(_ opened: OpenedCase) -> Notice? {
        let (now, zone) = (now(), opened.force.zone)
        guard let snooze = opened.loaded.state.snooze, snooze.until > now else { return nil }
        let day = DateWords.longDate(zone.day(snooze.until))
        return Notice(
            .info,
            heading: Words(
                "Ditunda sampai \(day.indonesian)",
                "Set aside until \(day.text(in: .english))"
            ),
            .clockKeepsRunning
        )
    }

    private func otherCases(_ opened: OpenedCase) async throws -> [any Component] {
        let (now, official, id) = (now(), opened.official, opened.loaded.id.id)
        let answers = opened.seesApplicant ? opened.loaded.answers : nil
        let marks = ["nik", "hp"].compactMap { answers?[ID($0)]?.text }
        return try await store.read { reader in
            let query = InboxQuery(official: official, now: now)
            let same = try query.ofSamePerson(marks, but: id, reader)
            let linked = try query.linked(with: id, reader)
            let undo = Address("\(opened.path)/lepas-tautan")
            func list(
                _ heading: Words,
                _ rows: [RecordRow],
                isLinked: Bool = false
            ) throws -> SummaryList? {
                guard !rows.isEmpty else { return nil }
                return SummaryList(
                    heading: heading.map { "\($0) (\(rows.count))" },
                    try rows.map { row in
                        let line = try query.line(row, reader, .indonesian)
                        let undoing: [Inline] =
                            isLinked
                            ? [.link(Link(.undoLink, undo.with("nomor", line.number)))] : []
                        return SummaryList.Item(
                            Words(line.shownNumber),
                            [
                                .words(line.service), .tag(line.due),
                                .link(Link(.openCase, "/kerja/perkara/\(line.number)")),
                            ] + undoing
                        )
                    }
                )
            }
            return [try list(.otherCases, same), try list(.linkedCases, linked, isLinked: true)]
                .compactMap(\.self)
        }
    }
}
