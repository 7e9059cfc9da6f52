/// A regular expression as FEEL has it (XML Schema's, without back references).
///
/// It runs all alternatives side by side, so that no pattern takes more than pattern × text
/// steps: a pattern out of a file may be hostile.
struct Pattern: Sendable {
    let program: [Step]
    let groups: Int
    let options: Options

    struct Options: Sendable {
        var dotMatchesAll = false
        var isMultiline = false
        var ignoresCase = false
        var ignoresSpace = false
    }

    enum Step: Sendable {
        case letter(LetterSet)
        case fork(Int, Int)
        case jump(Int)
        case save(Int)
        case start
        case end
        case match
    }

    init?(_ text: String, flags: String = "") {
        var options = Options()
        for flag in flags {
            switch flag {
            case "s": options.dotMatchesAll = true
            case "m": options.isMultiline = true
            case "i": options.ignoresCase = true
            case "x": options.ignoresSpace = true
            default: return nil
            }
        }
        var reader = PatternReader(text, options)
        guard let tree = reader.whole(), let program = PatternProgram.steps(for: tree) else {
            return nil
        }
        self.program = program
        groups = reader.groups
        self.options = options
    }

    func isFound(in text: String, steps: inout Int) -> Bool? {
        guard let found = first(in: Array(text.unicodeScalars), from: 0, &steps) else {
            return steps < 0 ? nil : false
        }
        return !found.isEmpty
    }

    /// All matches that do not overlap; nil when one is empty, which makes no sense here.
    private func all(_ letters: [Unicode.Scalar], _ steps: inout Int) -> [[Int]]? {
        var result: [[Int]] = []
        var place = 0
        if let empty = first(in: [], from: 0, &steps), !empty.isEmpty { return nil }
        while place <= letters.count, let found = first(in: letters, from: place, &steps) {
            guard found[1] > found[0] else {
                place = found[1] + 1
                continue
            }
            result.append(found)
            place = found[1]
        }
        return steps < 0 ? nil : result
    }

    /// The text with `$1` and the like in the replacement filled in.
    func replacing(in text: String, with replacement: String, steps: inout Int) -> String? {
        let letters = Array(text.unicodeScalars)
        guard let parts = replacementParts(replacement), let matches = all(letters, &steps) else {
            return nil
        }
        var result = String.UnicodeScalarView()
        var place = 0
        for match in matches {
            result.append(contentsOf: letters[place..<match[0]])
            for part in parts {
                switch part {
                case .letter(let letter): result.append(letter)
                case .group(let group):
                    guard group <= groups, match[2 * group] >= 0 else { continue }
                    result.append(contentsOf: letters[match[2 * group]..<match[2 * group + 1]])
                }
            }
            steps -= result.count / 16
            guard steps >= 0 else { return nil }
            place = match[1]
        }
        result.append(contentsOf: letters[place...])
        return String(result)
    }

    private enum Part {
        case letter(Unicode.Scalar)
        case group(Int)
    }

    private func replacementParts(_ text: String) -> [Part]? {
        var parts: [Part] = []
        var letters = text.unicodeScalars.makeIterator()
        while let letter = letters.next() {
            if letter == "\\" {
                guard let next = letters.next(), next == "\\" || next == "$" else { return nil }
                parts.append(.letter(next))
            } else if letter == "$" {
                guard let digit = letters.next().flatMap({ Int(String($0)) }) else { return nil }
                parts.append(.group(digit))
            } else {
                parts.append(.letter(letter))
            }
        }
        return parts
    }

    func split(_ text: String, steps: inout Int) -> [String]? {
        let letters = Array(text.unicodeScalars)
        guard let matches = all(letters, &steps) else { return nil }
        var parts: [String] = []
        var place = 0
        for end in matches + [[letters.count, letters.count]] {
            var part = String.UnicodeScalarView()
            part.append(contentsOf: letters[place..<end[0]])
            parts.append(String(part))
            place = end[1]
        }
        return parts
    }
}
