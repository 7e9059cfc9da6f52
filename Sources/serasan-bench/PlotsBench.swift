import Foundation
import Plots

/// How long overlaps among 10,000 plots of 50 corners take, and the check of a file of them.
enum PlotsBench {
    private static let side = 100
    private static let rounds = 3

    /// One line for each: neighbours on shared borders, neighbours that overlap, the whole file.
    static func run() {
        let (shared, loose) = (areas(wide: 0.001), areas(wide: 0.00104))
        time("shared") { Overlap.among(shared).count }
        time("overlapping") { Overlap.among(loose, most: 100_000).count }
        let file = GeoJSONWriter.file(
            of: shared.enumerated().map { index, outline in
                DeclaredPlot(
                    producer: "Petani \(index % 900)",
                    place: "16.03.08-\(index)",
                    boundary: .polygon(outline)
                )
            }
        )
        time("file of \(file.count) bytes") { PlotFileCheck(file).findings.count }
    }

    /// Cells of a grid whose sides are waves: those of two neighbours are the same wave.
    private static func areas(wide half: Double) -> [Outline] {
        (0..<side * side).map { index in
            let (x, y) = (Double(index % side), Double(index / side))
            let middle = (longitude: 103 + x * 0.002, latitude: -4.5 + y * 0.002)
            let steps = (0..<12).map { -half + 2 * half * Double($0) / 12 }
            let wave = { (step: Double) in 0.00005 * sin(step / half * .pi) }
            let south = steps.map { ($0, -half + wave($0)) }
            let east = steps.map { (half + wave($0), $0) }
            let north = steps.map { (-$0, half - wave($0)) }
            let west = steps.map { (-half - wave($0), -$0) }
            let corners = (south + east + north + west).compactMap { corner in
                Position(
                    longitudeDegrees: middle.longitude + corner.0,
                    latitudeDegrees: middle.latitude + corner.1
                )
            }
            return Outline(ring: corners + corners.prefix(1))
        }
    }

    private static func time(_ what: String, _ work: () -> Int) {
        var (times, count): ([Double], Int) = ([], 0)
        for _ in 0..<rounds {
            let start = ProcessInfo.processInfo.systemUptime
            count = work()
            times.append(ProcessInfo.processInfo.systemUptime - start)
        }
        print("\(what): found \(count), milliseconds \(Int(times.sorted()[rounds / 2] * 1000))")
    }
}
