package import Blueprints
package import Office

/// What an upgrade would do, shown whole before anything changes.
package struct UpgradePlan: Sendable {
    package let name: String
    package let from: String
    package let to: String

    /// Every entry of ours and every change of theirs, with what becomes of it.
    package let lines: [UpgradeLine]
    package let fillings: UpgradeFillings

    /// Renames of the publisher that fit nothing here.
    package let idleRenames: [Rename]

    /// What is wrong with the result although it was wrong on neither side.
    package let findings: [Diagnostic]

    /// Translations whose source has changed, so that they are not shown until somebody looks.
    package let stale: [Diagnostic]
    package let examples: [UpgradeExample]
    package let services: [UpgradeOfService]

    /// What keeps it from being made; empty where `result` is there.
    package let obstacles: [UpgradeObstacle]

    /// The new folder, whole: the next files, our overlay on them, and the lock.
    package let result: FolderArchive?

    /// The conflicts that no answer decides.
    package var undecided: [UpgradeLine] { lines.filter { $0.isConflict && !$0.isDecided } }
}

/// One slot of an upgrade.
package struct UpgradeLine: Sendable {
    package let edit: Edit
    package let outcome: Outcome

    /// What there is to decide about; of anything but a conflict the edit's own slot.
    package let slot: Slot

    /// The publisher's old value, ours now, and the publisher's new one.
    package let base: Tree?
    package let ours: Tree?
    package let theirs: Tree?
    package let sentence: Meaning
    package let isDecided: Bool

    package var isConflict: Bool {
        guard case .conflict = outcome else { return false }
        return true
    }

    /// Why we have it; nil of a change of theirs.
    package var why: Why? { outcome.isOfOurs && edit.why != .unsaid ? edit.why : nil }
}

/// What becomes of the holes that we filled.
package struct UpgradeFillings: Hashable, Sendable {
    package let kept: [ID]

    /// Filled here, but the next version has no such hole.
    package let dropped: [ID]

    /// To be filled before the result can be published.
    package let open: [ID]
}

/// A worked example, tried on the result.
package struct UpgradeExample: Hashable, Sendable {
    package let id: ID

    /// Whether the result has it; otherwise it is one of ours from before, tried to see the change.
    package let isInResult: Bool
    package let complaints: [String]
}

/// What becomes of one service, which says what it means for running cases.
package struct UpgradeOfService: Hashable, Sendable {
    package enum Change: String, Hashable, Sendable {
        case unchanged, changed, added, removed
    }

    package let service: ID
    package let title: String
    package let change: Change
}

/// What an upgrade is measured against.
package struct UpgradeGround: Sendable {
    /// The other blueprints here.
    package let installed: [Blueprint]

    /// What features of the program read from registers here.
    package let needs: [RegisterNeed]

    /// Tries a worked example; nil where nobody can.
    package let example: (@Sendable (Example, Blueprint) -> [String])?

    package init(
        installed: [Blueprint] = [],
        needs: [RegisterNeed] = [],
        example: (@Sendable (Example, Blueprint) -> [String])? = nil
    ) {
        self.installed = installed
        self.needs = needs
        self.example = example
    }
}
