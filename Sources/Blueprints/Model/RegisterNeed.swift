/// What a feature of the program reads from a register, so that no edit takes it away unseen.
///
/// The feature hands it to the composition root; checking, publishing and upgrades ask it of the
/// blueprint that the register belongs to.
package struct RegisterNeed: Hashable, Sendable {
    /// Who reads it, in the words of officials: `perjalanan kopi`.
    package let reader: String

    /// Publisher and name of the blueprint: `16.03/kopi`.
    package let blueprint: String
    package let register: ID
    package let fields: [Field]

    package init(_ reader: String, reads register: ID, of blueprint: String, _ fields: [Field]) {
        self.reader = reader
        self.blueprint = blueprint
        self.register = register
        self.fields = fields
    }

    /// One field that is read.
    package struct Field: Hashable, Sendable {
        package let id: ID

        /// The word of its type as service files have it: `decimal`, `area`, `nik`.
        package let type: String

        /// Only for decimals: a number in another unit is another number.
        package let unit: String?

        /// Whether its records may lack it.
        package let mayBeAbsent: Bool

        package init(
            _ id: ID,
            _ type: String,
            unit: String? = nil,
            mayBeAbsent: Bool = false
        ) {
            self.id = id
            self.type = type
            self.unit = unit
            self.mayBeAbsent = mayBeAbsent
        }

        /// As a file has it: `decimal ha`.
        package var words: String { unit.map { "\(type) \($0)" } ?? type }
    }
}
