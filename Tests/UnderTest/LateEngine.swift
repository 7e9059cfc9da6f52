package import Ledger
import Synchronization

/// An engine that lets something else happen, once, in the moment before it commits: what another
/// node does just then.
package final class LateEngine: EngineOver {
    private struct Deed {
        let work: String
        let run: @Sendable () async throws -> Void
    }

    package let real: any Engine
    private let deed = Mutex<Deed?>(nil)

    package init(_ real: any Engine) { self.real = real }

    /// Runs `deed` before the next work of this type.
    package func once(before work: String, _ run: @Sendable @escaping () async throws -> Void) {
        deed.withLock { $0 = Deed(work: work, run: run) }
    }

    package func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        let due = deed.withLock { deed -> Deed? in
            guard let waiting = deed, waiting.work == "\(type(of: work))" else { return nil }
            deed = nil
            return waiting
        }
        if let due {
            do { try await due.run() } catch {
                throw StoreError(.engine, "what came between failed", underlying: error)
            }
        }
        return try await real.commit(work)
    }
}
