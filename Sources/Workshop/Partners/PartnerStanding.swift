import Blueprints
import Exchange
import Ledger
import Office
import Stories

/// How it stands with one publisher: what it offers, what of it is here, who waits for whom.
struct PartnerStanding: Sendable {
    let publisher: String
    let trust: Trust
    let catalogue: Catalogue?
    let known: KnownPartner?

    /// The versions that are here, by the names of the publisher's blueprints.
    let here: [String: String]

    /// A blueprint that is here, and a newer version that the catalogue lists.
    struct Update: Sendable {
        let name: BlueprintName
        let from: String
        let to: Catalogue.Listed
    }

    var updates: [Update] {
        here.sorted { $0.key < $1.key }.compactMap { word, version in
            guard let name = BlueprintName(reading: word),
                let newest = catalogue?.newest(of: name),
                PackageVersion(version) < PackageVersion(newest.version)
            else { return nil }
            return Update(name: name, from: version, to: newest)
        }
    }

    /// Versions that are here and that the publisher has withdrawn.
    var withdrawnHere: [Catalogue.Withdrawn] {
        catalogue?.withdrawn.filter { here[$0.name.description] == $0.version } ?? []
    }

    /// Whether the catalogue that was taken is so old by now that it needs a second person.
    func needsSecondPerson(at now: Instant) -> Bool {
        guard let catalogue, trust.asked == nil, trust.catalogue?.approver == nil else {
            return false
        }
        do {
            _ = try Trusting.freshness(
                of: catalogue,
                by: .stick,
                isApproved: false,
                at: trust.now(now)
            )
            return false
        } catch {
            return true
        }
    }
}

extension WorkshopFeature {
    /// Every publisher that something came from, or whose blueprints are here.
    func standings(_ here: [Code: String]) async throws -> [PartnerStanding] {
        let (known, own) = try await store.read { reader in
            (try reader.knownPartners(), try ground.publisher(reader))
        }
        let publishers = Set(here.keys.compactMap { Self.publisher(of: $0) })
        var found: [PartnerStanding] = []
        for publisher in publishers.union(known.map(\.publisher)).sorted() where publisher != own {
            found.append(try await standing(of: publisher, here))
        }
        return found
    }

    func standing(of publisher: String, _ here: [Code: String]) async throws -> PartnerStanding {
        let desk = TrustDesk(store: store)
        let envelope = try await desk.catalogue(of: publisher)
        let known = try await store.read { reader in
            try reader.knownPartners().first { $0.publisher == publisher }
        }
        let own = here.filter { Self.publisher(of: $0.key) == publisher }
        return PartnerStanding(
            publisher: publisher,
            trust: try await desk.state(of: publisher),
            catalogue: try envelope.map { try Catalogue(draft: $0.payload) },
            known: known,
            here: Dictionary(own.map { ($0.key.text, $0.value) }) { first, _ in first }
        )
    }

    private static func publisher(of name: Code) -> String? {
        name.text.split(separator: "/").first.map(String.init)
    }

    /// The version of each blueprint here, as its draft has it, else as it is in force.
    func versionsHere() async throws -> [Code: String] {
        var found: [Code: String] = [:]
        for folder in try await adapted() {
            guard let name = Code(folder.name) else { continue }
            found[name] = folder.version
        }
        return found
    }
}
