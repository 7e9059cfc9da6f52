package import Stories

/// A view: tables that follow from the log and the vault, and can be dropped and made again.
///
/// `project` must be a pure function of what it is given, so that rebuilt equals live: no clock,
/// no random values, no reading of tables except inside its SQL.
package struct ViewOfRecord: Sendable {
    /// When a view is written.
    package enum Timing: Hashable, Sendable {
        /// In the transaction that records the event.
        case now
        /// At most a second later, in batches; a failing one stops only itself.
        case soon
    }

    package let name: Code
    package let timing: Timing

    /// The streams whose events it wants.
    package let kinds: Set<StreamKind>

    /// The tables that `rebuild` drops.
    package let tables: [String]

    /// `CREATE TABLE` and `CREATE INDEX` statements for them, in shared SQL.
    package let schema: [String]

    /// Whether a batch's statements may run in the order of their first bound bytes, because
    /// none depends on another: rows of tokens.
    ///
    /// Statements without such bytes come after them.
    package var sorted = false

    /// How sums are gathered, of a view that is a second late and counts.
    package var gathering: Gathering?

    package let project: @Sendable (Projection) throws -> [SQL]

    /// What removes the rows of an erased dossier.
    package let forget: @Sendable (DossierID) -> [SQL]

    package init(
        _ name: Code,
        _ timing: Timing,
        of kinds: Set<StreamKind>,
        tables: [String],
        schema: [String],
        project: @Sendable @escaping (Projection) throws -> [SQL],
        forget: @Sendable @escaping (DossierID) -> [SQL] = { _ in [] }
    ) {
        self.name = name
        self.timing = timing
        self.kinds = kinds
        self.tables = tables
        self.schema = schema
        self.project = project
        self.forget = forget
    }

    /// Those too that are empty between batches.
    var everyTable: [String] { tables + (gathering?.tables ?? []) }

    var everySchema: [String] { schema + (gathering?.schema ?? []) }
}

/// How a view adds up many events at once: its statements put rows into tables that are empty
/// between batches, and `sums` brings them into the counts at the end of each batch.
///
/// A count that each event changes by itself becomes slower with each change in one transaction,
/// where an engine keeps its earlier states until the end.
package struct Gathering: Sendable {
    let tables: [String]
    let schema: [String]
    let sums: [SQL]

    package init(tables: [String], schema: [String], sums: [SQL]) {
        (self.tables, self.schema, self.sums) = (tables, schema, sums)
    }
}

/// One event, handed to a view with what it may open and seal.
package struct Projection {
    package let event: RecordedEvent
    let opening: (PayloadID) throws -> [UInt8]?
    let reading: (Public) throws -> [UInt8]?
    let sealing: (SealedPlace, [UInt8]) throws -> [UInt8]?
    let hiding: (String) -> [SearchToken]
    let keying: (String) -> SearchToken

    /// Stands for the event's `seq` in a view's statements; a live `.now` projection happens
    /// before the seq is known.
    package var seq: SQLValue { .seq }

    /// The bytes that a fact committed to; nil where their dossier was erased.
    package func open(_ payload: PayloadID) throws -> [UInt8]? {
        try opening(payload)
    }

    /// Public bytes by their digest, for views that may be a second late; nil where there are none.
    package func content(_ digest: Public) throws -> [UInt8]? {
        try reading(digest)
    }

    /// Seals a row's personal content under its dossier's key; nil where it was erased.
    ///
    /// The same content in the same place gives the same bytes, so that rebuilt equals live.
    package func seal(_ bytes: [UInt8], at place: SealedPlace) throws -> [UInt8]? {
        try sealing(place, bytes)
    }

    /// The search tokens of a text, in ascending order.
    package func tokens(of text: String) -> [SearchToken] { hiding(text) }

    /// The one token of a whole key, such as the number of a person.
    package func token(ofKey word: String) -> SearchToken { keying(word) }
}

/// The place of sealed bytes in a table; bytes moved elsewhere do not open.
package struct SealedPlace: Hashable, Sendable {
    package let dossier: DossierID

    /// Table and column: `inbox.title`.
    package let column: Code

    /// The row's own id.
    package let row: OpaqueID

    package init(_ dossier: DossierID, _ column: Code, row: OpaqueID) {
        self.dossier = dossier
        self.column = column
        self.row = row
    }
}

/// How far a `.soon` view is behind, for `/metrics`.
package struct ViewLag: Hashable, Sendable {
    package let view: Code

    /// Events that it has not seen yet.
    package let behind: Int64

    /// The `seq` at which it failed and stopped, if it did.
    package let failedAt: Int64?

    package init(view: Code, behind: Int64, failedAt: Int64?) {
        self.view = view
        self.behind = behind
        self.failedAt = failedAt
    }
}
