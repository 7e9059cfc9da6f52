/// A sentence of this arithmetic, in plain Indonesian and in English.
///
/// It stands here because a pure target knows no site: pages, commands and papers show it as it is.
package struct Saying: Hashable, Sendable {
    package let indonesian: String
    package let english: String

    package init(_ indonesian: String, _ english: String) {
        (self.indonesian, self.english) = (indonesian, english)
    }
}
