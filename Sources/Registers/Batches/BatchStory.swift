import Blueprints
package import Ledger
package import Stories

/// The story of one file that was brought into a register: begun, finished, perhaps undone.
///
/// Which records it wrote, the records say themselves: each names the batch as its source. So a
/// batch that was cut short is whole again once the same file is brought once more.
package enum BatchStory: Story {
    package static let kind: StreamKind = "batch"
    package static let beginning = RegisterBatch()

    package static func evolve(_ state: inout RegisterBatch, _ fact: BatchFact) {
        switch fact {
        case .begun(let register, let rows):
            state.register = register
            state.rows = rows
        case .finished(let written): state.written = written
        case .undone(let ended, let left):
            state.undone = RegisterBatch.Undone(ended: ended, left: left)
        }
    }

    package static func decide(
        _ state: RegisterBatch,
        _ command: BatchFact,
        _ known: Void
    ) throws(RegisterRefusal) -> Decision<BatchFact> {
        guard state.undone == nil else { throw .batchUndone }
        switch command {
        case .begun(_, let rows):
            guard rows > 0 else { throw .nothingToBring }
            if state.register != nil { return Decision([]) }
        case .finished(let written):
            guard state.register != nil else { throw .noSuchBatch }
            if state.written == written { return Decision([]) }
        case .undone:
            guard state.register != nil else { throw .noSuchBatch }
        }
        return Decision([command])
    }
}

/// A batch as the facts leave it.
package struct RegisterBatch: Hashable, Sendable {
    package var register: Code?

    /// How many rows it was to write when it began.
    package var rows = 0

    /// How many records it has written; nil until it came to its end.
    package var written: Int?
    package var undone: Undone?

    package init() {}

    /// What undoing it did: records that ended, and those that somebody has touched since.
    package struct Undone: Hashable, Sendable {
        package let ended: Int
        package let left: Int

        package init(ended: Int, left: Int) { (self.ended, self.left) = (ended, left) }
    }
}

/// What happened to a batch; asked for in the same words.
package enum BatchFact: Hashable, Sendable {
    case begun(register: Code, rows: Int)
    case finished(written: Int)
    case undone(ended: Int, left: Int)
}

extension BatchFact: FactShape {
    package var kind: Code {
        switch self {
        case .begun: "begun"
        case .finished: "finished"
        case .undone: "undone"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .begun(let register, let rows):
            fields.put("register", register)
            fields.put("rows", rows)
        case .finished(let written): fields.put("written", written)
        case .undone(let ended, let left):
            fields.put("ended", ended)
            fields.put("left", left)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "begun":
            self = .begun(register: try fields.get("register"), rows: try fields.get("rows"))
        case "finished": self = .finished(written: try fields.get("written"))
        case "undone":
            self = .undone(ended: try fields.get("ended"), left: try fields.get("left"))
        default: throw FactUnreadable("no fact of a batch: \(kind)")
        }
    }
}

/// The batches of all registers as a list.
package enum BatchesView {
    package static let view = ViewOfRecord(
        "register_batches",
        .now,
        of: [BatchStory.kind],
        tables: ["register_batches"],
        schema: [
            """
            CREATE TABLE register_batches (id BLOB PRIMARY KEY, register TEXT NOT NULL, \
            at BIGINT NOT NULL, actor BLOB NOT NULL, written BIGINT, undone BIGINT NOT NULL)
            """,
            "CREATE INDEX register_batches_of_register ON register_batches (register, at)",
        ],
        project: { projection in
            let event = projection.event
            switch try event.fact(BatchFact.self) {
            case .begun(let register, _):
                return [
                    """
                    INSERT INTO register_batches (id, register, at, actor, undone) VALUES \
                    (\(event.stream.id), \(register), \(event.at), \(event.by.id), \(0))
                    """
                ]
            case .finished(let written):
                return [
                    """
                    UPDATE register_batches SET written = \(written) WHERE id = \(event.stream.id)
                    """
                ]
            case .undone:
                return [
                    "UPDATE register_batches SET undone = \(1) WHERE id = \(event.stream.id)"
                ]
            }
        }
    )
}

/// A batch in the list.
package struct ListedBatch: Hashable, Sendable {
    package let id: OpaqueID
    package let at: Instant
    package let by: OpaqueID

    /// Nil where it was cut short.
    package let written: Int?
    package let isUndone: Bool
}

extension Reader {
    /// The last batches of a register.
    package func batches(of register: Code, limit: Int) throws -> [ListedBatch] {
        try rows(
            """
            SELECT id, at, actor, written, undone FROM register_batches \
            WHERE register = \(register) ORDER BY at DESC, id LIMIT \(limit)
            """
        ).map { row in
            let written: Int? = try row.find("written")
            return ListedBatch(
                id: try row.id("id"),
                at: try row.get("at"),
                by: try row.id("actor"),
                written: written,
                isUndone: try row.int("undone") == 1
            )
        }
    }
}
