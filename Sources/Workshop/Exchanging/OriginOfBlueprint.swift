import Blueprints
import Exchange
import Ledger
import Office
import Site
import Stories

/// Whether an agreement permits a package to come in.
enum PermissionOfPackage: Hashable {
    /// Everybody may use it by its licence, or it is our own.
    case open
    case under(OpaqueID)
    case missing

    var agreement: OpaqueID? {
        switch self {
        case .under(let agreement): agreement
        case .open, .missing: nil
        }
    }

    func notice(of licence: String) -> Notice {
        switch self {
        case .open: Notice(.info, .openlyLicensed(licence))
        case .under: Notice(.done, .agreementPermits)
        case .missing: Notice(.danger, .agreementMissing)
        }
    }
}

/// The regencies that a blueprint went through, and whose statement about it holds.
struct LineOfOrigin: Component {
    let line: Provenance

    func write(to html: HTML) {
        guard !line.links.isEmpty else { return }
        html(.h2, .provenance)
        html(.ol, .class("daftar")) {
            for link in line.links {
                html(.li) {
                    html.text("\(link.name.publisher): \(link.name) \(link.version)")
                    if let digest = link.digest { html(.small, " \(digest.prefix(16))") }
                    html.text(" ")
                    html(StatusTag(Naming.words(link.said.meaning), link.said.mark))
                }
            }
        }
    }
}

extension Provenance.Said {
    fileprivate var mark: StatusTag.Kind {
        switch self {
        case .verified: .done
        case .unknownKeys: .plain
        case .missing: .attention
        }
    }
}

/// The regencies whose proposals are in a blueprint.
struct ThanksList: Component {
    let credits: [Credit]

    func write(to html: HTML) {
        guard !credits.isEmpty else { return }
        html(.h2, .thanks)
        html(.ul, .class("daftar")) {
            for credit in credits {
                html(.li) {
                    html.text(.creditLine(credit.name, credit.version, credit.entries.count))
                    html(.small, " \(credit.regency), \(credit.date)")
                }
            }
        }
    }
}

extension WorkshopFeature {
    /// Keeps the statements that came beside a package; what is none is refused by its form.
    func keepStatements(_ posted: Posted) async throws {
        for file in posted.files where file.field == "asal" && !file.bytes.isEmpty {
            let envelope = try Envelope(reading: file.bytes)
            try await ArrivedStatements.keep(envelope, in: store, at: now())
        }
    }

    /// The line of a blueprint, each link held against the keys that are known here.
    func provenance(
        of editions: [(name: BlueprintName, version: String, digest: String?)]
    ) async throws -> Provenance {
        let statements = try await store.read { reader in
            try reader.rows("SELECT bytes FROM arrived_statements ORDER BY digest").map { row in
                try Envelope(reading: try row.blob("bytes"))
            }
        }
        var keys: [String: [StatementKey]] = [:]
        for edition in editions where keys[edition.name.publisher] == nil {
            let root = try await trust.state(of: edition.name.publisher).root
            keys[edition.name.publisher] = root?.catalogueKeys.map(\.key)
        }
        return Provenance(editions, statements: statements) { keys[$0] }
    }
}

/// Statements about who packed what, as they came beside packages.
enum ArrivedStatements {
    static func keep(_ envelope: Envelope, in store: RecordStore, at now: Instant) async throws {
        guard envelope.kind == .package else { throw TrustRefusal.notAStatement }
        let digest = hexadecimal(envelope.content.digest)
        try await store.operate([
            """
            INSERT INTO arrived_statements (digest, bytes, at) VALUES \
            (\(digest), \(envelope.bytes), \(now)) ON CONFLICT (digest) DO NOTHING
            """,
            """
            DELETE FROM arrived_statements WHERE digest NOT IN (SELECT digest FROM \
            (SELECT digest FROM arrived_statements ORDER BY at DESC, digest LIMIT \
            \(ArrivedPackages.most)) kept)
            """,
        ])
    }
}
