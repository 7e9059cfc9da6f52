package import Stories

/// What happened to an official.
package enum OfficialFact: Hashable, Sendable {
    case added(Added)
    case placed(Holding)
    case relieved(Code, last: Day)
    case left

    /// What lay with an official at the moment of leaving; it went back to the queues.
    case handedOver([HandedOver])

    /// Took a list with personal data out of the workbench, and said why.
    case downloaded(rows: Int64, reason: Sealed)
    /// Serves again after having left; the posts of before stay as they ended.
    case returned

    /// The name or the number was written down wrongly before.
    case corrected(Corrected)

    /// A post was given by mistake, as if it had never been.
    case unplaced(Code, Capacity)

    /// An activation slip was printed: earlier ones and the password are void.
    case invited(until: Instant)

    /// Chose a password with the code of the slip.
    case activated

    /// A code from the phone is asked for at log-in from now on.
    case secondFactorSet
    case secondFactorCleared

    /// What is now written down instead; what is nil stays as it was.
    package struct Corrected: Hashable, Sendable {
        package let dossier: DossierID
        package let name: Sealed?
        package let nip: Sealed?

        package init(dossier: DossierID, name: Sealed?, nip: Sealed?) {
            self.dossier = dossier
            self.name = name
            self.nip = nip
        }
    }

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
        case .handedOver: "handed-over"
        case .downloaded: "downloaded"
        case .returned: "returned"
        case .corrected: "corrected"
        case .unplaced: "unplaced"
        case .invited: "invited"
        case .activated: "activated"
        case .secondFactorSet: "second-factor-set"
        case .secondFactorCleared: "second-factor-cleared"
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
        case .corrected(let corrected):
            fields.put("dossier", corrected.dossier)
            fields.put("name", corrected.name)
            fields.put("nip", corrected.nip)
        case .unplaced(let post, let capacity):
            fields.put("post", post)
            fields.put("capacity", capacity)
        case .invited(let until):
            fields.put("until", until)
        case .left, .returned, .activated, .secondFactorSet, .secondFactorCleared:
            break
        case .handedOver(let cases): fields.put("cases", each: cases)
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
        case "handed-over": self = .handedOver(try fields.list("cases"))
        case "downloaded":
            self = .downloaded(rows: try fields.get("rows"), reason: try fields.get("reason"))
        case "returned": self = .returned
        case "corrected":
            self = .corrected(
                Corrected(
                    dossier: try fields.get("dossier"),
                    name: try fields.find("name"),
                    nip: try fields.find("nip")
                )
            )
        case "unplaced":
            self = .unplaced(try fields.get("post"), try fields.get("capacity"))
        case "invited": self = .invited(until: try fields.get("until"))
        case "activated": self = .activated
        case "second-factor-set": self = .secondFactorSet
        case "second-factor-cleared": self = .secondFactorCleared
        default: throw FactUnreadable("no fact of an official: \(kind)")
        }
    }
}
