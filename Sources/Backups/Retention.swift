/// Which backups stay: the newest of each level, and what they build on.
package enum Retention {
    /// By the names alone, where no header can be asked: a kept one builds on the newest one of the
    /// level above that is not newer than itself.
    package static func kept(of names: Set<BackupName>) -> Set<BackupName> {
        let all = names.sorted()
        var kept: Set<BackupName> = []
        for level in BackupLevel.allCases {
            kept.formUnion(all.filter { $0.level == level }.suffix(level.kept))
        }
        for (level, below) in [(BackupLevel.quarter, BackupLevel.day), (.day, .month)] {
            for name in kept where name.level == level {
                if let base = all.last(where: { $0.level == below && $0 < name }) {
                    kept.insert(base)
                }
            }
        }
        return kept
    }
}
