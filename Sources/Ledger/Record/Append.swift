package import Stories

/// What one decision writes: everything of it is recorded, or nothing.
package struct Append: Sendable {
    package var events: [NewEvent] = []

    /// Every stream that the decision read, and the version it saw.
    package var expecting: [Stream: Version]

    package var payloads: [Payload] = []
    package var claims: [Claim] = []
    package var effects: [Effect] = []

    /// When the effects came about, where all of it is past: nobody has to see to them any more.
    package var effectsDone: Instant?

    /// The files (already on disk) that now belong to a dossier.
    package var files: [KeptFile] = []

    /// Public bytes that a fact names by their digest.
    package var content: [[UInt8]] = []

    /// Statements on tables of the class *operations*: end a draft, mark a session.
    package var operations: [SQL] = []

    /// What lets the same command come twice without happening twice.
    package var command: CommandKey?

    package let at: Instant
    package let by: Actor

    package init(at: Instant, by: Actor, expecting: [Stream: Version]) {
        self.at = at
        self.by = by
        self.expecting = expecting
    }

    /// What a decision on one stream writes.
    package init(
        _ decision: Decision<some FactShape>,
        to stream: Stream,
        at: Instant,
        by: Actor,
        expecting: [Stream: Version]
    ) throws(StoreError) {
        self.init(at: at, by: by, expecting: expecting)
        try add(decision, to: stream)
    }

    /// Adds a decision on another stream, recorded in the same transaction.
    ///
    /// The stream must be among `expecting`: its new versions follow from what was seen.
    package mutating func add(
        _ decision: Decision<some FactShape>,
        to stream: Stream
    ) throws(StoreError) {
        guard let seen = expecting[stream] else {
            throw StoreError(.damaged, "facts for \(stream), whose version nobody read")
        }
        // From the end: who adds much to one stream finds its last event at once.
        var version = events.last { $0.stream == stream }?.place.version ?? seen
        for fact in decision.facts {
            version = version + 1
            let place = EventPlace(stream: stream, version: version, at: at, by: by)
            events.append(try NewEvent(fact, at: place))
        }
        payloads += decision.sealed
        claims += decision.claims
        effects += decision.effects
    }
}

/// How an append ended; only failures of the world are thrown.
package enum Appended: Hashable, Sendable {
    case recorded(Recorded)

    /// A stream that the decision read has moved on: nothing was recorded.
    case conflict(Stream, now: Version)

    /// Somebody else holds this unique key or counter: nothing was recorded.
    case taken(Claim)

    /// The same command came before, and this is what it led to.
    case repeated(Recorded)

    /// The command's key was used before with other content (409).
    case otherContent
}

/// What an append recorded.
package struct Recorded: Hashable, Sendable {
    /// The `seq` of its first event; 0 where it had none.
    package let first: Int64
    package let count: Int

    /// The stream of its first event.
    package let stream: Stream?

    package init(first: Int64, count: Int, stream: Stream?) {
        self.first = first
        self.count = count
        self.stream = stream
    }
}

/// The key under which a command may come twice.
///
/// The record keeps digests only: of the key, and an HMAC of `content` under a secret that
/// follows from the key, so that neither can be guessed from a stolen database.
package struct CommandKey: Sendable {
    package enum Lasting: Hashable, Sendable {
        case forEver
        case days(Int)
    }

    package let key: [UInt8]

    /// The canonical decoded fields of the command.
    package let content: [UInt8]
    package let lasting: Lasting

    /// Who may ask later what it led to, as a mark; nil where nobody may.
    package let holder: [UInt8]?

    package init(
        _ key: [UInt8],
        content: [UInt8],
        lasting: Lasting = .days(30),
        holder: [UInt8]? = nil
    ) {
        self.key = key
        self.content = content
        self.lasting = lasting
        self.holder = holder
    }

    /// The key of a submission is its draft's id, for ever.
    package static func draft(
        _ id: OpaqueID,
        content: [UInt8],
        holder: [UInt8]? = nil
    ) -> CommandKey {
        CommandKey(id.bytes, content: content, lasting: .forEver, holder: holder)
    }
}

/// A sealed file on disk and the dossier that it belongs to.
package struct KeptFile: Hashable, Sendable {
    package let id: OpaqueID
    package let dossier: DossierID
    package let size: Int64

    package init(id: OpaqueID, dossier: DossierID, size: Int64) {
        self.id = id
        self.dossier = dossier
        self.size = size
    }
}
