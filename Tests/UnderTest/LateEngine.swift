package import Ledger
import Synchronization

/// An engine that lets something else happen, once, in the moment before it commits: what another
/// node does just then.
package final class LateEngine: Engine {
    private struct Deed {
        let work: String
        let run: @Sendable () async throws -> Void
    }

    private let real: any Engine
    private let deed = Mutex<Deed?>(nil)

    package init(_ real: any Engine) { self.real = real }

    /// Runs `deed` before the next work of this type.
    package func once(before work: String, _ run: @Sendable @escaping () async throws -> Void) {
        deed.withLock { $0 = Deed(work: work, run: run) }
    }

    package var guards: [Migrations.Step] { real.guards }
    package var shutting: [SQL] { real.shutting }
    package var keepsFiles: Bool { real.keepsFiles }
    package var hasNodes: Bool { real.hasNodes }
    package var time: SQL? { real.time }

    package func spelled(_ schema: String) -> String { real.spelled(schema) }

    package func stand(behind fence: GroupFence) { real.stand(behind: fence) }

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

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await real.read(body)
    }

    package func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await real.glance(body)
    }

    package func close() async throws(StoreError) { try await real.close() }
}
