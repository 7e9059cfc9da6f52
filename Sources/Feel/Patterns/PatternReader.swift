/// A pattern, read.
indirect enum PatternTree {
    case empty
    case letter(LetterSet)
    case start
    case end
    case sequence([PatternTree])
    case choice(PatternTree, PatternTree)
    /// A group with its number, or without one when it catches nothing.
    case group(PatternTree, Int?)
    case repetition(PatternTree, Count)

    struct Count {
        let least: Int
        let most: Int?
        var isLazy = false
    }
}

/// Some letters, or all but those.
struct LetterSet: Sendable {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var kinds: [Kind] = []
    var isNegated = false
    /// Letters that are left out again: `[a-z-[aeiou]]`.
    var except: [LetterSet] = []

    indirect enum Kind: Sendable {
        case digit, word, space, any, letter, upper, lower, number, punctuation
        case not(Kind)

        func holds(_ letter: Unicode.Scalar, _ options: Pattern.Options) -> Bool {
            switch self {
            case .digit: letter.properties.numericType == .decimal
            case .word:
                letter.properties.isAlphabetic || letter.properties.numericType != nil
                    || letter == "_"
            case .space: [" ", "\t", "\n", "\r"].contains(letter)
            case .any: options.dotMatchesAll || (letter != "\n" && letter != "\r")
            case .letter: letter.properties.isAlphabetic
            case .upper: letter.properties.isUppercase
            case .lower: letter.properties.isLowercase
            case .number: letter.properties.numericType != nil
            case .punctuation: Character(letter).isPunctuation
            case .not(let kind): !kind.holds(letter, options)
            }
        }
    }

    func holds(_ letter: Unicode.Scalar, _ options: Pattern.Options) -> Bool {
        var forms = [letter]
        if options.ignoresCase {
            forms += letter.properties.lowercaseMapping.unicodeScalars
            forms += letter.properties.uppercaseMapping.unicodeScalars
        }
        let isInside = forms.contains { form in
            ranges.contains { $0.contains(form) } || kinds.contains { $0.holds(form, options) }
        }
        return isInside != isNegated && !except.contains { $0.holds(letter, options) }
    }
}

/// Reads a pattern; nil where it is not one.
struct PatternReader {
    private let letters: [Unicode.Scalar]
    private var place = 0
    private var depth = 0
    private(set) var groups = 0

    init(_ text: String, _ options: Pattern.Options) {
        letters = text.unicodeScalars.filter {
            !options.ignoresSpace || ![" ", "\t", "\n", "\r"].contains($0)
        }
    }

    private var next: Unicode.Scalar? { place < letters.count ? letters[place] : nil }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard next == letter else { return false }
        place += 1
        return true
    }

    mutating func whole() -> PatternTree? {
        guard let tree = choice(), place == letters.count else { return nil }
        return tree
    }

    private mutating func choice() -> PatternTree? {
        guard depth < 50, var result = sequence() else { return nil }
        while take("|") {
            guard let right = sequence() else { return nil }
            result = .choice(result, right)
        }
        return result
    }

    private mutating func sequence() -> PatternTree? {
        var parts: [PatternTree] = []
        while let next, next != "|", next != ")" {
            guard let atom = atom(), let part = repeated(atom) else { return nil }
            parts.append(part)
        }
        return parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func repeated(_ atom: PatternTree) -> PatternTree? {
        var count: PatternTree.Count
        switch next {
        case "*": count = PatternTree.Count(least: 0, most: nil)
        case "+": count = PatternTree.Count(least: 1, most: nil)
        case "?": count = PatternTree.Count(least: 0, most: 1)
        case "{":
            place += 1
            guard let least = number() else { return nil }
            var most: Int? = least
            if take(",") { most = next == "}" ? nil : number() ?? -1 }
            guard next == "}", most ?? least >= least else { return nil }
            count = PatternTree.Count(least: least, most: most)
        default: return atom
        }
        place += 1
        count.isLazy = take("?")
        if let next, "*+?{".unicodeScalars.contains(next) { return nil }
        return .repetition(atom, count)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let next, ("0"..."9").contains(next) {
            digits.unicodeScalars.append(next)
            place += 1
        }
        return Int(digits).flatMap { $0 <= 1000 ? $0 : nil }
    }

    private mutating func atom() -> PatternTree? {
        guard let letter = next else { return nil }
        place += 1
        switch letter {
        case ".": return .letter(LetterSet(kinds: [.any]))
        case "^": return .start
        case "$": return .end
        case "(": return group()
        case "[": return set().map(PatternTree.letter)
        case "\\": return escape().map(PatternTree.letter)
        case "*", "+", "?", "{", "}", "]": return nil
        default: return .letter(LetterSet(ranges: [letter...letter]))
        }
    }

    private mutating func group() -> PatternTree? {
        var number: Int?
        if take("?") {
            guard take(":") else { return nil }
        } else {
            groups += 1
            number = groups
        }
        depth += 1
        defer { depth -= 1 }
        guard let inner = choice(), take(")") else { return nil }
        return .group(inner, number)
    }

    private mutating func escape() -> LetterSet? {
        guard let letter = next else { return nil }
        place += 1
        switch letter {
        case "d": return LetterSet(kinds: [.digit])
        case "D": return LetterSet(kinds: [.not(.digit)])
        case "w", "c": return LetterSet(kinds: [.word])
        case "W", "C": return LetterSet(kinds: [.not(.word)])
        case "s": return LetterSet(kinds: [.space])
        case "S": return LetterSet(kinds: [.not(.space)])
        case "i": return LetterSet(ranges: ["_"..."_", ":"...":"], kinds: [.letter])
        case "n": return LetterSet(ranges: ["\n"..."\n"])
        case "r": return LetterSet(ranges: ["\r"..."\r"])
        case "t": return LetterSet(ranges: ["\t"..."\t"])
        case "p", "P": return property(isNegated: letter == "P")
        default:
            guard "\\|.?*+(){}-[]^$/ \"'".unicodeScalars.contains(letter) else { return nil }
            return LetterSet(ranges: [letter...letter])
        }
    }

    private mutating func property(isNegated: Bool) -> LetterSet? {
        guard take("{") else { return nil }
        var name = ""
        while let next, next != "}" {
            name.unicodeScalars.append(next)
            place += 1
        }
        let known: [String: LetterSet.Kind] = [
            "L": .letter, "Lu": .upper, "Ll": .lower, "N": .number, "Nd": .digit,
            "P": .punctuation,
        ]
        guard take("}"), let kind = known[name] else { return nil }
        return LetterSet(kinds: [isNegated ? .not(kind) : kind])
    }

    private mutating func set() -> LetterSet? {
        guard depth < 50 else { return nil }
        depth += 1
        defer { depth -= 1 }
        var set = LetterSet()
        set.isNegated = take("^")
        var isFirst = true
        while let letter = next, isFirst || letter != "]" {
            isFirst = false
            place += 1
            if letter == "-", take("[") {
                guard let except = self.set(), next == "]" else { return nil }
                set.except.append(except)
                continue
            }
            if letter == "[" { return nil }
            var low = letter
            if letter == "\\" {
                guard let escaped = escape() else { return nil }
                guard escaped.kinds.isEmpty, let only = escaped.ranges.first else {
                    set.kinds += escaped.kinds
                    set.ranges += escaped.ranges
                    continue
                }
                low = only.lowerBound
            }
            guard let high = rangeEnd(from: low) else { return nil }
            set.ranges.append(low...high)
        }
        return take("]") ? set : nil
    }

    private mutating func rangeEnd(from low: Unicode.Scalar) -> Unicode.Scalar? {
        guard next == "-", place + 1 < letters.count, letters[place + 1] != "]",
            letters[place + 1] != "["
        else { return low }
        place += 1
        guard var high = next else { return nil }
        place += 1
        if high == "\\" {
            guard let escaped = escape(), escaped.kinds.isEmpty, let only = escaped.ranges.first
            else { return nil }
            high = only.lowerBound
        }
        return high >= low ? high : nil
    }
}
