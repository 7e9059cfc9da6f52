package import Stories

// How the words of `Stories` stand in tables: ids as 16 bytes, codes, days and streams as text,
// instants as milliseconds.

extension OpaqueID: SQLBindable {
    package var sqlValue: SQLValue { .blob(bytes) }
    package init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue else { return nil }
        self.init(bytes: bytes)
    }
}

extension PayloadID: SQLBindable {
    package var sqlValue: SQLValue { id.sqlValue }
    package init?(sqlValue: SQLValue) {
        guard let id = OpaqueID(sqlValue: sqlValue) else { return nil }
        self.init(id)
    }
}

extension DossierID: SQLBindable {
    package var sqlValue: SQLValue { id.sqlValue }
    package init?(sqlValue: SQLValue) {
        guard let id = OpaqueID(sqlValue: sqlValue) else { return nil }
        self.init(id)
    }
}

extension Actor: SQLBindable {
    package var sqlValue: SQLValue { id.sqlValue }
    package init?(sqlValue: SQLValue) {
        guard let id = OpaqueID(sqlValue: sqlValue) else { return nil }
        self.init(id)
    }
}

extension Code: SQLBindable {
    package var sqlValue: SQLValue { .text(text) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension Stream: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(json: .text(text))
    }
}

extension Version: SQLBindable {
    package var sqlValue: SQLValue { .int(count) }
    package init?(sqlValue: SQLValue) {
        guard case .int(let count) = sqlValue else { return nil }
        self.init(count)
    }
}

extension Instant: SQLBindable {
    package var sqlValue: SQLValue { .int(milliseconds) }
    package init?(sqlValue: SQLValue) {
        guard case .int(let milliseconds) = sqlValue else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

extension Day: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}
