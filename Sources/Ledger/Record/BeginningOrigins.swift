package import Stories

extension Reader {
    /// The origin under which the log counts now; nil where none was recorded yet.
    package func origin() throws(StoreError) -> LogOrigin? { try origins().current }

    /// All origins, oldest first.
    package func origins() throws(StoreError) -> LogOrigins {
        try state(of: LogStory.stream, as: LogStory.self).state
    }
}

extension RecordStore {
    /// The origin of the log; the first one is recorded where there is none.
    @discardableResult
    package func firstOrigin(at now: Instant, draw: Draw = .random) async throws -> LogOrigin {
        let known = try await reading { reader throws(StoreError) in try reader.origin() }
        if let known { return known }
        do {
            return try await beginOrigin(.first, citing: nil, at: now, draw: draw)
        } catch LogRefusal.beganBefore {
            // Another process was faster.
            let theirs = try await reading { reader throws(StoreError) in try reader.origin() }
            guard let theirs else { throw StoreError(.damaged, "an origin began and is gone") }
            return theirs
        }
    }

    /// Records that the log counts from a new origin.
    ///
    /// - Parameter cited: the newest head that is known of the log that this one follows; it may
    ///   be of an origin that this log does not know, where it was restored twice.
    /// - Throws: `LogRefusal` where the origin does not fit what the log says; `StoreError`.
    @discardableResult
    package func beginOrigin(
        _ why: OriginCause,
        citing cited: CitedHead?,
        at now: Instant,
        draw: Draw = .random
    ) async throws -> LogOrigin {
        let origin = LogOrigin(id: draw.id(), why: why, cited: cited)
        try await say(.began(origin), at: now)
        return origin
    }

    /// Records what a restore destroyed again, so that a reading through does not call it lost.
    package func noteErasedAgain(_ payloads: [PayloadID], at now: Instant) async throws {
        for start in stride(from: 0, to: payloads.count, by: 500) {
            try await say(.erasedAgain(Array(payloads[start...].prefix(500))), at: now)
        }
    }

    func say(_ fact: LogFact, at now: Instant) async throws {
        let stream = LogStory.stream
        for _ in 0..<3 {
            let (state, version) = try await self.state(of: stream, as: LogStory.self)
            let append = try Append(
                LogStory.decide(state, fact, ()),
                to: stream,
                at: now,
                by: .system,
                expecting: [stream: version]
            )
            if case .recorded = try await self.append(append) { return }
        }
        throw StoreError(.raced, "the story of the log keeps changing")
    }
}
