package import Stories

/// The story of one publication: the regency itself, or a blueprint, version after version.
///
/// What is in force lives here and not in a folder: every node reads the same bytes, and a
/// folder that differs is a draft.
package enum PublicationStory: Story {
    package static let kind: StreamKind = "publication"
    package static let beginning = Publication()

    package static func evolve(_ state: inout Publication, _ fact: PublicationFact) {
        switch fact {
        case .published(let edition):
            state.editions.append(edition)
        case .switchedOff(let service):
            state.switchedOff.insert(service)
        case .switchedOn(let service):
            state.switchedOff.remove(service)
        }
    }

    package static func decide(
        _ state: Publication,
        _ command: PublicationCommand,
        _ known: Void
    ) throws(PublicationRefusal) -> Decision<PublicationFact> {
        switch command {
        case .publish(let edition):
            guard state.current?.content != edition.content else { throw .unchanged }
            // The way back: an earlier edition, as it was, may be in force again.
            if state.editions.contains(where: {
                $0.version == edition.version && $0.content != edition.content
            }) {
                throw .versionTaken(edition.version)
            }
            return Decision([.published(edition)])
        case .switchOff(let service):
            guard state.current?.services.contains(service) == true else {
                throw .unknownService
            }
            return Decision(state.switchedOff.contains(service) ? [] : [.switchedOff(service)])
        case .switchOn(let service):
            guard state.current?.services.contains(service) == true else {
                throw .unknownService
            }
            return Decision(state.switchedOff.contains(service) ? [.switchedOn(service)] : [])
        }
    }
}

/// A publication as the facts leave it.
package struct Publication: Hashable, Sendable {
    /// Oldest first; a case runs under the one whose service it was sent to.
    package var editions: [Edition] = []
    package var switchedOff: Set<Code> = []

    package var current: Edition? { editions.last }
}

/// One version as it was published: its bytes are public content of the record.
package struct Edition: Hashable, Sendable {
    /// `16.03/umkm`, or `regency`.
    package let name: Code
    package let version: Code

    /// The archive of the folder's files.
    package let content: Public
    package let services: [Code]

    package init(name: Code, version: Code, content: Public, services: [Code]) {
        self.name = name
        self.version = version
        self.content = content
        self.services = services
    }
}

/// What can be asked of a publication.
package enum PublicationCommand: Hashable, Sendable {
    case publish(Edition)
    case switchOff(service: Code)
    case switchOn(service: Code)
}

/// What happened to a publication.
package enum PublicationFact: Hashable, Sendable {
    case published(Edition)
    case switchedOff(Code)
    case switchedOn(Code)
}

extension PublicationFact: FactShape {
    package var kind: Code {
        switch self {
        case .published: "published"
        case .switchedOff: "switched-off"
        case .switchedOn: "switched-on"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .published(let edition):
            fields.put("name", edition.name)
            fields.put("edition", edition.version)
            fields.put("content", edition.content)
            fields.put("services", each: edition.services)
        case .switchedOff(let service), .switchedOn(let service):
            fields.put("service", service)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "published":
            self = .published(
                Edition(
                    name: try fields.get("name"),
                    version: try fields.get("edition"),
                    content: try fields.get("content"),
                    services: try fields.list("services")
                )
            )
        case "switched-off": self = .switchedOff(try fields.get("service"))
        case "switched-on": self = .switchedOn(try fields.get("service"))
        default: throw FactUnreadable("no fact of a publication: \(kind)")
        }
    }
}

/// What publishing refuses.
package enum PublicationRefusal: Refusal, Hashable {
    case unchanged
    case versionTaken(Code)
    case unknownService

    package var sentence: String {
        switch self {
        case .unchanged: "Tidak ada yang berubah sejak terbitan terakhir."
        case .versionTaken(let version):
            "Versi \(version) sudah terbit dengan isi lain. Naikkan `version`, lalu terbitkan lagi."
        case .unknownService: "Layanan itu tidak ada dalam terbitan yang berlaku."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .unchanged: "Nothing has changed since the last edition."
        case .versionTaken(let version):
            "Version \(version) was published with other content. Raise `version` and publish again."
        case .unknownService: "That service is not in the edition in force."
        }
    }

    package var status: Int {
        switch self {
        case .unchanged, .versionTaken: 409
        case .unknownService: 404
        }
    }
}
