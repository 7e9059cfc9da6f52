package import Blueprints
package import Feel
package import Stories

/// What a record says or is to say, with the fields by which it is held once and found.
package struct RecordContent: Hashable, Sendable {
    package let fields: TypedAnswers

    /// The fields that together may stand only once; none where the register has no such rule.
    package let unique: [ID]

    /// Every field by which a record is found, those of `unique` among them.
    package let found: [ID]

    package init(_ fields: TypedAnswers, unique: [ID] = [], found: [ID] = []) {
        self.fields = fields
        self.unique = unique
        self.found = unique + found.filter { !unique.contains($0) }
    }

    package var bytes: [UInt8] { fields.canonicalBytes }
    package var keys: [Code] { found.compactMap { Code($0.text) } }

    /// What the record holds alone; nil where one of its fields is empty: nothing is compared then.
    package func held(in register: Code) -> HeldKey? {
        guard !unique.isEmpty else { return nil }
        var words: [String] = []
        for field in unique {
            guard let word = fields[field].flatMap(RecordKey.word) else { return nil }
            words.append(word)
        }
        return HeldKey(register: register, words: words)
    }
}

/// A key that one record of a register holds, as the record claims it.
package struct HeldKey: Hashable, Sendable {
    package static let space: Code = "register"

    let register: Code
    let words: [String]

    private var key: [UInt8] { Array(([register.text] + words).joined(separator: "\0").utf8) }

    package var taken: Claim { .unique(space: Self.space, key: key) }
    package var given: Claim { .free(space: Self.space, key: key) }
}

/// How the value of a key is compared: letters and digits alone, so that a number is the same
/// however its groups are written.
package enum RecordKey {
    package static func word(_ value: FeelValue) -> String? {
        let word = value.text().lowercased().filter { $0.isLetter || $0.isNumber }
        return word.isEmpty ? nil : word
    }
}
