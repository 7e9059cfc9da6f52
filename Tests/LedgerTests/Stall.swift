import Ledger
import Stories

/// A story small enough to test the record with: a stall that is opened, renamed and closed.
enum Stall: Story {
    struct State: Hashable, Sendable {
        var isOpen = false
        var name: Sealed?
        var sales: Int64 = 0
    }

    enum Command: Sendable {
        case open(name: String)
        case sell(Int64)
        case close
    }

    enum Fact: FactShape, Hashable {
        case opened(name: Sealed, dossier: DossierID)
        case sold(Int64)
        case closed

        var kind: Code {
            switch self {
            case .opened: "opened"
            case .sold: "sold"
            case .closed: "closed"
            }
        }

        func write(to fields: inout FactWriter) {
            switch self {
            case .opened(let name, let dossier):
                fields.put("name", name)
                fields.put("dossier", dossier)
            case .sold(let count): fields.put("count", count)
            case .closed: break
            }
        }

        init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
            switch kind.text {
            case "opened":
                self = .opened(name: try fields.get("name"), dossier: try fields.get("dossier"))
            case "sold": self = .sold(try fields.get("count"))
            case "closed": self = .closed
            case let word: throw FactUnreadable("no fact of a stall: \(word)")
            }
        }
    }

    struct Known: Sendable {
        let dossier: DossierID
        let sealer: Sealer
        let draw: Draw
    }

    enum No: Refusal {
        case notOpen

        var sentence: String { "Kios belum dibuka." }
        var sentenceInEnglish: String { "The stall is not open." }
        var status: Int { 409 }
    }

    static let kind: StreamKind = "stall"
    static let beginning = State()

    static func evolve(_ state: inout State, _ fact: Fact) {
        switch fact {
        case .opened(let name, _):
            state.isOpen = true
            state.name = name
        case .sold(let count): state.sales += count
        case .closed: state.isOpen = false
        }
    }

    static func decide(
        _ state: State,
        _ command: Command,
        _ known: Known
    ) throws(No) -> Decision<Fact> {
        switch command {
        case .open(let name):
            let (payload, sealed) = known.sealer.seal(
                Array(name.utf8),
                in: known.dossier,
                known.draw
            )
            return Decision([.opened(name: sealed, dossier: known.dossier)], sealed: [payload])
        case .sell(let count):
            guard state.isOpen else { throw .notOpen }
            return Decision([.sold(count)])
        case .close:
            guard state.isOpen else { throw .notOpen }
            return Decision([.closed])
        }
    }
}

extension ViewOfRecord {
    /// Stalls with their names sealed and their sales counted, in the same transaction.
    static let stalls = ViewOfRecord(
        "stalls",
        .now,
        of: ["stall"],
        tables: ["stalls"],
        schema: [
            """
            CREATE TABLE stalls (
                id BLOB NOT NULL PRIMARY KEY, dossier BLOB NOT NULL, name BLOB,
                sales BIGINT NOT NULL, opened BIGINT NOT NULL, seq BIGINT NOT NULL
            )
            """
        ],
        project: { projection in
            let id = projection.event.stream.id
            switch try projection.event.fact(Stall.Fact.self) {
            case .opened(let name, let dossier):
                guard let plain = try projection.open(name.id) else { return [] }
                let place = SealedPlace(dossier, "stalls.name", row: id)
                let sealed = try projection.seal(plain, at: place)
                return [
                    """
                    INSERT INTO stalls (id, dossier, name, sales, opened, seq)
                    VALUES (\(id), \(dossier), \(sealed), 0, \(projection.event.at),
                        \(projection.seq))
                    """
                ]
            case .sold(let count):
                return ["UPDATE stalls SET sales = sales + \(count) WHERE id = \(id)"]
            case .closed: return ["UPDATE stalls SET seq = \(projection.seq) WHERE id = \(id)"]
            }
        },
        forget: { ["DELETE FROM stalls WHERE dossier = \($0)"] }
    )

    /// Stalls by the words of their names, a second later.
    static let stallSearch = ViewOfRecord.search("stall_search", of: ["stall"]) { projection in
        guard case .opened(let name, let dossier) = try projection.event.fact(Stall.Fact.self),
            let plain = try projection.open(name.id)
        else { return [] }
        let text = String(decoding: plain, as: UTF8.self)
        return [Findable(projection.event.stream.id, in: dossier, text: text)]
    }
}

extension RecordStore {
    /// What a desk does: load, decide, append.
    @discardableResult
    func stall(
        _ id: OpaqueID,
        _ command: Stall.Command,
        at: Instant = .minute(0),
        draw: Draw = .random,
        with more: @Sendable (inout Append) -> Void = { _ in }
    ) async throws -> Appended {
        let stream = Stream(Stall.kind, id)
        let (state, version) = try await state(of: stream, as: Stall.self)
        let known = Stall.Known(dossier: DossierID(id), sealer: .sha256, draw: draw)
        var append = try Append(
            Stall.decide(state, command, known),
            to: stream,
            at: at,
            by: .system,
            expecting: [stream: version]
        )
        more(&append)
        return try await self.append(append)
    }
}
