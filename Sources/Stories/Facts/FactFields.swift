/// The fields of an event or of a record in one, by their names.
///
/// Kept in the order in which canonical JSON writes them. They are a handful, so going through a
/// list is faster than a hash table, and what was read from canonical bytes is in order already.
package struct FactFields: Hashable, Sendable, Sequence, ExpressibleByDictionaryLiteral {
    package struct Field: Hashable, Sendable {
        package let name: String
        package var value: FactValue
    }

    private var fields: [Field] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, FactValue)...) {
        for (name, value) in elements { self[name] = value }
    }

    package var count: Int { fields.count }

    package func makeIterator() -> IndexingIterator<[Field]> { fields.makeIterator() }

    /// A field by its name; setting nil removes it.
    package subscript(name: String) -> FactValue? {
        get { fields.first { $0.name == name }?.value }
        set {
            guard let newValue else { return fields.removeAll { $0.name == name } }
            if !add(name, newValue) {
                for index in fields.indices where fields[index].name == name {
                    fields[index].value = newValue
                }
            }
        }
    }

    /// Puts a field where it belongs; false where there is one of that name.
    mutating func add(_ name: String, _ value: FactValue) -> Bool {
        var index = fields.endIndex
        while index > 0, !CanonicalJSON.inOrder(fields[index - 1].name, name) { index -= 1 }
        if index < fields.endIndex, fields[index].name == name { return false }
        fields.insert(Field(name: name, value: value), at: index)
        return true
    }
}
