package import Stories

/// What happened to a record.
package enum RegisterFact: Hashable, Sendable {
    case entered(Entry)

    /// It says another thing from now on.
    case corrected(Revision)

    /// What it said is destroyed, with the answers of the case that wrote it.
    case contentErased(ErasedAnswers)
    case ended(Ending)

    package struct Entry: Hashable, Sendable {
        package let register: Code
        package let dossier: DossierID

        /// A case, or whatever else brought it here: a batch of an import.
        package let from: Stream
        package let content: Sealed

        /// The fields by which the record is found; the first entries did not say.
        package let keys: [Code]

        package init(
            register: Code,
            dossier: DossierID,
            from: Stream,
            content: Sealed,
            keys: [Code] = []
        ) {
            self.register = register
            self.dossier = dossier
            self.from = from
            self.content = content
            self.keys = keys
        }
    }
}

extension RegisterFact {
    /// What a record says anew, and from where that came.
    package struct Revision: Hashable, Sendable {
        package let content: Sealed
        package let source: Source
        package let keys: [Code]

        package init(content: Sealed, source: Source, keys: [Code] = []) {
            (self.content, self.source, self.keys) = (content, source, keys)
        }
    }

    /// The case that changed a record, and the request of a person where its answers were put
    /// right for one.
    package struct Source: Hashable, Sendable {
        package let from: Stream
        package let request: OpaqueID?

        package init(_ from: Stream, request: OpaqueID? = nil) {
            (self.from, self.request) = (from, request)
        }
    }

    /// Why a record holds no longer: what undid it, and the words of whoever ended it.
    package struct Ending: Hashable, Sendable {
        package let from: Stream?
        package let reason: Sealed?

        package init(from: Stream? = nil, reason: Sealed? = nil) {
            (self.from, self.reason) = (from, reason)
        }
    }
}

extension RegisterFact: FactShape {
    package var kind: Code {
        switch self {
        case .entered: "entered"
        case .corrected: "corrected"
        case .contentErased: "content_erased"
        case .ended: "ended"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .entered(let entry):
            fields.put("register", entry.register)
            fields.put("dossier", entry.dossier)
            fields.put("from", entry.from)
            fields.put("content", entry.content)
            if !entry.keys.isEmpty { fields.put("keys", each: entry.keys) }
        case .corrected(let revision):
            fields.put("content", revision.content)
            fields.put("from", revision.source.from)
            fields.put("request", revision.source.request)
            if !revision.keys.isEmpty { fields.put("keys", each: revision.keys) }
        case .contentErased(let erased): erased.write(to: &fields)
        case .ended(let ending):
            fields.put("from", ending.from)
            fields.put("reason", ending.reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "entered":
            self = .entered(
                Entry(
                    register: try fields.get("register"),
                    dossier: try fields.get("dossier"),
                    from: try fields.get("from"),
                    content: try fields.get("content"),
                    keys: try fields.list("keys")
                )
            )
        case "corrected":
            self = .corrected(
                Revision(
                    content: try fields.get("content"),
                    source: Source(try fields.get("from"), request: try fields.find("request")),
                    keys: try fields.list("keys")
                )
            )
        case "content_erased": self = .contentErased(try ErasedAnswers(from: fields))
        case "ended":
            self = .ended(
                Ending(from: try fields.find("from"), reason: try fields.find("reason"))
            )
        default: throw FactUnreadable("no fact of a record: \(kind)")
        }
    }
}
