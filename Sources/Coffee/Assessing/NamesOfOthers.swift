import Stories

/// The names and numbers that a reason which a grower reads must not hold: of other growers, and of
/// other plots.
///
/// Who works beside an owner stands in no list, so the form says it to whoever writes, too.
package struct NamesOfOthers {
    /// Each as its words in lower case.
    private var several: Set<[Substring]> = []

    /// Names of one word are often words of the language as well: these count as they are written.
    private var single: Set<Substring> = []

    package init(besides plot: RegisteredPlot, _ all: [RegisteredPlot]) {
        for other in all where other.id != plot.id {
            if other.code.contains(where: \.isNumber) {
                several.insert(Self.words(other.code.lowercased()))
            }
            guard let name = other.grower?.name, other.grower?.id != plot.grower?.id,
                name.lowercased() != plot.grower?.name.lowercased()
            else { continue }
            let words = Self.words(name)
            if words.count == 1 {
                single.formUnion(words)
            } else {
                several.insert(Self.words(name.lowercased()))
            }
        }
        several.remove([])
    }

    /// Whether words name somebody or something else.
    package func are(in reason: String) -> Bool {
        if !single.isDisjoint(with: Self.words(reason)) { return true }
        let words = Self.words(reason.lowercased())
        let lengths = Set(several.map(\.count))
        return words.indices.contains { start in
            lengths.contains { length in
                start + length <= words.count
                    && several.contains(Array(words[start..<start + length]))
            }
        }
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber }
    }
}
