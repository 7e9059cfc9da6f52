package import Stories

/// What happened to an official.
package enum OfficialFact: Hashable, Sendable {
    case added(Added)
    case placed(Holding)
    case relieved(Code, last: Day)
    case left

    /// Took a list with personal data out of the workbench, and said why.
    case downloaded(rows: Int64, reason: Sealed)

    package struct Added: Hashable, Sendable {
        package let dossier: DossierID
        package let name: Sealed
        package let logIn: Sealed

        /// Only civil servants have one.
        package let nip: Sealed?

        package init(dossier: DossierID, name: Sealed, logIn: Sealed, nip: Sealed? = nil) {
            self.dossier = dossier
            self.name = name
            self.logIn = logIn
            self.nip = nip
        }
    }
}

extension OfficialFact: FactShape {
    package var kind: Code {
        switch self {
        case .added: "added"
        case .placed: "placed"
        case .relieved: "relieved"
        case .left: "left"
        case .downloaded: "downloaded"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .added(let added):
            fields.put("dossier", added.dossier)
            fields.put("name", added.name)
            fields.put("login", added.logIn)
            fields.put("nip", added.nip)
        case .placed(let holding):
            fields.put("holding", holding)
        case .relieved(let post, let last):
            fields.put("post", post)
            fields.put("last", last)
        case .left:
            break
        case .downloaded(let rows, let reason):
            fields.put("rows", rows)
            fields.put("reason", reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "added":
            self = .added(
                Added(
                    dossier: try fields.get("dossier"),
                    name: try fields.get("name"),
                    logIn: try fields.get("login"),
                    nip: try fields.find("nip")
                )
            )
        case "placed": self = .placed(try fields.get("holding"))
        case "relieved": self = .relieved(try fields.get("post"), last: try fields.get("last"))
        case "left": self = .left
        case "downloaded":
            self = .downloaded(rows: try fields.get("rows"), reason: try fields.get("reason"))
        default: throw FactUnreadable("no fact of an official: \(kind)")
        }
    }
}
