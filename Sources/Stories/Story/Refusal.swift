/// What the rules forbid: an answer to a person, not a fault of the system.
///
/// Each target has one closed enum of refusals; every case has exactly one sentence in each
/// language and one HTTP status.
package protocol Refusal: Error, Sendable {
    /// What happened and what to do, in plain Indonesian.
    var sentence: String { get }

    /// The same in English.
    var sentenceInEnglish: String { get }

    /// The HTTP status under which it is told.
    var status: Int { get }
}
