import Ledger
import Office
import Stories

/// One edition that was published: what, when, and who stood behind it.
struct PublishedVersion: Sendable {
    /// Which one of its publication it is, from 1.
    var ordinal: Int
    var edition: Edition
    var at: Instant

    /// Who approved it, or published it alone at the machine.
    var by: Person

    /// Who had asked for it, where two people published.
    var asker: Person?

    /// Nil for the machine: published by the command, where nobody is signed in.
    struct Person: Sendable {
        var name: String?
    }
}

extension KeepingFeature {
    /// Every edition of a publication, the newest first.
    func versions(of name: Code) async throws -> [PublishedVersion] {
        try await store.read { reader in
            var versions: [PublishedVersion] = []
            var asked: (content: Public, by: Actor)?
            for event in try reader.history(of: PublicationsDesk.stream(of: name)) {
                switch try event.fact(PublicationFact.self) {
                case .asked(let edition, let asker): asked = (edition.content, asker)
                case .declined: asked = nil
                case .switchedOff, .switchedOn: continue
                case .published(let edition):
                    let asker = asked?.content == edition.content ? asked?.by : nil
                    asked = nil
                    versions.append(
                        PublishedVersion(
                            ordinal: versions.count + 1,
                            edition: edition,
                            at: event.at,
                            by: PublishedVersion.Person(name: try reader.name(of: event.by.id)),
                            asker: try asker.map {
                                PublishedVersion.Person(name: try reader.name(of: $0.id))
                            }
                        )
                    )
                }
            }
            return versions.reversed()
        }
    }
}
