/// What is hard to read in a text for citizens, and what to write instead.
///
/// A net for slips, not a judge: it finds what can be counted, and leaves the rest to readers.
package enum PlainLanguage {
    /// One thing to look at again.
    package enum Finding: Hashable, Sendable {
        case longSentence(words: Int)
        case officeWord(String, instead: String)

        /// So many verbs in the passive that nobody is seen to act.
        case passives([String])
        case doubled(String)

        /// An abbreviation that not everybody knows, and that is spelled out nowhere.
        case abbreviation(String)
        case shouting
    }

    /// More words than this in one sentence are too many.
    package static let mostWords = 25

    /// So many passive verbs in one sentence are too many.
    static let tooManyPassives = 3

    /// What to look at again; `explained` are the abbreviations that stand spelled out nearby.
    package static func findings(in text: String, explained: Set<String> = []) -> [Finding] {
        var findings: [Finding] = []
        for sentence in sentences(of: text) {
            let words = words(of: sentence)
            if words.count > mostWords { findings.append(.longSentence(words: words.count)) }
            let passives = words.filter(isPassive)
            if passives.count >= tooManyPassives { findings.append(.passives(passives)) }
            if words.count(where: { $0.lowercased() == "untuk" }) > 1 {
                findings.append(.doubled("untuk"))
            }
        }
        let all = words(of: text)
        let padded = " " + all.joined(separator: " ").lowercased() + " "
        for (word, instead) in officeWords where padded.contains(" \(word) ") {
            findings.append(.officeWord(word, instead: instead))
        }
        let known = explained.union(abbreviationsExplained(in: text))
        for word in all.flatMap({ $0.split(separator: "/") }).map(String.init)
        where isAbbreviation(word) && !known.contains(word) {
            findings.append(.abbreviation(word))
        }
        if text.replacing("SP4N-LAPOR!", with: "").contains("!") { findings.append(.shouting) }
        return findings
    }

    /// The abbreviations that a text spells out: `Nomor Induk Berusaha (NIB)`.
    package static func abbreviationsExplained(in text: String) -> Set<String> {
        // Most texts have no bracket, and a pattern costs much more than a look.
        guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
        return Set(text.matches(of: /\(([A-Z][A-Z0-9]+)\)/).map { String($0.1) })
    }

    private static func isAbbreviation(_ word: String) -> Bool {
        guard word.count(where: { $0.isUppercase }) > 1, !everydayAbbreviations.contains(word)
        else { return false }
        let isRoman = word.allSatisfy { "IVX".contains($0) }
        return !isRoman && word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
    }

    private static func isPassive(_ word: String) -> Bool {
        let word = word.lowercased()
        return word.count >= 6 && word.hasPrefix("di") && !word.contains("-")
            && !noPassives.contains(word)
    }

    private static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        var depth = 0
        var wasEnd = false
        for character in text {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if wasEnd, character.isWhitespace {
                sentences.append(current)
                current = ""
            }
            wasEnd = depth == 0 && ".?!:".contains(character)
            current.append(character)
        }
        return sentences + [current]
    }

    /// Words without the marks around them; an expression in braces counts as one.
    private static func words(of text: String) -> [String] {
        var plain = ""
        var depth = 0
        for character in text {
            if character == "{" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == "}" {
                depth -= 1
                plain += "…"
            }
        }
        return plain.split { $0.isWhitespace || ",.;:?!()\"".contains($0) }.map(String.init)
    }
}
