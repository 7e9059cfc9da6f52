import Blueprints
import Exchange
import Foundation

/// How long a blueprint of 200 files takes to be packed and to be verified.
enum PackageBench {
    private static let files = 200
    private static let rounds = 5

    /// `folder` is a shipped blueprint, whose files are taken again under other names.
    static func run(folder: String) throws {
        let sources = try grown(from: URL(filePath: folder))
        var pack: [Double] = []
        var verify: [Double] = []
        var size = 0
        for _ in 0..<rounds {
            var start = ProcessInfo.processInfo.systemUptime
            let read = readBlueprint(sources, at: "")
            let package = try Package.pack(read, as: read.blueprintName.publisher)
            pack.append(ProcessInfo.processInfo.systemUptime - start)
            size = package.bytes.count
            start = ProcessInfo.processInfo.systemUptime
            guard try Package(reading: package.bytes) == package else {
                throw BenchFault("a package came back otherwise")
            }
            verify.append(ProcessInfo.processInfo.systemUptime - start)
        }
        let median = { (times: [Double]) in times.sorted()[rounds / 2] * 1000 }
        print("files \(sources.count) bytes \(size) pack \(median(pack)) verify \(median(verify))")
    }

    private static func grown(from folder: URL) throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
        var sources = try paths.map { path in
            SourceFile(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
        }
        let parts = sources.filter { source in
            ["services/", "letters/", "registers/", "rules/", "examples/"]
                .contains { source.path.hasPrefix($0) }
        }
        guard !parts.isEmpty else { throw BenchFault("\(folder.path) is no blueprint") }
        var round = 0
        while sources.count < files {
            round += 1
            for part in parts where sources.count < files {
                let stem = part.path.dropLast(".yaml".count)
                let name = stem.split(separator: "/").last.map(String.init) ?? ""
                let text = String(decoding: part.bytes, as: UTF8.self)
                let kind = FileKind(path: part.path)?.rawValue ?? ""
                sources.append(
                    SourceFile(
                        path: "\(stem)-\(round).yaml",
                        text: text.replacing(
                            "\(kind): \(name)\n",
                            with: "\(kind): \(name)-\(round)\n"
                        )
                    )
                )
            }
        }
        return sources
    }
}
