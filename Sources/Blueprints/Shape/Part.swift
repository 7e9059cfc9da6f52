/// A kind of node with fixed keys: a service, a question, a step.
package enum Part: String, Hashable, Sendable, CaseIterable {
    case blueprint, mark
    case service, standard, privacy, page, question, member, check
    case step, legal, action, record, outcome, notice, reply
    case register, rule
    case bringing = "import"
    case source
    case letter, block
    case translations
    case example, act, expectation
    case renames, rename, mapping
    case overlay, entry
    case lock, lockedPackage
    case credit
    case regency, theme, target, protection, unit, post, calendar, holiday, officeHours,
        specialHours
}

/// The keys of one kind of node.
package struct PartShape: Sendable {
    package let part: Part
    package let title: Meaning
    package let fields: [Field]

    /// The collection of the enclosing service or letter in which things of this kind live.
    ///
    /// Nil: they stay where the file has them.
    package let home: ID?

    /// The key that a bare text stands for: `selesai: Sudah jadi` means `selesai: {text: …}`.
    package let shorthand: ID?

    /// What any other key may hold: fields of a register in `record`.
    package let rest: Content?

    package init(
        _ part: Part,
        _ title: Meaning,
        home: ID? = nil,
        shorthand: ID? = nil,
        rest: Content? = nil,
        _ fields: [Field]
    ) {
        self.part = part
        self.title = title
        self.home = home
        self.shorthand = shorthand
        self.rest = rest
        self.fields = fields
    }

    package func field(_ key: ID) -> Field? { fields.first { $0.key == key } }

    /// The key under which a thing says its own id.
    package var idField: Field? { fields.first { $0.place == .id } }
}
