import Foundation

/// What docs/bench.md is measured with; scripts/bench calls one job after the other.
@main
enum Bench {
    static func main() async throws {
        var words = CommandLine.arguments.dropFirst()
        let job = words.popFirst() ?? ""
        let rest = Array(words)
        switch job {
        case "hello": try await HelloServer.run()
        case "ledger": try await LedgerBench.run(folder: try rest.word(0))
        case "ledger-server":
            try await LedgerBench.run(folder: rest.word(0), server: rest.word(1))
        case "node-appends-prepare":
            try await NodeAppends.prepare(address: rest.word(0), keys: rest.word(1))
        case "node-appends": try await NodeAppends.run(rest)
        case "erasure": try await ErasureBench.run(folder: try rest.word(0))
        case "verify": try await VerifyBench.run(folder: try rest.word(0), events: rest.number(1))
        case "letter": try LetterBench.run()
        case "plots": PlotsBench.run()
        case "package": try PackageBench.run(folder: try rest.word(0))
        case "adapt": try AdaptingBench.run(share: try rest.word(0))
        case "running": try await MovesBench.fill(folder: rest.word(0), cases: rest.number(1))
        case "move": try await MovesBench.ask(folder: rest.word(0))
        case "coffee": try await CoffeeBench.run(folder: rest.word(0), lots: rest.number(1))
        case "prepare":
            try Submissions(port: rest.number(0), callers: rest.number(1))
                .prepare(each: rest.number(2), into: rest.word(3))
        case "fire":
            try Submissions(port: rest.number(0), callers: rest.number(2))
                .fire(rest.word(3), at: rest.number(1))
        case "get":
            try PageGets(port: rest.number(0), process: rest.number(1), callers: rest.number(2))
                .run(each: rest.number(3), path: rest.word(4))
        case "timed":
            try timed(rest).run(each: rest.number(3), process: rest.number(1))
        case "spike":
            try timed(rest).spike(seconds: rest.number(3))
        case _:
            throw BenchFault(
                "jobs: hello, ledger, ledger-server, node-appends, erasure, verify, letter, package, plots, adapt, running, move, "
                    + "coffee, prepare, fire, get, timed, spike"
            )
        }
    }

    /// What follows the job: PORT PROCESS CALLERS COUNT PATH [COOKIE]; `@FILE` has a path a line.
    private static func timed(_ rest: [String]) throws -> TimedGets {
        let path = try rest.word(4)
        let paths =
            path.first == "@"
            ? try String(contentsOfFile: String(path.dropFirst()), encoding: .utf8)
                .split(separator: "\n").map(String.init) : [path]
        guard !paths.isEmpty else { throw BenchFault("\(path) has no line") }
        return TimedGets(
            port: try rest.number(0),
            callers: try rest.number(2),
            paths: paths,
            cookie: rest.count > 5 ? rest[5] : ""
        )
    }
}

/// Why a job could not be measured.
struct BenchFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension [String] {
    func word(_ index: Int) throws -> String {
        guard indices.contains(index) else { throw BenchFault("argument \(index + 1) is missing") }
        return self[index]
    }

    func number(_ index: Int) throws -> Int {
        guard let number = Int(try word(index)) else {
            throw BenchFault("argument \(index + 1) is no number")
        }
        return number
    }
}
