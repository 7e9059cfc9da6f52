import Foundation

/// How long answers take when so many ask at once, as somebody who is signed in.
struct TimedGets {
    let port: Int
    let callers: Int

    /// What is asked for, one after the other by each caller, from a place of its own on.
    let paths: [String]

    /// `name=value` of the cookies, as a browser would send them; empty for a stranger.
    let cookie: String

    private var requests: [[UInt8]] {
        paths.map { Wording.get($0, cookies: cookie.isEmpty ? [] : [cookie]) }
    }

    /// So many answers for each caller: CPU of the server, and how long they took.
    func run(each: Int, process: Int) throws {
        let (requests, paths) = (requests, paths)
        let callers = Callers(port: port, count: callers)
        let all = Shared<[Double]>([])
        let ask: @Sendable (Int, Wire) throws -> Void = { caller, wire in
            var taken: [Double] = []
            for place in (caller * each)..<((caller + 1) * each) {
                let began = Date.now
                let reply = try wire.ask(requests[place % requests.count])
                taken.append(Date.now.timeIntervalSince(began) * 1000)
                guard reply.status == 200 else {
                    throw BenchFault("\(paths[place % paths.count]): \(reply.status)")
                }
            }
            all.change { $0 += taken }
        }
        try Callers(port: port, count: 1).all { _, wire in
            for place in 0..<5 { _ = try wire.ask(requests[place % requests.count]) }
        }
        let before = try ProcessCost(of: process)
        try callers.all(ask)
        let cost = try ProcessCost(of: process).microseconds - before.microseconds
        let times = all.value.sorted()
        print(
            "cpu \(cost / Double(times.count)) p50 \(times.share(0.5)) "
                + "p99 \(times.share(0.99)) max \(times.last ?? 0)"
        )
    }

    /// More than can be answered, for some seconds: what came back, and how quickly.
    func spike(seconds: Int) throws {
        let request = requests[0]
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
                + "p99 \(times.share(0.99))"
        )
    }
}

extension [Double] {
    /// What a share of these ascending times did not exceed.
    func share(_ share: Double) -> Double {
        isEmpty ? 0 : self[Swift.min(count - 1, Int(Double(count) * share))]
    }
}
