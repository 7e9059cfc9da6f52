import Hummingbird
import Logging
import NIOCore

/// The floor of every page: Hummingbird with one route, no middleware, no log.
enum HelloServer {
    static func run() async throws {
        LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
        let router = Router()
        router.get("hello") { _, _ in "hello" }
        let server = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { channel in
                print("port \(channel.localAddress?.port ?? 0)")
                flushOutput()
            }
        )
        try await server.runService()
    }
}
