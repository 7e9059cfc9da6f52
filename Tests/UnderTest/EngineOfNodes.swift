package import Ledger

/// An engine that several nodes are at work on, whichever it is.
package struct EngineOfNodes: Engine {
    let inner: any Engine

    package init(inner: any Engine) { self.inner = inner }

    package var guards: [Migrations.Step] { inner.guards }
    package var shutting: [SQL] { inner.shutting }
    package var keepsFiles: Bool { inner.keepsFiles }
    package var hasNodes: Bool { true }
    package var time: SQL? { inner.time }

    package func spelled(_ schema: String) -> String { inner.spelled(schema) }

    package func stand(behind fence: GroupFence) { inner.stand(behind: fence) }

    package func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        try await inner.commit(work)
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
