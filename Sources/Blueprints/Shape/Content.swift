/// What may stand behind a key: one value, a list, or keyed things.
package indirect enum Content: Hashable, Sendable {
    case scalar(Scalar)

    /// A list without keys; in the tree one atom.
    case list(Content)

    /// One value or a list of them; in the tree always an atom.
    case oneOrMore(Scalar)

    /// Fixed keys.
    case record(Part)

    /// The author's own ids, in an order that means something, each with fixed keys.
    case things(Part)

    /// A list of things that name themselves under one of their keys: pages, checks.
    ///
    /// Where a thing has no name, its id is made from the text under `from`.
    case named(Part, by: ID, from: ID? = nil)

    /// The author's own ids, each with one value, in an order that means something.
    case values(Content)

    /// Ids that are declared elsewhere, each with one value; their order means nothing.
    case assigned(to: Scalar.Thing, Content)

    /// Labels that people read, each with one value; the ids are made from the labels.
    case labelled(Scalar)

    /// The words to choose from: ids in the type of the question, labels in slots of their own.
    case options

    /// Translations by slot.
    case translations

    /// Answers as a person would type them, by question.
    case answers

    /// Whatever the slot takes that an entry of an overlay speaks about.
    case anything
}

extension Content {
    package static let text = Content.scalar(.text)
    package static let sentence = Content.scalar(.sentence)
    package static let word = Content.scalar(.word)
    package static let span = Content.scalar(.span)
    package static let whole = Content.scalar(.whole)

    package static func feel(_ expected: Scalar.Expected) -> Content { .scalar(.feel(expected)) }

    package static func reference(_ thing: Scalar.Thing) -> Content { .scalar(.reference(thing)) }

    package static func choice(_ choices: [Scalar.Choice]) -> Content { .scalar(.choice(choices)) }
}
