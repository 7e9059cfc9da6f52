import Stories

/// A checkpoint that somebody else kept, held against the log as it stands.
package enum WitnessAnswer: Hashable, Sendable {
    /// The log begins as the witness saw it: nothing up to this event was changed since.
    case proven(Int64)

    /// The log had another past when the witness saw it.
    case changed(Int64)

    /// The witness saw more events than there are, and no new origin says why.
    case cutOff(Int64)

    /// The witness saw events that were lost before a restore, which the log itself tells of.
    ///
    /// What was kept ends at `kept`; this witness cannot prove it.
    case lostTail(Int64, kept: Int64)

    /// The witness is of a log that this one neither is nor follows.
    case foreign
}

/// An origin and the event with which it began.
package struct PlacedOrigin: Hashable, Sendable {
    package let origin: LogOrigin
    package let seq: Int64

    package init(_ origin: LogOrigin, at seq: Int64) {
        self.origin = origin
        self.seq = seq
    }
}

extension WitnessAnswer {
    /// - Parameters:
    ///   - root: that of our log at the witness's size; nil where it has no such size.
    ///   - size: how many events our log has.
    package init(
        of witness: Checkpoint,
        _ origins: [PlacedOrigin],
        root: TreeHash?,
        size: Int64
    ) {
        guard let index = origins.firstIndex(where: { $0.origin.id == witness.origin }) else {
            let follower = origins.first { $0.origin.cited?.origin == witness.origin }
            guard let follower else {
                self = .foreign
                return
            }
            self = Self.afterLoss(of: witness, follower)
            return
        }
        let next = origins.dropFirst(index + 1).first
        guard witness.size > next.map({ $0.seq - 1 }) ?? size else {
            self = root == witness.root ? .proven(witness.size) : .changed(witness.size)
            return
        }
        self = next.map { Self.afterLoss(of: witness, $0) } ?? .cutOff(witness.size)
    }

    private static func afterLoss(of witness: Checkpoint, _ follower: PlacedOrigin) -> Self {
        if let cited = follower.origin.cited, cited.origin == witness.origin,
            cited.size == witness.size, cited.root != witness.root
        {
            return .changed(witness.size)
        }
        return .lostTail(witness.size, kept: follower.seq - 1)
    }
}

extension Reader {
    /// The origins of the log, and where each began.
    package func placedOrigins() throws(StoreError) -> [PlacedOrigin] {
        var origins: [PlacedOrigin] = []
        for event in try history(of: LogStory.stream) {
            switch try event.fact(LogFact.self) {
            case .began(let origin): origins.append(PlacedOrigin(origin, at: event.seq))
            case .erasedAgain, .movedTo: break
            }
        }
        return origins
    }
}
