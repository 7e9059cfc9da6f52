import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Site
import Synchronization
import Testing

/// A door behind which visitors stay until they are let go.
private final class Room: Sendable {
    private let held = Mutex<[CheckedContinuation<Void, Never>]>([])
    private let arrivals = AsyncStream.makeStream(of: Void.self)

    func stay() async {
        await withCheckedContinuation { continuation in
            held.withLock { $0.append(continuation) }
            arrivals.continuation.yield()
        }
    }

    func hasSomebody() async {
        var arrived = arrivals.stream.makeAsyncIterator()
        await arrived.next()
    }

    func letGo() {
        for one in held.withLock({ held in
            defer { held = [] }
            return held
        }) { one.resume() }
    }
}

struct AdmissionTests {
    private func app(_ room: Room, looking: Int, sending: Int) -> some ApplicationProtocol {
        let router = Router(context: VisitContext.self)
        router.get("tinggal") { _, _ in
            await room.stay()
            return "keluar"
        }
        router.get("lihat") { _, _ in "ada" }
        router.post("kirim") { _, _ in "diterima" }
        router.get("healthz") { _, _ in "sehat" }
        router.get("rusak") { _, _ -> String in throw HTTPError(.badRequest) }
        return Application(
            responder: Admission(
                AdmissionBounds(looking: looking, sending: sending, retrySeconds: 7),
                isSecure: true,
                before: router.buildResponder()
            ),
            logger: Logger(label: "site") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    @Test func `who comes into a full house is asked to come again, who sends is let in`()
        async throws
    {
        let room = Room()
        try await app(room, looking: 1, sending: 2).test(.router) { client in
            async let guest = client.execute(uri: "/tinggal", method: .get) { $0.status }
            await room.hasSomebody()
            try await client.execute(uri: "/lihat", method: .get) { response in
                #expect(response.status == .serviceUnavailable)
                #expect(response.headers[.retryAfter] == "7")
                #expect(response.headers[.contentSecurityPolicy] != nil)
                #expect(String(buffer: response.body).contains("Sedang ramai"))
            }
            try await client.execute(uri: "/kirim", method: .post) { #expect($0.status == .ok) }
            try await client.execute(uri: "/healthz", method: .get) { #expect($0.status == .ok) }
            room.letGo()
            #expect(try await guest == .ok)
            try await client.execute(uri: "/lihat", method: .get) { #expect($0.status == .ok) }
        }
    }

    @Test func `a house without room for anybody turns senders away too`() async throws {
        try await app(Room(), looking: 0, sending: 0).test(.router) { client in
            try await client.execute(uri: "/kirim", method: .post) {
                #expect($0.status == .serviceUnavailable)
            }
        }
    }

    @Test func `a request that fails leaves its place`() async throws {
        try await app(Room(), looking: 1, sending: 1).test(.router) { client in
            for _ in 0..<3 {
                try await client.execute(uri: "/rusak", method: .get) {
                    #expect($0.status == .badRequest)
                }
            }
            try await client.execute(uri: "/lihat", method: .get) { #expect($0.status == .ok) }
        }
    }
}
