/// A national system that a service may wait for.
///
/// What a regency takes in by itself would not count there, so such a service stays closed, and
/// points to that system, until the regency says in `regency.yaml` that it is connected.
package enum Connection: String, Hashable, Sendable, CaseIterable {
    /// Complaints: the national system for what citizens report.
    case sp4n

    /// What people call it.
    package var name: String {
        switch self {
        case .sp4n: "SP4N-LAPOR!"
        }
    }
}

extension PublicService {
    /// Whether it waits for a connection, and shows only the way to the other system.
    package var isClosed: Bool { connection != nil && elsewhere != nil }

    /// The same service while its regency is not connected.
    package func closed() -> PublicService {
        var closed = self
        closed.elsewhere = address
        return closed
    }
}
