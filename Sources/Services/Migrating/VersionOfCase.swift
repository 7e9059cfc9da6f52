import Blueprints
import Cases
import Feel
import Ledger
package import Site
import Stories

/// Under which version a case runs; after a move, what changed for it in words.
package struct VersionOfCase: Component {
    package var rules: Site.Words
    package var move: Site.Words?
    package var changes: [Site.Words] = []

    /// As many changes as somebody reads about one case.
    private static let most = 20

    package init(rules: Site.Words) { self.rules = rules }

    package func write(to html: HTML) {
        html(.p, rules, .class("petunjuk"))
        guard let move else { return }
        html(Notice(.info, move))
        guard !changes.isEmpty else { return }
        html(
            Disclosure(
                .whatVersionChanges,
                SentenceList(sentences: Array(changes.prefix(Self.most)))
            )
        )
    }
}

/// Sentences one under the other, with marks.
private struct SentenceList: Component {
    var sentences: [Site.Words]

    func write(to html: HTML) {
        html(.ul, .class("ubahan")) { for sentence in sentences { html(.li, sentence) } }
    }
}

extension LoadedCase {
    /// Under which version it runs; nil where nobody published that version here.
    func version(_ force: InForce) -> VersionOfCase? {
        force.origin(of: subject.digest.text).map { origin in
            let since = DateWords.longDate(force.zone.day(origin.since))
            return VersionOfCase(rules: .rulesOfVersion(origin.name, since: since))
        }
    }
}

extension ServicesFeature {
    /// The version of a case with what its last move changed.
    func version(of loaded: LoadedCase, _ force: InForce) async throws -> VersionOfCase? {
        guard var version = loaded.version(force) else { return nil }
        guard let move = loaded.state.moves.last, let old = force.origin(of: move.from.text),
            let new = force.origin(of: move.to.text)
        else { return version }
        let versions = versions
        let difference = try await store.read { reader in
            try versions.difference(from: move.from, to: move.to, force, reader)
        }
        let day = DateWords.longDate(force.zone.day(move.at))
        version.move = .movedOn(day, from: old.name, to: new.name)
        version.changes =
            difference.map { difference in
                zip(difference.sentences(), difference.sentences(language: .english)).map {
                    Words($0, $1)
                }
            } ?? []
        return version
    }
}

extension LoadedCase {
    /// Answers that an earlier version asked for and this one does not, under their old labels.
    ///
    /// - Parameter hidden: what somebody is not shown; then nothing is that says how to reach
    ///   the applicant.
    func retiredSummary(
        _ force: InForce,
        leavingOut hidden: Set<ID> = [],
        withFiles: Bool
    ) -> SummaryList? {
        let shown = retired.filter { answer in
            let type = answer.question.type
            return !hidden.contains(answer.question.id) && (hidden.isEmpty || !type.isReach)
                && (withFiles || !type.isFile)
        }
        guard !shown.isEmpty else { return nil }
        return SummaryList(
            heading: .fromOldVersion,
            shown.map { answer in
                SummaryList.Item(
                    Words(answer.question.ask),
                    [.words(answer.words { force.villages.fullName(of: $0) })]
                )
            }
        )
    }
}

extension RetiredAnswer {
    /// The answer in words; of a file its kind and size, of a NIK its ends.
    func words(_ village: (String) -> String?) -> Site.Words {
        if let file = value.text.flatMap(SentFile.init(answer:)) {
            let kind = file.kind.rawValue.uppercased()
            func size(_ language: Site.Language) -> String {
                kind + ", " + NumberWords.size(bytes: Int(file.size), in: language)
            }
            return Words(size(.indonesian), size(.english))
        }
        if question.type == .nik, let nik = value.text {
            let end = "…" + nik.suffix(4)
            return Words(end)
        }
        return Words(question.text(of: value) { village($0) })
    }
}

extension AnswerType {
    /// Whether its answer says who somebody is or how to reach them.
    fileprivate var isReach: Bool { [.nik, .phone, .email, .person].contains(self) }
}
