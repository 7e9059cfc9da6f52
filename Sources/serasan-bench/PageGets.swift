/// What one page costs the server, asked for over keep-alive connections.
struct PageGets {
    let port: Int
    let process: Int
    let callers: Int

    func run(each: Int, path: String) throws {
        let request = Wording.get(path)
        let callers = Callers(port: port, count: callers)
        let bytes = Shared(0)
        let get: @Sendable (Int, Wire) throws -> Void = { _, wire in
            for _ in 0..<each {
                let reply = try wire.ask(request)
                guard reply.status == 200 else { throw BenchFault("\(path): \(reply.status)") }
                bytes.set(reply.body.count)
            }
        }
        // Once for the caches, once for the figure.
        try callers.all(get)
        let before = try ProcessCost(of: process)
        try callers.all(get)
        let cost = try ProcessCost(of: process).microseconds - before.microseconds
        print("cpu \(cost / Double(each * callers.count)) bytes \(bytes.value)")
    }
}
