import Hummingbird
import Ledger
import Site
import Stories

/// The paper form that a service is made from, kept beside the editor for whoever types it off.
///
/// Operations, no history: it is no part of the blueprint, and never published.
package enum PaperForms {
    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS workshop_papers (name TEXT PRIMARY KEY, \
        kind TEXT NOT NULL, bytes BLOB NOT NULL, at BIGINT NOT NULL)
        """
    ]

    /// How many are kept: the oldest go first.
    static let most = 50

    /// Bytes of one.
    static let largest = 8_000_000

    /// What one may be.
    enum Kind: String, Sendable {
        case picture = "image/jpeg"
        case pdf = "application/pdf"
    }

    static func keep(
        _ bytes: [UInt8],
        _ kind: Kind,
        of name: Code,
        in store: RecordStore,
        at now: Instant
    ) async throws {
        try await store.operate([
            """
            INSERT INTO workshop_papers (name, kind, bytes, at) VALUES \
            (\(name), \(kind.rawValue), \(bytes), \(now)) ON CONFLICT (name) DO UPDATE SET \
            kind = excluded.kind, bytes = excluded.bytes, at = excluded.at
            """,
            """
            DELETE FROM workshop_papers WHERE name NOT IN (SELECT name FROM \
            (SELECT name FROM workshop_papers ORDER BY at DESC, name LIMIT \(most)) kept)
            """,
        ])
    }

    static func remove(_ name: Code, in store: RecordStore) async throws {
        try await store.operate(["DELETE FROM workshop_papers WHERE name = \(name)"])
    }
}

extension Reader {
    /// What kind of paper lies beside a blueprint; nil where none does.
    func paperKind(of name: Code) throws -> PaperForms.Kind? {
        try row("SELECT kind FROM workshop_papers WHERE name = \(name)")
            .flatMap { PaperForms.Kind(rawValue: try $0.text("kind")) }
    }

    func paper(of name: Code) throws -> (kind: PaperForms.Kind, bytes: [UInt8])? {
        let found = try row("SELECT kind, bytes FROM workshop_papers WHERE name = \(name)")
        guard let found, let kind = PaperForms.Kind(rawValue: try found.text("kind")) else {
            return nil
        }
        return (kind, try found.blob("bytes"))
    }
}

/// The paper form, folded beside what is being changed.
struct PaperBeside: Component {
    let addresses: BenchAddress
    let kind: PaperForms.Kind

    private var address: Address { addresses.page("lembar.bin") }

    func write(to html: HTML) {
        html(Disclosure(.paperForm, PaperShown(address: address, kind: kind)))
    }
}

/// The picture itself, or the way to a PDF.
private struct PaperShown: Component {
    let address: Address
    let kind: PaperForms.Kind

    func write(to html: HTML) {
        switch kind {
        case .picture:
            html(.a, .href(address)) {
                html(
                    .img,
                    .src(address),
                    .alt(Words.paperForm.text(in: html.visit.language)),
                    .class("lembar")
                )
            }
        case .pdf: html(Lines([.link(Link(.openPaper, address))]))
        }
    }
}
