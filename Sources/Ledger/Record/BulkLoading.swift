import Synchronization

/// Takes many appends that were made ready, part by part, into few transactions.
///
/// Rows with random keys touch nearly every page of a large tree again and again: each page goes to
/// the disk once in a transaction, so the fewer transactions, the less is written. Parts may be
/// small, for their plans need far more memory than their pages. A transaction is open from one
/// part to the next, and nobody else may be writing meanwhile.
package actor BulkLoading {
    /// How many events one transaction has at least, before it is committed.
    private static let enough = 1_000_000

    private let engine: any Engine
    private let views: [ViewOfRecord]
    private var open: Open?

    /// A transaction that is open.
    private struct Open {
        let parts: PartsInTurn
        let work: Task<Void, any Error>
        var events = 0
    }

    init(_ engine: any Engine, views: [ViewOfRecord]) {
        (self.engine, self.views) = (engine, views)
    }

    /// Answers when this part is written, which may be before it is committed.
    package func take(_ prepared: [PreparedAppends]) async throws {
        // Sums that many events count up would become slower and slower in a large transaction:
        // there each piece has one of its own.
        guard !engine.keepsEarlierStates else {
            for piece in prepared {
                try await write([piece])
                try await commit()
            }
            return
        }
        try await write(prepared)
        if let open, open.events >= Self.enough { try await commit() }
    }

    /// Answers when everything that was taken is on the disk.
    package func commit() async throws {
        guard let open else { return }
        self.open = nil
        open.parts.end(.success(()))
        try await open.work.value
    }

    /// Leaves out what was not committed.
    func giveUp() async {
        guard let open else { return }
        self.open = nil
        open.parts.end(.failure(StoreError(.closed, "the load was given up")))
        _ = await open.work.result
    }

    private func write(_ prepared: [PreparedAppends]) async throws {
        let part = BulkPart(prepared, views: views)
        if open == nil { open = begin() }
        open?.events += part.plan.append.events.count
        try await open?.parts.hand(part)
    }

    private func begin() -> Open {
        let (parts, engine) = (PartsInTurn(), engine)
        let work = Task {
            do throws(StoreError) {
                _ = try await engine.commit(BulkWork(parts: parts))
                parts.close(with: StoreError(.closed, "the transaction has ended"))
            } catch {
                parts.close(with: error)
                throw error
            }
        }
        return Open(parts: parts, work: work)
    }
}

/// A transaction that goes on for as long as parts come.
private struct BulkWork: GroupWork {
    let parts: PartsInTurn

    var isWhole: Bool { true }

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        while let part = try parts.next() {
            do throws(StoreError) {
                try part.part.write(on: connection, head: &head)
            } catch {
                part.written.resume(returning: .failure(error))
                throw error
            }
            part.written.resume(returning: .success(()))
        }
        return .rows([])
    }
}

/// Hands parts to the thread of the writer, which waits for them.
private final class PartsInTurn: Sendable {
    struct Handed {
        let part: BulkPart
        let written: CheckedContinuation<Result<Void, StoreError>, Never>
    }

    private struct State {
        var waiting: [Handed] = []

        /// How it ended, on the side that hands over.
        var end: Result<Void, StoreError>?

        /// Why nothing is taken any longer, on the side that writes.
        var closed: StoreError?
    }

    private let state = Mutex(State())
    private let bell = WakeUp()

    /// Answers when the part is written, or cannot be.
    func hand(_ part: BulkPart) async throws(StoreError) {
        let result = await withCheckedContinuation {
            (written: CheckedContinuation<Result<Void, StoreError>, Never>) in
            let closed = state.withLock { state in
                if state.closed == nil {
                    state.waiting.append(Handed(part: part, written: written))
                }
                return state.closed
            }
            if let closed { written.resume(returning: .failure(closed)) }
            bell.signal()
        }
        try result.get()
    }

    /// No part comes after those that were handed over.
    func end(_ result: Result<Void, StoreError>) {
        state.withLock { $0.end = $0.end ?? result }
        bell.signal()
    }

    /// Nothing is written any longer: whoever waits is told why.
    func close(with error: StoreError) {
        let left = state.withLock { state in
            state.closed = error
            defer { state.waiting = [] }
            return state.waiting
        }
        for handed in left { handed.written.resume(returning: .failure(error)) }
    }

    /// Waits for the next part; nil after the last one.
    func next() throws(StoreError) -> Handed? {
        while true {
            let (handed, end) = state.withLock { state in
                (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.end)
            }
            if let handed { return handed }
            if let end {
                try end.get()
                return nil
            }
            bell.wait()
        }
    }
}
