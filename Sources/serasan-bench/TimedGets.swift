import Foundation

/// How long answers take when so many ask at once, as somebody who is signed in.
struct TimedGets {
    let port: Int
    let callers: Int
    let path: String

    /// `name=value` of the cookies, as a browser would send them; empty for a stranger.
    let cookie: String

    private var request: [UInt8] {
        Wording.get(path, cookies: cookie.isEmpty ? [] : [cookie])
    }

    /// So many answers for each caller: CPU of the server, and how long they took.
    func run(each: Int, process: Int) throws {
        let (request, path) = (request, path)
        let callers = Callers(port: port, count: callers)
        let all = Shared<[Double]>([])
        let ask: @Sendable (Int, Wire) throws -> Void = { _, wire in
            var taken: [Double] = []
            for _ in 0..<each {
                let began = Date.now
                let reply = try wire.ask(request)
                taken.append(Date.now.timeIntervalSince(began) * 1000)
                guard reply.status == 200 else { throw BenchFault("\(path): \(reply.status)") }
            }
            all.change { $0 += taken }
        }
        try Callers(port: port, count: 1).all { _, wire in
            for _ in 0..<5 { _ = try wire.ask(request) }
        }
        let before = try ProcessCost(of: process)
        try callers.all(ask)
        let cost = try ProcessCost(of: process).microseconds - before.microseconds
        let times = all.value.sorted()
        print(
            "cpu \(cost / Double(times.count)) p50 \(Self.share(0.5, of: times)) "
                + "p99 \(Self.share(0.99, of: times)) max \(times.last ?? 0)"
        )
    }

    /// More than can be answered, for some seconds: what came back, and how quickly.
    func spike(seconds: Int) throws {
        let request = request
        let (served, turned, other) = (Shared<[Double]>([]), Shared(0), Shared(0))
        let end = Date.now.addingTimeInterval(Double(seconds))
        try Callers(port: port, count: callers).all { _, wire in
            var taken: [Double] = []
            while Date.now < end {
                let began = Date.now
                let reply = try wire.ask(request)
                if reply.status == 200 {
                    taken.append(Date.now.timeIntervalSince(began) * 1000)
                } else if reply.status == 503, reply.head.lowercased().contains("retry-after:") {
                    turned.change { $0 += 1 }
                    // Nobody who is told to come again is back in the same moment.
                    Thread.sleep(forTimeInterval: 0.05)
                } else {
                    other.change { $0 += 1 }
                }
            }
            served.change { $0 += taken }
        }
        let times = served.value.sorted()
        print(
            "served \(times.count) turned \(turned.value) other \(other.value) "
                + "p99 \(Self.share(0.99, of: times))"
        )
    }

    private static func share(_ share: Double, of times: [Double]) -> Double {
        times.isEmpty ? 0 : times[min(times.count - 1, Int(Double(times.count) * share))]
    }
}
