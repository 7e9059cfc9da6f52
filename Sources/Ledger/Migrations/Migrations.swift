/// The tables of the record, in the part of SQL that both engines share.
///
/// A migration is never changed once it has shipped: a later one adds. What only one engine can
/// say (triggers) stands in its own target under the same numbers.
package enum Migrations {
    /// A numbered step; numbers are dense, from 1.
    package struct Step: Sendable {
        package let number: Int
        package let statements: [SQL]

        package init(number: Int, statements: [SQL]) {
            self.number = number
            self.statements = statements
        }
    }

    package static let all: [Step] = [
        Step(number: 1, statements: theRecord), Step(number: 2, statements: proofs),
        Step(number: 3, statements: marksOfEvents), Step(number: 4, statements: severalNodes),
    ]
}
