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
            state.pending = nil
        case .asked(let edition, let asker):
            state.pending = Publication.Pending(edition: edition, asker: asker)
        case .declined:
            state.pending = nil
        case .switchedOff(let service, _):
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
            try admit(edition, to: state)
            return Decision([.published(edition)])
        case .ask(let edition, let asker):
            try admit(edition, to: state)
            return Decision([.asked(edition, by: asker)])
        case .approve(let content, let approver):
            guard let pending = state.pending, pending.edition.content == content else {
                throw .nothingAsked
            }
            guard pending.asker != approver else { throw .needsAnother }
            return Decision([.published(pending.edition)])
        case .decline:
            guard state.pending != nil else { throw .nothingAsked }
            return Decision([.declined])
        case .switchOff(let service, let reason):
            guard state.current?.services.contains(service) == true else {
                throw .unknownService
            }
            return Decision(
                state.switchedOff.contains(service) ? [] : [.switchedOff(service, reason: reason)]
            )
        case .switchOn(let service):
            guard state.current?.services.contains(service) == true else {
                throw .unknownService
            }
            return Decision(state.switchedOff.contains(service) ? [.switchedOn(service)] : [])
        }
    }
}

extension PublicationStory {
    fileprivate static func admit(
        _ edition: Edition,
        to state: Publication
    ) throws(PublicationRefusal) {
        guard state.current?.content != edition.content else { throw .unchanged }
        // The way back: an earlier edition, as it was, may be in force again.
        let isTaken = state.editions.contains {
            $0.version == edition.version && $0.content != edition.content
        }
        if isTaken { throw .versionTaken(edition.version) }
    }
}

/// A publication as the facts leave it.
package struct Publication: Hashable, Sendable {
    /// Oldest first; a case runs under the one whose service it was sent to.
    package var editions: [Edition] = []
    package var switchedOff: Set<Code> = []

    /// What somebody wants to publish, and a second person has not looked at yet.
    package var pending: Pending?

    /// An edition that was asked for, and by whom.
    package struct Pending: Hashable, Sendable {
        package let edition: Edition
        package let asker: Actor
    }

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
    case ask(Edition, by: Actor)
    case approve(Public, by: Actor)
    case decline
    case switchOff(service: Code, reason: Public? = nil)
    case switchOn(service: Code)
}

/// What happened to a publication.
package enum PublicationFact: Hashable, Sendable {
    case published(Edition)
    case switchedOff(Code, reason: Public? = nil)
    case switchedOn(Code)

    /// Somebody wants to publish it; another person has to agree.
    case asked(Edition, by: Actor)
    case declined
}

extension PublicationFact: FactShape {
    package var kind: Code {
        switch self {
        case .published: "published"
        case .switchedOff: "switched-off"
        case .switchedOn: "switched-on"
        case .asked: "asked"
        case .declined: "declined"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .published(let edition): Self.write(edition, to: &fields)
        case .asked(let edition, let asker):
            Self.write(edition, to: &fields)
            fields.put("asker", asker)
        case .declined: break
        case .switchedOff(let service, let reason):
            fields.put("service", service)
            fields.put("reason", reason)
        case .switchedOn(let service):
            fields.put("service", service)
        }
    }

    private static func write(_ edition: Edition, to fields: inout FactWriter) {
        fields.put("name", edition.name)
        fields.put("edition", edition.version)
        fields.put("content", edition.content)
        fields.put("services", each: edition.services)
    }

    private static func edition(
        from fields: FactReader
    ) throws(FactUnreadable) -> Edition {
        Edition(
            name: try fields.get("name"),
            version: try fields.get("edition"),
            content: try fields.get("content"),
            services: try fields.list("services")
        )
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "published":
            self = .published(try Self.edition(from: fields))
        case "asked": self = .asked(try Self.edition(from: fields), by: try fields.get("asker"))
        case "declined": self = .declined
        case "switched-off":
            self = .switchedOff(try fields.get("service"), reason: try fields.find("reason"))
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
    case unknownVersion
    case nothingAsked
    case needsAnother
    case draftFaulty
    case reasonMissing

    package var sentence: String {
        switch self {
        case .unchanged: "Tidak ada yang berubah sejak terbitan terakhir."
        case .versionTaken(let version):
            "Versi \(version) sudah terbit dengan isi lain. Naikkan `version`, lalu terbitkan lagi."
        case .nothingAsked: "Permintaan itu sudah berubah atau dijawab. Buka lagi halamannya."
        case .needsAnother: "Yang menyetujui harus pengelola lain, bukan yang meminta."
        case .draftFaulty: "Draf ini masih berisi kesalahan, jadi belum bisa diterbitkan."
        case .reasonMissing: "Tulis alasannya: warga membacanya di halaman layanan."
        case .unknownVersion: "Versi atau berkas itu tidak ada dalam catatan."
        case .unknownService: "Layanan itu tidak ada dalam terbitan yang berlaku."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .unchanged: "Nothing has changed since the last edition."
        case .versionTaken(let version):
            "Version \(version) was published with other content. Raise `version` and publish again."
        case .nothingAsked: "That request has changed or was answered. Open the page again."
        case .needsAnother: "Another manager has to approve, not the one who asked."
        case .draftFaulty: "This draft still has mistakes, so it cannot be published."
        case .reasonMissing: "Write the reason: citizens read it on the service's page."
        case .unknownVersion: "That version or file is not on record."
        case .unknownService: "That service is not in the edition in force."
        }
    }

    package var status: Int {
        switch self {
        case .unchanged, .versionTaken, .nothingAsked: 409
        case .needsAnother: 403
        case .draftFaulty, .reasonMissing: 422
        case .unknownService, .unknownVersion: 404
        }
    }
}
