import Blueprints
import Exchange
import Foundation
import Ledger
import Server
import Stories

/// Asks what is known of a publisher before a command installs something of it.
///
/// The browser asks the same (`TrustDesk.judge`). What no known catalogue lists comes in only
/// with a reason, which is recorded.
struct InstallGate {
    let folder: RegencyFolder
    private let own: String

    init(_ folder: RegencyFolder) throws {
        self.folder = folder
        own = try folder.regency().value?.code ?? ""
    }

    /// Lets members in, or says why not.
    ///
    /// - Parameter reason: why to install what is not listed; nil: nobody asked for that.
    /// - Returns: what whoever installs is to be told.
    func admit(_ source: BlueprintSource.Read, names: Set<String>, unlisted reason: String?)
        async throws -> [String]
    {
        let foreign = source.members.filter { member in
            names.contains(member.name) && !member.name.hasPrefix("\(own)/")
        }
        guard !foreign.isEmpty else { return [] }
        var notes: [String] = []
        let record = try await OpenRecord.open(folder)
        let desk = TrustDesk(store: record.store)
        let now = record.clock.now()
        if let site = source.site { try await site.learn(in: desk, at: now) }
        var unlisted: [ReplicaMember] = []
        var refusal: TrustRefusal?
        for member in foreign {
            switch try await judge(member, in: source, desk, now) {
            case .ours, .trusted(.fresh): break
            case .trusted(.old(let days)):
                notes.append("Perhatian: katalog penerbitnya berumur \(days) hari.")
            case .trusted(.veryOld):
                notes.append("Perhatian: katalog penerbitnya lebih dari 180 hari.")
            case .refused(let why):
                refusal = refusal ?? why
                unlisted.append(member)
            }
        }
        if let refusal {
            guard let reason else {
                try await record.store.close()
                throw refusal
            }
            for member in unlisted {
                try await install(member, because: reason, desk, now)
                notes.append(
                    "\(member.name) \(member.version) dipasang tanpa katalog. Alasannya dicatat."
                )
            }
        }
        for package in source.packages
        where package.members.contains(where: { member in
            foreign.contains { $0.files.digest == member.digest }
        }) {
            let content = Transferred.Content(Catalogue.Listed(package))
            try await record.keep(.incoming, content, with: package.name.publisher)
        }
        try await record.store.close()
        return notes
    }

    /// Whether a member is believed, by the package that it came in.
    private func judge(
        _ member: ReplicaMember,
        in source: BlueprintSource.Read,
        _ desk: TrustDesk,
        _ now: Instant
    ) async throws -> TrustOfPackage {
        let package = source.packages.first { package in
            package.members.contains { $0.digest == member.files.digest }
        }
        guard let package else {
            // A folder is no package, so no catalogue lists it.
            let publisher = String(member.name.prefix { $0 != "/" })
            let isKnown = try await desk.state(of: publisher).root != nil
            return .refused(isKnown ? .notListed : .unknownRoot)
        }
        return try await desk.judge(Catalogue.Listed(package), source.way, hereAs: own, at: now)
    }

    private func install(
        _ member: ReplicaMember,
        because reason: String,
        _ desk: TrustDesk,
        _ now: Instant
    ) async throws {
        guard let name = Code(member.name), let version = Code(member.version),
            let digest = bytes(hexadecimal: member.files.digest)
        else { throw CommandFailure("\(member.name) tidak bisa dicatat.") }
        let words = Array(reason.utf8)
        let installed = InstalledUnlisted(
            package: name,
            version: version,
            digest: Public(digest: digest),
            words: Public(digest: digestBytes(words))
        )
        try await desk.handle(
            .installUnlisted(installed, reason: words),
            of: String(member.name.prefix { $0 != "/" }),
            by: .system,
            at: now
        )
    }

    // MARK: Back

    /// Lets an earlier edition back in only while the publisher's catalogue still lists it.
    func admitBack(_ name: String, from: String, to: String) async throws {
        guard !name.hasPrefix("\(own)/") else { return }
        let publisher = String(name.prefix { $0 != "/" })
        let record = try await OpenRecord.open(folder)
        let desk = TrustDesk(store: record.store)
        guard let envelope = try await desk.catalogue(of: publisher) else {
            try await record.store.close()
            print("Katalog \(publisher) belum dikenal di sini, jadi versi itu tidak diperiksa.")
            return
        }
        let catalogue = try Catalogue(draft: envelope.payload)
        let isOffered = catalogue.packages.contains { $0.name.description == name }
        if isOffered, let package = Code(name), let from = Code(from), let to = Code(to) {
            let step = SteppedBack(
                package: package,
                from: from,
                to: to,
                catalogue: catalogue.number
            )
            do {
                try await desk.handle(
                    .stepBack(step, catalogue),
                    of: publisher,
                    by: .system,
                    at: record.clock.now()
                )
            } catch {
                try await record.store.close()
                throw error
            }
        } else {
            print("Katalog \(publisher) tidak memuat \(name) sendiri, jadi tidak diperiksa.")
        }
        try await record.store.close()
    }
}
