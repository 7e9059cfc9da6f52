/// Whether a node may be sent visitors, as `/healthz` tells a load balancer.
///
/// Only what is this node's own makes it unfit: another one does better. What all nodes share and
/// has stopped is told beside it, since turning visitors away everywhere would help nobody.
package struct NodeHealth: Hashable, Sendable {
    package enum Status: String, Sendable {
        case ok
        /// Something that all nodes share has stopped; visitors are answered.
        case degraded
        /// Visitors should be sent to another node.
        case unfit
    }

    /// By how many seconds the clock is behind the record.
    package var clockBehind: Int64 = 0

    /// By how many seconds the clock is ahead of the database's server; below 0 where it is behind.
    package var clockAhead: Int64 = 0

    /// Whether a newer program has changed the record, so that this one writes nothing.
    package var isOutdated = false

    /// The views that have stopped, for all nodes.
    package var stoppedViews: [String] = []

    package init() {}

    package var isFit: Bool {
        clockBehind < SteadyClock.worrying && abs(clockAhead) <= SharedClock.tooFar && !isOutdated
    }

    package var status: Status {
        if !isFit { return .unfit }
        return stoppedViews.isEmpty ? .ok : .degraded
    }

    package var code: Int { isFit ? 200 : 503 }

    /// What is not as it should be, as members of a JSON object that follow others.
    package var members: String {
        var members = ""
        if clockBehind >= SteadyClock.worrying { members += ",\"clock_behind\":\(clockBehind)" }
        if abs(clockAhead) >= SharedClock.worrying { members += ",\"clock_ahead\":\(clockAhead)" }
        if isOutdated { members += ",\"program\":\"outdated\"" }
        if !stoppedViews.isEmpty {
            let names = stoppedViews.map { "\"\($0)\"" }.joined(separator: ",")
            members += ",\"views_stopped\":[\(names)]"
        }
        return members
    }
}
