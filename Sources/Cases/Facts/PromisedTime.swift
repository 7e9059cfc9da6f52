package import Blueprints
package import Stories

/// A length of time as a fact holds it, so that no later version of a service changes it.
package struct PromisedTime: Hashable, Sendable {
    package let amount: Int
    package let unit: Promise.Unit

    package init(_ amount: Int, _ unit: Promise.Unit) {
        self.amount = amount
        self.unit = unit
    }

    package init(_ span: TimeSpan) {
        switch span.unit {
        case .workingDays: self.init(span.amount, .workingDays)
        case .workingHours: self.init(span.amount * 60, .officeMinutes)
        case .days: self.init(span.amount, .days)
        }
    }

    package func promise(from start: Instant, floor: Instant? = nil) -> Promise {
        Promise(amount, unit, from: start, floor: floor)
    }
}

extension PromisedTime: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("amount", amount)
        fields.put("unit", unit)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(try fields.get("amount"), try fields.get("unit"))
    }
}

extension Promise: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("amount", amount)
        fields.put("unit", unit)
        fields.put("from", from)
        fields.put("floor", floor)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("amount"),
            try fields.get("unit"),
            from: try fields.get("from"),
            floor: try fields.find("floor")
        )
    }
}

extension PublicStage: FactWord {}
extension CaseEnding.EndState: FactWord {}
