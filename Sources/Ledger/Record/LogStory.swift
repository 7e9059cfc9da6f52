package import Stories

extension StreamKind {
    /// The stream in which the origins of the log stand.
    package static let log: StreamKind = "log"
}

/// The story of the log itself: where its counting began, and where it had to begin anew.
///
/// Heads under one origin only ever grow. After a restore or a fail-over that lost events the log
/// goes on from an older state; a new origin says so and cites the head that was lost, so that
/// nobody takes the two for one history that was changed.
package enum LogStory: Story {
    package static let kind: StreamKind = .log
    package static let beginning = LogOrigins()

    /// The one stream of the installation.
    package static let stream = Stream(kind, OpaqueID(high: 0, low: 1))

    package static func evolve(_ state: inout LogOrigins, _ fact: LogFact) {
        switch fact {
        case .began(let origin):
            state.all.append(origin)
            state.movedTo = nil
        case .movedTo(let place): state.movedTo = place
        case .erasedAgain: break
        }
    }

    package static func decide(
        _ state: LogOrigins,
        _ command: LogFact,
        _ known: Void
    ) throws(LogRefusal) -> Decision<LogFact> {
        switch command {
        case .began(let origin):
            guard !state.all.contains(where: { $0.id == origin.id }) else { throw .usedBefore }
            switch origin.why {
            case .first:
                guard state.all.isEmpty else { throw .beganBefore }
                guard origin.cited == nil else { throw .nothingToCite }
            case .moved where state.movedTo == nil: throw .nothingToCite
            case .restored, .failedOver, .moved:
                guard let cited = origin.cited else { throw .citesNothing }
                guard cited.size >= 0, cited.origin != origin.id else { throw .citesNothing }
            }
        case .movedTo:
            guard state.movedTo == nil else { throw .hasMoved }
        case .erasedAgain:
            guard state.current?.why == .restored else { throw .nothingToCite }
        }
        return Decision([command])
    }
}

/// The origins of a log, oldest first.
package struct LogOrigins: Hashable, Sendable {
    package var all: [LogOrigin] = []

    /// Where the log goes on, if it ends here.
    package var movedTo: PlaceOfLog?

    package init() {}

    /// The one under which heads are signed now.
    package var current: LogOrigin? { all.last }
}

/// From where the heads of a log count.
package struct LogOrigin: Hashable, Sendable {
    package let id: OpaqueID
    package let why: OriginCause

    /// The head that the log had before; nil for the first origin.
    package let cited: CitedHead?

    package init(id: OpaqueID, why: OriginCause, cited: CitedHead?) {
        self.id = id
        self.why = why
        self.cited = cited
    }
}

/// Why an origin began.
package enum OriginCause: String, FactWord {
    case first
    case restored
    case failedOver = "failed-over"

    /// It went on in another engine, with every event that it had.
    case moved
}

/// What kind of database a log went on in; never where that is.
package enum PlaceOfLog: String, FactWord {
    case sqlite, postgres
}

/// The newest known head of the log that a new origin follows.
package struct CitedHead: Hashable, Sendable {
    package let size: Int64
    package let root: TreeHash

    /// The origin of that head, which the restored log need not know; nil where it had none yet.
    package let origin: OpaqueID?

    package init(size: Int64, root: TreeHash, origin: OpaqueID?) {
        self.size = size
        self.root = root
        self.origin = origin
    }
}

/// What happened to the log; asked for in the same words.
package enum LogFact: Hashable, Sendable {
    case began(LogOrigin)

    /// What a restore found in the backup and destroyed again, since the newest keyring says that it
    /// was erased after the backup was made. The fact that gave basis and approver is in the part of
    /// the log that was lost.
    case erasedAgain([PayloadID])

    /// The last event of a log that goes on elsewhere: nothing follows it here.
    case movedTo(PlaceOfLog)
}

extension LogFact: FactShape {
    package var kind: Code {
        switch self {
        case .began: "began"
        case .erasedAgain: "erased_again"
        case .movedTo: "moved_to"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .began(let origin):
            fields.put("origin", origin.id)
            fields.put("why", origin.why)
            fields.put("citedsize", origin.cited?.size)
            fields.put("citedroot", origin.cited?.root)
            fields.put("citedorigin", origin.cited?.origin)
        case .erasedAgain(let payloads): fields.put("payloads", each: payloads)
        case .movedTo(let place): fields.put("place", place)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "began":
            self = .began(
                LogOrigin(
                    id: try fields.get("origin"),
                    why: try fields.get("why"),
                    cited: try CitedHead(from: fields)
                )
            )
        case "erased_again": self = .erasedAgain(try fields.list("payloads"))
        case "moved_to": self = .movedTo(try fields.get("place"))
        default: throw FactUnreadable("no fact of the log: \(kind)")
        }
    }
}

extension CitedHead {
    /// Nil where the fact cites none; half a citation is unreadable.
    fileprivate init?(from fields: FactReader) throws(FactUnreadable) {
        let size: Int64? = try fields.find("citedsize")
        let root: TreeHash? = try fields.find("citedroot")
        let origin: OpaqueID? = try fields.find("citedorigin")
        if size == nil, root == nil, origin == nil { return nil }
        guard let size, let root else { throw FactUnreadable("half of a head is cited") }
        self.init(size: size, root: root, origin: origin)
    }
}

extension TreeHash: FactField {
    package var json: FactValue { .text(hexadecimal(bytes)) }

    package init?(json: FactValue) {
        guard case .text(let digits) = json, let bytes = Stories.bytes(hexadecimal: digits)
        else { return nil }
        self.init(bytes: bytes)
    }
}

/// Why no origin begins.
package enum LogRefusal: Refusal, Hashable {
    case beganBefore, nothingToCite, citesNothing, usedBefore, hasMoved

    package var sentence: String {
        switch self {
        case .beganBefore: "Catatan ini sudah punya awal."
        case .nothingToCite: "Awal yang pertama tidak melanjutkan catatan lain."
        case .citesNothing: "Sebutkan kepala catatan lama yang dilanjutkan."
        case .usedBefore: "Tanda awal itu sudah pernah dipakai."
        case .hasMoved:
            "Catatan ini sudah dipindahkan dan tidak menerima apa pun lagi. Pakai yang baru."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .beganBefore: "This log has begun already."
        case .nothingToCite: "The first origin follows no other log."
        case .citesNothing: "Name the head of the old log that this one follows."
        case .usedBefore: "That origin was used before."
        case .hasMoved: "This record has moved and takes nothing more. Use the new one."
        }
    }

    package var status: Int {
        switch self {
        case .beganBefore, .usedBefore, .hasMoved: 409
        case .nothingToCite, .citesNothing: 422
        }
    }
}
