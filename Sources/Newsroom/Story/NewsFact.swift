package import Stories

/// What happened to a piece of news.
package enum NewsFact: Hashable, Sendable {
    case drafted(NewsDraft)
    case discarded
    case approved(NewsApproval)
    case withdrawn(Public)
}

/// What a text brings with it: its section, and the picture that stands in it.
package struct NewsPiece: Hashable, Sendable {
    package let text: Public
    package let section: NewsSection
    package let picture: Public?

    package init(_ text: Public, in section: NewsSection, picture: Public? = nil) {
        self.text = text
        self.section = section
        self.picture = picture
    }

    func write(to fields: inout FactWriter) {
        fields.put("text", text)
        fields.put("section", section)
        fields.put("picture", picture)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        text = try fields.get("text")
        section = try fields.get("section")
        picture = try fields.find("picture")
    }
}

/// A text that somebody has written, and what it corrects.
package struct NewsDraft: Hashable, Sendable {
    package let piece: NewsPiece
    package let by: Actor

    /// What is told to readers about the change; nil for what was never published.
    package let correction: Public?

    package init(_ piece: NewsPiece, by: Actor, _ correction: Public? = nil) {
        self.piece = piece
        self.by = by
        self.correction = correction
    }
}

/// A text as it was approved: under which address, and what it corrects.
package struct NewsApproval: Hashable, Sendable {
    package let piece: NewsPiece
    package let address: Code
    package let correction: Public?

    package init(_ piece: NewsPiece, address: Code, correction: Public? = nil) {
        self.piece = piece
        self.address = address
        self.correction = correction
    }
}

extension NewsFact: FactShape {
    package var kind: Code {
        switch self {
        case .drafted: "drafted"
        case .discarded: "discarded"
        case .approved: "approved"
        case .withdrawn: "withdrawn"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .drafted(let draft):
            draft.piece.write(to: &fields)
            fields.put("by", draft.by)
            fields.put("correction", draft.correction)
        case .discarded: break
        case .approved(let approval):
            approval.piece.write(to: &fields)
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
                    try NewsPiece(from: fields),
                    by: try fields.get("by"),
                    try fields.find("correction")
                )
            )
        case "discarded": self = .discarded
        case "approved":
            self = .approved(
                NewsApproval(
                    try NewsPiece(from: fields),
                    address: try fields.get("address"),
                    correction: try fields.find("correction")
                )
            )
        case "withdrawn": self = .withdrawn(try fields.get("reason"))
        case _: throw FactUnreadable("no fact of news: \(kind)")
        }
    }
}
