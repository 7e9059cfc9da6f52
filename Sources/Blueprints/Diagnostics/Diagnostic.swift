/// Something that an author has to know about a file: what, where, and what to do.
///
/// Diagnostics are values, collected and shown all at once; nothing is thrown at the first mistake.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    /// Stable for ever: a search for it leads to the reference page.
    package let code: String
    package let severity: Severity
    package let place: Place

    /// One plain Indonesian sentence: what is wrong, in the author's own words where possible.
    package let sentence: String

    /// What to write instead, where that is likely.
    package let fix: String?

    /// Other places that explain this one: "yang pertama ada di sini".
    package let notes: [Note]

    package init(
        code: String,
        severity: Severity = .error,
        place: Place,
        sentence: String,
        fix: String? = nil,
        notes: [Note] = []
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.sentence = sentence
        self.fix = fix
        self.notes = notes
    }

    package struct Note: Hashable, Sendable {
        package let place: Place
        package let sentence: String

        package init(place: Place, sentence: String) {
            self.place = place
            self.sentence = sentence
        }
    }
}

/// A place in a file of a regency's folder.
///
/// Lines and columns count from 1; columns count characters as an editor does.
package struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Relative to the folder that was checked.
    package let file: String
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String { "\(file):\(line):\(column)" }

    package static func < (a: Place, b: Place) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}
