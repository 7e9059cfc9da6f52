package import Stories

/// What one service in force does with personal data, as its file says it.
package struct UseOfData: Sendable {
    package let service: Code
    package let title: Words

    /// The offices that answer for it.
    package let owners: [String]

    /// What its file says, name by name; empty while it says nothing.
    package var lines: [Line] = []

    /// What it is used for, also among the lines.
    package var purposes: [Words] = []

    /// Which of its data the law calls specific.
    package var specific: [Words] = []
    package var isByConsent = false

    /// Whether it asks where somebody's land lies, beside who they are.
    package var asksForPlace = false

    /// How many cases of it there are.
    package var cases = 0

    package init(_ service: Code, _ title: Words, owners: [String]) {
        (self.service, self.title, self.owners) = (service, title, owners)
    }

    package struct Line: Sendable {
        package let name: Words
        package let texts: [Words]

        package init(_ name: Words, _ texts: [Words]) { (self.name, self.texts) = (name, texts) }
    }
}

/// Who looks after personal data, and whom a breach is reported to.
package struct DataProtection: Hashable, Sendable {
    package let officer: String
    package let contact: [String]
    package let agency: String?

    package init(officer: String, contact: [String], agency: String?) {
        (self.officer, self.contact, self.agency) = (officer, contact, agency)
    }
}
