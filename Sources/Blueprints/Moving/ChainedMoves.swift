/// What is declared between neighbouring versions, put together for who skips some.
extension RenamesOfVersion {
    /// What is declared from one version to another, over those between them.
    ///
    /// Nil where a link is missing. Of several ways the one with the fewest links counts.
    package static func chained(
        from old: Set<String>,
        to new: Set<String>,
        _ all: [RenamesOfVersion]
    ) -> RenamesOfVersion? {
        var reached: [(version: String, way: [RenamesOfVersion])] = old.sorted().map { ($0, []) }
        var seen = old
        while !reached.isEmpty {
            var next: [(version: String, way: [RenamesOfVersion])] = []
            for (version, way) in reached {
                for link in all where link.from == version && !seen.contains(link.to) {
                    if new.contains(link.to) { return (way + [link]).joined }
                    seen.insert(link.to)
                    next.append((link.to, way + [link]))
                }
            }
            reached = next
        }
        return nil
    }

    /// The same followed by what is declared for the version after it.
    fileprivate func followed(by next: RenamesOfVersion) -> RenamesOfVersion {
        let (first, second) = (allRenames, next.allRenames)
        func now(_ slot: Slot) -> Slot { second.first { $0.from == slot }?.target ?? slot }
        func before(_ slot: Slot) -> Slot { first.first { $0.target == slot }?.from ?? slot }
        let targets = Set(first.map(\.target))
        let moved = answers.map { answer -> AnswerMove in
            guard let target = answer.target,
                let then = next.answers.first(where: { $0.was == target })
            else {
                let place = answer.target.map(now)
                return AnswerMove(was: answer.was, now: place?.last, options: answer.options)
            }
            let options = answer.options.mapValues { then.options[$0] ?? $0 }
            return AnswerMove(
                was: answer.was,
                now: then.now,
                options: then.options.merging(options) { $1 }
            )
        }
        let known = Set(answers.map(\.was))
        let further = next.answers.map {
            AnswerMove(was: before($0.was), now: $0.now, options: $0.options)
        }
        return RenamesOfVersion(
            from: from,
            to: next.to,
            renames: first.map { Rename(from: $0.from, to: now($0.target)) }
                + second.filter { !targets.contains($0.from) },
            answers: moved + further.filter { !known.contains($0.was) },
            cases: cases == .stay || next.cases == .stay
                ? .stay : cases == next.cases ? cases : nil,
            name: next.name
        )
    }
}

extension [RenamesOfVersion] {
    fileprivate var joined: RenamesOfVersion? {
        guard let first else { return nil }
        return dropFirst().reduce(first) { $0.followed(by: $1) }
    }
}

extension RenamesOfVersion.AnswerMove {
    /// The question that takes the answer; nil where it is retired.
    fileprivate var target: Slot? { now.map { was.parent.child($0) } }
}

extension Rename {
    /// Where the thing stands under its new name.
    fileprivate var target: Slot { to.last.map { from.parent.child($0) } ?? from }
}
