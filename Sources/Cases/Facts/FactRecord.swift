package import Stories

/// Several fields that always stand together in a fact.
///
/// Commitments to sealed content never stand in one: the record finds them only at the top.
package protocol FactRecord: FactField {
    func write(to fields: inout FactWriter)
    init(from fields: FactReader) throws(FactUnreadable)
}

extension FactRecord {
    package var json: FactValue {
        var writer = FactWriter()
        write(to: &writer)
        return .object(writer.fields)
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json else { return nil }
        // Whoever asked names the field in an error of its own.
        do throws(FactUnreadable) { try self.init(from: FactReader(fields)) } catch { return nil }
    }
}
