import Exchange
import Stories
import Synchronization

/// Fetches that go on while the official who began them looks at a page.
///
/// A weak line takes longer than a browser waits. Nothing of them outlives the program: what was
/// not whole by then was never kept.
final class RunningFetches: Sendable {
    /// What became of one.
    enum State: Sendable {
        case running

        /// The publisher whose catalogue came, and the digest of the package where one was asked.
        case done(publisher: String, package: String?)
        case failed(any Refusal)

        /// Something of our own went wrong.
        case broken(any Error)
    }

    /// One that was begun: by whom, with what.
    struct Fetch: Sendable {
        let by: OpaqueID
        let typed: TypedAddress
        var state: State
        let number: Int
    }

    private struct Held {
        var fetches: [OpaqueID: Fetch] = [:]
        var count = 0
    }

    private let held = Mutex(Held())

    private static let mostAtOnce = 4
    private static let mostKept = 40

    /// Begins one and answers by what it is known.
    func begin(
        by official: OpaqueID,
        _ typed: TypedAddress,
        _ work: @escaping @Sendable () async throws -> State
    ) throws(FetchTrouble) -> OpaqueID {
        let id = Draw.random.id()
        let isBegun = held.withLock { held in
            let running = held.fetches.values.count { $0.isRunning }
            guard running < Self.mostAtOnce else { return false }
            held.count += 1
            held.fetches[id] = Fetch(
                by: official,
                typed: typed,
                state: .running,
                number: held.count
            )
            let over = held.fetches.count - Self.mostKept
            if over > 0 {
                let ended = held.fetches.filter { !$0.value.isRunning }
                    .sorted { $0.value.number < $1.value.number }
                for (old, _) in ended.prefix(over) { held.fetches[old] = nil }
            }
            return true
        }
        guard isBegun else { throw .busy }
        Task {
            let state: State
            do {
                state = try await work()
            } catch let refusal as any Refusal {
                state = .failed(refusal)
            } catch {
                state = .broken(error)
            }
            held.withLock { $0.fetches[id]?.state = state }
        }
        return id
    }

    /// How it stands, waiting a little for its end; nil for one that nobody began here.
    func look(_ id: OpaqueID, for official: OpaqueID) async throws -> Fetch? {
        for _ in 0..<Self.looks {
            guard let fetch = held.withLock({ $0.fetches[id] }), fetch.by == official else {
                return nil
            }
            guard fetch.isRunning else { return fetch }
            try await Task.sleep(for: .milliseconds(100))
        }
        return held.withLock { $0.fetches[id] }
    }

    /// Ten seconds: shorter than a line is kept without a word.
    private static let looks = 100
}

extension RunningFetches.Fetch {
    var isRunning: Bool {
        switch state {
        case .running: true
        case .done, .failed, .broken: false
        }
    }
}

/// What an official typed to fetch from a partner.
struct TypedAddress: Sendable {
    var address = ""
    var words = ""
}
