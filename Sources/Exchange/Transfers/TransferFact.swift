import Blueprints
package import Stories

/// What went from one regency to the other, seen from here.
package enum TransferFact: Hashable, Sendable {
    case made(Transferred)
}

/// One package or proposal that came from a partner or was handed to one.
package struct Transferred: Hashable, Sendable {
    package let direction: Direction
    package let what: What

    /// The code of the other regency.
    package let partner: Code
    package let blueprint: Code
    package let version: Code

    /// SHA-256 of the package, or of what the proposal signs.
    package let digest: Public

    /// The agreement that permits it; nil for what is published openly.
    package let agreement: OpaqueID?

    package init(
        _ direction: Direction,
        _ content: Content,
        with partner: Code,
        under agreement: OpaqueID?
    ) {
        self.direction = direction
        self.partner = partner
        what = content.what
        blueprint = content.blueprint
        version = content.version
        digest = content.digest
        self.agreement = agreement
    }

    fileprivate init(from fields: FactReader) throws(FactUnreadable) {
        direction = try fields.get("direction")
        what = try fields.get("what")
        partner = try fields.get("partner")
        blueprint = try fields.get("blueprint")
        version = try fields.get("edition")
        digest = try fields.get("digest")
        agreement = try fields.find("agreement")
    }

    /// Which content it was.
    package struct Content: Hashable, Sendable {
        package let what: What
        package let blueprint: Code
        package let version: Code
        package let digest: Public

        /// What a package is; nil for a name or a version that no record can hold.
        package init?(_ listed: Catalogue.Listed) {
            guard let blueprint = Code(listed.name.description), let version = Code(listed.version),
                let digest = bytes(hexadecimal: listed.digest)
            else { return nil }
            what = .package
            self.blueprint = blueprint
            self.version = version
            self.digest = Public(digest: digest)
        }

        /// What a proposal is; nil as above.
        package init?(_ proposal: Proposal) {
            guard let version = Code(proposal.version),
                let blueprint = Code(proposal.blueprint.description)
            else { return nil }
            what = .proposal
            self.blueprint = blueprint
            self.version = version
            digest = proposal.document
        }
    }

    package enum Direction: String, FactWord {
        case incoming = "in"
        case outgoing = "out"
    }

    package enum What: String, FactWord {
        case package
        case proposal
    }
}

extension TransferFact: FactShape {
    package var kind: Code { "made" }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .made(let made):
            fields.put("direction", made.direction)
            fields.put("what", made.what)
            fields.put("partner", made.partner)
            fields.put("blueprint", made.blueprint)
            fields.put("edition", made.version)
            fields.put("digest", made.digest)
            fields.put("agreement", made.agreement)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        guard kind.text == "made" else { throw FactUnreadable("no fact of a transfer: \(kind)") }
        self = .made(try Transferred(from: fields))
    }
}
