package import Cases
package import Ledger
package import Stories

/// All numbers that were printed before they were used, in one table; nothing in it is personal.
enum PaperFormsView {
    static let view = ViewOfRecord(
        "paper_forms",
        .now,
        of: [PaperFormStory.kind],
        tables: ["paper_forms"],
        schema: [
            """
            CREATE TABLE paper_forms (number TEXT PRIMARY KEY, block BLOB NOT NULL, \
            service TEXT NOT NULL, digest TEXT NOT NULL, unit TEXT NOT NULL, \
            printed_by BLOB NOT NULL, reserved BIGINT NOT NULL, given_back BIGINT)
            """,
            "CREATE INDEX paper_forms_of_unit ON paper_forms (unit, reserved)",
            "CREATE INDEX paper_forms_of_block ON paper_forms (block)",
        ],
        project: { projection in
            let event = projection.event
            switch try event.fact(PaperFormFact.self) {
            case .reserved(let block):
                return block.numbers.map { number in
                    """
                    INSERT INTO paper_forms (number, block, service, digest, unit, printed_by, \
                    reserved) VALUES (\(number.digits), \(event.stream.id), \(block.service), \
                    \(block.digest), \(block.unit), \(event.by.id), \(event.at))
                    """
                }
            case .givenBack(let numbers):
                return numbers.map { number in
                    """
                    UPDATE paper_forms SET given_back = \(event.at) \
                    WHERE number = \(number.digits)
                    """
                }
            }
        },
        forget: { _ in [] }
    )
}

/// A printed number and what became of it.
package struct PaperForm: Hashable, Sendable {
    package let number: TrackingNumber
    package let block: OpaqueID
    package let service: String
    package let unit: Code
    package let reserved: Instant
    package let isGivenBack: Bool
    package let isRecorded: Bool

    package var isOpen: Bool { !isGivenBack && !isRecorded }
}

extension Reader {
    private static var columns: SQL {
        """
        SELECT p.number AS number, p.block AS block, p.service AS service, p.unit AS unit, \
        p.reserved AS reserved, p.given_back AS given_back, c.id AS used FROM paper_forms p \
        LEFT JOIN cases c ON c.number = p.number
        """
    }

    /// The form with a number; nil where none was printed.
    package func paperForm(_ number: TrackingNumber) throws -> PaperForm? {
        try row("\(Self.columns) WHERE p.number = \(number.digits)").map(form)
    }

    /// The forms of one print.
    package func paperForms(of block: OpaqueID) throws -> [PaperForm] {
        try rows("\(Self.columns) WHERE p.block = \(block) ORDER BY p.number").map(form)
    }

    /// The newest forms of some units.
    package func paperForms(of units: [Code], limit: Int) throws -> [PaperForm] {
        try rows(
            """
            \(Self.columns) WHERE p.unit IN (\(each: units)) \
            ORDER BY p.reserved DESC, p.block, p.number LIMIT \(limit)
            """
        )
        .map(form)
    }

    private func form(_ row: RecordRow) throws -> PaperForm {
        let givenBack: Instant? = try row.find("given_back")
        let used: OpaqueID? = try row.find("used")
        return PaperForm(
            number: try TrackingNumber(reading: try row.text("number")),
            block: try row.id("block"),
            service: try row.text("service"),
            unit: try row.get("unit"),
            reserved: try row.get("reserved"),
            isGivenBack: givenBack != nil,
            isRecorded: used != nil
        )
    }
}
