/// A text cut at its braces: words, and the expressions between `{` and `}`.
///
/// Braces inside a string or inside other braces belong to the expression.
struct SentencePieces {
    enum Piece {
        case text(String)
        /// The expression and how many characters stand before it.
        case expression(String, offset: Int)
    }

    private(set) var pieces: [Piece] = []

    /// How many characters stand before a brace without its partner.
    private(set) var loneBrace: Int?

    init(_ text: String) {
        var words = ""
        var source = ""
        var start = 0
        var depth = 0
        var isQuoted = false
        for (offset, character) in text.enumerated() {
            guard depth > 0 else {
                switch character {
                case "{":
                    if !words.isEmpty { pieces.append(.text(words)) }
                    (words, source, depth, start, isQuoted) = ("", "", 1, offset + 1, false)
                case "}":
                    if loneBrace == nil { loneBrace = offset }
                    words.append(character)
                default: words.append(character)
                }
                continue
            }
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, character == "{" { depth += 1 }
            if !isQuoted, character == "}" { depth -= 1 }
            if depth == 0 {
                pieces.append(.expression(source, offset: start))
            } else {
                source.append(character)
            }
        }
        if depth > 0 { loneBrace = loneBrace ?? start - 1 }
        if !words.isEmpty { pieces.append(.text(words)) }
    }
}
