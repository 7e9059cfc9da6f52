package import Stories

// Words of events are short, lower case and for ever. What may be absent is read with `find`.

extension LotFact: FactShape {
    package var kind: Code {
        switch self {
        case .begun: "begun"
        case .delivered: "delivered"
        case .filled: "filled"
        case .drawn: "drawn"
        case .sold: "sold"
        case .lost: "lost"
        case .emptied: "emptied"
        case .corrected: "corrected"
        case .graded: "graded"
        case .cupped: "cupped"
        case .certified: "certified"
        case .uncertified: "uncertified"
        case .overruled: "overruled"
        case .recalled: "recalled"
        case .recallLifted: "recall_lifted"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .begun(let beginning): beginning.write(to: &fields)
        case .delivered(let delivery): delivery.write(to: &fields)
        case .filled(let filling): filling.write(to: &fields)
        case .drawn(let draught): draught.write(to: &fields)
        case .sold(let sale): sale.write(to: &fields)
        case .lost(let loss):
            fields.put("id", loss.id)
            fields.put("grams", loss.grams)
            fields.put("reason", loss.reason)
        case .emptied(let emptying):
            fields.put("id", emptying.id)
            fields.put("grams", emptying.grams)
        case .corrected(let correction): correction.write(to: &fields)
        case .graded(let graded): graded.write(to: &fields)
        case .cupped(let cupped): cupped.write(to: &fields)
        case .certified(let certification):
            fields.put("id", certification.id)
            fields.put("scheme", certification.scheme)
            fields.put("grams", certification.grams)
        case .uncertified(let id): fields.put("id", id)
        case .overruled(let overruling):
            fields.put("finding", overruling.finding)
            fields.put("reason", overruling.reason)
        case .recalled(let reason), .recallLifted(let reason): fields.put("reason", reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "begun": self = .begun(try LotBeginning(from: fields))
        case "delivered": self = .delivered(try Delivery(from: fields))
        case "filled": self = .filled(try Filling(from: fields))
        case "drawn": self = .drawn(try Draught(from: fields))
        case "sold": self = .sold(try Sale(from: fields))
        case "lost":
            self = .lost(
                Loss(
                    try fields.get("id"),
                    grams: try fields.get("grams"),
                    try fields.get("reason")
                )
            )
        case "emptied":
            self = .emptied(Emptying(try fields.get("id"), grams: try fields.get("grams")))
        case "corrected": self = .corrected(try LotCorrection(from: fields))
        case "graded": self = .graded(try Graded(from: fields))
        case "cupped": self = .cupped(try Cupped(from: fields))
        case "certified":
            self = .certified(
                Certification(
                    try fields.get("id"),
                    try fields.get("scheme"),
                    grams: try fields.get("grams")
                )
            )
        case "uncertified": self = .uncertified(try fields.get("id"))
        case "overruled":
            self = .overruled(
                Overruling(try fields.get("finding"), reason: try fields.get("reason"))
            )
        case "recalled": self = .recalled(try fields.get("reason"))
        case "recall_lifted": self = .recallLifted(try fields.get("reason"))
        case _: throw FactUnreadable("no fact of a lot: \(kind)")
        }
    }
}
