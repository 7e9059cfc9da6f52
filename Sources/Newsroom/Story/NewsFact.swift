package import Stories

/// What happened to a piece of news.
package enum NewsFact: Hashable, Sendable {
    case drafted(NewsDraft)
    case approved(NewsApproval)
    case withdrawn(Public)
}

extension NewsFact: FactShape {
    package var kind: Code {
        switch self {
        case .drafted: "drafted"
        case .approved: "approved"
        case .withdrawn: "withdrawn"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .drafted(let draft):
            fields.put("text", draft.text)
            fields.put("by", draft.by)
            fields.put("correction", draft.correction)
        case .approved(let approval):
            fields.put("text", approval.text)
            fields.put("address", approval.address)
            fields.put("correction", approval.correction)
        case .withdrawn(let reason): fields.put("reason", reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "drafted":
            self = .drafted(
                NewsDraft(
                    try fields.get("text"),
                    by: try fields.get("by"),
                    try fields.find("correction")
                )
            )
        case "approved":
            self = .approved(
                NewsApproval(
                    text: try fields.get("text"),
                    address: try fields.get("address"),
                    correction: try fields.find("correction")
                )
            )
        case "withdrawn": self = .withdrawn(try fields.get("reason"))
        case _: throw FactUnreadable("no fact of news: \(kind)")
        }
    }
}
