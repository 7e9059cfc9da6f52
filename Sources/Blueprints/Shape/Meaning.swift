/// What a slot means, in one sentence of each language.
///
/// The reference page prints both; an editor shows the Indonesian one.
package struct Meaning: Hashable, Sendable {
    package let indonesian: String
    package let english: String

    package init(_ indonesian: String, _ english: String) {
        self.indonesian = indonesian
        self.english = english
    }
}
