/// The type of what may be one or the other.
func join(_ left: FeelType?, _ right: FeelType) -> FeelType {
    guard let left, left != right else { return right }
    if left.isOptional || right.isOptional {
        if left == .nothing { return right.orAbsent }
        if right == .nothing { return left.orAbsent }
        return join(left.present, right.present).orAbsent
    }
    return switch (left, right) {
    case (.word(let left), .word(let right)): .word(left.union(right))
    case (.word, .string), (.string, .word): .string
    case (.list(let left), .list(let right)): .list(join(left, right))
    case (.range(let left), .range(let right)): .range(join(left, right))
    default: .any
    }
}

/// Whether two values of these types can be compared, for equality or in order.
func isComparable(_ left: FeelType, _ right: FeelType, inOrder: Bool) -> Bool {
    switch (left.present, right.present) {
    case (.any, _), (_, .any), (.nothing, _), (_, .nothing): true
    case (.number, .number), (.date, .date), (.time, .time), (.dateTime, .dateTime),
        (.daysDuration, .daysDuration), (.monthsDuration, .monthsDuration),
        (.string, .string), (.word, .string), (.string, .word), (.word, .word):
        true
    case (.date, .dateTime), (.dateTime, .date): inOrder
    case (.boolean, .boolean), (.context, .context), (.function, .function): !inOrder
    case (.list(let left), .list(let right)), (.range(let left), .range(let right)):
        !inOrder && isComparable(left, right, inOrder: false)
    default: false
    }
}

extension FeelType {
    /// Whether a value of this type may stand where another is expected; absence is no obstacle.
    package func suits(_ expected: FeelType) -> Bool {
        switch (present, expected.present) {
        case (.any, _), (_, .any), (.nothing, _): true
        case (.word, .string): true
        case (.word(let found), .word(let expected)): found.isSubset(of: expected)
        case (.list(let found), .list(let expected)),
            (.range(let found), .range(let expected)):
            found.suits(expected)
        case (.context(let found), .context(let expected)):
            expected.allSatisfy { name, type in
                found[name].map { $0.suits(type) } ?? type.isOptional
            }
        case (.function, .function): true
        case (let found, let expected): found == expected
        }
    }
}

/// Finds the name that somebody probably meant.
package enum Nearest {
    /// The nearest candidate, when it is near enough to be worth asking about.
    package static func to(_ word: String, among candidates: some Sequence<String>) -> String? {
        let plain = folded(word)
        let limit = max(1, plain.count / 3)
        let ranked = candidates.filter { $0 != word }
            .map { (distance: distance(plain, folded($0)), name: $0) }
            .filter { $0.distance <= limit }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return ranked?.name
    }

    /// Letters and digits only, so that `Jenis Usaha` is near to `jenis_usaha`.
    private static func folded(_ word: String) -> [Character] {
        word.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// How many letters have to be added, left out, changed or swapped with a neighbour.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var older: [Int] = []
        var old = Array(0...right.count)
        for (i, one) in left.enumerated() {
            var new = [i + 1]
            for (j, other) in right.enumerated() {
                var best = min(old[j + 1], new[j]) + 1
                best = min(best, old[j] + (one == other ? 0 : 1))
                if i > 0, j > 0, one == right[j - 1], left[i - 1] == other {
                    best = min(best, older[j - 1] + 1)
                }
                new.append(best)
            }
            older = old
            old = new
        }
        return old[right.count]
    }
}
