package import Stories

/// One row of an answer, read by the names of its columns.
///
///     let due: Instant = try row.get("due")
///     let phone: [UInt8]? = try row.find("phone")
package struct RecordRow: Sendable {
    /// The columns of one answer, shared by its rows.
    package let columns: [String]
    package let values: [SQLValue]

    package init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// A column that is never NULL.
    package func get<V: SQLBindable>(_ column: String) throws(StoreError) -> V {
        guard let value: V = try find(column) else {
            throw StoreError(.damaged, "the column \(column) is NULL")
        }
        return value
    }

    /// A column that may be NULL.
    package func find<V: SQLBindable>(_ column: String) throws(StoreError) -> V? {
        guard let index = columns.firstIndex(of: column) else {
            throw StoreError(.damaged, "there is no column \(column) among \(columns)")
        }
        if values[index] == .null { return nil }
        guard let value = V(sqlValue: values[index]) else {
            throw StoreError(.damaged, "the column \(column) holds no \(V.self)")
        }
        return value
    }

    package func int(_ column: String) throws(StoreError) -> Int64 { try get(column) }
    package func text(_ column: String) throws(StoreError) -> String { try get(column) }
    package func blob(_ column: String) throws(StoreError) -> [UInt8] { try get(column) }
    package func id(_ column: String) throws(StoreError) -> OpaqueID { try get(column) }
}
