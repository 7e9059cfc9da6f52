import Stories

/// A laboratory's file of samples, read: what can be graded, and what cannot be read.
///
/// The text comes from a spreadsheet: a comma, semicolon or tab separates, the first row has the
/// headings of `LabColumn`. What is said of a sample as a whole (its weight, its moisture) stands
/// in one of its rows or in all; an empty `sampel` is the sample of the row above. A sample of
/// which something cannot be read is not graded: without that row it would look better than it is.
package struct LabSheet: Sendable {
    /// A sample with the name that the laboratory gave it.
    package struct Named: Hashable, Sendable {
        package let name: String
        package let line: Int
        package let sample: GradingSample
    }

    package private(set) var samples: [Named] = []
    package private(set) var problems: [LabProblem] = []

    /// The most rows that are read.
    package static let mostRows = 10_000

    package init(_ bytes: [UInt8]) {
        var rows = SeparatedRows(TextOfFile(bytes).text)
        guard let head = rows.next() else {
            problems = [LabFault.empty.at(1)]
            return
        }
        var reading = LabReading(head)
        var count = 0
        while let row = rows.next() {
            count += 1
            guard count <= Self.mostRows else {
                reading.lose(.tooLong(Self.mostRows), row.line)
                break
            }
            reading.take(row)
        }
        reading.finish()
        (samples, problems) = (reading.samples, reading.problems)
    }
}
