package import Stories
import Synchronization

/// What a request stands on beside what it decides about: whose rights it saw, and in which version.
///
/// Every append made within the request expects these streams too. A node may stand still for hours
/// between a look and a commit; a right that was taken away meanwhile is not used any more.
package final class Footing: Sendable {
    /// That of the request which is being answered; nil outside of one.
    @TaskLocal package static var current: Footing?

    private let seen = Mutex<[Stream: Version]>([:])

    package init() {}

    /// Notes a stream as it was seen first: what followed was judged by that.
    package func stand(on stream: Stream, at version: Version) {
        seen.withLock { seen in
            if seen[stream] == nil { seen[stream] = version }
        }
    }

    /// What an append has to expect beside its own streams.
    func streams(beside append: Append) -> [Stream: Version] {
        seen.withLock { $0 }.filter { append.expecting[$0.key] == nil }
    }

    /// What the request itself has recorded takes nothing away from it.
    func follow(_ events: [NewEvent]) {
        seen.withLock { seen in
            for event in events where seen[event.stream] != nil {
                seen[event.stream] = event.place.version
            }
        }
    }
}

extension RecordStore {
    /// Records what a decision writes, or says why not; within a request only as long as what the
    /// request stands on is as it was seen.
    ///
    /// A cancelled task drops the answer, never the command.
    /// - Throws: `StoreError`, of kind `overtaken` where whoever decided has other rights by now.
    package func append(_ append: Append) async throws(StoreError) -> Appended {
        guard let footing = Footing.current else { return try await record(append) }
        let beside = footing.streams(beside: append)
        var whole = append
        whole.expecting.merge(beside) { own, _ in own }
        let appended = try await record(whole)
        switch appended {
        case .recorded: footing.follow(append.events)
        case .conflict(let stream, _) where beside[stream] != nil:
            throw StoreError(.overtaken, "\(stream) has moved since its rights were read")
        case .conflict, .taken, .repeated, .otherContent: break
        }
        return appended
    }
}
