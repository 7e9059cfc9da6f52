package import Ledger
import Synchronization

/// An engine that several nodes are at work on, whichever it is.
package struct EngineOfNodes: Engine {
    let inner: any Engine

    /// Done once, between the making of the next plan and its commit.
    package let meanwhile = Once()

    package init(inner: any Engine) { self.inner = inner }

    /// A deed that is done once.
    package final class Once: Sendable {
        private let deed = Mutex<(@Sendable () async throws -> Void)?>(nil)

        package func set(_ next: @escaping @Sendable () async throws -> Void) {
            deed.withLock { $0 = next }
        }

        func take() -> (@Sendable () async throws -> Void)? {
            deed.withLock { deed in
                defer { deed = nil }
                return deed
            }
        }
    }

    package var guards: [Migrations.Step] { inner.guards }
    package var shutting: [SQL] { inner.shutting }
    package var keepsFiles: Bool { inner.keepsFiles }
    package var hasNodes: Bool { true }
    package var time: SQL? { inner.time }

    package func spelled(_ schema: String) -> String { inner.spelled(schema) }

    package func stand(behind fence: GroupFence) { inner.stand(behind: fence) }

    package func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        if let deed = meanwhile.take() {
            do {
                try await deed()
            } catch {
                throw StoreError(.engine, "what was to happen meanwhile failed", underlying: error)
            }
        }
        return try await inner.commit(work)
    }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await inner.read(body)
    }

    package func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await inner.glance(body)
    }

    package func close() async throws(StoreError) { try await inner.close() }
}
