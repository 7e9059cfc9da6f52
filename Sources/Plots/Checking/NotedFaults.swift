/// The faults that were met in a file, each at its byte.
///
/// A file with one mistake in each of 100,000 features has 100,000 mistakes; all are counted, and so
/// many of each kind are told.
struct NotedFaults: Sendable {
    struct Noted: Sendable {
        let fault: any PlotFault

        /// The byte of the file.
        let place: Int
        let feature: FeatureName?
        let position: Position?
    }

    private(set) var told: [Noted] = []
    private(set) var counts: [String: Int] = [:]
    private(set) var errors = 0
    private(set) var warnings = 0

    /// Which repairs would change something.
    private(set) var repairs: Set<PlotRepair> = []

    /// So many of one kind are told.
    private let most: Int

    init(telling most: Int) { self.most = most }

    mutating func note(
        _ fault: any PlotFault,
        at place: Int,
        in feature: FeatureName? = nil,
        on position: Position? = nil
    ) {
        let count = counts[fault.code, default: 0] + 1
        counts[fault.code] = count
        switch fault.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        }
        if let repair = fault.repair { repairs.insert(repair) }
        guard count <= most else { return }
        told.append(Noted(fault: fault, place: place, feature: feature, position: position))
    }

    mutating func add(_ others: NotedFaults) {
        for noted in others.told { told.append(noted) }
        counts.merge(others.counts) { $0 + $1 }
        errors += others.errors
        warnings += others.warnings
        repairs.formUnion(others.repairs)
    }

    /// What is told, in the order of the file.
    func findings(in bytes: [UInt8]) -> [PlotFinding] {
        var (line, at) = (1, 0)
        return told.enumerated().sorted {
            ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
        }
        .map { _, noted in
            while at < min(noted.place, bytes.count) {
                if bytes[at] == 0x0A { line += 1 }
                at += 1
            }
            return PlotFinding(
                noted.fault,
                in: noted.feature,
                on: noted.position,
                line: line
            )
        }
    }
}
