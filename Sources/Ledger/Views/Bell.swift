import Synchronization

/// Wakes whoever keeps the `.soon` views; a missed ring costs at most a second.
final class Bell: Sendable {
    private let ringing = Mutex<(rung: Bool, waiter: CheckedContinuation<Void, Never>?)>(
        (false, nil)
    )

    func ring() {
        let waiter = ringing.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let waiter = state.waiter else {
                state.rung = true
                return nil
            }
            state.waiter = nil
            return waiter
        }
        waiter?.resume()
    }

    /// Returns at the next ring, at once if it rang since the last wait.
    func wait() async {
        await withCheckedContinuation { continuation in
            let passes = ringing.withLock { state -> CheckedContinuation<Void, Never>? in
                if state.rung {
                    state.rung = false
                    return continuation
                }
                let former = state.waiter
                state.waiter = continuation
                return former
            }
            passes?.resume()
        }
    }
}
