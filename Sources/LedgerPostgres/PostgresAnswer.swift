import CLibPQ
import Ledger

/// What the server answered to one statement.
final class PostgresAnswer {
    private let result: OpaquePointer

    /// Takes over a result of libpq and clears it at the end.
    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    var isFine: Bool {
        let status = PQresultStatus(result)
        return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK
    }

    /// Whether it was refused because a table that it was made ready for was made again since:
    /// "cached plan must not change result type".
    var isOutdated: Bool { !isFine && field("C") == "0A000" }

    /// What was done, as `COMMIT` or `UPDATE 3`.
    var tag: String { String(cString: PQcmdStatus(result)) }

    /// How many rows were changed.
    var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    func rows() throws(StoreError) -> [RecordRow] {
        let fields = 0..<PQnfields(result)
        let columns = fields.map { String(cString: PQfname(result, $0)) }
        let types = fields.map { PQftype(result, $0) }
        var rows: [RecordRow] = []
        rows.reserveCapacity(Int(PQntuples(result)))
        for row in 0..<PQntuples(result) {
            var values: [SQLValue] = []
            values.reserveCapacity(columns.count)
            for field in fields { values.append(try cell(row, field, types[Int(field)])) }
            rows.append(RecordRow(columns: columns, values: values))
        }
        return rows
    }

    private func cell(_ row: Int32, _ field: Int32, _ type: Oid) throws(StoreError) -> SQLValue {
        if PQgetisnull(result, row, field) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, field),
            count: Int(PQgetlength(result, row, field))
        )
        return try SQLValue(bytes, as: type)
    }

    /// Why it was refused, with the kind that decides what follows: by its SQLSTATE; nil where it
    /// was done.
    func refusal(doing text: String) -> StoreError? {
        if isFine { return nil }
        let state = field("C")
        let kind: StoreError.Kind =
            switch state {
            case "53100": .diskFull
            case "XX001", "XX002": .damaged
            // Overtaken, in a circle of locks, a lock that was not to be had, cancelled.
            case "40001", "40P01", "55P03", "57014": .crowded
            case _: .engine
            }
        // Never the detail: it names the values of the row.
        return StoreError(kind, "PostgreSQL \(state): \(field("M")); \(text)")
    }

    private func field(_ letter: Unicode.Scalar) -> String {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) } ?? ""
    }
}
