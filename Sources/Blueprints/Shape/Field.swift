/// One key of a file: what may stand there, where it goes in the tree, and who may change it.
package struct Field: Hashable, Sendable {
    package let key: ID
    package let content: Content
    package let isRequired: Bool
    package let freedom: Freedom
    package let place: Settling
    package let meaning: Meaning

    /// A value as it would stand in a file.
    package let example: String

    /// What a receiver may do with the slot.
    package enum Freedom: String, Hashable, Sendable, CaseIterable {
        /// Law or the meaning of the file sets it: it must stay as it is.
        case fixed
        /// A knob: it may be changed.
        case free
        /// It may be changed, and the publisher may leave it as a hole for the receiver.
        case hole
    }

    /// Where in the tree the value goes.
    package enum Settling: Hashable, Sendable {
        /// A slot of its own, named like the key.
        case slot
        /// Part of the one atomic slot `type` of a question.
        case partOfType
        /// It says the id of the thing and has no slot.
        case id
        /// Under which parent the thing stands; only entries of an overlay write it.
        case parent
    }

    package init(
        _ key: ID,
        _ content: Content,
        _ marks: Set<Mark> = [],
        _ meaning: Meaning,
        _ example: String
    ) {
        self.key = key
        self.content = content
        self.meaning = meaning
        self.example = example
        isRequired = marks.contains(.required)
        freedom = marks.contains(.fixed) ? .fixed : marks.contains(.hole) ? .hole : .free
        place =
            if marks.contains(.id) {
                .id
            } else if marks.contains(.inType) {
                .partOfType
            } else {
                .slot
            }
    }

    /// What the table says about a key in one word.
    package enum Mark: Hashable, Sendable {
        case required, fixed, hole, id, inType
    }

    /// Whether people read what stands here, or the service acts on it.
    package var isWords: Bool {
        switch content {
        case .scalar(let scalar), .oneOrMore(let scalar): scalar.isWords
        case .list(.scalar(let scalar)): scalar.isWords
        case .options, .translations: true
        case .list, .record, .things, .named, .values, .assigned, .labelled, .answers, .anything:
            false
        }
    }
}
