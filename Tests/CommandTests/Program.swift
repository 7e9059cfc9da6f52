import Foundation
import Testing

/// The built program, run as its user runs it.
struct Program {
    let status: Int32
    let output: String
    let complaint: String

    /// The last line that is not empty.
    var lastLine: String {
        output.split(separator: "\n").last.map(String.init) ?? ""
    }

    /// Runs `serasan` with these arguments to its end.
    static func run(_ arguments: String...) throws -> Program { try run(arguments) }

    static func run(
        _ arguments: [String],
        under surroundings: [String: String] = [:]
    ) throws -> Program {
        // Into files: a full pipe would block the program, and emptying two of them would need a
        // second thread.
        let scratch = try Scratch()
        let process = try prepare(arguments, under: surroundings)
        let (out, err) = (try scratch.newFile("keluaran"), try scratch.newFile("keluhan"))
        process.standardOutput = out
        process.standardError = err
        try process.run()
        process.waitUntilExit()
        return Program(
            status: process.terminationStatus,
            output: try scratch.text("keluaran"),
            complaint: try scratch.text("keluhan")
        )
    }

    static func prepare(
        _ arguments: [String],
        under surroundings: [String: String] = [:]
    ) throws -> Process {
        let process = Process()
        process.executableURL = try binary()
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SERASAN_SHARE": checkout.path]) { _, new in new }
            .merging(surroundings) { _, new in new }
        return process
    }

    /// The checkout, with its blueprints and tables.
    static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program lies beside the tests, built in the same way.
    private static func binary() throws -> URL {
        if let named = ProcessInfo.processInfo.environment["SERASAN_BINARY"] {
            return URL(filePath: named)
        }
        let here = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let beside = here.appending(path: "serasan")
        try #require(FileManager.default.isExecutableFile(atPath: beside.path))
        return beside
    }
}

/// A folder for one test, removed afterwards.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "serasan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func newFile(_ name: String) throws -> FileHandle {
        try write("", to: name)
        return try FileHandle(forWritingTo: url.appending(path: name))
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }
}
