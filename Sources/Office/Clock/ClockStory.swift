import Ledger
package import Stories

/// The story of the machine's clock: when its record was too far ahead, and somebody said so.
///
/// Facts keep the moments under which they were written, wrong ones too. A correction says from
/// where on the machine's clock counts again.
package enum ClockStory: Story {
    package static let kind: StreamKind = .clock
    package static let beginning = CorrectedClock()

    /// The one stream of the installation.
    package static let stream = Stream(kind, OpaqueID(high: 0, low: 1))

    package static func evolve(_ state: inout CorrectedClock, _ fact: ClockFact) {
        switch fact {
        case .corrected(let correction): state.corrections.append(correction)
        }
    }

    package static func decide(
        _ state: CorrectedClock,
        _ command: ClockFact,
        _ known: Void
    ) throws(ClockRefusal) -> Decision<ClockFact> {
        switch command {
        case .corrected(let correction):
            guard correction.was.seconds(since: correction.now) >= Self.leastSeconds else {
                throw .notAhead
            }
        }
        return Decision([command])
    }

    /// Less than this a clock makes good by itself.
    private static let leastSeconds: Int64 = 120
}

/// What was corrected so far.
package struct CorrectedClock: Hashable, Sendable {
    package var corrections: [ClockCorrection] = []
}

/// The record was ahead of the time, and goes on from the time.
package struct ClockCorrection: Hashable, Sendable {
    /// The latest moment that stood in the record.
    package let was: Instant

    /// The time by the machine's clock, which is right now.
    package let now: Instant
    package let reason: Public

    package init(was: Instant, now: Instant, reason: Public) {
        self.was = was
        self.now = now
        self.reason = reason
    }
}

/// What happened to the clock; asked for in the same words.
package enum ClockFact: Hashable, Sendable {
    case corrected(ClockCorrection)
}

extension ClockFact: FactShape {
    package var kind: Code {
        switch self {
        case .corrected: "corrected"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .corrected(let correction):
            fields.put("was", correction.was)
            fields.put("now", correction.now)
            fields.put("reason", correction.reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "corrected":
            self = .corrected(
                ClockCorrection(
                    was: try fields.get("was"),
                    now: try fields.get("now"),
                    reason: try fields.get("reason")
                )
            )
        default: throw FactUnreadable("no fact of the clock: \(kind)")
        }
    }
}

/// Why the clock of the record is not corrected.
package enum ClockRefusal: Refusal, Hashable {
    case notAhead

    package var sentence: String {
        switch self {
        case .notAhead: "Catatan tidak di depan jam server. Tidak ada yang perlu dibetulkan."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notAhead: "The record is not ahead of the machine's clock. Nothing to correct."
        }
    }

    package var status: Int {
        switch self {
        case .notAhead: 409
        }
    }
}
