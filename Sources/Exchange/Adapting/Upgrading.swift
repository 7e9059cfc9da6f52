package import Blueprints
package import Office

/// Plans the way of an adapted blueprint to its publisher's next version.
///
/// Pure: it reads archives and gives one, or says why there is none. Nothing is half made.
package func planUpgrade(
    of here: AdaptedFolder,
    to next: FolderArchive,
    answers: UpgradeAnswers = .none,
    on ground: UpgradeGround = UpgradeGround()
) -> UpgradePlan {
    Upgrading(here: here, next: AdaptedFolder(next.without(AdaptedFolder.ours), named: here.name))
        .plan(answers, ground)
}

/// One upgrade while it is planned.
struct Upgrading {
    let here: AdaptedFolder
    let next: AdaptedFolder
    let overlay: Overlay
    let rebasing: Rebasing

    /// The base with our edits, renamed, without the fillings.
    let ourTree: Tree

    init(here: AdaptedFolder, next: AdaptedFolder) {
        self.here = here
        self.next = next
        let base = here.read.tree.withRoom(for: here.overlay.edits)
        let versions = Self.renames(of: next.read, from: here.version, to: next.version)
        overlay = here.overlay.adopting(versions, on: base)
        let chain = RenameChain(versions, in: base)
        let edits = overlay.edits.map { chain($0) }
        rebasing = Rebasing(
            from: base,
            onto: next.read.tree.withRoom(for: edits),
            versions: versions,
            isFixed: MarkedSlots(of: next.read.tree).mustStay
        )
        ourTree = apply(edits, to: chain.base).0
    }

    /// The renames of all versions after ours, oldest first.
    private static func renames(
        of folder: ReadFolder,
        from: String,
        to: String
    ) -> [[Rename]] {
        let (old, new) = (VersionNumber(from), VersionNumber(to))
        return folder.renames
            .filter { VersionNumber($0.to) > old && VersionNumber($0.to) <= new }
            .sorted { VersionNumber($0.to) < VersionNumber($1.to) }
            .map(\.renames)
    }

    func plan(_ answers: UpgradeAnswers, _ ground: UpgradeGround) -> UpgradePlan {
        let verdicts = rebasing.rebase(overlay.edits)
        let refilled = FillingsInUpgrade(self, verdicts)
        let lines = lines(refilled.verdicts, refilled, answers)
        let entries = rebasing.overlay(
            after: verdicts,
            of: overlay.edits,
            answers: refilled.answers(answers.answers),
            why: answers.why
        )
        let edits = OwnTranslations(ours: ourTree, next: rebasing.next).marked(entries)
        let fillings = refilled.outcome(for: edits)
        let result = result(edits, fillings)
        let trial = UpgradeTrial(here: here, next: next, result: result, ground: ground)
        let findings = trial.findings.filter { finding in
            finding.severity == .error || !answers.accepted.contains(finding.code)
        }
        let obstacles = obstacles(lines, findings, trial.examples, answers)
        return UpgradePlan(
            name: here.name,
            from: here.version,
            to: next.version,
            lines: lines,
            fillings: fillings,
            // A name that somebody else had given is none that fits nothing.
            idleRenames: rebasing.renaming.idle.filter { !($0.from.last?.isLocal ?? false) },
            findings: findings,
            stale: trial.stale,
            examples: trial.examples,
            services: trial.services,
            obstacles: obstacles,
            result: obstacles.isEmpty ? result.all : nil
        )
    }

    private func result(_ edits: [Edit], _ fillings: UpgradeFillings) -> AdaptedFolder {
        let fill = overlay.fill.filter { fillings.kept.contains($0.key) }
        var files = [
            writeLock(PackageLock(version: next.version, digest: next.digest, requires: requires))
        ]
        if !edits.isEmpty || !fill.isEmpty {
            files.append(writeOverlay(Overlay(fill: fill, edits: edits)))
        }
        return next.with(ours: files)
    }

    private var requires: [LockedPackage] { here.read.lock?.requires ?? [] }

    private func lines(
        _ verdicts: [(Edit, Outcome)],
        _ fillings: FillingsInUpgrade,
        _ answers: UpgradeAnswers
    ) -> [UpgradeLine] {
        let edits = verdicts.map(\.0)
        let indonesian = sentences(of: edits, in: rebasing.base, language: .indonesian)
        let english = sentences(of: edits, in: rebasing.base, language: .english)
        return verdicts.enumerated().map { number, verdict in
            var slot = verdict.0.at
            if case .conflict(let at, _) = verdict.1 { slot = at }
            return UpgradeLine(
                edit: verdict.0,
                outcome: verdict.1,
                slot: slot,
                base: rebasing.base[at: slot],
                ours: fillings.filled[slot] ?? ourTree[at: slot],
                theirs: rebasing.next[at: slot],
                sentence: Meaning(indonesian[number], english[number]),
                isDecided: answers.answers.keys.contains { $0.holds(slot) }
            )
        }
    }

    private func obstacles(
        _ lines: [UpgradeLine],
        _ findings: [Diagnostic],
        _ examples: [UpgradeExample],
        _ answers: UpgradeAnswers
    ) -> [UpgradeObstacle] {
        var found: [UpgradeObstacle] = []
        let there = next.read.tree
        let name = ["publisher", "name"].map { there.text(at: Slot(["blueprint", $0])) ?? "" }
            .joined(separator: "/")
        if name != here.name { found.append(.anotherBlueprint(name)) }
        let (old, new) = (VersionNumber(here.version), VersionNumber(next.version))
        if here.digest == next.digest {
            found.append(.unchanged)
        } else if new < old {
            found.append(.older(next.version))
        }
        if here.directEdit != nil { found.append(.editedDirectly) }
        let faults = next.read.diagnostics.filter { $0.severity == .error }.count
        if faults > 0 { found.append(.nextFaulty(faults)) }
        let undecided = Set(lines.filter { $0.isConflict && !$0.isDecided }.map(\.slot)).count
        if undecided > 0 { found.append(.undecided(undecided)) }
        // What is undecided has theirs for now: it would only be told twice.
        if undecided == 0, !findings.isEmpty { found.append(.doesNotCheck(findings.count)) }
        let failing = examples.filter { $0.isInResult && !$0.complaints.isEmpty }.count
        if undecided == 0, failing > 0 { found.append(.examplesFail(failing)) }
        for slot in answers.answers.keys.sorted()
        where !lines.contains(where: { slot.holds($0.slot) || $0.slot.holds(slot) }) {
            found.append(.answerOfNothing(slot.description))
        }
        return found
    }
}

extension Overlay {
    /// Our own additions under the names that the publisher gave them when it took them over.
    ///
    /// They stand in no base, so the renames of the base do not reach them.
    fileprivate func adopting(_ versions: [[Rename]], on base: Tree) -> Overlay {
        let adopted = versions.map { $0.filter { $0.from.last?.isLocal ?? false } }
        guard !adopted.allSatisfy(\.isEmpty) else { return self }
        let chain = RenameChain(adopted, in: apply(edits, to: base).0)
        return Overlay(fill: fill, edits: edits.map { chain($0) })
    }
}

/// `1.10.0`, compared number by number.
package struct VersionNumber: Hashable, Comparable, Sendable {
    private let numbers: [Int]

    package init(_ text: String) {
        var numbers = text.split(separator: ".").map { Int($0) ?? 0 }
        while numbers.last == 0 { numbers.removeLast() }
        self.numbers = numbers
    }

    package static func < (left: VersionNumber, right: VersionNumber) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
