/// What a single value of a file may be.
///
/// Every value stays text in the tree; the scalar says which texts are allowed and what they mean.
package enum Scalar: Hashable, Sendable {
    /// Words that a person reads.
    case text
    /// Words with {expressions} in them.
    case sentence
    /// A new id: small letters, digits, `_` and `-`.
    case word
    /// An id that is declared elsewhere; the word says what kind of thing.
    case reference(Thing)
    /// `until STEP`.
    case until
    case span
    /// Days of the calendar, none of them among others: `7 hari`, `0 hari`.
    case days
    /// Years or months: `5 tahun`, `18 bulan`.
    case keeping
    case whole
    case decimal
    /// Whole rupiah.
    case money
    /// Whole rupiah or an expression that gives a number.
    case fee
    case feel(Expected)
    case choice([Choice])
    /// One word or nothing, such as `allowed`.
    case flag(String)
    case yesNo
    /// `2026-11-23`.
    case date
    /// `2026-11-23 09.14`.
    case moment
    /// SHA-256 in hexadecimal digits.
    case digest
    /// A Kemendagri code: `16.03`, `16.03.07.2001`.
    case regionCode
    /// `1.4.0`.
    case version
    /// `16.03/kopi >=1.2`.
    case requirement
    case language
    case address
    case phone
    case colour
    case path
    case numberTemplate
    /// The address of a slot: `service/usaha/title`.
    case slot
    /// `07.30-12.00, 13.00-16.00`.
    case hours

    /// What a reference may name.
    package enum Thing: String, Hashable, Sendable, CaseIterable {
        case question, step, stepOrOutcome, outcome, letter, register, field, service
        case noticeOrNone, notice, duty, unit, topic, act
    }

    /// What an expression must give.
    package enum Expected: String, Hashable, Sendable, CaseIterable {
        case truth, number, list, anything
        /// A number or a date, as the question's type says.
        case bound
    }

    /// One word of a closed list, with what it means.
    package struct Choice: Hashable, Sendable {
        package let word: String
        package let meaning: Meaning

        package init(_ word: String, _ indonesian: String, _ english: String) {
            self.word = word
            meaning = Meaning(indonesian, english)
        }
    }

    /// Whether people read it, so that it may be translated and be a hole.
    package var isWords: Bool { self == .text || self == .sentence }
}
