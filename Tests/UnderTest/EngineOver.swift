package import Ledger

/// An engine that is another one, but for what it says itself.
package protocol EngineOver: Engine {
    var real: any Engine { get }
}

extension EngineOver {
    package var guards: [Migrations.Step] { real.guards }
    package var shutting: [SQL] { real.shutting }
    package var keepsFiles: Bool { real.keepsFiles }
    package var hasNodes: Bool { real.hasNodes }
    package var keepsEarlierStates: Bool { real.keepsEarlierStates }
    package var time: SQL? { real.time }

    package func spelled(_ schema: String) -> String { real.spelled(schema) }

    package func stand(behind fence: GroupFence) { real.stand(behind: fence) }

    package func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        try await real.commit(work)
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
