/// One way through the program that is still open, with what its groups caught.
private struct Thread {
    let step: Int
    let caught: [Int]
}

/// The open ways at one letter, the preferred ones first, each step once.
private struct Crew {
    var threads: [Thread] = []
    var seen: [Bool]

    init(_ size: Int) { seen = Array(repeating: false, count: size) }

    mutating func clear() {
        threads.removeAll(keepingCapacity: true)
        for index in seen.indices { seen[index] = false }
    }
}

extension Pattern {
    /// Where the first match begins and ends, then its groups (-1: caught nothing).
    func first(in letters: [Unicode.Scalar], from start: Int, _ steps: inout Int) -> [Int]? {
        var now = Crew(program.count)
        var next = Crew(program.count)
        var best: [Int]?
        let nothing = Array(repeating: -1, count: 2 * (groups + 1))
        for place in start...letters.count {
            if best == nil {
                add(Thread(step: 0, caught: nothing), to: &now, at: place, letters)
            }
            if now.threads.isEmpty { break }
            next.clear()
            steps -= 1 + now.threads.count / 4 + program.count / 32
            guard steps >= 0 else { return nil }
            for thread in now.threads {
                guard case .letter(let set) = program[thread.step] else {
                    // A match: what comes after it in this order is less preferred.
                    best = thread.caught
                    break
                }
                if place < letters.count, set.holds(letters[place], options) {
                    let further = Thread(step: thread.step + 1, caught: thread.caught)
                    add(further, to: &next, at: place + 1, letters)
                }
            }
            swap(&now, &next)
        }
        return best
    }

    /// Follows a way up to the steps that need a letter.
    private func add(
        _ thread: Thread,
        to crew: inout Crew,
        at place: Int,
        _ letters: [Unicode.Scalar]
    ) {
        var open = [thread]
        while let thread = open.popLast() {
            guard !crew.seen[thread.step] else { continue }
            crew.seen[thread.step] = true
            switch program[thread.step] {
            case .jump(let target): open.append(Thread(step: target, caught: thread.caught))
            case .fork(let first, let second):
                open.append(Thread(step: second, caught: thread.caught))
                open.append(Thread(step: first, caught: thread.caught))
            case .save(let slot):
                var caught = thread.caught
                caught[slot] = place
                open.append(Thread(step: thread.step + 1, caught: caught))
            case .start:
                let isStart =
                    place == 0 || (options.isMultiline && letters[place - 1] == "\n")
                if isStart { open.append(Thread(step: thread.step + 1, caught: thread.caught)) }
            case .end:
                let isEnd =
                    place == letters.count || (options.isMultiline && letters[place] == "\n")
                if isEnd { open.append(Thread(step: thread.step + 1, caught: thread.caught)) }
            case .letter, .match: crew.threads.append(thread)
            }
        }
    }
}

/// Lays out a pattern as steps.
enum PatternProgram {
    private static let mostSteps = 4000

    static func steps(for tree: PatternTree) -> [Pattern.Step]? {
        var steps: [Pattern.Step] = []
        let isFine = lay(.group(tree, 0), into: &steps)
        steps.append(.match)
        return isFine ? steps : nil
    }

    private static func lay(_ tree: PatternTree, into steps: inout [Pattern.Step]) -> Bool {
        guard steps.count < mostSteps else { return false }
        switch tree {
        case .empty: break
        case .letter(let set): steps.append(.letter(set))
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .sequence(let parts):
            for part in parts where !lay(part, into: &steps) { return false }
        case .group(let inner, let number):
            guard let number else { return lay(inner, into: &steps) }
            steps.append(.save(2 * number))
            guard lay(inner, into: &steps) else { return false }
            steps.append(.save(2 * number + 1))
        case .choice(let left, let right):
            let fork = steps.count
            steps.append(.jump(0))
            guard lay(left, into: &steps) else { return false }
            let jump = steps.count
            steps.append(.jump(0))
            steps[fork] = .fork(fork + 1, steps.count)
            guard lay(right, into: &steps) else { return false }
            steps[jump] = .jump(steps.count)
        case .repetition(let inner, let count): return lay(inner, count, into: &steps)
        }
        return true
    }

    private static func lay(
        _ inner: PatternTree,
        _ count: PatternTree.Count,
        into steps: inout [Pattern.Step]
    ) -> Bool {
        let before = steps.count
        for index in 0..<count.least {
            guard lay(inner, into: &steps) else { return false }
            // Nothing, however often, is nothing.
            if index == 0, steps.count == before { return true }
        }
        func fork(_ inside: Int, _ outside: Int) -> Pattern.Step {
            count.isLazy ? .fork(outside, inside) : .fork(inside, outside)
        }
        guard let most = count.most else {
            let start = steps.count
            steps.append(.jump(0))
            guard lay(inner, into: &steps) else { return false }
            steps.append(.jump(start))
            steps[start] = fork(start + 1, steps.count)
            return true
        }
        var forks: [Int] = []
        for _ in count.least..<max(most, count.least) {
            forks.append(steps.count)
            steps.append(.jump(0))
            guard lay(inner, into: &steps) else { return false }
        }
        for start in forks { steps[start] = fork(start + 1, steps.count) }
        return true
    }
}
