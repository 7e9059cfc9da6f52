package import Stories

/// Where a number that nobody may hide in code comes from, and when it holds.
///
/// What could not be read in an original stays configuration: a row that is handed in says whom it
/// rests on, and every finding repeats it.
package struct Sourced: Hashable, Sendable {
    package let source: String

    /// The first and the last day on which it holds; nil where there is no such day.
    package let from: Day?
    package let to: Day?

    package init(_ source: String, from: Day? = nil, to: Day? = nil) {
        (self.source, self.from, self.to) = (source, from, to)
    }

    package func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}
